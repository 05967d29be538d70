import { cleanCell } from '../clean.ts';
import { keyOf, type Sheet, type SheetCell } from './sheet.ts';
import type { Window } from './windows.ts';

/** Rows above and below a project's own in which its texts may stand too: headings, cells merged over a page end. */
const AROUND = 15;

/** Cells looked through for a text that stands in none alone, and pieces it may be made of. */
const FARTHEST = 400;
const MOST_PIECES = 40;

/** A part of a text shorter than this is found everywhere. */
const SHORTEST_PART = 2;

/** A whole cell this many rows further is believed rather than a part of a nearer one. */
export const WHOLE_COUNTS = 3;

/** Where a text stands: one cell, or several that hold it together. */
export type Found = readonly { readonly cell: SheetCell; readonly from: number; readonly to: number }[];

/** Looks for the texts of one project in the cells around its table. */
export class Finder {
  private readonly sheet: Sheet;
  private readonly window: Window;
  private readonly project: number;

  constructor(sheet: Sheet, window: Window, project: number) {
    this.sheet = sheet;
    this.window = window;
    this.project = project;
  }

  /** Notes that a field was read from there; the first cell, or null where nothing was found. */
  claim(found: Found | null, path: string): SheetCell | null {
    for (const { cell, from, to } of found ?? []) cell.claims.push({ from, to, path, project: this.project });
    return found?.[0]?.cell ?? null;
  }

  /**
   * Anywhere in the project's rows, from one of them on, else around them.
   * @param wholeCounts rows a cell of its own may stand further than a part of another
   */
  anywhere(key: string, row: number, wholeCounts: number): Found | null {
    const { from, to } = this.window;
    const inside = this.near(key, row, to, wholeCounts) ?? (row > from ? this.near(key, from, row) : null);
    return (
      inside ??
      this.near(key, from - AROUND, from) ??
      this.near(key, to, to + AROUND) ??
      this.used(key) ??
      this.above(key)
    );
  }

  /** Printed once for many projects, merged down over all their rows. */
  private above(key: string): Found | null {
    const cells = this.sheet.byKey.get(key) ?? [];
    const cell = cells.findLast(({ row }) => row < this.window.from);
    return cell ? [all(cell)] : null;
  }

  /** In one row of the project: a cell of its own, a part of one, or the cells of the row together. */
  inRow(key: string, row: number): Found | null {
    const whole = this.wholeIn(key, row);
    if (whole) return whole;
    const cells = this.rowOf(row);
    for (const cell of cells) {
      const part = lineOf(cell, key) ?? partOf(cell, key);
      if (part) return [part];
    }
    return joinedFrom(cells, key, 1);
  }

  /** Broken over the cells of several rows. */
  overRows(key: string, from: number, to: number): Found | null {
    return joinedFrom(this.cellsOf(from, Math.min(to + 1, this.window.to + AROUND)), key, SHORTEST_PART);
  }

  /** Between two places of one cell. */
  within(key: string, cell: SheetCell, from: number, to: number): Found | null {
    const sure = placeIn(cell.key, key, from);
    const at = sure === -1 ? cell.key.indexOf(key, from) : sure;
    return at === -1 || at + key.length > to ? null : [{ cell, from: at, to: at + key.length }];
  }

  /** For each text a free cell of its own in one row, from left to right; null where one has none. */
  eachIn(keys: readonly string[], row: number): SheetCell[] | null {
    const left = this.rowOf(row).filter(isFree);
    const found: SheetCell[] = [];
    for (const key of keys) {
      const at = left.findIndex((cell) => cell.key === key);
      const [cell] = at === -1 ? [] : left.splice(at, 1);
      if (!cell) return null;
      found.push(cell);
    }
    return found;
  }

  /** In one row of the project, a cell of its own. */
  wholeIn(key: string, row: number): Found | null {
    const whole = this.rowOf(row).find((cell) => cell.key === key && isFree(cell));
    return whole ? [all(whole)] : null;
  }

  private rowOf(row: number): readonly SheetCell[] {
    return row < this.window.to + AROUND ? (this.sheet.rows[row] ?? []) : [];
  }

  /** The nearest free place from one row to another: a whole cell, a part, or pieces of a text broken over cells. */
  near(key: string, from: number, to: number, wholeCounts = WHOLE_COUNTS): Found | null {
    const cells = this.cellsOf(from, to);
    const whole = cells.find((cell) => cell.key === key && isFree(cell));
    if (whole && whole.row - from <= wholeCounts) return [all(whole)];
    const end = whole ? whole.index - (cells[0]?.index ?? 0) : Math.min(cells.length, FARTHEST);
    for (const cell of cells.slice(0, end)) {
      if (whole && cell.row > whole.row - wholeCounts) break;
      const part = partOf(cell, key);
      if (part) return [part];
    }
    return whole ? [all(whole)] : joinedFrom(cells.slice(0, FARTHEST), key, SHORTEST_PART);
  }

  /** Where another field has been read from already: two fields of one cell. */
  private used(key: string): Found | null {
    const cells = this.cellsOf(this.window.from - AROUND, this.window.to);
    const whole = cells.find((cell) => cell.key === key);
    if (whole) return [all(whole)];
    if (key.length < SHORTEST_PART) return null;
    for (const cell of cells.slice(0, FARTHEST)) {
      const at = placeIn(cell.key, key, 0);
      if (at !== -1) return [{ cell, from: at, to: at + key.length }];
    }
    return null;
  }

  private cellsOf(from: number, to: number): readonly SheetCell[] {
    const { rows, cells } = this.sheet;
    const first = rows[Math.max(0, from)]?.[0]?.index ?? cells.length;
    const last = rows[to]?.[0]?.index ?? cells.length;
    return to <= 0 ? [] : cells.slice(first, last);
  }
}

export const isFree = (cell: SheetCell): boolean => cell.claims.length === 0;

const all = (cell: SheetCell): Found[number] => ({ cell, from: 0, to: cell.key.length });

/** Letters of a cell's key that have been read, as far as they go from its beginning. */
const readUpTo = (cell: SheetCell): number => cell.claims.reduce((end, claim) => Math.max(end, claim.to), 0);

/** A text as part of a cell, behind what was read of it before. */
const partOf = (cell: SheetCell, key: string): Found[number] | null => {
  if (cell.key.length <= key.length || key.length < SHORTEST_PART)
    return cell.key === key && isFree(cell) ? all(cell) : null;
  const at = placeIn(cell.key, key, readUpTo(cell));
  return at === -1 ? null : { cell, from: at, to: at + key.length };
};

/** A line of a cell that holds one for each of several indicators. */
const lineOf = (cell: SheetCell, key: string): Found[number] | null => {
  if (!/\n|<br/iu.test(cell.text)) return null;
  const done = readUpTo(cell);
  let from = 0;
  for (const line of cleanCell(cell.text).split('\n')) {
    const to = from + keyOf(line).length;
    if (from >= done && keyOf(line) === key) return { cell, from, to };
    from = to;
  }
  return null;
};

/** What is longer is found wherever it stands. */
const SURE_LENGTH = 6;

/** Numbers are not found inside of longer ones. */
const placeIn = (text: string, key: string, start: number): number => {
  if (key.length >= SURE_LENGTH) return text.indexOf(key, start);
  for (let at = text.indexOf(key, start); at !== -1; at = text.indexOf(key, at + 1)) {
    const cutBefore = /^\d/u.test(key) && /[\d.]$/u.test(text.slice(0, at));
    const cutAfter = /\d$/u.test(key) && /^\.?\d/u.test(text.slice(at + key.length));
    if (!cutBefore && !cutAfter) return at;
  }
  return -1;
};

/** A text whose pieces stand in several cells, the first of them possibly at the end of a longer cell. */
const joinedFrom = (cells: readonly SheetCell[], key: string, least: number): Found | null => {
  for (const [index, cell] of cells.entries()) {
    const first = beginIn(cell, key, least);
    if (!first) continue;
    const found = goOn(cells, index, first, key);
    if (found) return found;
  }
  return null;
};

/** The beginning of a text at the end of a cell. */
const beginIn = (cell: SheetCell, key: string, least: number): Found[number] | null => {
  const start = readUpTo(cell);
  const rest = cell.key.slice(start);
  if (rest.length >= least && rest.length < key.length && key.startsWith(rest))
    return { cell, from: start, to: cell.key.length };
  const longest = Math.min(rest.length - 1, key.length - 1);
  for (let length = longest; length >= Math.max(least, SHORTEST_PART); length -= 1) {
    if (rest.endsWith(key.slice(0, length))) return { cell, from: cell.key.length - length, to: cell.key.length };
  }
  return null;
};

const goOn = (cells: readonly SheetCell[], index: number, first: Found[number], key: string): Found | null => {
  const found = [first];
  let left = key.slice(first.to - first.from);
  for (const cell of cells.slice(index + 1, index + 1 + FARTHEST)) {
    if (found.length > MOST_PIECES) return null;
    if (!isFree(cell)) continue;
    if (cell.key.startsWith(left)) return [...found, { cell, from: 0, to: left.length }];
    // A lone letter goes on with anything.
    if (!left.startsWith(cell.key) || (cell.key.length < SHORTEST_PART && cell.row !== first.cell.row)) continue;
    found.push(all(cell));
    left = left.slice(cell.key.length);
  }
  return null;
};
