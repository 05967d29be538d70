import type { SourceMerge, SourceTable } from '../../shared/grid/table.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { keepMerges, type MergeArea } from './sheet-merges.ts';

/** A sheet of a spreadsheet as its reader finds it, whatever the kind of file. */
export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: SheetCells;
  readonly merges: readonly MergeArea[];
  /** From 1. */
  readonly hiddenRows: ReadonlySet<number>;
  /** From 0. */
  readonly hiddenColumns: ReadonlySet<number>;
}

/** What a file may hold at most: more is no table for people. Columns beyond are left out with a note. */
const MOST_ROWS = 200_000;
const MOST_CELLS = 5_000_000;
const MOST_LETTERS = 40_000_000;
export const MOST_COLUMNS = 500;
/** Spreadsheets allow 32,767 letters in a cell. */
const MOST_IN_CELL = 32_767;

/** Counts what all sheets of a file hold. */
export class SheetBudget {
  private readonly fileName: string;
  private cells = 0;
  private letters = 0;

  constructor(fileName: string) {
    this.fileName = fileName;
  }

  /**
   * @param gap empty cells before it that are kept too
   * @throws ExpectedError where it is more than a file may hold
   */
  take(text: string, gap: number): void {
    this.cells += 1 + gap;
    this.letters += text.length;
    if (this.cells > MOST_CELLS || this.letters > MOST_LETTERS) {
      throw new ExpectedError(
        'file-too-large',
        `“${this.fileName}”的内容太多，无法读取。`,
        '请只留下要导入的工作表，另存为新的 .xlsx 再导入。',
      );
    }
  }

  /** @throws ExpectedError where a sheet has more rows with contents than a table may */
  takeRows(rows: number, sheet: string): void {
    if (rows <= MOST_ROWS) return;
    throw new ExpectedError(
      'file-too-large',
      `“${this.fileName}”的工作表“${sheet}”超过 ${MOST_ROWS} 行，无法读取。`,
      '请只留下要导入的内容，另存为新的文件再导入。',
    );
  }
}

/** The filled cells of a sheet, and what should be known of them. */
export class SheetCells {
  /** Texts by row, from 1; columns from 0. */
  readonly rows = new Map<number, string[]>();
  /** Cells with a formula and no result, with an error for a result, and beyond the last column. */
  readonly unresolved: string[] = [];
  readonly errors: string[] = [];
  beyond = 0;
  private readonly budget: SheetBudget;
  private readonly name: string;

  constructor(budget: SheetBudget, name: string) {
    this.budget = budget;
    this.name = name;
  }

  /** @param at row from 1 @param column from 0 */
  set(at: number, column: number, text: string): void {
    if (text === '') return;
    if (column >= MOST_COLUMNS) {
      this.beyond += 1;
      return;
    }
    const cut = text.length > MOST_IN_CELL ? text.slice(0, MOST_IN_CELL) : text;
    let row = this.rows.get(at);
    this.budget.take(cut, Math.max(0, column - (row?.length ?? 0)));
    if (row === undefined) {
      this.rows.set(at, (row = []));
      this.budget.takeRows(this.rows.size, this.name);
    }
    while (row.length < column) row.push('');
    row[column] = cut;
  }
}

/** A sheet as a table, and what the clerk should know of it. */
export interface SheetTable {
  readonly table: SourceTable;
  readonly notes: readonly string[];
}

/**
 * Makes the table of a sheet: cells that a merge covers are empty, empty rows are left out, and so are rows and columns that are
 * hidden, as they don't print either, unless they are wanted.
 */
export const sheetTable = (sheet: RawSheet, hidden: 'leave' | 'read'): SheetTable => {
  const { name, cells } = sheet;
  const order = [...cells.rows.keys()].sort((one, other) => one - other);
  const { merges, overlapped } = keepMerges(sheet.merges, cells.rows, order);
  const left = hidden === 'read' ? [] : leaveHidden(sheet, merges);
  const rows = order.flatMap((at) => {
    const texts = withoutEmptyEnd(cells.rows.get(at) ?? []);
    return texts.length > 0 ? [{ cells: texts, at }] : [];
  });
  const notes = [
    ...left,
    ...(overlapped ? [`工作表“${name}”的合并单元格互相重叠，重叠的没有合并，请核对。`] : []),
    ...cellNote(
      name,
      cells.unresolved,
      '个公式没有保存结果，读成了空白',
      '请用 Excel 或 WPS 打开并保存一次再导入，或者照着原表补填。',
    ),
    ...cellNote(name, cells.errors, '个公式的结果是错误', '请照着原表核对。'),
    ...(cells.beyond > 0 ? [`工作表“${name}”第 ${MOST_COLUMNS} 列以后的内容没有读取。`] : []),
  ];
  return { table: { name, rows, ...(merges.length > 0 ? { merges } : {}) }, notes };
};

const withoutEmptyEnd = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);

const cellNote = (sheet: string, places: readonly string[], what: string, advice: string): string[] =>
  places.length === 0
    ? []
    : [
        `工作表“${sheet}”有 ${places.length} ${what}（${places.slice(0, 5).join('、')}${places.length > 5 ? ' 等' : ''}）。${advice}`,
      ];

/** Empties hidden rows and columns; a merge that reaches out of them still shows its text. @returns what was left out */
const leaveHidden = (sheet: RawSheet, merges: readonly SourceMerge[]): string[] => {
  const { name, cells, hiddenRows, hiddenColumns } = sheet;
  if (hiddenRows.size === 0 && hiddenColumns.size === 0) return [];
  const shown = new Set(merges.filter((merge) => isShown(merge, hiddenRows, hiddenColumns)).map(keyOf));
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (const [at, texts] of cells.rows) {
    texts.forEach((text, column) => {
      if (text === '' || shown.has(keyOf({ at, column }))) return;
      if (hiddenRows.has(at)) rows.add(at);
      else if (hiddenColumns.has(column)) columns.add(column);
      else return;
      texts[column] = '';
    });
  }
  const parts = [...(rows.size > 0 ? [`${rows.size} 行`] : []), ...(columns.size > 0 ? [`${columns.size} 列`] : [])];
  return parts.length === 0
    ? []
    : [`工作表“${name}”里隐藏的 ${parts.join('、')}没有读取；要导入它们，请先在表格里取消隐藏。`];
};

const keyOf = ({ at, column }: { readonly at: number; readonly column: number }): string => `${at}/${column}`;

/** Part of it stands in a row and part in a column that is not hidden. */
const isShown = (merge: SourceMerge, rows: ReadonlySet<number>, columns: ReadonlySet<number>): boolean =>
  someBut(merge.at, merge.rows, rows) && someBut(merge.column, merge.columns, columns);

const someBut = (from: number, count: number, hidden: ReadonlySet<number>): boolean => {
  for (let each = from; each < from + count; each += 1) if (!hidden.has(each)) return true;
  return false;
};

/** The name of a cell as spreadsheets write it, `C5`. @param at from 1 @param column from 0 */
export const cellName = (at: number, column: number): string => {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${at}`;
};
