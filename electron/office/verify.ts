import { checkCodeOf, readPrintedCode, tableTexts, type PrintedCode } from '../../shared/grid/check-code.ts';
import type { SourceTable } from '../../shared/grid/table.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { kindOfFile } from './file-kind.ts';

/** Whether a table is what was printed. */
export interface VerifiedTable {
  /** Name of the sheet, `第 3 部分` of a document, or 全文 where one 校验码 stands for all. */
  readonly name: string;
  /** As computed from the content. */
  readonly code: string;
  /** As printed at the foot; empty where none is. */
  readonly printed: string;
  readonly outcome: 'same' | 'different' | 'unmarked';
}

/** A table and the foot of its pages. */
interface Sheet {
  readonly table: SourceTable;
  readonly footer: string;
}

/**
 * Computes 校验码 of a saved xlsx or docx anew and compares it with what its pages print.
 * @returns one line a table, in order; one for all where the code is of a whole document
 * @throws ExpectedError naming the file and why it can't be read
 */
export const verifyFile = async (bytes: Uint8Array, fileName: string): Promise<VerifiedTable[]> => {
  const sheets = withoutContents(await readSheets(bytes, fileName));
  const wholes = new Map<string, SourceTable[]>();
  const lines = sheets.flatMap(({ table, footer }): (VerifiedTable | PrintedCode)[] => {
    const printed = readPrintedCode(footer);
    if (printed?.of !== 'document') return [lineOf(table.name, [table], printed?.code ?? '')];
    const known = wholes.get(printed.code);
    known?.push(table);
    if (known === undefined) wholes.set(printed.code, [table]);
    return known === undefined ? [printed] : [];
  });
  return lines.map((line) => ('of' in line ? lineOf('全文', wholes.get(line.code) ?? [], line.code) : line));
};

/** 目录 of a document is not part of its code: the program that shows it counts its pages. */
const withoutContents = (sheets: readonly Sheet[]): readonly Sheet[] =>
  sheets.some(({ footer }) => readPrintedCode(footer)?.of === 'document')
    ? sheets.filter(({ table, footer }) => readPrintedCode(footer) !== null || !isContents(table))
    : sheets;

const isContents = ({ rows }: SourceTable): boolean => (rows[0]?.cells ?? []).join('').replace(/\s/gu, '') === '目录';

const lineOf = (name: string, tables: readonly SourceTable[], printed: string): VerifiedTable => {
  const code = checkCodeOf(tables.flatMap(tableTexts));
  return { name, code, printed, outcome: printed === '' ? 'unmarked' : code === printed ? 'same' : 'different' };
};

const readSheets = async (bytes: Uint8Array, fileName: string): Promise<Sheet[]> => {
  const kind = kindOfFile(bytes, fileName);
  if (kind === 'xlsx') return (await import('./xlsx-read.ts')).readSheets(bytes, fileName);
  if (kind === 'docx') return (await import('./docx-read.ts')).readSections(bytes, fileName);
  throw new ExpectedError(
    'file-foreign',
    `“${fileName}”不是 .xlsx 或 .docx 文件，无法核对校验码。`,
    '请选择导出的表格文件或 Word 文档。',
  );
};
