import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { VerifyResult } from '../../electron/app/contract.ts';
import { OutcomeTable } from '../../renderer/src/verify/OutcomeTable.tsx';
import { renderWindow } from './render-window.tsx';

const table = (name: string, outcome: VerifyResult['tables'][number]['outcome']) => ({
  name,
  outcome,
  code: 'AB12CD34',
  printed: outcome === 'unmarked' ? '' : outcome === 'same' ? 'AB12CD34' : 'FFFF0000',
});

describe('核对文件', () => {
  it('tells in plain words which tables are as they were printed, the changed ones first', () => {
    const tables = [table('甲', 'same'), table('乙', 'different'), table('丙', 'unmarked')];
    renderWindow(<OutcomeTable name="表.xlsx" tables={tables} />);
    const result = screen.getByRole('region', { name: '表.xlsx' });
    const said = within(result).getAllByRole('status');
    expect(said.map((one) => one.textContent)).toEqual([
      expect.stringContaining('不一致：3 张表里的 1 张'),
      expect.stringContaining('没有校验码：3 张表里的 1 张'),
      expect.stringContaining('一致：3 张表里的 1 张'),
    ]);
    expect(within(result).getByRole('row', { name: /乙/u })).toHaveTextContent('FFFF0000');
    expect(within(result).getByRole('row', { name: /丙/u })).toHaveTextContent('（没有印）');
  });
});
