import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as fc from 'fast-check';
import {
  createAutosave,
  HEAVY_DELAY,
  SAVE_DELAY,
  type Autosave,
  type SaveStatus,
} from '../../renderer/src/wizard/autosave.ts';

/** A program that stores one text, refuses a wrong version, and answers when told to. */
class FakeProgram {
  stored = '';
  version = 1;
  readonly history: string[] = [];
  inFlight = 0;
  mostInFlight = 0;
  broken = false;
  manual = false;
  private waiting: (() => void)[] = [];

  readonly save = async (content: string, version: number): Promise<{ version: number; updatedAt: string }> => {
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    const { broken } = this;
    if (this.manual) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else await new Promise<void>((resolve) => setTimeout(resolve, 20));
    this.inFlight -= 1;
    if (broken) throw new Error('硬盘已满');
    if (version !== this.version) throw new Error('stale');
    this.stored = content;
    this.history.push(content);
    this.version += 1;
    return { version: this.version, updatedAt: '2026-11-21T06:32:00.000Z' };
  };

  answer(): void {
    this.waiting.shift()?.();
  }
}

const start = (
  program: FakeProgram,
): {
  autosave: Autosave<string>;
  statuses: SaveStatus[];
  last: () => SaveStatus | undefined;
  /** What is kept beside the program, and what it started from. */
  kept: () => { base: string; content: string } | null;
} => {
  const statuses: SaveStatus[] = [];
  let kept: { base: string; content: string } | null = null;
  const autosave = createAutosave<string>({
    stored: program.stored,
    version: program.version,
    save: program.save,
    explain: (error) => {
      const message = error instanceof Error ? error.message : '';
      return { refusal: message === 'stale' ? 'stale' : null, message };
    },
    onStatus: (status) => statuses.push(status),
    keep: (base, content) => {
      kept = { base, content };
    },
    release: () => {
      kept = null;
    },
    delayOf: (content) => (content.length > 1_000 ? HEAVY_DELAY : SAVE_DELAY),
  });
  return { autosave, statuses, last: () => statuses.at(-1), kept: () => kept };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('autosave', () => {
  it('stores within a second although the clerk never pauses', async () => {
    const program = new FakeProgram();
    const { autosave } = start(program);
    for (let key = 1; key <= 30; key += 1) {
      autosave.change('字'.repeat(key));
      await vi.advanceTimersByTimeAsync(100);
      const lost = key - program.stored.length;
      expect(lost).toBeLessThanOrEqual(10);
    }
  });

  it('sends one request at a time and the newest text wins', async () => {
    const program = new FakeProgram();
    program.manual = true;
    const { autosave, last } = start(program);
    autosave.change('甲');
    await vi.advanceTimersByTimeAsync(SAVE_DELAY);
    autosave.change('乙');
    autosave.change('丙');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(program.inFlight).toBe(1);
    program.answer();
    await vi.advanceTimersByTimeAsync(SAVE_DELAY);
    program.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(program.history).toEqual(['甲', '丙']);
    expect(last()).toEqual({ kind: 'saved', at: '2026-11-21T06:32:00.000Z' });
  });

  it('tries again after a failure, with the newest text, and says why it could not', async () => {
    const program = new FakeProgram();
    program.broken = true;
    const { autosave, last } = start(program);
    autosave.change('甲');
    await vi.advanceTimersByTimeAsync(SAVE_DELAY + 20);
    expect(last()).toEqual({ kind: 'failed', message: '硬盘已满' });
    autosave.change('乙');
    expect(autosave.unsaved()).toBe(true);
    program.broken = false;
    await vi.advanceTimersByTimeAsync(40_000);
    expect(program.stored).toBe('乙');
    expect(autosave.unsaved()).toBe(false);
  });

  it('stops when a newer version is stored, keeps the text, and goes on after adopting that version', async () => {
    const program = new FakeProgram();
    const { autosave, last } = start(program);
    program.version = 7;
    autosave.change('我填的');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(last()).toMatchObject({ kind: 'refused', code: 'stale' });
    expect(program.history).toEqual([]);
    autosave.adopt('别人填的', 7);
    await vi.advanceTimersByTimeAsync(SAVE_DELAY + 20);
    expect(program.stored).toBe('我填的');
  });

  it('flush answers true only when everything typed is stored', async () => {
    const program = new FakeProgram();
    const { autosave } = start(program);
    autosave.change('甲');
    const good = autosave.flush();
    await vi.advanceTimersByTimeAsync(20);
    expect(await good).toBe(true);
    expect(program.stored).toBe('甲');
    program.broken = true;
    autosave.change('乙');
    const bad = autosave.flush();
    await vi.advanceTimersByTimeAsync(20);
    expect(await bad).toBe(false);
  });

  it('a page that goes away during a save still hands over the last text', async () => {
    const program = new FakeProgram();
    program.manual = true;
    const { autosave } = start(program);
    autosave.change('甲');
    await vi.advanceTimersByTimeAsync(SAVE_DELAY);
    autosave.change('甲乙');
    autosave.leave();
    program.answer();
    program.answer();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(program.stored).toBe('甲乙');
    expect(program.version).toBe(3);
  });

  it('keeps what the program refused until it is stored, with what it was typed onto', async () => {
    const program = new FakeProgram();
    const { autosave, kept } = start(program);
    program.version = 7;
    autosave.change('我填的');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(kept()).toEqual({ base: '', content: '我填的' });
    autosave.change('我填的，又填的');
    expect(kept()).toEqual({ base: '', content: '我填的，又填的' });
    autosave.adopt('别人填的', 7);
    await vi.advanceTimersByTimeAsync(SAVE_DELAY + 20);
    expect(program.stored).toBe('我填的，又填的');
    expect(kept()).toBeNull();
  });

  it('keeps the newest text when the page goes away, even while a save is on its way', async () => {
    const program = new FakeProgram();
    program.manual = true;
    const { autosave, kept } = start(program);
    autosave.change('甲');
    await vi.advanceTimersByTimeAsync(SAVE_DELAY);
    autosave.leave();
    expect(kept()).toEqual({ base: '', content: '甲' });
    program.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(kept()).toBeNull();
  });

  it('sends a content that is too large to outlive its page much earlier', async () => {
    const program = new FakeProgram();
    const { autosave } = start(program);
    autosave.change('字'.repeat(2_000));
    await vi.advanceTimersByTimeAsync(HEAVY_DELAY + 20);
    expect(program.stored).toHaveLength(2_000);
    autosave.change('字');
    await vi.advanceTimersByTimeAsync(HEAVY_DELAY + 20);
    expect(program.stored).toHaveLength(2_000);
  });

  it('no longer keeps or sends anything once its wizard is gone for good', async () => {
    const program = new FakeProgram();
    program.broken = true;
    const { autosave, kept } = start(program);
    autosave.change('甲');
    await vi.advanceTimersByTimeAsync(SAVE_DELAY + 20);
    autosave.dispose();
    program.broken = false;
    await vi.advanceTimersByTimeAsync(90_000);
    expect(program.history).toEqual([]);
    expect(kept()).toEqual({ base: '', content: '甲' });
  });

  it('whatever the order of typing, failing, waiting and flushing, the last text is stored at the end', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('type' as const), text: fc.string({ maxLength: 6 }) }),
      fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 3_000 }) }),
      fc.record({ do: fc.constant('flush' as const) }),
      fc.record({ do: fc.constant('break' as const), broken: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const program = new FakeProgram();
        const { autosave, last, kept } = start(program);
        const typed: string[] = [];
        for (const action of steps) {
          if (action.do === 'type') {
            typed.push(action.text);
            autosave.change(action.text);
          } else if (action.do === 'wait') await vi.advanceTimersByTimeAsync(action.ms);
          else if (action.do === 'flush') void autosave.flush();
          else program.broken = action.broken;
          // A failure once told: what stands in the window is somewhere safe, whatever is switched off now.
          if (last()?.kind === 'failed') expect(kept()?.content).toBe(typed.at(-1));
        }
        program.broken = false;
        await vi.advanceTimersByTimeAsync(90_000);
        expect(program.stored).toBe(typed.at(-1) ?? '');
        expect(program.mostInFlight).toBeLessThanOrEqual(1);
        expect(autosave.unsaved()).toBe(false);
        if (typed.length > 0) expect(last()?.kind).toBe('saved');
        expect(kept()).toBeNull();
        // What was stored on the way is what was typed, in the order it was typed.
        let at = 0;
        for (const text of program.history) {
          at = typed.indexOf(text, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
