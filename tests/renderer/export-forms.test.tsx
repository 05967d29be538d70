import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { YearSummary } from '../../electron/app/contract.ts';
import { ExportDialog } from '../../renderer/src/export/ExportDialog.tsx';
import type { Unit } from '../../shared/model/unit.ts';
import { fakeProgram, startState, unit } from './fake-program.ts';
import { renderWindow } from './render-window.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
  window.localStorage.clear();
});

const second: Unit = { ...unit, id: 'u2', name: '示例县示例镇农业服务中心' };

/** The dialog for the first two of three projects of this unit. */
const openDialog = (forms: Unit['forms'], others: readonly Unit[] = []) => {
  const start = vi.fn();
  const job = { jobId: 'j1', title: '', done: 2, all: 2, message: '', state: 'ready' } as const;
  fakeProgram({
    projects: { ids: ({ state }) => (state === null ? ['p1', 'p2', 'p3'] : ['p2']) },
    summary: { get: () => ({ ids: ['p1', 'p2', 'p3', 'q1'], drafts: 2 }) as unknown as YearSummary },
    exports: {
      start: (input) => {
        start(input);
        return { ...job, notes: ['表上各行相加是 588.38，合计是 588.39。'] };
      },
      deliver: () => Promise.resolve({ outcome: 'saved', place: '表.xlsx' }),
    },
  });
  const units = [{ ...unit, forms }, ...others];
  renderWindow(<ExportDialog ids={['p1', 'p2']} opened onClose={() => undefined} />, startState({ units }));
  return start;
};

const press = async (name: string): Promise<void> => {
  await userEvent.setup().click(screen.getByRole('button', { name }));
};

describe('which form is exported', () => {
  it("is the unit's main form at first, as what it is mostly handed in", async () => {
    const start = openDialog(['dossier', 'annex2']);
    expect(await screen.findByRole('combobox', { name: '哪种表' })).toHaveValue('dossier');
    expect(screen.queryByRole('radio', { name: '每个项目一个文件' })).not.toBeInTheDocument();
    await press('开始导出');
    expect(start).toHaveBeenCalledWith({ form: 'dossier', format: 'docx', mode: 'workbook', ids: ['p1', 'p2'] });
  });

  it('can be any other one; what a form can not be is not offered', async () => {
    const user = userEvent.setup();
    const start = openDialog(['annex2']);
    await user.click(await screen.findByRole('radio', { name: '每个项目一个文件' }));
    await user.selectOptions(screen.getByRole('combobox', { name: '哪种表' }), 'approval');
    expect(screen.queryByRole('radio', { name: 'Word' })).not.toBeInTheDocument();
    await press('开始导出');
    expect(start).toHaveBeenCalledWith({ form: 'approval', format: 'xlsx', mode: 'workbook', ids: ['p1', 'p2'] });
  });

  it('is the one chosen last, once it was really exported, until the unit uses other forms', async () => {
    const user = userEvent.setup();
    openDialog(['annex2']);
    await user.selectOptions(await screen.findByRole('combobox', { name: '哪种表' }), 'disclosure');
    await press('开始导出');
    await screen.findByText('已保存到 表.xlsx');

    document.body.replaceChildren();
    openDialog(['annex2']);
    expect(await screen.findByRole('combobox', { name: '哪种表' })).toHaveValue('disclosure');
    document.body.replaceChildren();
    openDialog(['annex2', 'approval']);
    expect(await screen.findByRole('combobox', { name: '哪种表' })).toHaveValue('annex2');
  });

  it('comes with what is to be known of it', async () => {
    openDialog(['approval']);
    await screen.findByRole('button', { name: '开始导出' });
    await press('开始导出');
    expect(await screen.findByRole('note', { name: '请留意' })).toHaveTextContent('588.38');
  });
});

describe('how far an export reaches', () => {
  it('is what was ticked, or the whole unit; other units are not spoken of where there are none', async () => {
    const user = userEvent.setup();
    const start = openDialog(['annex2']);
    await user.click(await screen.findByRole('radio', { name: '本单位全部 3 个项目' }));
    expect(screen.queryByRole('radio', { name: /主管部门/u })).not.toBeInTheDocument();
    await press('开始导出');
    expect(start).toHaveBeenCalledWith(expect.objectContaining({ ids: ['p1', 'p2', 'p3'] }));
  });

  it('may be the whole department, with its drafts', async () => {
    const user = userEvent.setup();
    const start = openDialog(['annex2'], [second]);
    await user.click(await screen.findByRole('radio', { name: '主管部门下 2 个单位的全部 4 个项目' }));
    expect(await screen.findByText(/其中 2 个项目还没有完成/u)).toBeVisible();
    await press('开始导出');
    expect(start).toHaveBeenCalledWith(expect.objectContaining({ ids: ['p1', 'p2', 'p3', 'q1'] }));
  });

  it('leaves units of other departments alone', async () => {
    openDialog(['annex2'], [{ ...second, department: '示例县水务局', departmentCode: '512' }]);
    await screen.findByRole('radio', { name: '本单位全部 3 个项目' });
    expect(screen.queryByRole('radio', { name: /主管部门/u })).not.toBeInTheDocument();
  });
});
