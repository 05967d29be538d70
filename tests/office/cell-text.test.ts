import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownExactly } from '../../electron/office/cell-shown.ts';
import { cellText } from '../../electron/office/cell-text.ts';

describe('a number as its cell prints it, with all its digits', () => {
  it.each<[number, string, string]>([
    [0.1 + 0.2, '', '0.3'],
    [1e21, 'General', '1000000000000000000000'],
    [0.000_000_12, '', '0.00000012'],
    [0.955, '0%', '95.5%'],
    [0.95, '0.00%', '95.00%'],
    [68, '#,##0.00', '68.00'],
    [12.4273, '0.00', '12.4273'],
    [1_234.5, '"¥"#,##0.00', '1234.50'],
    [1_234.5, '[$¥-804]#,##0.00', '1234.50'],
    [101, '0000', '0101'],
    [31, '0"人"', '31人'],
    [3, '"第"0"期"', '第3期'],
    [2_024, '0"年"', '2024年'],
    [-5, '#,##0;(#,##0)', '-5'],
    [-5, '#,##0.00;[Red]-#,##0.00', '-5.00'],
    [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '0'],
    [0, '0;-0;;@', ''],
    [0, '0;-0;"无"', '无'],
    [123_456, '0!.0000"万元"', '12.3456万元'],
    [123_456, '0!.0,"万元"', '12.3456万元'],
    [12_345_678, '#,##0.00,', '12345.678'],
    [3, '[>=2]0"个以上";0"个"', '3个以上'],
    [1, '[>=2]0"个以上";0"个"', '1个'],
    [0.5, '# ?/?', '0.5'],
    [1_200, '0.00E+00', '1200'],
    [7, '@', '7'],
  ])('%d in %s is %s', (value, format, text) => {
    expect(cellText(value, format)).toBe(text);
  });

  it('comes back from any format of digits, percents and words', () => {
    const formats = fc.constantFrom('', '0', '0.00', '#,##0.00', '0%', '0.0%', '0"人"', '0!.0000', '#,##0;(#,##0)');
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(4), formats, (whole, places, format) => {
        const value = whole / 10 ** places;
        const text = cellText(value, format);
        const scale = format.includes('%') ? 100 : format.includes('!') ? 1e-4 : 1;
        expect(Number(text.replace(/[%人]/gu, '')) / scale).toBeCloseTo(value, 6);
      }),
    );
  });
});

describe('a date', () => {
  const DAY = 45_657; // 2024-12-31
  it.each<[number, string, string]>([
    [DAY, 'yyyy"年"m"月"d"日"', '2024年12月31日'],
    [DAY, 'yyyy年m月', '2024年12月'],
    [DAY, 'yyyy"年"', '2024年'],
    [DAY, 'm"月"d"日"', '2024年12月31日'],
    [DAY, '[DBNum1][$-804]yyyy"年"m"月"d"日";@', '2024年12月31日'],
    [DAY, 'yyyy/m/d', '2024-12-31'],
    [DAY, 'm/d/yy', '2024-12-31'],
    [DAY, 'yyyy-mm', '2024-12'],
    [DAY, 'yyyy', '2024'],
    [DAY + 0.354_166_7, 'yyyy/m/d h:mm', '2024-12-31 08:30'],
    [DAY + 0.354_166_7, 'yyyy/m/d', '2024-12-31'],
    [0.354_166_7, 'h:mm AM/PM', '08:30'],
    [1.5, '[h]:mm', '36:00'],
    [1, 'yyyy-mm-dd', '1900-01-01'],
    [-1, 'yyyy-mm-dd', '-1'],
    [5_000_000, 'yyyy-mm-dd', '5000000'],
  ])('%d in %s is %s', (value, format, text) => {
    expect(cellText(value, format)).toBe(text);
  });

  it('counts from 1904 where the workbook does', () => {
    expect(cellText(DAY - 1_462, 'yyyy-mm-dd', true)).toBe('2024-12-31');
  });

  it('is no more than a number where the cell shows a number', () => {
    expect(cellText(DAY, '')).toBe('45657');
  });
});

describe('other values', () => {
  it('a text takes the words of its format, a truth value is as Excel prints it', () => {
    expect(cellText('31', '@"元"')).toBe('31元');
    expect(cellText('甲', 'General')).toBe('甲');
    expect(cellText(true, '')).toBe('TRUE');
  });

  it('nothing that is written as a format stops it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('0#?.,%"\\!_*[]@;/yMdhs年GE+-ge1 元')) }),
        fc.double(),
        (format, value) => {
          expect(typeof cellText(value, format)).toBe('string');
        },
      ),
    );
  });
});

describe('a shown text beside its value', () => {
  it.each<[string, number, string]>([
    ['96%', 0.955, '95.5%'],
    ['12.43', 12.4273, '12.4273'],
    ['¥1,234.50', 1_234.5, '1234.50'],
    ['(5)', -5, '-5'],
    ['0101', 101, '0101'],
    ['31人', 31, '31人'],
    ['12.3万元', 123_456, '12.3456万元'],
    [' -   ', 0, '0'],
    ['', 7, ''],
    ['TRUE', 1, 'TRUE'],
    ['1.2E+03', 1_234, '1234'],
  ])('%s of %d is %s', (shown, value, text) => {
    expect(shownExactly(shown, value)).toBe(text);
  });
});
