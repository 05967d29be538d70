import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Sums, YearSummary } from '../../electron/app/contract.ts';
import { shareOf, shareText } from '../../renderer/src/summary/share.ts';
import { SummaryPage } from '../../renderer/src/summary/SummaryPage.tsx';
import { emptyUnitYear } from '../../shared/model/unit-year.ts';
import { fakeProgram, startState, unit } from './fake-program.ts';
import { renderWindow } from './render-window.tsx';

afterEach(() => vi.unstubAllGlobals());

const WAN = 1_000_000;
const sums = (projects: number, fiscal: number, other: number, total = fiscal + other): Sums => ({
  projects,
  totalFen: total * WAN,
  fiscalFen: fiscal * WAN,
  otherFen: other * WAN,
  withoutAmount: 0,
});

const summary = (change: Partial<YearSummary> = {}): YearSummary => ({
  units: [{ ...sums(3, 75, 25), unitId: unit.id, name: unit.name }],
  all: sums(3, 75, 25),
  byCategory: [
    { ...sums(2, 60, 20), label: '3-特定目标类' },
    { ...sums(1, 15, 5), label: '未分类' },
  ],
  drafts: 2,
  finished: 1,
  approved: 0,
  ids: ['p1', 'p2', 'p3'],
  notes: [],
  ...change,
});

describe('汇总', () => {
  it('says every bar in words too: sources with their shares, kinds with their amounts, states', async () => {
    fakeProgram({ summary: { get: () => summary() } });
    renderWindow(<SummaryPage />);
    expect(await screen.findByText('100.00 万元')).toBeVisible();
    expect(screen.getByText(/万元（75%）/u)).toHaveTextContent('财政拨款 75.00 万元（75%）');
    expect(screen.getByText('草稿 2 · 已完成 1')).toBeVisible();
    const row = within(screen.getByRole('table', { name: '项目类别' })).getByRole('row', { name: /未分类/u });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['1', '20.00', '15.00', '5.00']);
  });

  it('does not hide money whose source is not said, nor projects without an amount, nor 尾差', async () => {
    const all = { ...sums(3, 60, 20, 100), withoutAmount: 1 };
    fakeProgram({ summary: { get: () => summary({ all, notes: ['各行相加 588.38，合计 588.39。'] }) } });
    renderWindow(<SummaryPage />);
    expect(await screen.findByText(/没有写明来源/u)).toHaveTextContent('20.00 万元（20%）');
    expect(screen.getByText('1 个没有金额，未计入合计')).toBeVisible();
    expect(screen.getByRole('note', { name: '请留意' })).toHaveTextContent('588.39');
  });

  it('offers the whole department where it has several units, and prints what it shows', async () => {
    const user = userEvent.setup();
    const asked: string[] = [];
    fakeProgram({
      summary: {
        get: ({ scope }) => {
          asked.push(scope);
          return summary(scope === 'department' ? { ids: ['p1', 'q1'] } : {});
        },
      },
    });
    const second = { ...unit, id: 'u2', name: '示例县示例镇农业服务中心' };
    const { history } = renderWindow(<SummaryPage />, startState({ units: [unit, second] }));
    await user.click(await screen.findByRole('radio', { name: '主管部门（2 个单位）' }));
    expect(await screen.findByRole('table', { name: '各单位' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: '打印汇总表' }));
    expect(history.at(-1)).toBe('/preview/p1,q1/summary');
    expect(new Set(asked)).toEqual(new Set(['unit', 'department']));
  });
});

describe('合计 of an imported paper', () => {
  it('is shown beside the exact sum until the clerk has done with it, which can be taken back', async () => {
    const user = userEvent.setup();
    let printedTotal = '588.39';
    let version = 3;
    const stored = () => ({
      unitId: unit.id,
      year: 2024,
      version,
      content: { ...emptyUnitYear(), overallGoals: '不动的话。', printedTotal },
      updatedAt: '2024-03-01T06:32:00.000Z',
    });
    fakeProgram({
      summary: { get: () => summary() },
      unitYears: {
        get: stored,
        save: (input) => {
          expect(input).toMatchObject({ version, content: { overallGoals: '不动的话。' } });
          printedTotal = input.content.printedTotal;
          version += 1;
          return stored();
        },
      },
    });
    renderWindow(<SummaryPage />);
    expect(await screen.findByText(/导入的表上印的合计/u)).toHaveTextContent('588.39 万元');
    await user.click(screen.getByRole('button', { name: '不再比对' }));
    await waitFor(() => expect(screen.queryByText(/导入的表上印的合计/u)).not.toBeInTheDocument());
    expect(printedTotal).toBe('');
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(printedTotal).toBe('588.39'));
  });
});

describe('shares', () => {
  it('are percents to one decimal, and nothing of nothing', () => {
    expect(shareText(1, 3)).toBe('33.3%');
    expect(shareOf(5, 0)).toBe(0);
    expect(shareOf(-5, 10)).toBe(0);
  });
});
