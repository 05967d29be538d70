import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Delivery, JobState } from '../../electron/app/contract.ts';
import { ExportDialog } from '../../renderer/src/export/ExportDialog.tsx';
import { ExpectedError } from '../../shared/model/errors.ts';
import { fakeProgram } from './fake-program.ts';
import { renderWindow } from './render-window.tsx';

afterEach(() => vi.unstubAllGlobals());

/** An export whose job goes through these states, and whose deliveries end like these, one after the other. */
const openExport = (states: readonly Partial<JobState>[], deliveries: readonly Delivery[] = []) => {
  const job = {
    jobId: 'j1',
    title: '导出 2 个项目',
    state: 'running',
    done: 0,
    all: 2,
    message: '',
    notes: [],
  } as const;
  const coming = [...states];
  const ends = [...deliveries];
  const calls = { start: vi.fn(), cancel: vi.fn(), deliver: vi.fn() };
  fakeProgram({
    projects: { ids: () => ['p2', 'p9'] },
    exports: {
      start: (input) => {
        calls.start(input);
        return job;
      },
      deliver: (input) => {
        calls.deliver(input.again);
        return Promise.resolve(ends.shift() ?? { outcome: 'cancelled' });
      },
    },
    jobs: {
      get: () => ({ ...job, ...(coming.length > 1 ? coming.shift() : coming[0]) }),
      cancel: () => {
        calls.cancel();
        coming.splice(0, coming.length, { state: 'cancelled' });
        return job;
      },
    },
  });
  const onClose = vi.fn();
  renderWindow(<ExportDialog ids={['p1', 'p2']} opened onClose={onClose} />);
  return { calls, onClose };
};

describe('导出', () => {
  it('says how many drafts are among the projects and exports them in the given order', async () => {
    const user = userEvent.setup();
    const { calls } = openExport([{ state: 'ready', done: 2 }], [{ outcome: 'saved', place: '表.xlsx' }]);
    expect(await screen.findByText(/其中 1 个项目还没有完成/u)).toBeVisible();
    await user.click(screen.getByRole('radio', { name: /每个项目一个文件/u }));
    await user.click(screen.getByRole('button', { name: '开始导出' }));
    expect(await screen.findByText('已保存到 表.xlsx')).toBeVisible();
    expect(calls.start).toHaveBeenCalledWith({ form: 'annex2', ids: ['p1', 'p2'], format: 'xlsx', mode: 'files' });
  });

  it('asks to close the table that is open in Excel; 另存为 asks for a place, 重试 takes the same', async () => {
    const user = userEvent.setup();
    const { calls } = openExport(
      [{ state: 'ready', done: 2 }],
      [
        { outcome: 'target-open', name: '表.xlsx' },
        { outcome: 'target-open', name: '新表.xlsx' },
        { outcome: 'saved', place: '新表.xlsx' },
      ],
    );
    await user.click(await screen.findByRole('button', { name: '开始导出' }));
    expect(await screen.findByText(/请先关闭正在打开的“表.xlsx”/u)).toBeVisible();
    await user.click(screen.getByRole('button', { name: '另存为' }));
    expect(await screen.findByText(/请先关闭正在打开的“新表.xlsx”/u)).toBeVisible();
    await user.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByText('已保存到 新表.xlsx')).toBeVisible();
    expect(calls.deliver.mock.calls).toEqual([['ask'], ['ask'], ['same']]);
  });

  it('can be cancelled while it runs', async () => {
    const user = userEvent.setup();
    const { calls } = openExport([{ state: 'running', done: 1 }]);
    await user.click(await screen.findByRole('button', { name: '开始导出' }));
    await screen.findByText('正在生成表格：1 / 2');
    await user.click(screen.getByRole('button', { name: '取消导出' }));
    expect(await screen.findByRole('button', { name: '开始导出' })).toBeVisible();
    expect(calls.cancel).toHaveBeenCalledOnce();
  });

  it('says why it failed', async () => {
    const user = userEvent.setup();
    openExport([{ state: 'failed', message: '磁盘满了。' }]);
    await user.click(await screen.findByRole('button', { name: '开始导出' }));
    expect(await screen.findByText('磁盘满了。')).toBeVisible();
    expect(screen.getByRole('button', { name: '重新导出' })).toBeVisible();
  });

  it('tells an expected failure in its own words, with what to do', async () => {
    const user = userEvent.setup();
    fakeProgram({
      projects: { ids: () => [] },
      exports: {
        start: () => {
          throw new ExpectedError('not-found', '项目“甲”已经删除。', '请刷新一览。');
        },
      },
    });
    renderWindow(<ExportDialog ids={['p1']} opened onClose={() => undefined} />);
    await user.click(await screen.findByRole('button', { name: '开始导出' }));
    expect(await screen.findByText('项目“甲”已经删除。')).toBeVisible();
    expect(screen.getByText('请刷新一览。')).toBeVisible();
    await waitFor(() => expect(screen.queryByText('复制错误信息')).not.toBeInTheDocument());
  });

  it('offers 复制错误信息 where it is a bug', async () => {
    const user = userEvent.setup();
    fakeProgram({
      projects: { ids: () => [] },
      exports: {
        start: () => {
          throw new Error('undefined is not a function');
        },
      },
    });
    renderWindow(<ExportDialog ids={['p1']} opened onClose={() => undefined} />);
    await user.click(await screen.findByRole('button', { name: '开始导出' }));
    expect(await screen.findByText('程序出了点问题，刚才的操作没有完成。')).toBeVisible();
    expect(screen.getByRole('button', { name: '复制错误信息' })).toBeVisible();
  });
});
