import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
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

describe('typing in the wizard', () => {
  it('shows on the paper what is typed, and stores it', async () => {
    const user = userEvent.setup();
    const { stored } = openWizard(newContent(), 'basics');
    const name = await screen.findByRole('textbox', { name: /项目名称/u });
    await user.clear(name);
    await user.type(name, '垃圾清运');
    const paper = screen.getByRole('region', { name: '纸面预览' });
    await within(paper).findByText('垃圾清运');
    await saved(() => expect(stored.project.content.name).toBe('垃圾清运'));
    expect(await screen.findByText(/^已保存 \d\d:\d\d$/u)).toBeInTheDocument();
  });

  it('opening a project and looking at every step stores nothing', async () => {
    const user = userEvent.setup();
    const { saves } = openWizard(fullContent());
    await screen.findByRole('textbox', { name: /项目名称/u });
    for (const key of ['2', '3', '4', '5', '6', '7', '1']) await user.keyboard(`{Alt>}${key}{/Alt}`);
    await act(() => new Promise((resolve) => setTimeout(resolve, 700)));
    expect(saves).not.toHaveBeenCalled();
  });

  it('writes what a value was understood as beside the text as typed', async () => {
    const user = userEvent.setup();
    const { stored } = openWizard(newContent(), 'satisfaction');
    await waitFor(() => named('indicators.6.printed'));
    await user.type(named('indicators.6.level3'), '村民满意度');
    await user.type(named('indicators.6.printed'), '>=95%');
    await user.tab();
    expect(named('indicators.6.printed')).toHaveValue('≥95%');
    await saved(() =>
      expect(stored.project.content.indicators).toMatchObject([
        { kind: 'satisfaction', level3: '村民满意度', printed: '≥95%', operator: '≥', value: '95', unit: '%' },
      ]),
    );
  });

  it('puts ≥ before a value with one click, in place of the sign there', async () => {
    const user = userEvent.setup();
    openWizard(fullContent(), 'satisfaction');
    await waitFor(() => named('indicators.6.printed'));
    await user.click(screen.getByRole('button', { name: '小于等于' }));
    expect(named('indicators.6.printed')).toHaveValue('≤95%');
  });

  it('says when the sum is wrong and sets it right with one click', async () => {
    const user = userEvent.setup();
    openWizard(newContent({ funds: { total: '10', fiscal: '4', other: '' } }), 'funds');
    await user.click(await screen.findByRole('button', { name: /其他资金 = 6 万元/u }));
    expect(named('funds.other')).toHaveValue('6');
    expect(screen.queryByText('合计与两项之和不一致')).toBeNull();
  });

  it('asks once whether amounts of an imported paper are 元 or 万元, and converts them', async () => {
    const user = userEvent.setup();
    const { stored } = openWizard(
      newContent({ amountUnit: '元', funds: { total: '45000', fiscal: '45000', other: '' } }),
      'funds',
    );
    await user.click(await screen.findByRole('button', { name: '就是 45000 元（4.5 万元）' }));
    expect(named('funds.total')).toHaveValue('4.5');
    await saved(() => expect(stored.project.content).toMatchObject({ amountUnit: '万元', funds: { fiscal: '4.5' } }));
  });
});

describe('Enter in the wizard', () => {
  it('goes from box to box, and from the last one to the next step', async () => {
    const user = userEvent.setup();
    const { path } = openWizard(newContent(), 'funds');
    await waitFor(() => expect(named('funds.total')).toHaveFocus());
    await user.keyboard('{Enter}{Enter}');
    expect(named('funds.other')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(path()).toBe('/projects/p1/goals');
    await waitFor(() => expect(named('goals.0')).toHaveFocus());
  });

  it('that picks a candidate of the input method does nothing', async () => {
    const { path } = openWizard(newContent(), 'funds');
    await waitFor(() => expect(named('funds.total')).toHaveFocus());
    fireEvent.keyDown(named('funds.total'), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(named('funds.total'), { key: 'Enter', keyCode: 229 });
    expect(named('funds.total')).toHaveFocus();
    expect(path()).toBe('/projects/p1/funds');
  });

  it('breaks the line in the goal, where Ctrl+Enter goes on', async () => {
    const user = userEvent.setup();
    const { path } = openWizard(newContent(), 'goals');
    await waitFor(() => expect(named('goals.0')).toHaveFocus());
    await user.keyboard('发放补贴{Enter}保持稳定');
    expect(named('goals.0')).toHaveValue('发放补贴\n保持稳定');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(path()).toBe('/projects/p1/output');
  });
});

describe('paper and gaps', () => {
  it('a click on a cell of the paper goes to its field, on whatever step it is', async () => {
    const user = userEvent.setup();
    openWizard(fullContent(), 'basics');
    const paper = await screen.findByRole('region', { name: '纸面预览' });
    await user.click(within(paper).getByText('≥95%'));
    await waitFor(() => expect(named('indicators.6.printed')).toHaveFocus());
  });

  it('opens a step at its first gap', async () => {
    openWizard(newContent({ period: '' }), 'basics');
    await waitFor(() => expect(named('period')).toHaveFocus());
  });

  it('lists every gap; the first is focused, each goes to its field', async () => {
    const user = userEvent.setup();
    const content = fullContent();
    openWizard({ ...content, goals: [], indicators: content.indicators.slice(1) }, 'check');
    const first = await screen.findByRole('button', { name: '请填写年度总体目标' });
    await waitFor(() => expect(first).toHaveFocus());
    await user.click(screen.getByRole('button', { name: /数量指标是必填硬性指标/u }));
    await waitFor(() => expect(document.activeElement).toHaveAttribute('name', 'indicators.6.level3'));
  });
});

describe('finishing', () => {
  it('stores what was just typed, locks the project, and opens it again with 修改', async () => {
    const user = userEvent.setup();
    const { stored } = openWizard(fullContent(), 'basics');
    const name = await screen.findByRole('textbox', { name: /项目名称/u });
    await user.clear(name);
    await user.type(name, '新名称');
    await user.keyboard('{Alt>}7{/Alt}');
    await user.click(await screen.findByRole('button', { name: '完成' }));
    expect(await screen.findByText('已完成，内容已锁定', { selector: '.mantine-Alert-root *' })).toBeInTheDocument();
    expect(stored.project).toMatchObject({ state: 'finished', content: { name: '新名称' } });
    await user.keyboard('{Alt>}1{/Alt}');
    expect(await box('项目名称')).toHaveAttribute('readonly');
    await user.click(screen.getByRole('button', { name: '修改' }));
    await waitFor(async () => expect(await box('项目名称')).not.toHaveAttribute('readonly'));
  });
});

describe('indicators', () => {
  it('are added, removed and put back', async () => {
    const user = userEvent.setup();
    const { stored } = openWizard(fullContent(), 'output');
    await user.click(await screen.findByRole('button', { name: /增加一条数量指标/u }));
    await waitFor(() => expect(named('indicators.7.level3')).toHaveFocus());
    await user.keyboard('行政村{Enter}11 个');
    await saved(() => expect(stored.project.content.indicators.map(({ level3 }) => level3)).toContain('行政村'));
    const row = screen.getByRole('region', { name: '数量指标（必填硬性指标）' });
    const menus = within(row).getAllByRole('button', { name: '这一条的更多操作' });
    await user.click(menus[0] ?? row);
    await user.click(await screen.findByRole('menuitem', { name: '删除这一条' }));
    await saved(() => expect(stored.project.content.indicators[0]?.id).toBe('i2'));
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await saved(() =>
      expect(stored.project.content.indicators[0]).toMatchObject(
        indicator('i1', 'quantity', '享受补贴的村干部人数', '31 人'),
      ),
    );
  });
});

describe('Escape', () => {
  it('closes the menu of an indicator and stays in the project', async () => {
    const user = userEvent.setup();
    const { path } = openWizard(fullContent(), 'satisfaction');
    await user.click(await screen.findByRole('button', { name: '这一条的更多操作' }));
    await screen.findByRole('menu');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(path()).toBe('/projects/p1/satisfaction');
  });
});

describe('what is said beside a box', () => {
  it('is nothing while a new project is only looked at, and says what is missing once the clerk went on', async () => {
    const user = userEvent.setup();
    openWizard(newContent({ name: '' }), 'basics');
    const name = await box('项目名称');
    await waitFor(() => expect(name).toHaveFocus());
    fireEvent.blur(name, { relatedTarget: null });
    expect(name).not.toHaveAttribute('aria-invalid', 'true');
    await user.tab();
    await waitFor(() => expect(name).toHaveAttribute('aria-invalid', 'true'));
    expect(screen.getByText('请填写项目名称')).toBeInTheDocument();
    await user.type(name, '垃圾清运');
    await waitFor(() => expect(name).not.toHaveAttribute('aria-invalid', 'true'));
  });
});

describe('the place of an indicator', () => {
  it('moves within its row with Ctrl+Shift+↑ and ↓, and the cursor with it', async () => {
    const user = userEvent.setup();
    const content = fullContent();
    const second = indicator('i8', 'quantity', '行政村', '11 个');
    const { stored } = openWizard({ ...content, indicators: [...content.indicators, second] }, 'output');
    await waitFor(() => named('indicators.7.printed'));
    await user.click(named('indicators.7.printed'));
    await user.keyboard('{Control>}{Shift>}{ArrowUp}{/Shift}{/Control}');
    await waitFor(() => expect(named('indicators.0.printed')).toHaveFocus());
    expect(named('indicators.0.printed')).toHaveValue('11 个');
    await user.keyboard('{Control>}{Shift>}{ArrowUp}{/Shift}{/Control}');
    await saved(() =>
      expect(stored.project.content.indicators.map(({ id }) => id)).toEqual([
        ...['i8', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i1'],
      ]),
    );
  });
});
