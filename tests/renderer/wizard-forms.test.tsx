import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { emptyIndicator, type ProjectContent } from '../../shared/model/project.ts';
import type { Unit } from '../../shared/model/unit.ts';
import {
  box,
  fullContent,
  indicator,
  leaveWizardAfterEach,
  named,
  newContent,
  openWizard,
  saved,
} from './wizard-window.tsx';

leaveWizardAfterEach();

const both: Pick<Unit, 'forms'> = { forms: ['annex2', 'dossier'] };

describe('a unit that hands in several forms', () => {
  it('is asked what any of them needs, and shown the paper it chooses, again when it comes back', async () => {
    const user = userEvent.setup();
    openWizard(fullContent(), 'basics', both);
    expect(await box('项目编码')).toBeInTheDocument();
    expect(named('period')).toBeInTheDocument();
    const paper = screen.getByRole('region', { name: '纸面预览' });
    expect(within(paper).getByText('部门项目支出预算绩效目标表')).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: /绩效文本/u }));
    await within(screen.getByRole('region', { name: '纸面预览' })).findByText('预算规模及资金用途');
    await user.keyboard('{Control>}p{/Control}');
    await user.click(await screen.findByText('别的页面'));
    await within(await screen.findByRole('region', { name: '纸面预览' })).findByText('预算规模及资金用途');
  });

  it('says at a gap which form asks for it, where only one does', async () => {
    openWizard(newContent({ name: '' }), 'check', both);
    const code = await screen.findByRole('button', { name: '请填写项目编码' });
    expect(code.parentElement).toHaveTextContent('绩效文本');

    expect(screen.getByRole('button', { name: '请填写项目名称' }).parentElement).not.toHaveTextContent('绩效文本');
  });

  it('a click on its paper goes to the new fields too', async () => {
    const user = userEvent.setup();
    openWizard({ ...fullContent(), usage: '发放补贴', code: '1307' }, 'basics', { forms: ['dossier'] });
    const paper = await screen.findByRole('region', { name: '纸面预览' });
    await user.click(within(paper).getByText('发放补贴'));
    await waitFor(() => expect(named('usage')).toHaveFocus());
    await user.click(within(paper).getByText('1307'));
    await waitFor(() => expect(named('code')).toHaveFocus());
  });
});

describe('a unit that hands in one form', () => {
  it('keeps everything that another form asked for', async () => {
    const user = userEvent.setup();
    const rich: ProjectContent = {
      ...fullContent(),
      code: '13073024P00888510015C',
      category: '3-特定目标类',
      usage: '发放补贴',
      spendingPlan: [{ by: '12月底', percent: '100%' }],
      midtermFunds: { total: '300', fiscal: '300', other: '' },
      midtermGoals: ['三年内保持稳定。'],
      midtermIndicators: [indicator('m1', 'quantity', '村干部人数', '31 人')],
      indicators: fullContent().indicators.map((one) => ({ ...one, weight: '10', basis: '年度工作计划' })),
    };
    const { stored } = openWizard(rich, 'basics');
    expect(screen.queryByRole('textbox', { name: '项目编码' })).toBeNull();
    await user.type(await box('项目名称'), '（续）');
    await saved(() => expect(stored.project.content).toEqual({ ...rich, name: `${rich.name}（续）` }));
  });
});

describe('what a form asks of every indicator', () => {
  it('has its boxes at once, and a mark where the form wants them', async () => {
    const user = userEvent.setup();
    const { stored } = openWizard(fullContent(), 'satisfaction', { forms: ['dossier'] });
    await waitFor(() => named('indicators.6.basis'));
    await user.click(named('indicators.6.description'));
    await user.keyboard('沿线村民满意度{Enter}');
    expect(named('indicators.6.basis')).toHaveFocus();
    await user.tab({ shift: true });
    await waitFor(() => expect(named('indicators.6.basis')).toHaveAttribute('aria-invalid', 'true'));
    expect(screen.getByText(/没有填写指标值确定依据/u)).toBeInTheDocument();
    await saved(() => expect(stored.project.content.indicators[6]?.description).toBe('沿线村民满意度'));
  });

  it('stays on demand where no form of the unit asks for it', async () => {
    const user = userEvent.setup();
    openWizard(fullContent(), 'satisfaction');
    await waitFor(() => named('indicators.6.printed'));
    expect(document.querySelector('[name="indicators.6.basis"]')).toBeNull();
    await user.click(screen.getByRole('button', { name: '这一条的更多操作' }));
    await user.click(await screen.findByRole('menuitem', { name: '填写说明、依据、权重' }));
    expect(named('indicators.6.basis')).toBeInTheDocument();
  });

  it('is kept out of the way where it is filled in and no form asks for it', async () => {
    const user = userEvent.setup();
    const content = fullContent();
    openWizard(
      { ...content, indicators: content.indicators.map((one) => ({ ...one, basis: '年度工作计划' })) },
      'satisfaction',
    );
    await waitFor(() => named('indicators.6.printed'));
    expect(document.querySelector('[name="indicators.6.basis"]')).toBeNull();
    await user.click(screen.getByRole('button', { name: '这一条的更多操作' }));
    await user.click(await screen.findByRole('menuitem', { name: '查看说明、依据、权重' }));
    expect(named('indicators.6.basis')).toHaveValue('年度工作计划');
  });
});

describe('资金支出计划', () => {
  const open = (spendingPlan: ProjectContent['spendingPlan'] = []) =>
    openWizard({ ...fullContent(), usage: '发放补贴', spendingPlan }, 'funds', { forms: ['dossier'] });
  const plan = (): HTMLElement => screen.getByRole('group', { name: '资金支出计划' });

  it('takes the usual dates with one button, and says while it is typed how far it gets', async () => {
    const user = userEvent.setup();
    const { stored } = open();
    await user.click(await screen.findByRole('button', { name: '填入 3月底、6月底、10月底、12月底' }));
    await waitFor(() => expect(named('spendingPlan.0.percent')).toHaveFocus());
    await user.keyboard('25{ArrowDown}50{ArrowDown}75');
    expect(within(plan()).getByText(/75%/u, { selector: 'p' })).toBeInTheDocument();
    await user.keyboard('{ArrowDown}100{ArrowUp}');
    await within(plan()).findByText('累计到 100%');
    await saved(() =>
      expect(stored.project.content.spendingPlan).toEqual([
        { by: '3月底', percent: '25%' },
        { by: '6月底', percent: '50%' },
        { by: '10月底', percent: '75%' },
        { by: '12月底', percent: '100%' },
      ]),
    );
  });

  it('says at the line what is wrong there', async () => {
    const user = userEvent.setup();
    open([
      { by: '6月底', percent: '50%' },
      { by: '12月底', percent: '' },
    ]);
    await waitFor(() => named('spendingPlan.1.percent'));
    await user.type(named('spendingPlan.1.percent'), '40');
    await user.tab();
    await within(plan()).findByText('是累计数，不能小于前面的 50%');
  });

  it('lines are added and removed, and blank ones are not stored', async () => {
    const user = userEvent.setup();
    const { stored } = open([{ by: '12月底', percent: '100%' }]);
    await user.click(await screen.findByRole('button', { name: '＋ 增加一行' }));
    await waitFor(() => expect(named('spendingPlan.1.by')).toHaveFocus());
    await user.type(named('usage'), '。');
    await saved(() => expect(stored.project.content.usage).toBe('发放补贴。'));
    expect(stored.project.content.spendingPlan).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: '删除第 1 行' }));
    await user.click(screen.getByRole('button', { name: '删除第 1 行' }));
    await waitFor(() => expect(screen.getByRole('button', { name: /^填入/u })).toHaveFocus());
    await saved(() => expect(stored.project.content.spendingPlan).toEqual([]));
  });
});

describe('the page of a project', () => {
  it('has its name as heading of level 1, and no level is left out below it', async () => {
    openWizard({ ...fullContent(), indicators: [emptyIndicator('i1', 'quantity')] }, 'output');
    expect(await screen.findByRole('heading', { level: 1, name: '村干部任职补贴' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 2, name: '产出指标' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 3, name: '数量指标' })).toBeInTheDocument();
  });
});
