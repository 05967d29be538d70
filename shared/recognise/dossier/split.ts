import { isMargin } from '../annex2/captions.ts';
import { withoutRepeats } from '../lines.ts';
import {
  amountsIn,
  columnLabel,
  headingStart,
  inlineUpper,
  isTableName,
  level1Label,
  level2Label,
  partHeading,
  sectionHeading,
  tableHeading,
  upperLabel,
  type SectionKey,
  type UpperKey,
} from './labels.ts';
import type { Row } from './rows.ts';

/** The rows of one project's table. */
export interface Block {
  /** The name in its heading; null where none stands above. */
  readonly heading: string | null;
  /** The row with 单位：万元. */
  readonly unit: Row | null;
  readonly upper: readonly Row[];
  readonly header: Row | null;
  readonly indicators: readonly Row[];
}

/** A document parted into its cover, what is declared of the department, and one block a project. */
export interface Parts {
  readonly cover: readonly Row[];
  readonly sections: ReadonlyMap<SectionKey, readonly Row[]>;
  readonly blocks: readonly Block[];
}

export const splitDocument = (rows: readonly Row[]): Parts => new Splitter(rows).parts();

interface OpenBlock {
  heading: string | null;
  unit: Row | null;
  upper: Row[];
  header: Row | null;
  indicators: Row[];
}

/** Labels that come once a project: seen again they begin another one. */
const OPENERS: readonly UpperKey[] = ['code', 'name', 'budget', 'plan', 'goals'];

class Splitter {
  private readonly rows: readonly Row[];
  private readonly cover: Row[] = [];
  private readonly sections = new Map<SectionKey, Row[]>();
  private readonly found: OpenBlock[] = [];
  private block: OpenBlock | null = null;
  private seen = new Set<UpperKey>();
  private section: SectionKey | null = null;
  private onCover = true;

  constructor(rows: readonly Row[]) {
    this.rows = rows;
  }

  parts(): Parts {
    for (let index = 0; index < this.rows.length; index += 1) index += this.take(index);
    const blocks = this.found.filter(({ upper, indicators }) => upper.length + indicators.length > 0);
    return { cover: this.cover, sections: this.sections, blocks };
  }

  /** Takes the row of an index; how many rows more it took. */
  private take(index: number): number {
    const row = this.rows[index];
    if (row === undefined) return 0;
    if (isContentsLine(row)) this.onCover = false;
    else if (row.cells.length === 1) return this.takeSingle(row, this.rows[index + 1]);
    else this.takeTable(row);
    return 0;
  }

  private takeSingle(row: Row, next: Row | undefined): number {
    const text = textOf(row);
    const section = sectionHeading(text);
    if (section !== null || partHeading(text) !== null) {
      this.begin(section);
      return 0;
    }
    const name = tableHeading(text);
    if (name !== null) {
      this.open(name);
      return 0;
    }
    const start = headingStart(text);
    if (start !== null && next?.cells.length === 1 && isTableName(textOf(next))) {
      this.open(start);
      return 1;
    }
    if (/^目录$/u.test(text.replace(/\s+/gu, ''))) this.onCover = false;
    else if (this.section !== null) this.sections.get(this.section)?.push(row);
    else this.takeTable(row);
    return 0;
  }

  /** A part of the whole department; 目录 names it too, without anything below. */
  private begin(section: SectionKey | null): void {
    this.onCover = false;
    this.block = null;
    const filled = section !== null && (this.sections.get(section)?.length ?? 0) > 0;
    this.section = filled ? null : section;
    if (section !== null && !filled) this.sections.set(section, []);
  }

  private open(heading: string | null): void {
    this.onCover = false;
    this.section = null;
    this.seen = new Set();
    this.block = { heading, unit: null, upper: [], header: null, indicators: [] };
    this.found.push(this.block);
  }

  private takeTable(row: Row): void {
    const keys = keysOf(row, this.block?.upper.at(-1));
    const isUnit = row.cells.some(({ text }) => amountsIn(text) !== null);
    if (isUnit) this.takeUnit(row);
    else if (isHeader(row)) this.takeHeader(row);
    else if (this.begins(row, keys)) this.openWith(row, keys);
    else if (this.block === null) this.takeLoose(row);
    else this.put(this.block, row, keys);
  }

  private takeLoose(row: Row): void {
    if (this.onCover) this.cover.push(row);
  }

  private takeUnit(row: Row): void {
    if (this.block === null || this.seen.size > 0 || this.block.indicators.length > 0) this.open(null);
    if (this.block) this.block.unit = row;
  }

  /** The labels of the columns come again on every page of a long table. */
  private takeHeader(row: Row): void {
    if (this.block === null) this.open(null);
    if (this.block) this.block.header ??= row;
  }

  private begins(row: Row, keys: readonly UpperKey[]): boolean {
    if (this.block === null) return keys.some((key) => OPENERS.includes(key));
    const first = row.cells[0];
    if (this.isInIndicators())
      return first !== undefined && OPENERS.some((key) => keys[0] === key && labels(first.text, key));
    return keys.some((key) => OPENERS.includes(key) && this.seen.has(key));
  }

  private isInIndicators(): boolean {
    return this.block !== null && (this.block.header !== null || this.block.indicators.length > 0);
  }

  private openWith(row: Row, keys: readonly UpperKey[]): void {
    this.open(null);
    if (this.block) this.put(this.block, row, keys);
  }

  private put(block: OpenBlock, row: Row, keys: readonly UpperKey[]): void {
    const cells = withoutRepeats(row.cells);
    if (cells.length <= 1 && isMargin(cells[0]?.text ?? '')) return;
    if (this.isInIndicators() || startsIndicators(row)) {
      block.indicators.push(row);
      return;
    }
    keys.forEach((key) => this.seen.add(key));
    block.upper.push(row);
  }
}

const textOf = (row: Row): string => row.cells[0]?.text ?? '';

const labels = (text: string, key: UpperKey): boolean => (upperLabel(text) ?? inlineUpper(text)?.key) === key;

/** The labels of a row; one that stands right above too is merged down over both. */
const keysOf = (row: Row, above: Row | undefined): UpperKey[] =>
  row.cells.flatMap(({ text, column }) => {
    if (above?.cells.some((cell) => cell.column === column && cell.text === text) === true) return [];
    return upperLabel(text) ?? inlineUpper(text)?.key ?? [];
  });

/** At least three labels of columns, and hardly anything else. */
const isHeader = (row: Row): boolean => {
  const cells = withoutRepeats(row.cells);
  const found = cells.filter(({ text }) => columnLabel(text) !== null);
  return found.length >= 3 && found.length >= cells.length - 2;
};

/** A row of indicators where the labels of the columns are lost. */
const startsIndicators = ({ cells }: Row): boolean =>
  cells.length >= 3 &&
  cells.slice(0, 2).some(({ text }) => level1Label(text) !== null || level2Label(text)?.bare === false);

/** A line of 目录 (text and page number), or a page number alone. */
const isContentsLine = ({ cells }: Row): boolean => {
  const [first, second] = cells;
  if (first === undefined) return true;
  if (cells.length === 1) {
    if (/^[-—–－\s]*\d{1,3}[-—–－\s]*$/u.test(first.text)) return true;
    const entry = /^(.*?)[\s.…·]{2,}\d{1,4}$/u.exec(first.text)?.[1];
    return entry !== undefined && isEntry(entry);
  }
  return cells.length === 2 && /^\d{1,4}$/u.test(second?.text ?? '') && isEntry(first.text);
};

const isEntry = (text: string): boolean =>
  sectionHeading(text) !== null ||
  partHeading(text) !== null ||
  tableHeading(text) !== null ||
  isTableName(text) ||
  headingStart(text) !== null;
