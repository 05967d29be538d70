import { rowHeights, spanned, styler, type DraftCell } from '../../grid/build.ts';
import { printable, type CellStyle, type Grid } from '../../grid/grid.ts';
import { placeList } from '../../grid/list-pages.ts';
import type { Book, PrintSettings } from '../form.ts';
import { SIGN_OFF_HEIGHT, signOffCell } from '../sign-off.ts';
import { AMOUNTS_IN, COLUMNS, NAME, type ColumnName } from './definition.ts';
import { summaryRows, type SummaryRow } from './rows.ts';
import { summarise } from './summarise.ts';

const MARGINS = { top: 20, right: 15, bottom: 17, left: 15 } as const;

/** Lowest heights of title, units, header, and every row below them. */
const HEAD = [38, 24, 26] as const;
const ROW = 24;
const HEADER_ROW = 2;

/** Kept free at the end of a page: a program that breaks one row earlier would print a page of one row. */
const SPARE = 18;

interface Styles {
  readonly title: CellStyle;
  readonly heading: CellStyle;
  readonly above: CellStyle;
  readonly aboveRight: CellStyle;
  readonly centred: CellStyle;
  readonly text: CellStyle;
  readonly amount: CellStyle;
  readonly note: CellStyle;
}

/** 五号 10.5, the title 小二 18. */
const makeStyles = ({ fonts }: Pick<PrintSettings, 'fonts'>): Styles => {
  const style = styler({
    font: fonts.body,
    size: 10.5,
    bold: false,
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
    border: true,
    indent: 0,
  });
  return {
    title: style({ font: fonts.title, size: 18, border: false }),
    heading: style({ font: fonts.heading }),
    above: style({ horizontal: 'left', border: false }),
    aboveRight: style({ horizontal: 'right', border: false }),
    centred: style({}),
    text: style({ horizontal: 'left' }),
    amount: style({ horizontal: 'right' }),
    note: style({ horizontal: 'left', vertical: 'top', border: false }),
  };
};

/** One list of all projects of a book, with 小计 for each of several units, 合计, and what a reader should know of them. */
export function* layoutSummary(book: Book): Generator<Grid> {
  const styles = makeStyles(book.settings);
  const used = COLUMNS.filter(({ name }) => name !== 'unit' || book.units.length > 1);
  const columns = wide(used);
  const names = used.map(({ name }) => name);
  const head = spanned(headCells(book, used, styles));
  const tail = spanned(signOffCell(0, columns.length, book.settings));
  const page = { orientation: 'landscape', margins: MARGINS } as const;
  const drafts = [
    ...summaryRows(book).map((row) => rowCells(row, names, styles)),
    ...noteCells(summarise(book).notes, names.length, styles),
  ];
  const { cells, rows, breaks } = placeList({
    columns,
    room: printable(page).height - SPARE,
    head: { cells: head, heights: rowHeights(head, columns, HEAD) },
    header: [HEADER_ROW, HEADER_ROW],
    side: null,
    blocks: drafts.map((one) => ({ cells: spanned(one), least: [ROW] })),
    tail: tail.length === 0 ? null : { cells: tail, height: SIGN_OFF_HEIGHT },
    isLabel: () => false,
  });
  yield {
    name: '汇总表',
    columns,
    rows,
    cells,
    page: {
      ...page,
      fit: 'width',
      scale: 1,
      headerRows: [HEADER_ROW, HEADER_ROW],
      breaks,
      centred: true,
      header: '',
      footer: breaks.length === 0 ? '' : '第 {页} 页，共 {页数} 页',
    },
  };
}

/** From margin to margin: without the unit its room goes to the name. */
const wide = (used: readonly (typeof COLUMNS)[number][]): number[] => {
  const more = COLUMNS.reduce((sum, { width }) => sum + width, 0) - used.reduce((sum, { width }) => sum + width, 0);
  return used.map(({ name, width }) => (name === 'project' ? width + more : width));
};

const headCells = ({ year, units }: Book, used: readonly (typeof COLUMNS)[number][], styles: Styles): DraftCell[] => {
  const split = used.findIndex(({ name }) => name === 'total');
  const [first] = units;
  const more = units.length > 1 ? ` 等 ${units.length} 个单位` : '';
  return [
    { row: 0, column: 0, columnSpan: used.length, text: `${year}年${NAME}`, style: styles.title },
    { row: 1, column: 0, columnSpan: split, text: `单位：${first?.unit.name ?? ''}${more}`, style: styles.above },
    { row: 1, column: split, columnSpan: used.length - split, text: AMOUNTS_IN, style: styles.aboveRight },
    ...used.map(({ label }, column) => ({ row: HEADER_ROW, column, text: label, style: styles.heading })),
  ];
};

/** One row of the list; that of a sum has its label over all columns before the amounts. */
const rowCells = ({ label, texts, numbers }: SummaryRow, names: readonly ColumnName[], styles: Styles): DraftCell[] => {
  const split = names.indexOf('total');
  const start: DraftCell[] =
    label === undefined ? [] : [{ row: 0, column: 0, columnSpan: split, text: label, style: styles.centred }];
  return [
    ...start,
    ...names.slice(label === undefined ? 0 : split).map((name): DraftCell => {
      const number = numbers[name];
      const column = names.indexOf(name);
      const place = { row: 0, column, text: texts[name] ?? '', style: styleOf(name, styles) };
      return number === undefined ? place : { ...place, number };
    }),
  ];
};

const styleOf = (name: ColumnName, styles: Styles): CellStyle => {
  if (name === 'total' || name === 'fiscal' || name === 'other') return styles.amount;
  return name === 'project' || name === 'unit' ? styles.text : styles.centred;
};

const noteCells = (notes: readonly string[], columns: number, styles: Styles): DraftCell[][] =>
  notes.map((note, index) => [
    { row: 0, column: 0, columnSpan: columns, text: `${index === 0 ? '注：' : '　　'}${note}`, style: styles.note },
  ]);
