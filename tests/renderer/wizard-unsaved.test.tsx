import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { box, fullContent, leaveWizardAfterEach, named, openWizard, saved } from './wizard-window.tsx';

leaveWizardAfterEach();

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
