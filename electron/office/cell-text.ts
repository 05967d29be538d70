import type { Cell, CellErrorValue, CellFormulaValue, CellHyperlinkValue, CellRichTextValue, CellValue } from 'exceljs';

/** The text of a cell as it prints. Formulas are never computed: the result stored with them counts. */
export const cellText = (cell: Cell): string => valueText(cell.value, cell.numFmt);

const valueText = (value: CellValue, format: string | undefined): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, format ?? '');
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dateText(value, format ?? '');
  return objectText(value, format);
};

type ObjectValue = Exclude<CellValue, string | number | boolean | Date | null | undefined>;

const objectText = (value: ObjectValue, format: string | undefined): string => {
  if (isRichText(value)) return value.richText.map(({ text }) => text).join('');
  if (isHyperlink(value)) return valueText(value.text, format);
  if (isError(value)) return value.error;
  return isFormula(value) ? valueText(value.result, format) : '';
};

const isRichText = (value: object): value is CellRichTextValue => 'richText' in value;
const isHyperlink = (value: object): value is CellHyperlinkValue => 'hyperlink' in value;
const isError = (value: object): value is CellErrorValue => 'error' in value;
const isFormula = (value: object): value is CellFormulaValue => 'result' in value;

/** `"第"0.00"万元"`, `0%`, `0000`, `#,##0.0`: words before and after, digits, a percent sign. */
const FORMAT = /^(?:"([^"]*)")?(?:[¥￥])?([#0?,.]+)(%?)(?:"([^"]*)")?_?.?$/u;

/**
 * A number without the noise of binary fractions. Percents print as percents, leading zeros, decimals and words of the format
 * are kept (`68.00`); its rounding is not: what was entered counts.
 */
const numberText = (value: number, format: string): string => {
  const [, before = '', digits = '', percent = '', after = ''] = FORMAT.exec(format.split(';')[0] ?? '') ?? [];
  const plain = plainNumber(percent === '' ? value : value * 100);
  const zeros = /^0+$/u.test(digits) && Number.isInteger(value) && value >= 0 ? digits.length : 0;
  return `${before}${withDecimals(plain.padStart(zeros, '0'), digits)}${percent}${after}`;
};

/** As many zeros behind the point as the format always shows. */
const withDecimals = (plain: string, digits: string): string => {
  const wanted = /\.(0+)/u.exec(digits)?.[1]?.length ?? 0;
  const [whole = '', fraction = ''] = plain.split('.');
  return fraction.length >= wanted ? plain : `${whole}.${fraction.padEnd(wanted, '0')}`;
};

/** Fifteen digits are what a spreadsheet keeps; never in scientific notation. */
const plainNumber = (value: number): string => {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return Math.abs(rounded) < 1 ? rounded.toFixed(20).replace(/\.?0+$/u, '') : BigInt(Math.round(rounded)).toString();
};

/** Dates as Chinese forms write them where the format has 年, otherwise `2024-12-31`; the time only where there is one. */
const dateText = (date: Date, format: string): string => {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  if (format.includes('年')) {
    return `${year}年${/m/iu.test(format) ? `${month}月` : ''}${/d/iu.test(format) ? `${dayOfMonth}日` : ''}`;
  }
  return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`;
};
