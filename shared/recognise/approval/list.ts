import type { SourceTable } from '../../grid/table.ts';
import { fold } from '../../model/text.ts';
import { isAuthority, isCaption, isMargin, isTitle } from '../annex2/captions.ts';
import { glue } from '../clean.ts';
import { type Line, linesOf, withoutRepeats } from '../lines.ts';
import { type ColumnName, type Header, headerOf, isHeaderRest, unitIn } from './columns.ts';
import { splitCode } from './wraps.ts';
import { isNumber, type Placed, placeRow } from './place.ts';

/** One row of the list with its cells in their columns. */
export interface ListRow {
  readonly table: string;
  readonly at: number;
  readonly texts: Placed;
  /** How little the cells suited their columns. */
  readonly cost: number;
  /** A page begins here, as far as the document shows it: the header again, or blank lines above. */
  readonly newPage: boolean;
}

/** A list of projects and indicators as it is printed. */
export interface List {
  readonly titles: readonly string[];
  readonly amountUnit: Header['amountUnit'];
  /** 合计 as printed. */
  readonly total: string | null;
  readonly rows: readonly ListRow[];
}

/** All tables of a document as one list; a table without a header goes on with the columns of the one before. */
export const readList = (tables: readonly SourceTable[]): List => {
  const reader = new ListReader();
  for (const table of tables) reader.take(linesOf(table), table);
  return reader.list();
};

class ListReader {
  private readonly titles: string[] = [];
  private readonly rows: ListRow[] = [];
  private amountUnit: Header['amountUnit'] = null;
  private total: string | null = null;
  private header: Header | null = null;
  private newPage = false;

  take(lines: readonly Line[], { name }: SourceTable): void {
    let last = 0;
    this.newPage = true;
    for (const line of lines) {
      if (line.at - last > 1 && last > 0) this.newPage = true;
      last = line.at;
      this.takeLine(line, name);
    }
  }

  list(): List {
    return { titles: this.titles, amountUnit: this.amountUnit, total: this.total, rows: this.rows };
  }

  private takeLine(line: Line, table: string): void {
    const texts = textsOf(line);
    const header = headerOf(texts);
    if (header) {
      this.header = header;
      this.amountUnit ??= header.amountUnit;
      this.newPage = true;
    } else if (
      isHeaderRest(texts.filter((text) => !UNIT_ALONE.test(text))) ||
      line.cells.every(({ text }) => UNIT_ALONE.test(text))
    )
      this.amountUnit ??= unitAlone(texts);
    else if (!this.isAside(line)) this.takeRow(line, table);
  }

  /** Titles, the unit of the amounts, page numbers and signatures. */
  private isAside(line: Line): boolean {
    const cells = withoutRepeats(line.cells);
    const [first] = cells;
    if (!first) return true;
    if (cells.length <= 2 && cells.every(({ text }) => isCaption(text) || isUnitLine(text) || isMargin(text))) {
      this.titles.push(...cells.filter(({ text }) => isTitle(text)).map(({ text }) => text));
      this.amountUnit ??= cells.map(({ text }) => unitIn(text)).find((unit) => unit !== null) ?? null;
      return true;
    }
    return this.header === null || (cells.length === 1 && isAuthority(first.text) && this.rows.length === 0);
  }

  private takeRow(line: Line, table: string): void {
    const cells = line.cells.filter(({ text }) => !/^[-—–]+$/u.test(text));
    const ignored = this.header?.columns.filter(({ name }) => name === 'ignored').map(({ column }) => column) ?? [];
    const first = cells.find(({ column }) => !ignored.includes(column));
    if (!first) return;
    if (/^(?:合计|总计|部门合计)[-:]*$/u.test(fold(first.text))) {
      this.total ??= cells.find(({ text }) => isNumber(text))?.text ?? null;
      return;
    }
    const { texts, cost } = placeRow(cells, this.header?.columns ?? []);
    const row: ListRow = { table, at: line.at, texts: withProject(texts), cost, newPage: this.newPage };
    if (isRest(texts, this.rows.at(-1))) this.goOn(texts);
    else this.rows.push(row);
    this.newPage = false;
  }

  /** The rest of texts that a wrap has broken into the next row. */
  private goOn(texts: Placed): void {
    const last = this.rows.at(-1);
    if (!last) return;
    const joined: Partial<Record<ColumnName, string>> = { ...last.texts };
    for (const [name, text] of Object.entries(texts) as [ColumnName, string][])
      joined[name] = glue(joined[name] ?? '', text);
    this.rows[this.rows.length - 1] = { ...last, texts: joined };
  }
}

/** Half a name after half a code may look like a unit; beside 项目类别 or a goal stands a project. */
const withProject = (texts: Placed): Placed => {
  const { unit, ...others } = texts;
  const own = others.category !== undefined || others.goal !== undefined;
  return unit !== undefined && own && others.project === undefined && others.code === undefined
    ? { ...others, project: unit }
    : texts;
};

const textsOf = (line: Line): string[] => {
  const texts = Array.from({ length: (line.cells.at(-1)?.column ?? -1) + 1 }, () => '');
  for (const cell of line.cells) texts[cell.column] = cell.text;
  return texts;
};

const isUnitLine = (text: string): boolean => /^\(?金?额?单位:万?元\)?$/u.test(fold(text));

/** (万元): the rest of a header that a wrap has broken. */
const UNIT_ALONE = /^[(（]\s*万?\s*元\s*[)）]$/u;

const unitAlone = (texts: readonly string[]): Header['amountUnit'] => {
  const unit = texts.find((text) => UNIT_ALONE.test(text));
  return unit === undefined ? null : unit.includes('万') ? '万元' : '元';
};

const RESTS: ReadonlySet<string> = new Set<ColumnName>(['goal', 'level3', 'project', 'unit', 'category']);

/** Words of a goal or of a name only, below a row that has all it needs: nothing begins here. */
const isRest = (texts: Placed, above: ListRow | undefined): boolean =>
  above?.texts.weight !== undefined &&
  Object.keys(texts).every((name) => RESTS.has(name)) &&
  goesOnIn(texts.project, above.texts.project) &&
  goesOnIn(texts.unit, above.texts.unit) &&
  goesOnIn(texts.category, above.texts.category);

/** A name goes on right below where it began; a code with its name begins anew. */
const goesOnIn = (text: string | undefined, above: string | undefined): boolean =>
  text === undefined || (above !== undefined && text !== above && splitCode(text).code === '');
