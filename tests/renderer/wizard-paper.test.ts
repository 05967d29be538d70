import { describe, expect, it } from 'vitest';
import { shownField } from '../../renderer/src/paper/lit.ts';

describe('the cell that is lit while a box is edited', () => {
  const shown = (edited: string | null, ...fields: string[]): string | null => shownField(new Set(fields), edited);

  it('shows that very field where the paper has it', () => {
    expect(shown('indicators.1.printed', 'indicators.1.level3', 'indicators.1.printed')).toBe('indicators.1.printed');
  });

  it('else what contains it, or another part of the same indicator', () => {
    expect(shown('spendingPlan.2.percent', 'usage', 'spendingPlan')).toBe('spendingPlan');
    expect(shown('indicators.1.basis', 'indicators.0.level3', 'indicators.1.level3')).toBe('indicators.1.level3');
  });

  it('else the one cell in which the whole list prints', () => {
    expect(shown('goals.3', 'goals.0')).toBe('goals.0');
    expect(shown('indicators.5.printed', 'indicators.2.level3')).toBe('indicators.2.level3');
  });

  it('is none where the paper does not print it', () => {
    expect(shown('indicators.5.printed', 'indicators.2.level3', 'indicators.3.level3')).toBeNull();
    expect(shown('code', 'name')).toBeNull();
    expect(shown(null, 'name')).toBeNull();
  });
});
