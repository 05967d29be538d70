import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { fullContent, indicator, newContent, openWizard } from './wizard-window.tsx';

describe('a new project of a known kind', () => {
  it('proposes the kind its name says, asks its numbers, and fills goal, money and indicators', async () => {
    const user = userEvent.setup();
    const { saves } = openWizard(newContent({ name: '2024年村干部任职补贴' }));
    await screen.findByText('从典型项目开始（可以不选）');
    const fill = screen.getByRole('button', { name: '按“村干部报酬”填好' });
    expect(fill).toHaveProperty('disabled', true);
    await user.type(screen.getByRole('textbox', { name: '人数' }), '31');
    await user.type(screen.getByRole('textbox', { name: '每人每月标准' }), '2556');
    await user.type(screen.getByRole('textbox', { name: '月数' }), '12');
    expect(screen.getByText('31 人 × 2556 元 × 12 个月 = 95.0832 万元')).toBeTruthy();
    await user.click(fill);
    await waitFor(() => expect(saves.mock.lastCall?.[0].funds.total).toBe('95.0832'));
    const saved = saves.mock.lastCall?.[0];
    expect(saved?.name).toBe('2024年村干部任职补贴');
    expect(saved?.goals[0]).toContain('31 名村干部');
    expect(saved?.indicators.map(({ printed }) => printed)).toContain('2556 元/人/月');
    expect(screen.queryByText('从典型项目开始（可以不选）')).toBeNull();
  });

  it('is taken back with one click', async () => {
    const user = userEvent.setup();
    const { saves } = openWizard(newContent({ name: '职工食堂' }));
    await screen.findByText('从典型项目开始（可以不选）');
    await user.type(screen.getByRole('textbox', { name: '就餐人数' }), '44');
    await user.type(screen.getByRole('textbox', { name: '每人每月标准' }), '200');
    await user.type(screen.getByRole('textbox', { name: '月数' }), '12');
    await user.click(screen.getByRole('button', { name: /填好$/u }));
    await waitFor(() => expect(saves.mock.lastCall?.[0].indicators.length).toBeGreaterThan(7));
    await user.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(() => expect(saves.mock.lastCall?.[0].indicators).toEqual([]));
    expect(saves.mock.lastCall?.[0].funds.total).toBe('');
  });

  it('stays away from a project with something in it', async () => {
    openWizard(fullContent());
    await screen.findByRole('textbox', { name: /项目名称/u });
    expect(screen.queryByText('从典型项目开始（可以不选）')).toBeNull();
  });
});

describe('预审意见 in 核对与完成', () => {
  const wrong = () => {
    const content = fullContent();
    const indicators = content.indicators.map((one) =>
      one.kind === 'satisfaction' ? indicator('i7', 'satisfaction', '村民满意度', '≤95%') : one,
    );
    return { ...content, indicators };
  };

  it('names what would come back, and mends it with one click and back', async () => {
    const user = userEvent.setup();
    const { saves } = openWizard(wrong(), 'check');
    const list = await screen.findByRole('list', { name: '预审意见' });
    expect(within(list).getByText(/越高越好的事，应该写“≥”/u)).toBeTruthy();
    await user.click(within(list).getByRole('button', { name: '改成“≥95%”' }));
    await waitFor(() => expect(saves.mock.lastCall?.[0].indicators.at(-1)?.printed).toBe('≥95%'));
    await user.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(() => expect(saves.mock.lastCall?.[0].indicators.at(-1)?.printed).toBe('≤95%'));
  });

  it('says nothing of a project that is right', async () => {
    openWizard(fullContent(), 'check');
    await screen.findByText('必填内容都已填好');
    expect(screen.queryByText('预审意见')).toBeNull();
  });
});
