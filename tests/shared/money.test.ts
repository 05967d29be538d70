import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFen, printFen, printFenGrouped, printFenRounded } from '../../shared/model/money.ts';

const fen = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
const unit = fc.constantFrom('万元' as const, '元' as const);

describe('money', () => {
  it('prints and reads back every amount without losing a 分', () => {
    fc.assert(
      fc.property(fen, unit, (amount, each) => parseFen(printFen(amount, each), each) === (amount === 0 ? 0 : amount)),
    );
  });

  it('reads back what it prints with thousands commas', () => {
    fc.assert(
      fc.property(
        fen,
        unit,
        (amount, each) => parseFen(printFenGrouped(amount, each), each) === (amount === 0 ? 0 : amount),
      ),
    );
  });

  it('prints exactly, without padding and without rounding', () => {
    expect(printFen(95_083_200, '万元')).toBe('95.0832');
    expect(printFen(117_000_000, '万元')).toBe('117');
    expect(printFen(0, '万元')).toBe('0');
    expect(printFen(1, '万元')).toBe('0.000001');
    expect(printFen(-5, '元')).toBe('-0.05');
    expect(printFenGrouped(1_536_740_000, '万元')).toBe('1,536.74');
    expect(printFenGrouped(123_456_789_012, '元')).toBe('1,234,567,890.12');
  });

  it.each([
    ['95.0832', 95_083_200],
    ['1,536.74', 1_536_740_000],
    ['2. 9567', 2_956_700],
    ['１０．５', 10_500_000],
    ['65904 元', 6_590_400],
    ['117万', 117_000_000],
    ['￥3', 3_000_000],
    ['0.000000', 0],
    ['7.00', 7_000_000],
  ])('reads %s under 万元', (text, expected) => {
    expect(parseFen(text, '万元')).toBe(expected);
  });

  it.each(['', '  ', '约5', '5-6', '1.2.3', '—', '1e5', 'NaN', '0.0000001', '999999999999999', '--1'])(
    'does not count %j, which is no amount a 分 can hold',
    (text) => {
      expect(parseFen(text, '万元')).toBeNull();
    },
  );

  it.each([
    [95_083_200, '95.08'],
    [95_085_000, '95.09'],
    [-95_085_000, '-95.09'],
    [90_000_000, '90.00'],
    [4_999, '0.00'],
    [-4_999, '0.00'],
    [5_000, '0.01'],
  ])('prints %d 分 with two decimals as %s', (fen, expected) => {
    expect(printFenRounded(fen, '万元')).toBe(expected);
    expect(printFenRounded(fen, '元', 2)).toBe(printFenGrouped(fen, '元').replaceAll(',', ''));
  });

  it('never turns text into an amount that prints otherwise', () => {
    fc.assert(
      fc.property(fc.string(), unit, (text, each) => {
        const amount = parseFen(text, each);
        return amount === null || (Number.isSafeInteger(amount) && parseFen(printFen(amount, each), each) === amount);
      }),
    );
  });
});
