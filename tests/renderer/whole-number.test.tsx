import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { YearBox } from '../../renderer/src/lib/WholeNumber.tsx';
import { renderWindow } from './render-window.tsx';

const years: number[] = [];

const Box = (): ReactElement => {
  const [year, setYear] = useState(2024);
  return (
    <YearBox
      label="年度"
      value={year}
      onChange={(next) => {
        years.push(next);
        setYear(next);
      }}
    />
  );
};

const openBox = (): HTMLElement => {
  years.length = 0;
  renderWindow(<Box />);
  return screen.getByRole('textbox', { name: '年度' });
};

describe('年度', () => {
  it('is never 0: an emptied box gives no year, and the one before comes back', async () => {
    const user = userEvent.setup();
    const box = openBox();
    await user.clear(box);
    expect(box).toHaveValue('');
    await user.tab();
    expect(box).toHaveValue('2024');
    expect(years).toEqual([]);
  });

  it('is taken once it is a whole year, not while it is typed', async () => {
    const user = userEvent.setup();
    const box = openBox();
    await user.clear(box);
    await user.type(box, '2026');
    expect(years).toEqual([2026]);
    await user.tab();
    expect(box).toHaveValue('2026');
  });

  it('outside of what there can be is not taken', async () => {
    const user = userEvent.setup();
    const box = openBox();
    await user.clear(box);
    await user.type(box, '20260');
    await user.tab();
    expect(box).toHaveValue('2026');
    expect(years.every((year) => year >= 1990 && year <= 2100)).toBe(true);
  });
});
