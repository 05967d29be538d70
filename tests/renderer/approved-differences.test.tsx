import { screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { DeclaredApproved } from '../../electron/app/contract.ts';
import { HistoryDrawer } from '../../renderer/src/wizard/HistoryDrawer.tsx';
import { askedOf } from '../../shared/forms/asked.ts';
import { diffContent } from '../../shared/model/diff.ts';
import { emptyContent, emptyIndicator, type ProjectContent } from '../../shared/model/project.ts';
import { defaultSettings } from '../../shared/model/unit.ts';
import { fakeProgram, unit } from './fake-program.ts';
import { renderWindow } from './render-window.tsx';

afterEach(() => vi.unstubAllGlobals());

const form = askedOf(unit, defaultSettings(2024));

const declared: ProjectContent = {
  ...emptyContent(),
  name: '村道养护',
  funds: { total: '12', fiscal: '12', other: '' },
  indicators: [{ ...emptyIndicator('i1', 'quantity'), level3: '养护里程', printed: '≥12公里' }],
};

const show = (approved: ProjectContent | null): void => {
  const frozen = (content: ProjectContent, kind: 'declared' | 'approved') => ({
    ...{ revision: 1, kind, at: '2024-03-01T06:32:00.000Z', operator: '张三', content },
  });
  const both: DeclaredApproved | null = approved && {
    declared: frozen(declared, 'declared'),
    approved: frozen(approved, 'approved'),
    differences: diffContent(declared, approved),
  };
  fakeProgram({ projects: { history: () => [], declaredApproved: () => both } });
  renderWindow(<HistoryDrawer id="p1" form={form} content={approved ?? declared} onClose={() => undefined} />);
};

it('tells what the county approved otherwise than it was declared', async () => {
  const [first] = declared.indicators;
  if (!first) throw new Error('an indicator');
  const indicators = [
    { ...first, printed: '≥10公里' },
    { ...emptyIndicator('i2', 'quality'), level3: '合格率', printed: '100%' },
  ];
  show({ ...declared, funds: { total: '10', fiscal: '', other: '' }, indicators });
  expect(await screen.findByText(/^申报与批复的差别（.*批复）$/u)).toBeInTheDocument();
  expect(screen.getByText('年度资金总额：申报“12”，批复“10”')).toBeInTheDocument();
  expect(screen.getByText(/财政拨款：申报为“12”，批复没有$/u)).toBeInTheDocument();
  expect(screen.getByText('指标“养护里程”的指标值：申报“≥12公里”，批复“≥10公里”')).toBeInTheDocument();
  expect(screen.getByText('指标：申报没有填，批复为“合格率：100%”')).toBeInTheDocument();
});

it('says so where nothing differs', async () => {
  show(declared);
  expect(await screen.findByText('批复的内容与申报的相同。')).toBeInTheDocument();
});

it('says nothing where nothing was approved', async () => {
  show(null);
  expect(await screen.findByRole('dialog', { name: '修改记录' })).toBeInTheDocument();
  expect(screen.queryByText(/申报与批复/u)).not.toBeInTheDocument();
});
