import fc from 'fast-check';
import type { SourceRow, SourceTable } from '../../shared/grid/table.ts';

/** Makes other tables of a real one: cells, rows and columns that are lost, moved, doubled, or full of something else. */
export const spoiledTables = (table: SourceTable): fc.Arbitrary<SourceTable[]> =>
  fc
    .array(change, { minLength: 1, maxLength: 12 })
    .map((changes) => changes.reduce((rows, deed) => deed(rows), [...table.rows]))
    .chain((rows) =>
      fc.constantFrom(
        [{ ...table, rows }],
        [table, { name: '另一张', rows }],
        [
          { name: '', rows: [] },
          { ...table, rows: rows.slice(rows.length / 2) },
        ],
      ),
    );

type Change = (rows: SourceRow[]) => SourceRow[];

const WORDS = [
  '',
  ' ',
  '项目名称',
  '绩效指标',
  '一级指标',
  '数量指标',
  '指标值',
  '≥95%',
  '1e309',
  '-',
  '（万元）',
  '\n\n\n',
  '𠮷\ufeff\u202e',
  '__proto__',
  'constructor',
  '9'.repeat(400),
  '('.repeat(3_000),
  '一、产出指标 (一) 数量指标： 1. 甲',
  '①②③；；；：：：',
];

const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const at = fc.double({ min: 0, max: 0.999_999, noNaN: true });

const rowAt = (rows: readonly SourceRow[], place: number): number => Math.floor(place * rows.length);

const withCells = (rows: SourceRow[], place: number, make: (cells: readonly string[]) => string[]): SourceRow[] =>
  rows.map((row, index) => (index === rowAt(rows, place) ? { ...row, cells: make(row.cells) } : row));

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ at, column: fc.nat(8), word }).map(
    ({ at: place, column, word: text }): Change =>
      (rows) =>
        withCells(rows, place, (cells) => {
          const made = [...cells];
          made[column] = text;
          return Array.from(made, (cell: string | undefined) => cell ?? '');
        }),
  ),
  at.map(
    (place): Change =>
      (rows) =>
        rows.filter((_, index) => index !== rowAt(rows, place)),
  ),
  fc.tuple(at, fc.constantFrom(2, 60)).map(
    ([place, times]): Change =>
      (rows) =>
        rows.flatMap((row, index) =>
          index === rowAt(rows, place) && rows.length < 2_000 ? Array.from({ length: times }, () => row) : [row],
        ),
  ),
  fc.tuple(at, fc.nat(8)).map(
    ([place, column]): Change =>
      (rows) =>
        withCells(rows, place, (cells) => cells.toSpliced(column, 1)),
  ),
  fc.nat(8).map(
    (column): Change =>
      (rows) =>
        rows.map((row) => ({ ...row, cells: row.cells.toSpliced(column, 1) })),
  ),
  fc.nat(8).map(
    (column): Change =>
      (rows) =>
        rows.map((row) => ({ ...row, cells: row.cells.toSpliced(column, 0, '') })),
  ),
  fc.constant<Change>((rows) => rows.toReversed()),
  fc.constant<Change>((rows) =>
    rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.replaceAll(/\s/gu, '')) })),
  ),
  fc.constant<Change>((rows) => rows.map((row) => ({ ...row, cells: [row.cells.join('')] }))),
);
