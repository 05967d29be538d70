import type { SourceTable } from '../../shared/grid/table.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';
import { readCsv } from './csv.ts';

/**
 * Reads a text file: tab separated tables as copied from a document, or csv.
 * @throws ExpectedError where it is no text
 */
export const readText = (bytes: Uint8Array, fileName: string): SourceTable[] => {
  const text = decode(bytes, fileName);
  if (text.trim() === '') throw new ExpectedError('file-empty', `“${fileName}”里没有内容。`);
  return isCsv(text) ? [readCsv(text, fileName)] : tablesFromText(text, fileName);
};

/** UTF-16 by its mark, UTF-8 where it is valid, else GB18030, which Chinese Windows writes. */
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
  return ['utf-8', 'gb18030'];
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

/** No tab anywhere, and most lines have two commas at least: Chinese prose uses other commas. */
const isCsv = (text: string): boolean => {
  if (text.includes('\t')) return false;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.filter((line) => /,.*,/u.test(line)).length > lines.length / 2;
};
