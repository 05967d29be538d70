import type { SourceTable } from '../../shared/grid/table.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';
import { readCsv, type Separator } from './csv.ts';

/**
 * Reads a text file: tab separated tables as copied from a document, or csv.
 * @throws ExpectedError where it is no text
 */
export const readText = (bytes: Uint8Array, fileName: string): SourceTable[] => {
  const text = decode(bytes, fileName);
  if (text.trim() === '') throw new ExpectedError('file-empty', `“${fileName}”里没有内容。`);
  if (text.length > MOST_LETTERS || linesIn(text) > MOST_LINES) throw tooMuch(fileName);
  const separator = separatorOf(text);
  const tables = separator === null ? tablesFromText(text, fileName) : [readCsv(text, fileName, separator)];
  if (tables.every(({ rows }) => rows.length === 0)) throw new ExpectedError('file-empty', `“${fileName}”里没有内容。`);
  return tables;
};

const MOST_LETTERS = 20_000_000;
const MOST_LINES = 200_000;

const linesIn = (text: string): number => {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1 && lines <= MOST_LINES; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
};

const tooMuch = (fileName: string): ExpectedError =>
  new ExpectedError(
    'file-too-large',
    `“${fileName}”的内容太多，无法读取。`,
    `请只留下要导入的表格，最多 ${MOST_LINES} 行。`,
  );

/** UTF-16 by its mark, UTF-8 where it is valid, else GB18030, which Chinese Windows writes; UTF-16 without a mark at last. */
const decode = (bytes: Uint8Array, fileName: string): string => {
  for (const encoding of encodingsOf(bytes)) {
    const text = tryDecode(bytes, encoding);
    if (text !== null && !looksBinary(text)) return text;
  }
  throw new ExpectedError(
    'file-foreign',
    `“${fileName}”不是文本，也不是能读取的表格。`,
    '请另存为 .xlsx 表格再导入，或者复制表格内容，粘贴到导入页面。',
  );
};

const encodingsOf = (bytes: Uint8Array): string[] => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030', ...(bytes.length % 2 === 0 ? ['utf-16le', 'utf-16be'] : [])];
};

const tryDecode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    // The decoder takes the byte order mark away.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

// Control characters no text has, and characters of private use, which is what binary becomes in GB18030.

const ODD = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ue000-\uf8ff]/g;

const looksBinary = (text: string): boolean => {
  const sample = text.slice(0, 100_000);
  return sample.includes('\u0000') || (sample.match(ODD)?.length ?? 0) > sample.length / 100;
};

/** What parts the cells of a csv; null where it is none: with a tab anywhere, or lines of prose. */
const separatorOf = (text: string): Separator | null => {
  const [, said] = /^\ufeff?sep=([,;])\r?\n/iu.exec(text) ?? [];
  if (said !== undefined) return said as Separator;
  // Quoted cells may hold anything. The second half of a doubled quote opens another, which is as good.
  const bare = text
    .slice(0, SAMPLE)
    .split('"')
    .filter((_, index) => index % 2 === 0)
    .join('""');
  if (bare.includes('\t')) return null;
  const lines = bare.split(/\r\n?|\n/u).filter((line) => line.trim() !== '');
  // Two at least in most lines: Chinese prose uses other commas.
  return (
    SEPARATORS.find((each) => lines.filter((line) => line.split(each).length > 2).length > lines.length / 2) ?? null
  );
};

/** So much of a file shows what it is. */
const SAMPLE = 1_000_000;

const SEPARATORS: readonly Separator[] = [',', ';'];
