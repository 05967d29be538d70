import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showProgress } from '../../electron/cli/progress.ts';

const terminal = (isTTY: boolean): { isTTY: boolean; written: string[]; write: (text: string) => boolean } => {
  const written: string[] = [];
  return { isTTY, written, write: (text) => written.push(text) > 0 };
};

const AFRESH = '\r\u001B[2K';

describe('the progress of a long export on a terminal', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is one line, written once a second and taken away at the end', () => {
    const screen = terminal(true);
    let done = 0;
    const end = showProgress(() => ({ title: '导出 300 个项目', done, all: 300 }), screen);
    for (let step = 1; step <= 25; step += 1) {
      done = step * 10;
      vi.advanceTimersByTime(100);
    }
    end();
    vi.advanceTimersByTime(5_000);
    expect(screen.written).toEqual([
      `${AFRESH}导出 300 个项目：完成 100/300`,
      `${AFRESH}导出 300 个项目：完成 200/300`,
      AFRESH,
    ]);
  });

  it('is not shown of what is done at once, nor where nobody looks at a terminal', () => {
    const screen = terminal(true);
    showProgress(() => ({ title: '导出', done: 0, all: 1 }), screen)();
    expect(screen.written).toEqual([]);
    const file = terminal(false);
    const end = showProgress(() => ({ title: '导出', done: 0, all: 1 }), file);
    vi.advanceTimersByTime(5_000);
    end();
    expect(file.written).toEqual([]);
  });
});
