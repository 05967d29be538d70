import { readValue } from '../../model/value.ts';
import { keyOf, type SheetCell } from '../locate/sheet.ts';
import type { Alternative, Doubt } from '../recognised.ts';
import { isCaptionLike, isHeadingLike, isIgnoredField, isIgnoredLabel, isLabel, isUnitRow } from './furniture.ts';
import { cellsOf, shown, type Check, type Reading } from './reading.ts';
import { remainder } from './remainder.ts';

/** So many left-out cells of one project are told one by one. */
const MOST_TOLD = 30;

/** A column of at least so many cells that nothing was read from is told once. */
const FEWEST_OF_COLUMN = 3;

/** A text that nothing was read from, or the part of it. */
interface Left {
  readonly cell: SheetCell;
  readonly text: string;
}

/** Every filled cell is a label, a field, or furniture; what is none of these was left out. */
export const leftOut: Check = (reading) => {
  const left = cellsOf(reading).flatMap((cell) => leftIn(reading, cell));
  const { columns, single } = byColumn(reading, left);
  const rows = Map.groupBy(single, ({ cell }) => cell.row);
  return [
    ...columns.map((column) => columnDoubt(reading, column)),
    ...[...rows.values()].map((row) => rowDoubt(reading, row)),
  ].slice(0, MOST_TOLD);
};

const leftIn = (reading: Reading, cell: SheetCell): Left[] => {
  if (cell.claims.length > 0) {
    const text = remainder(cell);
    return text === '' || isInUpper(reading, text) ? [] : [{ cell, text }];
  }
  return isFurniture(reading, cell) ? [] : [{ cell, text: cell.text.trim() }];
};

/** What a merge repeats in every row: part of a field that was read from another of them. */
const isInUpper = ({ project }: Reading, text: string): boolean => {
  const key = text.replace(/^\P{L}+(?=\p{L})|[\p{P}\p{S}]+$/gu, '');
  const upper = [
    project.name,
    project.code,
    project.departmentAndCode,
    project.category,
    project.implementingUnit,
    ...project.goals,
  ];
  return upper.some((field) => field !== null && keyOf(field).includes(key));
};

const isFurniture = (reading: Reading, cell: SheetCell): boolean => {
  const { text, key } = cell;
  const row = reading.sheet.rows[cell.row] ?? [];
  if (isLabel(text) || isCaptionLike(text) || isIgnoredField(text)) return true;
  if (row.length === 1 && (isHeadingLike(text) || isOfDocument(reading, key))) return true;
  if (isPiece(reading, cell)) return true;
  if (isSerial(cell, row) || isRepeat(reading, cell, row)) return true;
  return isBesideIgnored(reading, cell, row) || (row.every((one) => one.claims.length === 0) && isUnitRow(row));
};

const isOfDocument = ({ document }: Reading, key: string): boolean => {
  const whole = [document.title, document.department, document.unitCode, document.total].map((text) =>
    (text ?? '').replace(/\s/gu, ''),
  );
  return whole.some((text) => text !== '' && (text.includes(key) || key.includes(text)));
};

/** One of two cells that a wrap has made of a label or a heading. */
const isPiece = ({ sheet }: Reading, cell: SheetCell): boolean => {
  const below = sheet.rows[cell.row + 1]?.find(({ place }) => place.column === cell.place.column);
  const above = sheet.rows[cell.row - 1]?.find(({ place }) => place.column === cell.place.column);
  const pairs = [
    [cell, below],
    [above, cell],
    [cell, sheet.cells[cell.index + 1]],
    [sheet.cells[cell.index - 1], cell],
  ] as const;
  return pairs.some(
    ([one, two]) => one && two && one.claims.length + two.claims.length === 0 && isWhole(one.text + two.text),
  );
};

const isWhole = (text: string): boolean => isLabel(text) || (text.length < 80 && /绩效目标表$/u.test(text));

/** A number in front of everything that was read of its row. */
const isSerial = ({ key, place }: SheetCell, row: readonly SheetCell[]): boolean =>
  /^[(]?\d{1,4}[).,]?$/u.test(key) && row.every((one) => one.claims.length === 0 || one.place.column > place.column);

/** The text of a merge given again for each cell it covers, or the head of a project again on a new page. */
const isRepeat = ({ sheet, index, window }: Reading, cell: SheetCell, row: readonly SheetCell[]): boolean => {
  const beside = row.some(
    (one) => one !== cell && one.key === cell.key && Math.abs(one.place.column - cell.place.column) < 12,
  );
  if (beside) return true;
  const key = cell.key.replace(/^\(续\)/u, '');
  const same = (sheet.byKey.get(key) ?? []).filter((one) => one.claims.some(({ project }) => project === index));
  const near = same.filter(({ row: at }) => at >= window.from - 20 && at < window.to + 20);
  return near.some((one) => one.claims.some(({ path }) => !path.startsWith('indicators.')) || one.key.length > LONG);
};

/** Longer texts are not printed twice by chance. */
const LONG = 12;

/** Behind a label, or below the head of a column, that no field of this form takes. */
const isBesideIgnored = ({ sheet }: Reading, cell: SheetCell, row: readonly SheetCell[]): boolean => {
  const label = row.findLast((one) => one.place.column < cell.place.column && isLabel(one.text));
  if (label && label.claims.length === 0 && isIgnoredLabel(label.text)) return true;
  // A cell a line: the label stands in the line above.
  const before = sheet.cells[cell.index - 1];
  if (row.length === 1 && before?.claims.length === 0 && isIgnoredLabel(before.text)) return true;
  const head = headOf(sheet.rows, cell);
  return head !== null && isIgnoredLabel(head.text);
};

/** Rows looked through upwards for the head of a column. */
const FARTHEST_HEAD = 400;

/** The cell that heads the column: in the nearest row above that is nothing but labels. */
const headOf = (rows: readonly (readonly SheetCell[])[], cell: SheetCell): SheetCell | null => {
  for (let row = cell.row - 1; row >= Math.max(0, cell.row - FARTHEST_HEAD); row -= 1) {
    const cells = rows[row] ?? [];
    const labels = cells.filter(({ text }) => isLabel(text)).length;
    if (labels < 3 || labels < cells.length - 2) continue;
    return cells.find(({ place }) => place.column === cell.place.column) ?? null;
  }
  return null;
};

/** Cells of one column below one head, in which nothing was read, are one fault. */
const byColumn = (reading: Reading, left: readonly Left[]): { columns: Left[][]; single: Left[] } => {
  const found = Map.groupBy(left, ({ cell }) => `${cell.place.table} ${cell.place.column}`);
  const columns = [...found.values()].filter((cells) => {
    const [first] = cells;
    const whole = cells.every(({ cell }) => cell.claims.length === 0);
    return (
      first !== undefined &&
      whole &&
      cells.length >= FEWEST_OF_COLUMN &&
      headOf(reading.sheet.rows, first.cell) !== null
    );
  });
  const told = new Set(columns.flat());
  return { columns, single: left.filter((one) => !told.has(one)) };
};

const columnDoubt = (reading: Reading, cells: readonly Left[]): Doubt => {
  const [first] = cells as [Left, ...Left[]];
  const head = headOf(reading.sheet.rows, first.cell)?.text ?? '';
  const message = `“${shown(head)}”这一列没有读进来（${cells.length} 格，例如“${shown(first.text)}”），表里没有它的位置。`;
  return {
    path: 'columns',
    kind: 'left-out',
    message,
    at: first.cell.place.at,
    confidence: 0.9,
    place: first.cell.place,
  };
};

/** What was left out of one row: told once, at the field that stands nearest. */
const rowDoubt = (reading: Reading, row: readonly Left[]): Doubt => {
  const [first] = row as [Left, ...Left[]];
  const texts = row.map(({ text }) => `“${shown(text)}”`).join('、');
  const path = nearestPath(reading, first.cell);
  const message = row.length === 1 ? `这一格没有读进来：${texts}。` : `这一行有 ${row.length} 格没有读进来：${texts}。`;
  const alternatives = alternativesFor(reading, row, path);
  const doubt = {
    path,
    kind: 'left-out',
    message,
    at: first.cell.place.at,
    confidence: 0.4,
    place: first.cell.place,
  } as const;
  return alternatives.length === 0 ? doubt : { ...doubt, alternatives };
};

/** The field read in the same row nearest to it, else the last one above. */
const nearestPath = ({ sheet, window, index }: Reading, cell: SheetCell): string => {
  for (let row = cell.row; row >= window.from; row -= 1) {
    const claims = (sheet.rows[row] ?? []).flatMap((one) =>
      one.claims
        .filter(({ project }) => project === index)
        .map(({ path }) => ({ path, far: Math.abs(one.place.column - cell.place.column) })),
    );
    const [nearest] = claims.sort((one, other) => one.far - other.far);
    if (nearest === undefined) continue;
    // A whole row that is nowhere is a row too few.
    return row === cell.row || !nearest.path.startsWith('indicators.') ? nearest.path : 'indicators';
  }
  return 'indicators';
};

/** What was left out as the field it may be. */
const alternativesFor = ({ project }: Reading, row: readonly Left[], path: string): Alternative[] => {
  const texts = row.map(({ text }) => text.replace(/\n/gu, ''));
  if (path === 'indicators') return [asNew(project.indicators.length, texts)];
  const [, at] = /^indicators\.(\d+)\./u.exec(path) ?? [];
  const [text = ''] = texts;
  if (at === undefined)
    return path.includes('.') ? [] : [{ label: `改成“${shown(text)}”`, changes: [{ path, value: text }] }];
  const indicator = project.indicators[Number(at)];
  const [name, value] = [indicator?.level3 ?? '', indicator?.printedValue ?? ''];
  const asValue = {
    label: `“${shown(text)}”是指标值`,
    changes: [{ path: `indicators.${at}.printedValue`, value: text }],
  };
  const asEnd = { label: `接在名称后面`, changes: [{ path: `indicators.${at}.level3`, value: `${name}${text}` }] };
  const isValue = ['number', 'range', 'time'].includes(readValue(text).kind);
  if (value === '') return [asValue, asEnd];
  return isValue
    ? [asValue, asNew(project.indicators.length, texts)]
    : [asEnd, asNew(project.indicators.length, texts), asValue];
};

const asNew = (count: number, [name = '', ...values]: readonly string[]): Alternative => ({
  label: '加成一条新指标',
  changes: [
    { path: `indicators.${count}.level3`, value: name },
    ...(values.length === 0 ? [] : [{ path: `indicators.${count}.printedValue`, value: values.join('') }]),
  ],
});
