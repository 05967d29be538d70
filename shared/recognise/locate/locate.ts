import type { SourcePlace } from '../../grid/table.ts';
import type { RecognisedDocument, RecognisedIndicator, RecognisedProject } from '../recognised.ts';
import { indicatorFields, midtermFields, projectFields, type Field } from './fields.ts';
import { Finder, WHOLE_COUNTS, type Found } from './finder.ts';
import { labelAbove } from './label-above.ts';
import { keyOf, type Sheet, type SheetCell } from './sheet.ts';
import { windowsOf, type Window } from './windows.ts';

/*
 * Where every field was read from, found again from what was read: whatever a recogniser did, its texts stand in the source,
 * whole, as a part of a cell, or broken over several, and projects and indicators in the order in which they were read. So every
 * form is located in one way, and what no field claims in the end was not read.
 */

type Places = Record<string, SourcePlace>;

/** The document with the places of its fields; the sheet notes which cells they were read from. */
export const locate = (sheet: Sheet, document: RecognisedDocument): RecognisedDocument => {
  const windows = windowsOf(sheet, document.projects);
  const projects = document.projects.map((project, index) => {
    const window = windows[index] ?? { from: 0, to: sheet.rows.length };
    return { ...project, places: { ...placesOf(sheet, window, project, index), ...project.places } };
  });
  return { ...document, projects };
};

const placesOf = (sheet: Sheet, window: Window, project: RecognisedProject, index: number): Places => {
  const finder = new Finder(sheet, window, index);
  const places: Places = {};
  // A name stands beside its code in the first row, and may come again as that of an indicator.
  const upper = ({ path, text }: Field): SheetCell | null =>
    finder.claim(finder.anywhere(keyOf(text), window.from, path === 'name' ? 0 : WHOLE_COUNTS), path);
  for (const field of projectFields(project)) put(places, field, upper(field));
  const midterm = project.midterm?.indicators ?? [];
  if (project.midterm) {
    for (const field of midtermFields(project)) put(places, field, upper(field));
    new IndicatorLocator(sheet, finder, window, places).locate(midterm, 'midterm.indicators');
  }
  new IndicatorLocator(sheet, finder, window, places).locate(project.indicators, 'indicators');
  return places;
};

const put = (places: Places, { path }: Field, cell: SheetCell | null): void => {
  if (cell) places[path] = cell.place;
};

/** An indicator, and where its name stands: what else belongs to it stands between that and the next one's. */
interface Anchored {
  readonly path: string;
  readonly indicator: RecognisedIndicator;
  readonly rest: readonly Field[];
  readonly found: Found;
  readonly cell: SheetCell;
}

/** Finds indicators one after another, each behind the one before. */
class IndicatorLocator {
  private readonly sheet: Sheet;
  private readonly finder: Finder;
  private readonly window: Window;
  private readonly places: Places;
  private readonly values = new Map<string, SheetCell>();
  private row: number;

  constructor(sheet: Sheet, finder: Finder, window: Window, places: Places) {
    this.sheet = sheet;
    this.finder = finder;
    this.window = window;
    this.places = places;
    this.row = window.from;
  }

  locate(indicators: readonly RecognisedIndicator[], path: string): void {
    const anchored = indicators.flatMap((indicator, index) => this.anchor(indicator, `${path}.${index}`));
    anchored.forEach((one, index) => this.take(one, anchored[index + 1] ?? null));
  }

  private anchor(indicator: RecognisedIndicator, path: string): Anchored[] {
    const fields = indicatorFields(indicator, path);
    const [field, ...rest] = fields;
    if (!field) return [];
    const own = this.ownRow(fields);
    if (own) return [{ path, indicator, rest: rest.filter(isValuePart), ...own }];
    const found = this.finder.anywhere(keyOf(field.text), this.row, WHOLE_COUNTS);
    const cell = this.finder.claim(found, field.path);
    if (!cell || !found) return [];
    put(this.places, field, cell);
    this.row = Math.max(this.row, Math.min(cell.row, this.window.to));
    return [{ path, indicator, rest, found, cell }];
  }

  /** The next row that has a cell for each of the texts: they are taken at once, for others may be the same. */
  private ownRow(fields: readonly Field[]): { found: Found; cell: SheetCell } | null {
    const wanted = fields.filter((field) => !isValuePart(field));
    const end = Math.min(this.row + ROWS_AHEAD, this.window.to);
    for (let row = this.row; row < end; row += 1) {
      const cells = this.finder.eachIn(
        wanted.map(({ text }) => keyOf(text)),
        row,
      );
      const [first] = cells ?? [];
      if (!cells || !first) continue;
      cells.forEach((cell, index) => this.keep(wanted[index], [{ cell, from: 0, to: cell.key.length }]));
      this.row = row;
      return { found: [{ cell: first, from: 0, to: first.key.length }], cell: first };
    }
    return null;
  }

  private keep(field: Field | undefined, found: Found): void {
    const cell = field ? this.finder.claim(found, field.path) : null;
    if (!field || !cell) return;
    put(this.places, field, cell);
    this.values.set(field.path, cell);
  }

  private take(one: Anchored, next: Anchored | null): void {
    // A longer text may be broken over cells of which one is another text of its own.
    const [parts, texts] = [one.rest.filter(isValuePart), one.rest.filter((field) => !isValuePart(field))];
    const longest = texts.sort((first, second) => second.text.length - first.text.length);
    for (const field of [...longest, ...parts]) {
      const place = isValuePart(field) ? this.valuePart(field, one) : this.inSight(field, one, next);
      put(this.places, field, place);
      if (place) this.values.set(field.path, place);
    }
    const label = labelAbove(this.sheet, one.cell, one.indicator, this.window.from);
    for (const name of ['kind', 'level1', 'level2']) put(this.places, { path: `${one.path}.${name}`, text: '' }, label);
  }

  /** Behind the name in its cell, or in the rows up to the next name. */
  private inSight(field: Field, { found, cell }: Anchored, next: Anchored | null): SheetCell | null {
    const key = keyOf(field.text);
    const last = found.at(-1) ?? { cell, from: 0, to: cell.key.length };
    const whole = this.finder.wholeIn(key, cell.row);
    if (whole) return this.finder.claim(whole, field.path);
    const sameCell = next?.found.find((part) => part.cell === last.cell);
    const inside = this.finder.within(key, last.cell, last.to, sameCell?.from ?? last.cell.key.length);
    if (inside) return this.finder.claim(inside, field.path);
    return this.inRows(field, key, cell.row, Math.max(last.cell.row, this.lastRow(last.cell.row, next)));
  }

  private inRows(field: Field, key: string, from: number, to: number): SheetCell | null {
    for (let row = from; row <= to; row += 1) {
      const found = this.finder.inRow(key, row);
      if (found) return this.finder.claim(found, field.path);
    }
    return this.finder.claim(this.finder.overRows(key, from, to), field.path);
  }

  private lastRow(row: number, next: Anchored | null): number {
    return Math.min(row + ROWS_BELOW, (next?.cell.row ?? this.window.to) - 1);
  }

  /** A part of the value stands in the value, or in a cell of its own. */
  private valuePart(field: Field, one: Anchored): SheetCell | null {
    const [key, path] = [keyOf(field.text), `${one.path}.printedValue`];
    const row = this.sheet.rows[one.cell.row] ?? [];
    const inValue = row.find((cell) => cell.key === key && cell.claims.some((claim) => claim.path === path));
    if (inValue) return inValue;
    const value = this.values.get(path) ?? null;
    return (
      this.finder.claim(this.finder.wholeIn(key, one.cell.row), field.path) ?? value ?? this.alone(key, field, one)
    );
  }

  /** The whole value stands nowhere: sign, number and unit have a line each in cells of their own. */
  private alone(key: string, field: Field, { path, cell }: Anchored): SheetCell | null {
    const found = this.finder.claim(this.finder.inRow(key, cell.row), field.path);
    const value = `${path}.printedValue`;
    if (found && (!this.places[value] || field.path === `${path}.value`)) this.places[value] = found.place;
    return found;
  }
}

/** Rows between two indicators: headers of a page, labels alone. */
const ROWS_AHEAD = 12;

/** Rows below the name in which the rest of an indicator may stand: a cell a line. */
const ROWS_BELOW = 12;

const isValuePart = ({ path }: Field): boolean => /\.(?:operator|value|unit)$/u.test(path);
