import { sha256 } from '@noble/hashes/sha2.js';
import type { Grid } from './grid.ts';
import type { SourceTable } from './table.ts';

/*
 * 校验码: a short checksum of what a table prints. Whoever holds the paper and the file sees from it whether both say the same.
 * It is computed alike from a drawn grid and from what a reader finds in an xlsx or docx.
 */

/** Digits and capitals without 0 and O, 1 and I, which look alike on paper: 32 of them, five bits a letter. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Parts two texts: nothing printable holds it, so no text can be moved from one cell to the next unseen. */
const END_OF_TEXT = '\u0000';

/** 校验码 of printed texts in reading order, `XXXX-XXXX`. Blanks, empty cells and how a number is written do not count. */
export const checkCodeOf = (texts: Iterable<string>): string => {
  const hash = sha256.create();
  const encoder = new TextEncoder();
  for (const text of texts) {
    const essence = essenceOf(text);
    if (essence !== '') hash.update(encoder.encode(essence + END_OF_TEXT));
  }
  const bits = hash
    .digest()
    .slice(0, 5)
    .reduce((all, byte) => all * 256n + BigInt(byte), 0n);
  const letters = Array.from({ length: 8 }, (_, index) => LETTERS[Number((bits >> BigInt(35 - 5 * index)) & 31n)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
};

/** The texts of a grid in reading order: row by row, from left to right. */
export const gridTexts = ({ cells }: Grid): string[] =>
  [...cells].sort((one, other) => one.row - other.row || one.column - other.column).map(({ text }) => text);

/** The same of a table as it was read from a file. */
export const tableTexts = ({ rows }: SourceTable): string[] => rows.flatMap(({ cells }) => cells);

const NUMBER = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/u;

/** `68.00` on paper is 68 in a spreadsheet, and `1,536.74` is 1536.74; programs differ in blanks and line breaks. */
const essenceOf = (text: string): string => {
  const bare = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, '');
  const [whole, sign, digits = '', decimals = ''] = NUMBER.exec(bare) ?? [];
  if (whole === undefined) return bare;
  const fraction = decimals.replace(/0+$/u, '');
  return `${sign}${digits.replaceAll(',', '')}${fraction === '' ? '' : `.${fraction}`}`;
};

/** A code as printed in a footer. */
export interface PrintedCode {
  readonly code: string;
  /** Over how much it is counted: one table alone, or all of a document whose footers carry it. */
  readonly of: 'table' | 'document';
}

/** How a code is printed in a footer. */
export const printedCode = ({ code, of }: PrintedCode): string => `${of === 'document' ? '全文' : ''}校验码：${code}`;

/** The code a footer prints; null where it prints none. Blanks and the kind of colon do not count. */
export const readPrintedCode = (footer: string): PrintedCode | null => {
  const bare = footer.replace(/\s+/gu, '');
  const found = /(全文)?校验码[：:]([2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4})/u.exec(bare);
  return found?.[2] === undefined ? null : { code: found[2], of: found[1] === undefined ? 'table' : 'document' };
};
