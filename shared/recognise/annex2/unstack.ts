import type { SourceRow, SourceTable } from '../../grid/table.ts';
import { isStacked } from '../text.ts';
import { cleanCell } from '../clean.ts';
import { type Columns, columnsOf, fitCells, isValue } from './columns.ts';
import { filledDown } from './fill-down.ts';
import { isAuthority, isCaption, isMargin } from './captions.ts';
import { columnOf, type ColumnName, isHeaderCell } from './column-labels.ts';
import { headerLabel, inlineField, looksLikeLabel } from './header-labels.ts';
import { type Piece, partedRows } from './parted.ts';
import { isSumLabel } from './sums.ts';
import { beginsLabel, type IndicatorLabel, indicatorLabel } from './labels.ts';

/*
 * Some extractions print every cell of a table on a line of its own, rows parted by a blank line or by nothing. The labels are
 * then the only anchors: what stands between two of them are the cells of the rows between, and those are cut where
 * the cheapest reading as name, value and so on ends.
 */

/** Asked for twice, by matching and by reading. */
const UNSTACKED = new WeakMap<SourceTable, SourceTable>();

/** A table whose cells stand one a line as rows again; any other as it is. */
export const unstackOnly = (table: SourceTable): SourceTable => (isStacked(table.rows) ? unstack(table) : table);

/** The same only where blank lines part the rows: nothing is guessed. */
export const partedOnly = (table: SourceTable): SourceTable => {
  if (!isStacked(table.rows)) return table;
  const rows = partedRows(piecesOf(table.rows.map(cleaned)), isAside);
  return rows === null ? table : { name: table.name, rows };
};

/** A table with clean cells, and as rows again where its cells stand one a line. */
export const unstack = (table: SourceTable): SourceTable => {
  const known = UNSTACKED.get(table);
  if (known) return known;
  const rows = filledDown(table).map(cleaned);
  const unstacked = { name: table.name, rows: isStacked(rows) ? rowsOf(piecesOf(rows)) : rows };
  UNSTACKED.set(table, unstacked);
  return unstacked;
};

const cleaned = ({ cells, at }: SourceRow): SourceRow => ({ at, cells: cells.map(cleanCell) });

const rowsOf = (pieces: readonly Piece[]): SourceRow[] => partedRows(pieces, isAside) ?? new Unstacking(pieces).rows();

const piecesOf = (rows: readonly SourceRow[]): Piece[] => {
  const tabbed = rows.filter((row) => row.cells.length > 1).length * 2 > rows.length / 2;
  const pieces: Piece[] = [];
  let parted = true;
  for (const row of rows) {
    const text = row.cells.filter((cell) => cell !== '').join('\n');
    const inside = row.cells.length > 1;
    if (text === '' && !inside) {
      parted = true;
      continue;
    }
    const last = pieces.at(-1);
    if (last && continues(last.text, text, { inside: inside || !tabbed, parted }))
      pieces[pieces.length - 1] = { ...last, text: `${last.text}\n${text}` };
    else if (inside || !tabbed || !parted || isAnchor(text)) pieces.push({ text, at: row.at, parted });
    parted = false;
  }
  return pieces;
};

/** A label broken over two lines, or a line without its tab below a cell: the same cell. */
const continues = (above: string, text: string, { inside, parted }: { inside: boolean; parted: boolean }): boolean => {
  if (above === '' || text === '') return false;
  if (BRACKETED.test(text) && !above.includes('\n') && isLabelOf(above)) return true;
  if (beginsLabel(above, text) || (headerLabel(above) === null && headerLabel(above + text) !== null)) return true;
  if (above.length <= 4 && columnOf(above) === null && columnOf(text) !== null && columnOf(above + text) !== null)
    return true;
  return !inside && !parted && !isAnchor(text) && !isAside(above);
};

/** （50分）, （万元）: what a label prints below itself. */
const BRACKETED = /^[（(](?:\d{1,3}(?:\.\d+)?\s*分?|万?元)[）)]$/u;

const isLabelOf = (text: string): boolean => {
  const label = indicatorLabel(text);
  return headerLabel(text) !== null || (label !== null && label.type !== 'piece');
};

/** A bare number is an amount here, and a bare year a time: nothing beside them says otherwise. */
const isAside = (text: string): boolean =>
  !/^(?:\d+|(?:19|20)\d{2}\s*年度?)$/u.test(text) && (isCaption(text) || isMargin(text));

const isAnchor = (text: string): boolean =>
  isAside(text) || headerLabel(text) !== null || inlineField(text) !== null || indicatorLabel(text) !== null;

/** Where the rows are put: labels in the first columns, what follows 二级指标 in the next ones. */
const ROOT_COLUMN = 0;
const LEVEL1_COLUMN = 1;
const KIND_COLUMN = 2;
const FIRST_CONTENT = 3;

class Unstacking {
  private readonly pieces: readonly Piece[];
  private readonly out: SourceRow[] = [];
  private columns: readonly ColumnName[] = ['name', 'value'];
  private position = 0;
  private inIndicators = false;

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
  }

  rows(): SourceRow[] {
    while (this.position < this.pieces.length) {
      const start = this.position;
      this.next();
      if (this.position === start) this.position += 1;
    }
    return this.out;
  }

  private next(): void {
    const piece = this.pieces[this.position];
    if (!piece || piece.text === '') return;
    if (this.atHeader()) this.takeHeader();
    else if (this.labelAt(this.position) !== null) this.takeIndicators();
    else if (isSumLabel(piece.text) && this.inIndicators) this.takeSum(piece);
    else if (isAside(piece.text)) this.out.push({ cells: [piece.text], at: piece.at });
    else if (this.inIndicators && !isAnchor(piece.text) && !isAuthority(piece.text)) this.takeIndicators();
    else this.takeField(piece);
  }

  /** 名称 一级指标 二级指标 三级指标 指标值, each on its line. */
  private atHeader(): boolean {
    const texts = this.pieces.slice(this.position, this.position + 3).map((piece) => piece.text);
    return isHeaderCell(texts[0] ?? '') && texts.slice(1).some(isHeaderCell);
  }

  private takeHeader(): void {
    const first = this.pieces[this.position];
    const cells: string[] = [];
    for (; this.position < this.pieces.length; this.position += 1) {
      const text = this.pieces[this.position]?.text ?? '';
      if (text !== '' && !isHeaderCell(text) && columnOf(text) === null) break;
      if (text !== '') cells.push(text);
    }
    const columns: Columns = columnsOf(cells.map((text, column) => ({ column, text })));
    if (columns.name !== null && columns.value !== null) this.columns = columns.all.map((column) => column.name);
    const labels = cells.filter((text) => columnOf(text) === null);
    const placed = [...Array.from({ length: Math.max(0, FIRST_CONTENT - labels.length) }, () => ''), ...labels];
    this.out.push({
      cells: [...placed.slice(0, FIRST_CONTENT), ...cells.filter((text) => columnOf(text) !== null)],
      at: first?.at ?? 1,
    });
    this.inIndicators = true;
  }

  /** A label of the upper part with what follows it up to the next one. */
  private takeField(piece: Piece): void {
    const cells = [piece.text];
    const at = this.position;
    this.inIndicators = false;
    for (this.position += 1; this.position < this.pieces.length; this.position += 1) {
      const { text = '' } = this.pieces[this.position] ?? {};
      if (text === '') continue;
      if (isAnchor(text) || this.atHeader() || (cells.length > 1 && looksLikeLabel(text))) break;
      cells.push(text);
    }
    this.out.push({ cells, at: this.pieces[at]?.at ?? 1 });
  }

  /** 总分 with the numbers behind it. */
  private takeSum({ text, at }: Piece): void {
    const cells = [text];
    for (this.position += 1; /^[\d.%分]*$/u.test(this.pieces[this.position]?.text ?? '-'); this.position += 1)
      cells.push(this.pieces[this.position]?.text ?? '');
    this.out.push({ cells, at });
  }

  /** Labels of the indicator part with their rows. */
  private takeIndicators(): void {
    const at = this.pieces[this.position]?.at ?? 1;
    this.inIndicators = true;
    const labels = this.takeLabels();
    const contents: Piece[] = [];
    for (; this.position < this.pieces.length; this.position += 1) {
      const piece = this.pieces[this.position];
      if (!piece || this.endsContents(piece)) break;
      contents.push(piece);
    }
    const rows = cutRows(contents, this.columns);
    const first = rows.shift();
    this.out.push({ cells: [...labels, ...(first?.cells ?? [])], at: rows.length === 0 && first ? first.at : at });
    this.out.push(...rows.map((row) => ({ cells: ['', '', '', ...row.cells], at: row.at })));
  }

  private takeLabels(): [string, string, string] {
    const labels: [string, string, string] = ['', '', ''];
    let reached = -1;
    for (; this.position < this.pieces.length; this.position += 1) {
      const text = this.pieces[this.position]?.text ?? '';
      if (text === '') continue;
      const label = this.labelAt(this.position);
      const column = label === null ? -1 : this.columnOf(label);
      if (label === null || column <= reached) break;
      labels[column] = text;
      reached = column;
    }
    return labels;
  }

  private columnOf(label: IndicatorLabel): number {
    if (label.type === 'root') return ROOT_COLUMN;
    if (label.type === 'level1') return LEVEL1_COLUMN;
    return label.type === 'kind' && label.kind === 'cost' && this.costBelow() ? LEVEL1_COLUMN : KIND_COLUMN;
  }

  /** 成本指标 above 经济成本指标 is a level 1. */
  private costBelow(): boolean {
    const next = this.pieces.slice(this.position + 1, this.position + 3).find((piece) => piece.text !== '');
    const label = next ? indicatorLabel(next.text) : null;
    return label?.type === 'kind' && /Cost$/u.test(label.kind);
  }

  private endsContents(piece: Piece): boolean {
    if (piece.text === '') return false;
    if (isAside(piece.text) || this.atHeader() || isSumLabel(piece.text)) return true;
    if (isAuthority(piece.text) && this.pieces[this.position - 1]?.text !== '') return true;
    if (this.labelAt(this.position) !== null) return true;
    const key = headerLabel(piece.text) ?? inlineField(piece.text)?.key ?? null;
    return key !== null && OPENERS.has(key);
  }

  /** The label of the indicator part at a piece; a short one that is a level-3 name (满意度) is none. */
  private labelAt(position: number): IndicatorLabel | null {
    const label = indicatorLabel(this.pieces[position]?.text ?? '');
    if (label === null || label.type === 'piece') return null;
    if (label.type === 'root') return label;
    if (label.type === 'kind' && !label.bare) return label;
    if (!this.inIndicators) return label.type === 'level1' ? label : null;
    const before = indicatorLabel(this.textAbove(position));
    const [next = '', after = ''] = this.pieces
      .slice(position + 1, position + 6)
      .flatMap((piece) => (piece.text === '' ? [] : [piece.text]));
    if (label.type === 'level1') return before?.type === 'kind' && !isLabel(next) ? null : label;
    if (label.kind === 'satisfaction' && isValue(next)) return null;
    const named = before?.type === 'kind' && (before.kind === label.kind || (isLabel(after) && !isLabel(next)));
    return named ? null : label;
  }

  private textAbove(position: number): string {
    for (let at = position - 1; at >= 0; at -= 1) {
      const text = this.pieces[at]?.text ?? '';
      if (text !== '') return text;
    }
    return '';
  }
}

const isLabel = (text: string): boolean => {
  const label = indicatorLabel(text);
  return text === '' || (label !== null && label.type !== 'piece');
};

/** What ends the indicators of a project. */
const OPENERS: ReadonlySet<string> = new Set(['name', 'departmentAndCode', 'implementingUnit', 'attribute', 'ignored']);

const ACROSS_A_BREAK = 1;
const NO_BREAK = 0.8;
/** A row may hold more pieces than columns: merged cells lost, names broken. */
const SPARE = 3;

interface Cut {
  readonly cost: number;
  readonly start: number;
  readonly cells: readonly string[];
}

/** Pieces → rows with a cell for each column, by the cheapest cuts. */
const cutRows = (pieces: readonly Piece[], columns: readonly ColumnName[]): SourceRow[] => {
  const cuts: Cut[] = [{ cost: 0, start: 0, cells: [] }];
  const breaks = pieces.some((piece, index) => index > 0 && piece.parted);
  for (let end = 1; end <= pieces.length; end += 1) {
    let best: Cut = { cost: Infinity, start: end - 1, cells: [] };
    for (let start = Math.max(0, end - columns.length - SPARE); start < end; start += 1) {
      const row = pieces.slice(start, end);
      const fit = row.every((piece) => piece.text === '')
        ? { cost: 0.1, texts: [] }
        : fitCells(
            row.map((piece) => piece.text),
            columns,
          );
      const across = row.slice(1).filter((piece) => piece.parted).length * ACROSS_A_BREAK;
      const unparted = breaks && start > 0 && pieces[start]?.parted !== true ? NO_BREAK : 0;
      const cost = (cuts[start]?.cost ?? Infinity) + fit.cost + across + unparted;
      if (cost < best.cost) best = { cost, start, cells: fit.texts };
    }
    cuts.push(best);
  }
  return trace(cuts, pieces);
};

const trace = (cuts: readonly Cut[], pieces: readonly Piece[]): SourceRow[] => {
  const rows: SourceRow[] = [];
  for (let end = pieces.length; end > 0;) {
    const cut = cuts[end];
    if (!cut) break;
    const at = pieces.slice(cut.start, end).find((piece) => piece.text !== '')?.at;
    if (cut.cells.length > 0 && at !== undefined) rows.push({ cells: cut.cells, at });
    end = cut.start;
  }
  return rows.reverse();
};
