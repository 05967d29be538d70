import type { SourceTable } from '../../grid/table.ts';
import { fold } from '../../model/text.ts';
import { type Cell, type Line, linesOf, withoutRepeats } from '../lines.ts';
import { isAuthority, isCaption as isCaptionText, isMargin } from './captions.ts';
import { isIndicatorHeader } from './column-labels.ts';
import { type HeaderKey, headerLabel, inlineField } from './header-labels.ts';
import { indicatorLabel } from './labels.ts';
import { unstack } from './unstack.ts';

/** The lines of one project: titles above, the part with labels and values, the part with indicators. */
export interface Block {
  readonly titles: readonly string[];
  readonly header: readonly Line[];
  readonly indicators: readonly Line[];
}

/** One document → one block a project. Lines before the first project and tables without any label are left out. */
export const splitProjects = (tables: readonly SourceTable[]): Block[] => {
  const lines = tables.map(unstack).flatMap(besideEachOther).map(linesOf).filter(hasLabel).flat();
  return joinContinued(new Splitter(lines).blocks());
};

const hasLabel = (lines: readonly Line[]): boolean =>
  lines.some((line) => headerKeys(line).length > 0 || startsIndicators(line));

/** Tables standing side by side on one sheet: cut where 项目名称 comes again in the same row. */
const besideEachOther = (table: SourceTable): SourceTable[] => {
  const starts = table.rows
    .map((row) =>
      row.cells.flatMap((cell, column) =>
        headerLabel(cell) === 'name' && headerLabel(row.cells[column - 1] ?? '') !== 'name' ? [column] : [],
      ),
    )
    .find((columns) => columns.length > 1);
  if (!starts) return [table];
  return starts.map((start, index) => ({
    name: table.name,
    rows: table.rows.map((row) => ({ at: row.at, cells: row.cells.slice(index === 0 ? 0 : start, starts[index + 1]) })),
  }));
};

/** The labels of the upper part in a line. */
const headerKeys = (line: Line): HeaderKey[] =>
  isIndicatorHeader(line.cells)
    ? []
    : line.cells.flatMap((cell) => headerLabel(cell.text) ?? inlineField(cell.text)?.key ?? []);

const isCaption = (line: Line): boolean => {
  const cells = withoutRepeats(line.cells);
  return cells.length <= 2 && cells.every((cell) => isCaptionText(cell.text));
};

const startsIndicators = (line: Line): boolean =>
  isIndicatorHeader(line.cells) || line.cells.slice(0, 3).some(isStrongLabel);

const isStrongLabel = (cell: Cell): boolean => {
  const label = indicatorLabel(cell.text);
  if (label === null || label.type === 'piece') return false;
  return label.type !== 'kind' || !label.bare;
};

/** Fields that come once a project: seen again below indicators, they begin another one. */
const OPENERS: ReadonlySet<HeaderKey> = new Set(['departmentAndCode', 'implementingUnit', 'attribute']);

class Splitter {
  private readonly found: { titles: string[]; header: Line[]; indicators: Line[] }[] = [];
  private readonly lines: readonly Line[];
  private titles: string[] = [];
  private seen = new Set<HeaderKey>();
  private previous = '';

  constructor(lines: readonly Line[]) {
    this.lines = lines;
  }

  blocks(): Block[] {
    for (const line of this.lines) this.take(line);
    return this.found;
  }

  private take(line: Line): void {
    if (isCaption(line)) {
      this.titles.push(...withoutRepeats(line.cells).map((cell) => cell.text));
      return;
    }
    const keys = headerKeys(line);
    if (this.isAside(line)) return;
    if (this.begins(line, keys)) this.open();
    this.put(line, keys);
  }

  /** Page numbers and signatures anywhere; rows of no field (备注, 联系人) and the authority's name below the indicators. */
  private isAside(line: Line): boolean {
    const cells = withoutRepeats(line.cells);
    const [first] = cells;
    if (!first) return true;
    if (isMargin(first.text) && (cells.length === 1 || cells.every((cell) => isMargin(cell.text)))) return true;
    if ((this.found.at(-1)?.indicators.length ?? 0) === 0) return false;
    return (
      (cells.length === 1 && isAuthority(first.text)) ||
      (headerLabel(first.text) === 'ignored' && !cells.some(isStrongLabel))
    );
  }

  private begins(line: Line, keys: readonly HeaderKey[]): boolean {
    const block = this.found.at(-1);
    if (!block) return keys.length > 0;
    if (keys.includes('name') && this.seen.has('name')) return printed(line) !== this.previous;
    return (
      block.indicators.length > 0 && keys.some((key) => key === 'name' || (OPENERS.has(key) && this.seen.has(key)))
    );
  }

  private open(): void {
    this.found.push({ titles: this.titles, header: [], indicators: [] });
    this.titles = [];
    this.seen = new Set();
  }

  private put(line: Line, keys: readonly HeaderKey[]): void {
    const block = this.found.at(-1);
    if (!block) return;
    if (block.indicators.length > 0 || (keys.length === 0 && startsIndicators(line))) block.indicators.push(line);
    else if (printed(line) !== this.previous) block.header.push(line);
    keys.forEach((key) => this.seen.add(key));
    this.previous = printed(line);
  }
}

const printed = (line: Line): string => line.cells.map((cell) => fold(cell.text)).join('\t');

/** A page break that repeats title and 项目名称 begins no project: the second part goes on with the first. */
const joinContinued = (blocks: readonly Block[]): Block[] => {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last && continues(last, block))
      joined[joined.length - 1] = { ...last, indicators: [...last.indicators, ...block.indicators] };
    else joined.push(block);
  }
  return joined;
};

const continues = (block: Block, next: Block): boolean => {
  const [first] = next.header;
  if (!first || next.header.length > 1) return false;
  return block.header.some((line) => printed(line) === printed(first)) && block.indicators.length > 0;
};
