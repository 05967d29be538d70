import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ProjectContent } from '../../shared/model/project.ts';
import { fullContent, indicator, leaveWizardAfterEach, named, openWizard, saved } from './wizard-window.tsx';

/* Deeds on many boxes at once: weights shared out, the 中期 half copied. Each can be taken back. */

leaveWizardAfterEach();

const weightsOf = ({ indicators }: ProjectContent): string[] => indicators.map(({ weight }) => weight);

describe('weights', () => {
  const approval = { forms: ['approval' as const] };
  const withWeights = (...weights: string[]): ProjectContent => ({
    ...fullContent(),
    code: '63012300024T000000550',
    category: '3-特定目标类',
    indicators: fullContent().indicators.map((one, index) => ({ ...one, weight: weights[index] ?? '' })),
  });
  const line = (): HTMLElement => screen.getByRole('group', { name: '分值权重合计' });

  it('are summed while they are typed, for the project and each level', async () => {
    const user = userEvent.setup();
    openWizard(withWeights('10', '10'), 'output', approval);
    await waitFor(() => named('indicators.2.weight'));
    expect(line()).toHaveTextContent('权重合计 20 / 90，还差 70，5 条没有填');
    await user.type(named('indicators.2.weight'), '5.5');
    await waitFor(() => expect(line()).toHaveTextContent('权重合计 25.5 / 90'));
    expect(line()).toHaveTextContent('产出 25.5');
  });

  it('the rest is shared out with one button, and taken back with another', async () => {
    const user = userEvent.setup();
    const { stored } = openWizard(withWeights('20', '20', '', '20'), 'output', approval);
    await user.click(await screen.findByRole('button', { name: '平均分配其余权重' }));
    expect(named('indicators.2.weight')).toHaveValue('8');
    const shared = ['20', '20', '8', '20', '8', '7', '7'];
    await saved(() => expect(weightsOf(stored.project.content)).toEqual(shared));
    expect(line()).toHaveTextContent('权重合计 90 / 90');
    await user.click(await screen.findByRole('button', { name: '撤销' }));
    await saved(() => expect(weightsOf(stored.project.content)).toEqual(['20', '20', '', '20', '', '', '']));
  });

  it('cannot be shared out before an indicator is written, and that is said', async () => {
    const user = userEvent.setup();
    openWizard({ ...fullContent(), indicators: [indicator('a', 'quantity', '', '')] }, 'output', approval);
    await user.click(await screen.findByRole('button', { name: '平均分配其余权重' }));
    expect(await screen.findByText('还没有填写指标，填好后再分配权重。')).toBeInTheDocument();
  });

  it('a usual share replaces what stood there, and Ctrl+Z brings it back', async () => {
    const user = userEvent.setup();
    const before = ['1', '2', '3', '4', '5', '6', '7'];
    const { stored } = openWizard(withWeights(...before), 'benefit', approval);
    await user.click(await screen.findByRole('button', { name: '按常用比例' }));
    await user.click(await screen.findByRole('menuitem', { name: '产出 50、效益 30、满意度 10' }));
    await saved(() => expect(weightsOf(stored.project.content)).toEqual(['13', '13', '12', '12', '15', '15', '10']));
    expect(named('indicators.4.weight')).toHaveValue('15');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    await user.keyboard('{Control>}z{/Control}');
    await saved(() => expect(weightsOf(stored.project.content)).toEqual(before));
  });

  it('taking it back leaves alone what was typed since', async () => {
    const user = userEvent.setup();
    const { stored } = openWizard(withWeights('20', '20', '', '20'), 'output', approval);
    await user.click(await screen.findByRole('button', { name: '平均分配其余权重' }));
    await user.clear(named('indicators.2.weight'));
    await user.type(named('indicators.2.weight'), '9');
    await user.click(await screen.findByRole('button', { name: '撤销' }));
    await saved(() => expect(weightsOf(stored.project.content)).toEqual(['20', '20', '9', '20', '', '', '']));
  });

  it('that are wrong say so below the whole line, and a value without its sign below its box', async () => {
    const user = userEvent.setup();
    openWizard(withWeights('10'), 'output', approval);
    await waitFor(() => named('indicators.0.weight'));
    await user.clear(named('indicators.0.weight'));
    await user.type(named('indicators.0.weight'), '很重');
    await user.click(named('indicators.0.printed'));
    expect(await screen.findByText(/分值权重“很重”不是数字/u)).toBeInTheDocument();
    expect(screen.getByText('缺符号｜31｜人')).toBeInTheDocument();
    await user.click(named('indicators.1.level3'));
    expect(await screen.findByText(/没有写符号/u)).toBeInTheDocument();
    const group = screen.getByRole('group', { name: '三级指标 1' });
    await user.click(within(group).getByRole('button', { name: '等于' }));
    expect(named('indicators.0.printed')).toHaveValue('=31 人');
  });
});

describe('the 中期 half', () => {
  const declaration = { forms: ['declaration' as const] };
  const half = {
    midtermFunds: { total: '285.2496', fiscal: '285.2496', other: '' },
    midtermGoals: ['三年内稳定村干部队伍。'],
    midtermIndicators: [indicator('m1', 'quantity', '村干部人数', '93 人次')],
  };

  it('is filled in like the year, and copied from it with one click', async () => {
    const user = userEvent.setup();
    const { stored } = openWizard(fullContent(), 'midterm', declaration);
    await user.click(await screen.findByRole('button', { name: '与年度相同' }));
    await saved(() => expect(stored.project.content.midtermFunds).toEqual(fullContent().funds));
    expect(named('midtermGoals.0')).toHaveValue(fullContent().goals[0]);
    expect(named('midtermIndicators.6.printed')).toHaveValue('≥95%');
    await user.clear(named('midtermIndicators.6.printed'));
    await user.type(named('midtermIndicators.6.printed'), '>=90%');
    await saved(() =>
      expect(stored.project.content.midtermIndicators[6]).toMatchObject({
        printed: '≥90%',
        value: '90',
        operator: '≥',
      }),
    );
    expect(stored.project.content.indicators[6]?.printed).toBe('≥95%');
    await user.click(screen.getByRole('button', { name: '增加一条数量指标' }));
    await waitFor(() => expect(named('midtermIndicators.7.level3')).toHaveFocus());
  });

  it('what stands there already is replaced only after a question, and can be brought back', async () => {
    const user = userEvent.setup();
    const { stored } = openWizard({ ...fullContent(), ...half }, 'midterm', declaration);
    await user.click(await screen.findByRole('button', { name: '与年度相同' }));
    await user.click(await screen.findByRole('button', { name: '取消' }));
    expect(named('midtermGoals.0')).toHaveValue('三年内稳定村干部队伍。');
    await user.click(screen.getByRole('button', { name: '与年度相同' }));
    await user.click(await screen.findByRole('button', { name: '替换' }));
    await saved(() => expect(stored.project.content.midtermIndicators).toHaveLength(7));
    await user.click(await screen.findByRole('button', { name: '撤销' }));
    await saved(() => expect(stored.project.content).toEqual({ ...fullContent(), ...half }));
    expect(named('midtermIndicators.0.printed')).toHaveValue('93 人次');
  });
});
