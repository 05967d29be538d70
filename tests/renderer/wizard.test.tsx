import { notifications } from '@mantine/notifications';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { departed } from '../../renderer/src/wizard/save-project.ts';
import { box, fullContent, indicator, newContent, openWizard } from './wizard-window.tsx';

// The wizard saves when it is left: that save belongs to the test's own program, not to the next one's.
afterEach(async () => {
  cleanup();
  await departed('p1');
  notifications.clean();
  window.localStorage.clear();
  vi.unstubAllGlobals();
});

const named = (path: string): HTMLElement => {
  const field = document.querySelector<HTMLElement>(`[name="${path}"]`);
  if (!field) throw new Error(`no field ${path}`);
  return field;
};

const saved = async (check: () => void): Promise<void> => waitFor(check, { timeout: 3_000 });

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

describe('a project changed in another window', () => {
  it('is loaded again without losing what was typed here', async () => {
    const user = userEvent.setup();
    const { stored, change } = openWizard(fullContent(), 'basics');
    await waitFor(() => named('period'));
    const period = named('period');
    change({ version: 5, content: { ...fullContent(), name: '别人改的名称' } });
    await user.clear(period);
    await user.type(period, '3年');
    await user.click(await screen.findByRole('button', { name: '重新载入，保留我填的' }, { timeout: 3_000 }));
    await waitFor(async () => expect(await box('项目名称')).toHaveValue('别人改的名称'));
    await saved(() => expect(stored.project.content).toMatchObject({ name: '别人改的名称', period: '3年' }));
  });
});

describe('text that could not be saved before the page was left', () => {
  const periodBox = (): Promise<HTMLElement> => waitFor(() => named('period'));
  /** Types a new period, and leaves the page before it is saved. */
  const typeAndLeave = async (user: ReturnType<typeof userEvent.setup>, text: string): Promise<void> => {
    const period = await periodBox();
    await user.clear(period);
    await user.type(period, text);
    await user.keyboard('{Control>}p{/Control}');
    await screen.findByText('别的页面');
  };
  const openAgain = async (user: ReturnType<typeof userEvent.setup>): Promise<void> =>
    user.click(await screen.findByRole('button', { name: '打开这个项目' }));

  it('goes back by itself where only other fields were changed elsewhere', async () => {
    const user = userEvent.setup();
    const { stored, change } = openWizard(fullContent(), 'basics');
    await periodBox();
    change({ version: 5, content: { ...fullContent(), name: '别人改的名称' } });
    await typeAndLeave(user, '3年');
    expect(await screen.findByText('“村干部任职补贴”有内容没有保存上。它在别处改过了。')).toBeInTheDocument();
    await openAgain(user);
    await waitFor(async () => expect(await periodBox()).toHaveValue('3年'));
    expect(await box('项目名称')).toHaveValue('别人改的名称');
    expect(stored.project.content).toMatchObject({ name: '别人改的名称', period: '3年' });
    await waitFor(() => expect(screen.queryByRole('button', { name: '打开这个项目' })).toBeNull());
    expect(window.localStorage).toHaveLength(0);
  });

  it('is asked about where the same field was changed elsewhere', async () => {
    const user = userEvent.setup();
    const { stored, change } = openWizard(fullContent(), 'basics');
    await periodBox();
    change({ version: 5, content: { ...fullContent(), period: '2年' } });
    await typeAndLeave(user, '3年');
    await openAgain(user);
    expect(await periodBox()).toHaveValue('2年');
    await user.click(await screen.findByRole('button', { name: '放回我填的' }));
    await waitFor(async () => expect(await periodBox()).toHaveValue('3年'));
    expect(stored.project.content.period).toBe('3年');
    expect(screen.queryByRole('button', { name: '放回我填的' })).toBeNull();
  });

  it('reopens a project that was finished elsewhere, once the clerk wants it', async () => {
    const user = userEvent.setup();
    const { stored, change } = openWizard(fullContent(), 'basics');
    await periodBox();
    change({ version: 5, state: 'finished' });
    await typeAndLeave(user, '3年');
    await openAgain(user);
    await user.click(await screen.findByRole('button', { name: '修改，放回我填的' }));
    await waitFor(() => expect(stored.project).toMatchObject({ state: 'draft', content: { period: '3年' } }));
  });

  it('restores a project that was deleted elsewhere, or lets the text go', async () => {
    const user = userEvent.setup();
    const { stored } = openWizard(fullContent(), 'basics');
    await periodBox();
    stored.gone = true;
    await typeAndLeave(user, '3年');
    await openAgain(user);
    await user.click(await screen.findByRole('button', { name: '恢复这个项目，放回我填的' }));
    await waitFor(async () => expect(await periodBox()).toHaveValue('3年'));
    expect(stored.project.content.period).toBe('3年');
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
