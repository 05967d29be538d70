import { rowHeights, spanned } from '../../grid/build.ts';
import { printable, type Grid, type GridCell } from '../../grid/grid.ts';
import { placeList } from '../../grid/list-pages.ts';
import type { Book, BookUnit, PaperContext } from '../form.ts';
import { SIGN_OFF_HEIGHT, signOffCell } from '../sign-off.ts';
import { headCells, projectBlock } from './cells.ts';
import { linesOf } from './lines.ts';
import { makeStyles, type Styles } from './styles.ts';
import { unitText } from './unit-text.ts';

/** A to L in points; together the width between the margins. Twelve characters of 三级指标 stand on one line. */
const COLUMNS = [53, 102, 48, 52, 122, 53, 72, 119, 32, 44, 32, 44] as const;

const MARGINS = { top: 18, right: 12, bottom: 15, left: 12 } as const;

/** Lowest heights of title, two rows of header, 合计. */
const HEAD = [36, 20, 32, 20] as const;
const HEADER_ROWS = [1, 2] as const;

/** Lowest row of an indicator: one line of 小五 with a little air. */
const ROW = 17.5;

/** Kept free at the end of a page: a program that breaks one row earlier would print a page of one row. */
const SPARE = 18;

/** One table a unit, drawn when it is asked for. */
export function* layoutApproval({ units, year, settings }: Book): Generator<Grid> {
  for (const unit of units) yield unitGrid(unit, { unit: unit.unit, year, settings });
}

const unitGrid = (book: BookUnit, { unit, year, settings }: PaperContext): Grid => {
  const styles = makeStyles(settings);
  const contents = book.projects.map(({ content }) => content);
  const lines = linesOf(unit.tree);
  const head = headCells(year, contents, styles);
  const tail = spanned(signOffCell(0, COLUMNS.length, settings));
  const page = { orientation: 'landscape', margins: MARGINS } as const;
  const { cells, rows, breaks } = placeList({
    columns: COLUMNS,
    room: printable(page).height - SPARE,
    head: { cells: head, heights: rowHeights(head, COLUMNS, HEAD) },
    header: HEADER_ROWS,
    side: sideCell(unitText(book), styles),
    blocks: contents.map((content) => projectBlock(content, lines(content), ROW, styles)),
    tail: tail.length === 0 ? null : { cells: tail, height: SIGN_OFF_HEIGHT },
    isLabel: ({ style }) => style === styles.label,
  });
  return {
    name: unit.name,
    columns: COLUMNS,
    rows,
    cells,
    page: {
      ...page,
      fit: 'width',
      scale: 1,
      headerRows: HEADER_ROWS,
      breaks,
      centred: true,
      header: book.projects.some(({ state }) => state === 'draft') ? '草稿' : '',
      footer: breaks.length === 0 ? '' : '第 {页} 页，共 {页数} 页',
    },
  };
};

const sideCell = (text: string, { label }: Styles): GridCell | null =>
  spanned([{ row: 0, column: 0, text, style: label }])[0] ?? null;
