import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPaper } from '../../shared/forms/draw.ts';
import { PAPERS } from '../../shared/forms/index.ts';
import { signOffCell } from '../../shared/forms/sign-off.ts';
import { checkCodeOf, gridTexts, printedCode, readPrintedCode } from '../../shared/grid/check-code.ts';
import { defaultSettings } from '../../shared/model/unit.ts';
import { samples } from '../office/odd-projects.ts';
import { bookOf, drawn } from './book.ts';

const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 20 });

describe('校验码', () => {
  it('is eight letters that can be told apart on paper', () => {
    fc.assert(
      fc.property(texts, (some) => {
        expect(checkCodeOf(some)).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/u);
      }),
    );
    expect(checkCodeOf([])).toBe(checkCodeOf(['', ' \n　']));
  });

  it('does not change with blanks, line breaks and the way a number is written', () => {
    expect(checkCodeOf(['项目 名称\n', '1,536.70', '68.00'])).toBe(checkCodeOf(['项目名称', '', '1536.7', '68']));
    expect(checkCodeOf(['-0.50'])).toBe(checkCodeOf(['-0.5']));
  });

  it('changes with every letter, its place, and the cell it stands in', () => {
    const code = checkCodeOf(['甲', '乙丙', '100', '0101']);
    for (const other of [
      ['甲', '乙丁', '100', '0101'],
      ['乙丙', '甲', '100', '0101'],
      ['甲乙', '丙', '100', '0101'],
      ['甲', '乙丙', '10', '0101'],
      ['甲', '乙丙', '100', '101'],
      ['甲', '乙丙', '1.00', '0101'],
      ['甲', '乙丙', '≥100', '0101'],
    ]) {
      expect(checkCodeOf(other)).not.toBe(code);
    }
  });

  it('is found again in a footer, whatever a program made of the blanks', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('table' as const, 'document' as const), (some, of) => {
        const printed = { code: checkCodeOf(some), of };
        expect(readPrintedCode(`第 1 页，共 2 页　　${printedCode(printed)}`)).toEqual(printed);
        expect(readPrintedCode(printedCode(printed).split('').join(' '))).toEqual(printed);
      }),
    );
    expect(readPrintedCode('第 1 页，共 2 页')).toBeNull();
    expect(readPrintedCode('校验码：0OI1-ABCD')).toBeNull();
  });
});

describe('papers with 校验码', () => {
  const book = (printCheckCode: boolean) => bookOf(samples(), { settings: { printCheckCode } });

  it.each(PAPERS.map((paper) => [paper.id, paper] as const))('%s prints one only where it is wanted', (_, paper) => {
    const without = [...drawPaper(paper, book(false))];
    const withCode = [...drawPaper(paper, book(true))];
    expect(without).toEqual([...paper.layout(book(false))]);
    expect(without.map(({ page }) => readPrintedCode(page.footer)).filter((code) => code !== null)).toEqual([]);
    const codes = withCode.map((grid) => [grid.role ?? 'table', readPrintedCode(grid.page.footer)] as const);
    const isDocument = without[0]?.role === 'text';
    for (const [index, [role, code]] of codes.entries()) {
      if (role === 'contents') expect(code).toBeNull();
      else if (isDocument) expect(code).toEqual(codes[0]?.[1]);
      else expect(code).toEqual({ of: 'table', code: checkCodeOf(gridTexts(withCode[index] ?? never())) });
    }
  });

  it('keep the page numbers of their own', () => {
    const [grid] = drawn('annex2', samples().slice(0, 1), { settings: { printCheckCode: true } });
    expect(grid?.page.footer).toBe('');
    const [printed] = drawPaper({ layout: () => [grid ?? never()] }, book(true));
    expect(printed?.page.footer).toMatch(/^第 \{页\} 页，共 \{页数\} 页　　校验码：/u);
    const numbered = { ...(grid ?? never()), page: { ...(grid ?? never()).page, footer: '— {页} —' } };
    const [kept] = drawPaper({ layout: () => [numbered] }, book(true));
    expect(kept?.page.footer).toMatch(/^— \{页\} —　　校验码：/u);
  });
});

describe('the sign-off row', () => {
  const settings = { ...defaultSettings(2026), operator: '张三' };

  it('is one cell over all columns, without border', () => {
    const [cell, ...others] = signOffCell(9, 5, { ...settings, printSignOff: true });
    expect(others).toEqual([]);
    expect(cell).toMatchObject({ row: 9, column: 0, columnSpan: 5, style: { border: false } });
    expect(cell?.text.replace(/　+/gu, ' ')).toBe('填报人：张三 负责人： 日期： （盖章处）');
  });

  it('is left out where the settings print none', () => {
    expect(signOffCell(9, 5, settings)).toEqual([]);
  });
});

const never = (): never => {
  throw new Error('nothing drawn');
};
