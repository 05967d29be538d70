import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Services } from '../../electron/app/services.ts';
import type { ImportPreview } from '../../renderer/src/importing/contract.ts';
import { sourcesReducer } from '../../renderer/src/importing/sources.ts';
import { fakeProgram } from './fake-program.ts';
import { contentOf, doubt, previewOf, sourcesOf, type Read } from './importing.ts';
import { openImport } from './import-page.tsx';

// jsdom lays nothing out: without a height no row would be drawn.
beforeAll(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1200);
});
afterAll(() => vi.restoreAllMocks());
afterEach(() => vi.unstubAllGlobals());

type Answers = Partial<Services['imports']>;

const RESULT = {
  ...{ importId: 'r1', added: 0, updated: 0, unchanged: 0, skipped: [], approved: 0, lines: [] },
  ...{ ids: ['p1'], unitIds: ['u1'], notes: [] },
};

const open = (reads: readonly Read[], change: Partial<ImportPreview> = {}, answers: Answers = {}) => {
  const confirm = vi.fn();
  fakeProgram({
    imports: {
      recent: () => [],
      match: () => [],
      source: () => ({ name: 'Sheet1', rows: [{ at: 1, cells: ['项目名称', '甲'] }], merges: [] }),
      confirm: (input) => {
        confirm(input);
        return Promise.resolve({ ...RESULT, added: 1 });
      },
      ...answers,
    },
  });
  return { confirm, ...openImport(sourcesOf(previewOf(reads, change))) };
};

const alternative = { label: '按元', changes: [{ path: 'amountUnit', value: '元' }] };
const twoDoubts = [
  doubt('amountUnit', '没有写单位。', { alternatives: [alternative], confidence: 0.9 }),
  doubt('total', '总额？'),
];

describe('checking a project', () => {
  it('takes another reading by its digit, and takes it back', async () => {
    open([{ content: contentOf('甲'), doubts: twoDoubts }]);
    const user = userEvent.setup();
    await user.keyboard('{F8}');
    const unitBox = await screen.findByRole('combobox', { name: '金额单位' });
    expect(screen.getByText(/很可能对/u)).toBeInTheDocument();
    screen.getAllByRole('button', { name: '✓ 没错' })[1]?.focus();
    await user.keyboard('1');
    expect(unitBox).toHaveValue('元');
    await user.click(screen.getByRole('button', { name: '撤销：✓ 已按“按元”改' }));
    expect(unitBox).toHaveValue('万元');
    expect(screen.getByText('⚠ 还有 2 处请核对')).toBeInTheDocument();
  });

  it('takes an Enter in the box of a doubt for a yes, but not one that picks a Chinese candidate', async () => {
    open([{ content: contentOf('甲'), doubts: twoDoubts }]);
    const user = userEvent.setup();
    await user.keyboard('{F8}');
    const total = await screen.findByRole('textbox', { name: '资金总额' });
    const composing = createEvent.keyDown(total, { key: 'Enter', keyCode: 229 });
    fireEvent(total, composing);
    expect(screen.getByText('⚠ 还有 2 处请核对')).toBeInTheDocument();
    total.focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('⚠ 还有 1 处请核对')).toBeInTheDocument();
  });

  it('settles the same doubt of other projects with it', async () => {
    const same = [doubt('amountUnit', '没有写单位。')];
    open(['甲', '乙', '丙'].map((name) => ({ content: contentOf(name), doubts: same })));
    const user = userEvent.setup();
    await user.keyboard('{F8}');
    await user.click(await screen.findByRole('button', { name: '另外 2 个项目同样的地方也没错' }));
    await user.keyboard('{Escape}');
    expect(await screen.findByText('✓ 都没有疑问')).toBeInTheDocument();
  });

  it('marks what is only like a stored project, and stores nothing over it by itself', async () => {
    const match: Answers['match'] = () => [
      {
        ...{ index: 0, unitId: 'u1', kind: 'changed', storedId: 'p1', by: 'similar', similarity: 0.8 },
        ...{ candidates: [], differences: [{ path: 'name', before: '甲项目', after: '甲' }], others: [] },
        stored: { id: 'p1', name: '甲项目', state: 'draft', version: 4 },
      },
    ];
    const { confirm } = open([{ content: contentOf('甲') }], {}, { match });
    const user = userEvent.setup();
    expect(await screen.findByText('⚠ 有相近的项目')).toBeInTheDocument();
    await user.selectOptions(screen.getByRole('combobox', { name: '怎么存 甲' }), '更新：甲项目');
    await user.click(screen.getByRole('button', { name: '存入 1 个项目' }));
    await waitFor(() => expect(confirm).toHaveBeenCalled());
    const [{ files }] = confirm.mock.calls[0] as [{ files: { projects: object[] }[] }];
    expect(files[0]?.projects[0]).toMatchObject({ action: 'update', storedId: 'p1', storedVersion: 4 });
  });
});

describe('what is asked before storing', () => {
  it('a 批复表 is stored as approved unless the clerk says otherwise', async () => {
    const { confirm } = open([{ content: contentOf('甲') }], { isApproval: true });
    const user = userEvent.setup();
    const approve = screen.getByRole('switch', { name: '这是县里的批复，存入后标为已批复' });
    expect(approve).toBeChecked();
    await user.click(approve);
    const button = screen.getByRole('button', { name: '存入 1 个项目' });
    await waitFor(() => expect(button).toBeEnabled());
    await user.click(button);
    await waitFor(() => expect(confirm).toHaveBeenCalledWith(expect.objectContaining({ approve: false })));
  });

  it('hidden sheets are asked about, and read or left as the clerk says', async () => {
    const { readHidden } = open([{ content: contentOf('甲') }], { hiddenSheets: ['旧表', '底稿'] });
    expect(await screen.findByText('有 2 张隐藏的工作表：“旧表”、“底稿”，要读吗？')).toBeInTheDocument();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: '一起读' }));
    expect(readHidden.mock.calls[0]?.[0]).toMatchObject({ key: '0' });
    await user.click(screen.getByRole('button', { name: '不读' }));
    expect(screen.queryByText(/要读吗/u)).not.toBeInTheDocument();
  });

  it('nothing is stored where it could not be found out what is there already', async () => {
    const { confirm } = open(
      [{ content: contentOf('甲') }],
      {},
      {
        match: () => {
          throw new Error('no');
        },
      },
    );
    expect(await screen.findByText('程序出了点问题，刚才的操作没有完成。')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '存入 1 个项目' })).toBeDisabled();
    expect(confirm).not.toHaveBeenCalled();
  });
});

describe('the queue', () => {
  const given = { kind: 'pasted', html: '', text: '' } as const;
  const trouble = { code: null, message: '“坏.xlsx”打不开。', nextStep: '请另存后再试。', details: '' } as const;

  it('shows how far each file is, which failed and what to do, and stops one', async () => {
    fakeProgram({ imports: { recent: () => [] } });
    const start = ['大.xlsx', '坏.xlsx'].reduce<Parameters<typeof sourcesReducer>[0]>(
      (all, name) => sourcesReducer(all, { type: 'add', key: name, name, given }),
      [],
    );
    const reading = { type: 'reading', key: '大.xlsx', readingId: 'r', phase: '读取内容', done: 3, all: 12 } as const;
    const failed = { type: 'failed', key: '坏.xlsx', trouble } as const;
    const { cancel } = openImport(sourcesReducer(sourcesReducer(start, reading), failed));
    const queue = screen.getByRole('region', { name: '正在读取的文件' });
    expect(within(queue).getByText('读取内容 3 / 12')).toBeInTheDocument();
    expect(within(queue).getByText('请另存后再试。')).toBeInTheDocument();
    await userEvent.setup().click(within(queue).getByRole('button', { name: '取消 大.xlsx' }));
    expect(cancel).toHaveBeenCalledWith('大.xlsx');
  });
});
