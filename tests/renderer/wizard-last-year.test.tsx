import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ProjectContent } from '../../shared/model/project.ts';
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

const last = (): ProjectContent => ({
  ...fullContent(),
  funds: { total: '88', fiscal: '95.0832', other: '' },
  indicators: [...fullContent().indicators, indicator('gone', 'quantity', '培训村干部次数', '2 次')],
});

describe('this year beside last year', () => {
  it('says below each box what stood there, what is the same, and takes it over with undo', async () => {
    const user = userEvent.setup();
    const { saves } = openWizard(fullContent(), 'funds', {}, last());
    const total = await box('年度资金总额');
    expect(await screen.findByText('去年：88')).toBeVisible();
    expect(screen.getByText('与去年相同')).toBeVisible();
    await user.click(screen.getByRole('button', { name: '用去年的' }));
    expect(total).toHaveValue('88');
    await saved(() => expect(saves.mock.lastCall?.[0].funds.total).toBe('88'));
    await waitFor(() => expect(screen.getAllByText('与去年相同')).toHaveLength(2));
    await user.click(screen.getByRole('button', { name: '撤销' }));
    expect(total).toHaveValue('95.0832');
  });

  it('follows what is typed', async () => {
    const user = userEvent.setup();
    openWizard(fullContent(), 'funds', {}, last());
    expect(await screen.findByText('去年：88')).toBeVisible();
    const total = named('funds.total');
    await user.clear(total);
    await user.type(total, '88');
    await waitFor(() => expect(screen.queryByText('去年：88')).not.toBeInTheDocument());
  });

  it('says where the old year still stands', async () => {
    const content = { ...fullContent(), goals: ['2023年按月发放补贴。'] };
    openWizard(content, 'goals', {}, last());
    expect(await screen.findByText('还写着 2023年')).toBeVisible();
  });

  it('offers the indicators that are gone', async () => {
    const user = userEvent.setup();
    const { saves } = openWizard(fullContent(), 'output', {}, last());
    expect(await screen.findByText('去年还有：培训村干部次数，2 次')).toBeVisible();
    await user.click(screen.getByRole('button', { name: '加进来' }));
    await saved(() =>
      expect(saves.mock.lastCall?.[0].indicators.map(({ level3 }) => level3)).toContain('培训村干部次数'),
    );
    await waitFor(() => expect(screen.queryByText(/^去年还有/u)).not.toBeInTheDocument());
  });

  it('is put away, and stays so for the next project', async () => {
    const user = userEvent.setup();
    openWizard(fullContent(), 'funds', {}, last());
    const toggle = await screen.findByRole('button', { name: '去年' });
    expect(toggle).toHaveAttribute('aria-pressed', 'true');
    await user.click(toggle);
    expect(screen.queryByText('去年：88')).not.toBeInTheDocument();
    expect(window.localStorage.getItem('jixiao last year')).toBe('false');
  });

  it('is not offered where nothing is known of last year', async () => {
    openWizard(newContent(), 'funds');
    await box('年度资金总额');
    expect(screen.queryByRole('button', { name: '去年' })).not.toBeInTheDocument();
  });
});

describe('核对与完成', () => {
  it('lists the old year and the same numbers as things to look at, and finishes all the same', async () => {
    const user = userEvent.setup();
    const content = { ...fullContent(), goals: ['2023年按月发放补贴。'] };
    const { stored, path } = openWizard(content, 'check', {}, last());
    const old = await screen.findByRole('list', { name: '仍写着 2023 的地方（1）' });
    expect(within(old).getByRole('button')).toHaveTextContent('年度目标：2023年');
    const same = await screen.findByRole('list', { name: '与去年相同的数字（3）' });
    expect(
      within(same)
        .getAllByRole('button')
        .map((one) => one.textContent),
    ).toEqual(['财政拨款：95.0832', '“享受补贴的村干部人数”的指标值：31 人', '“补贴标准”的指标值：2556 元/人/月']);
    await user.click(screen.getByRole('button', { name: '完成' }));
    await waitFor(() => expect(stored.project.state).toBe('finished'));
    expect(path()).toBe('/projects/p1/check');
  });

  it('leads to the place', async () => {
    const user = userEvent.setup();
    const content = { ...fullContent(), goals: ['2023年按月发放补贴。'] };
    const { path } = openWizard(content, 'check');
    await user.click(await screen.findByRole('button', { name: '年度目标：2023年' }));
    await waitFor(() => expect(path()).toBe('/projects/p1/goals'));
    await waitFor(() => expect(named('goals.0')).toHaveFocus());
  });
});
