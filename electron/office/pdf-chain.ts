import type { PdfTable } from './pdf-page.ts';
import { joinPieces, wouldNotFit, type WrappedText } from './pdf-wrap.ts';
import type { PlacedCell } from './source-rows.ts';

/** Edges of columns this near are one, in points. */
const SAME_EDGE = 4;
/** Edges of columns that by fitting show that a narrower table is part of another. */
const FEWEST_EDGES = 4;
/** Rows a table may repeat at the head of a page. */
const MOST_HEADER_ROWS = 6;
/** A text shorter than this is a label: the next label does not go on with it, however full its last line. */
const SHORTEST_TEXT = 20;

interface ChainCell {
  row: number;
  rows: number;
  readonly left: number;
  readonly right: number;
  text: string;
  /** Of its last piece. */
  content: WrappedText;
}

/** A table that goes on over pages, put together again: header rows once, broken rows and texts joined, columns as one. */
export class TableOverPages {
  private xs: readonly number[];
  private rowCount = 0;
  private readonly cells: ChainCell[] = [];

  constructor(first: PdfTable) {
    this.xs = first.xs;
    this.add(chainCells(first), first.rowCount, 0);
  }

  /**
   * Does a table at the head of the next page go on with this one? It is as wide, and its columns fit; or it lacks some columns at a
   * side, whose cells, merged over pages, have no borders there, and all others are where they were.
   */
  goesOnWith({ xs }: PdfTable): boolean {
    const fits = xs.filter((x) => this.xs.some((known) => isNear(known, x))).length;
    const [isLeft, isRight] = [isNear(this.xs[0], xs[0]), isNear(this.xs.at(-1), xs.at(-1))];
    if (isLeft && isRight) return this.xs.length + xs.length - fits <= Math.max(this.xs.length, xs.length) + 3;
    return (isLeft || isRight) && xs.length >= FEWEST_EDGES && fits === xs.length;
  }

  /** Takes in the part on the next page. */
  append(part: PdfTable): void {
    this.xs = unite(this.xs, part.xs);
    const all = chainCells(part);
    const header = this.repeatedRows(all, part.rowCount);
    const cells = all.filter(({ row }) => row >= header).map((cell) => ({ ...cell, row: cell.row - header }));
    const top = cells.filter(({ row }) => row === 0);
    const isBroken = this.isBrokenRow(top);
    const gone = new Set(top.filter((cell) => (isBroken ? this.joinRow(cell) : this.joinText(cell, top))));
    this.add(
      cells.filter((cell) => !gone.has(cell)),
      part.rowCount - header,
      isBroken ? -1 : 0,
    );
  }

  /** The cells in rows and columns; a column in which no cell begins is none. */
  end(): { cells: PlacedCell[]; rowCount: number } {
    const starts = this.xs.filter((x) => this.cells.some(({ left }) => isNear(left, x)));
    const indexOf = (x: number): number => {
      const index = starts.findIndex((start) => start > x - SAME_EDGE);
      return index < 0 ? starts.length : index;
    };
    const cells = this.cells.map(({ row, rows, left, right, text }): PlacedCell => {
      const column = indexOf(left);
      return { row, rows, column, columns: Math.max(1, indexOf(right) - column), text };
    });
    return {
      cells: cells.sort((one, other) => one.row - other.row || one.column - other.column),
      rowCount: this.rowCount,
    };
  }

  private add(cells: readonly ChainCell[], rowCount: number, shift: number): void {
    const first = this.rowCount + shift;
    for (const cell of cells) this.cells.push({ ...cell, row: first + cell.row });
    this.rowCount = first + rowCount;
  }

  /** How many rows at the head of a part are the ones the table begins with. */
  private repeatedRows(part: readonly ChainCell[], rowCount: number): number {
    let count = 0;
    while (count < Math.min(MOST_HEADER_ROWS, rowCount - 1) && isSameRow(rowOf(this.cells, count), rowOf(part, count)))
      count += 1;
    // A label that goes on below is no header row.
    while (count > 0 && part.some(({ row, rows }) => row < count && row + rows > count)) count -= 1;
    return count;
  }

  /** The cell right above one at the head of a part: as wide, and down to the end. */
  private above({ left, right }: ChainCell): ChainCell | undefined {
    return this.cells.find(
      (cell) => cell.row + cell.rows === this.rowCount && isNear(cell.left, left) && isNear(cell.right, right),
    );
  }

  /**
   * Is the first row of a part the rest of the last row before it? It fills fewer of the cells that row has for itself, each below
   * a filled one, and at least one text goes on in the middle of a sentence.
   */
  private isBrokenRow(top: readonly ChainCell[]): boolean {
    const pairs = top.filter(({ text }) => text !== '').map((cell) => ({ cell, upper: this.above(cell) }));
    const own = this.cells.filter(({ row, rows, text }) => row + rows === this.rowCount && rows === 1 && text !== '');
    return (
      pairs.length > 0 &&
      // A sign or number again below the same one is the next row's.
      !pairs.some(({ cell, upper }) => cell.text === upper?.text) &&
      pairs.filter(({ upper }) => upper?.rows === 1).length < own.length &&
      pairs.every(({ cell, upper }) => upper !== undefined && mayGoOn(upper, cell)) &&
      pairs.some(({ cell, upper }) => upper !== undefined && (isFull(upper, cell) || isSaidAgain(upper, cell)))
    );
  }

  /** Joins a cell of a broken row to the one above; true where it is gone with that. */
  private joinRow(cell: ChainCell): boolean {
    const upper = this.above(cell);
    if (upper === undefined) return cell.text === '';
    if (cell.text !== '') joinCell(upper, cell);
    upper.rows += cell.rows - 1;
    return true;
  }

  /**
   * Joins a text in cells merged over rows that goes on in the same cell of the next page, and a label with its empty rest. Where
   * another cell of the same rows begins something new, so does this one: the next project.
   */
  private joinText(cell: ChainCell, top: readonly ChainCell[]): boolean {
    const upper = this.above(cell);
    if (upper === undefined || upper.text === '' || (upper.rows === 1 && cell.rows === 1)) return false;
    const beside = top.filter((each) => each.text !== '' && this.above(each)?.row === upper.row);
    if (!beside.every((each) => this.goesOn(each))) return false;
    if (cell.text !== '') joinCell(upper, cell);
    upper.rows += cell.rows;
    return true;
  }

  /** A text in the middle of a sentence; or the whole text again, as programs print it that centre it in a cell over pages. */
  private goesOn(cell: ChainCell): boolean {
    const upper = this.above(cell);
    if (upper === undefined) return false;
    return (
      withoutMark(upper.text) === withoutMark(cell.text) || (upper.text.length >= SHORTEST_TEXT && isFull(upper, cell))
    );
  }
}

const chainCells = ({ cells, xs }: PdfTable): ChainCell[] =>
  cells.map(({ row, rows, column, columns, content }) => ({
    row,
    rows,
    left: xs[column] ?? 0,
    right: xs[column + columns] ?? 0,
    text: content.text,
    content,
  }));

const rowOf = (cells: readonly ChainCell[], row: number): ChainCell[] => cells.filter((cell) => cell.row === row);

const isSameRow = (one: readonly ChainCell[], other: readonly ChainCell[]): boolean =>
  one.length === other.length &&
  one.some(({ text }) => text !== '') &&
  one.every((cell) => other.some(({ left, text }) => isNear(left, cell.left) && text === cell.text));

/** In a broken row a text of several lines of its own may go on with a new line; others only in the middle of a sentence. */
const mayGoOn = (upper: ChainCell, lower: ChainCell): boolean =>
  isFull(upper, lower) || isSaidAgain(upper, lower) || (upper.rows === 1 && upper.content.lines.length > 1);

const isFull = (upper: ChainCell, lower: ChainCell): boolean => {
  const [line] = lower.content.lines;
  return line !== undefined && wouldNotFit(lower.text, upper.content.room, line);
};

/** `（续）某项目` below `某项目`: the author says himself that it goes on. */
const isSaidAgain = ({ text }: ChainCell, lower: ChainCell): boolean =>
  /^[（(]?[续接][表上]?[)）：:]/u.test(lower.text) && withoutMark(lower.text) === withoutMark(text);

const withoutMark = (text: string): string => text.replace(/^[（(]?[续接][表上]?[)）：:]/u, '').replace(/\s/gu, '');

const joinCell = (upper: ChainCell, lower: ChainCell): void => {
  if (withoutMark(upper.text) === withoutMark(lower.text)) return;
  upper.text = isFull(upper, lower) ? joinPieces(upper.text, lower.text) : `${upper.text}\n${lower.text}`;
  upper.content = lower.content;
};

const isNear = (one = NaN, other = NaN): boolean => Math.abs(one - other) <= SAME_EDGE;

const unite = (xs: readonly number[], more: readonly number[]): number[] =>
  [...xs, ...more.filter((x) => !xs.some((known) => isNear(known, x)))].sort((one, other) => one - other);
