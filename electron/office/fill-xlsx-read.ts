import type { Template, TemplateCell, TemplateTable } from '../../shared/fill/template.ts';
import { isBlank } from '../../shared/model/text.ts';
import { placeOf, rangeOf, type Range } from './cell-refs.ts';
import { looksOf, richText, sharedStrings, sheetsOf, type BookSheet, type CellLook } from './fill-xlsx-book.ts';
import type { PackageParts } from './package-parts.ts';
import { attribute, child, children, rootOf, type Element } from './xml-dom.ts';

/** No form reaches further; what lies beyond stays as it is. */
const MOST_COLUMNS = 120;
const MOST_ROWS = 20_000;
/** Empty rows with lines behind the last text that may be meant to be filled in. */
const EMPTY_BEHIND = 200;

/** The visible sheets of a workbook as a template, and which sheet each table is. */
export const readXlsxTemplate = (parts: PackageParts): { template: Template; sheets: readonly BookSheet[] } => {
  const sheets = sheetsOf(parts).filter(({ hidden }) => !hidden);
  const strings = sharedStrings(parts).map(({ text }) => text);
  const looks = looksOf(parts);
  return { template: { format: 'xlsx', tables: sheets.map((sheet) => tableOf(parts, sheet, strings, looks)) }, sheets };
};

const tableOf = (
  parts: PackageParts,
  { part, name }: BookSheet,
  strings: readonly string[],
  looks: readonly CellLook[],
): TemplateTable => {
  const root = rootOf(parts.document(part));
  const merges = mergesIn(root);
  const covered = coveredBy(merges);
  const spans = new Map(merges.map((merge) => [`${merge.from.row}:${merge.from.column}`, merge]));
  const heights: (number | null)[] = [];
  const cells: TemplateCell[] = [];
  let lastText = -1;
  for (const row of children(child(root, 'sheetData') ?? root, 'row')) {
    const at = Number(attribute(row, 'r') ?? heights.length + 1) - 1;
    if (at >= MOST_ROWS) break;
    while (heights.length <= at) heights.push(null);
    heights[at] = heightOf(row);
    for (const cell of children(row, 'c')) {
      const place = placeOf(attribute(cell, 'r') ?? '');
      if (place === null || place.column >= MOST_COLUMNS || covered.has(`${at}:${place.column}`)) continue;
      const merge = spans.get(`${at}:${place.column}`);
      const read = cellOf(cell, strings, looks[Number(attribute(cell, 's') ?? 0)] ?? PLAIN);
      if (!isBlank(read.text)) lastText = at;
      cells.push({
        row: at,
        column: place.column,
        rows: merge === undefined ? 1 : merge.to.row - at + 1,
        columns: merge === undefined ? 1 : merge.to.column - place.column + 1,
        ...read,
      });
    }
  }
  const rows = Math.min(Math.max(heights.length, ...merges.map(({ to }) => to.row + 1)), lastText + 1 + EMPTY_BEHIND);
  const own = cells.filter((cell) => cell.row + cell.rows <= rows);
  const width = Math.max(1, ...own.map(({ column, columns }) => column + columns));
  while (heights.length < rows) heights.push(null);
  return {
    name,
    rows,
    widths: widthsOf(root, Math.min(width, MOST_COLUMNS)),
    heights: heights.slice(0, rows),
    cells: withEmpty(own, width, covered),
  };
};

/** Places without anything are cells too, in rows where something stands: files leave out what is empty and plain. */
const withEmpty = (cells: readonly TemplateCell[], width: number, covered: ReadonlySet<string>): TemplateCell[] => {
  const there = new Set(cells.map(({ row, column }) => `${row}:${column}`));
  const rows = new Set(cells.map(({ row }) => row));
  const empty = [...rows].flatMap((row) =>
    Array.from({ length: width }, (_, column) => column)
      .filter((column) => !there.has(`${row}:${column}`) && !covered.has(`${row}:${column}`))
      .map((column): TemplateCell => ({ row, column, rows: 1, columns: 1, text: '', kind: 'text', ...EMPTY })),
  );
  return [...cells, ...empty].sort((one, other) => one.row - other.row || one.column - other.column);
};

const EMPTY = { size: 11, wrap: false, numeric: true } as const;

/** The merges of a sheet that lie within what is read; of two that overlap the first counts. */
export const mergesIn = (root: Element): Range[] => {
  const list = child(root, 'mergeCells');
  const taken = new Set<number>();
  return (list === null ? [] : children(list, 'mergeCell')).flatMap((one) => {
    const range = rangeOf(attribute(one, 'ref') ?? '');
    if (range === null || !isWithin(range)) return [];
    const places = placesOf(range);
    if (places.some((place) => taken.has(place))) return [];
    for (const place of places) taken.add(place);
    return [range];
  });
};

const MOST_MERGED = 100_000;

const isWithin = ({ from, to }: Range): boolean =>
  to.column < MOST_COLUMNS &&
  to.row < MOST_ROWS &&
  to.row >= from.row &&
  to.column >= from.column &&
  (to.row - from.row + 1) * (to.column - from.column + 1) <= MOST_MERGED;

const placesOf = ({ from, to }: Range): number[] => {
  const places: number[] = [];
  for (let row = from.row; row <= to.row; row += 1)
    for (let column = from.column; column <= to.column; column += 1) places.push(row * MOST_COLUMNS + column);
  return places;
};

const coveredBy = (merges: readonly Range[]): Set<string> =>
  new Set(
    merges.flatMap((merge) =>
      placesOf(merge)
        .slice(1)
        .map((place) => `${Math.floor(place / MOST_COLUMNS)}:${place % MOST_COLUMNS}`),
    ),
  );

const PLAIN: CellLook = { size: 11, wrap: false, numeric: true, format: '' };

const cellOf = (
  cell: Element,
  strings: readonly string[],
  { size, wrap, numeric, format }: CellLook,
): Pick<TemplateCell, 'text' | 'kind' | 'size' | 'wrap' | 'numeric'> => {
  const type = attribute(cell, 't') ?? 'n';
  const value = child(cell, 'v')?.textContent ?? '';
  const inline = child(cell, 'is');
  const text =
    type === 's'
      ? (strings[Number(value)] ?? '')
      : type === 'inlineStr'
        ? inline === null
          ? ''
          : richText(inline)
        : value;
  const isNumber = type === 'n' && value !== '';
  const kind = child(cell, 'f') !== null ? 'formula' : isNumber ? 'number' : 'text';
  return { text: isNumber ? shown(value, format) : text, kind, size, wrap, numeric };
};

/** As the format shows it, as far as forms have formats: decimals, commas, percents. */
const shown = (value: string, format: string): string => {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const decimals = /\.(0+)/u.exec(format)?.[1]?.length;
  if (format.includes('%')) return `${Number((number * 100).toFixed(decimals ?? 0))}%`;
  const plain = String(Number(number.toPrecision(15)));
  const padded =
    decimals === undefined || (plain.split('.')[1]?.length ?? 0) >= decimals ? plain : number.toFixed(decimals);
  return format.includes('#,##') ? padded.replace(/\B(?=(\d{3})+(?=$|\.))/gu, ',') : padded;
};

const heightOf = (row: Element): number | null => {
  const height = Number(attribute(row, 'ht') ?? '');
  return height > 0 ? height : null;
};

/** In points: seven pixels a digit of the usual font, and five beside. */
const widthsOf = (root: Element, count: number): number[] => {
  const format = child(root, 'sheetFormatPr');
  const usual = Number((format === null ? null : attribute(format, 'defaultColWidth')) ?? 8.43) || 8.43;
  const widths = Array.from({ length: count }, () => pointsOf(usual));
  const list = child(root, 'cols');
  for (const one of list === null ? [] : children(list, 'col')) {
    const from = Number(attribute(one, 'min') ?? 1) - 1;
    const to = Math.min(count, Number(attribute(one, 'max') ?? 1));
    const hidden = /^(?:1|true)$/u.test(attribute(one, 'hidden') ?? '');
    for (let column = Math.max(0, from); column < to; column += 1)
      widths[column] = hidden ? 0 : pointsOf(Number(attribute(one, 'width') ?? usual) || usual);
  }
  return widths;
};

const pointsOf = (digits: number): number => (digits * 7 + 5) * 0.75;
