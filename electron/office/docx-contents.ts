import {
  InternalHyperlink,
  LeaderType,
  LineRuleType,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
  type FileChild,
  type IContext,
  type IXmlableObject,
} from 'docx';
import { printable, type CellStyle, type Grid, type GridCell } from '../../shared/grid/grid.ts';
import type { Heading } from './docx-headings.ts';
import { linesOf, paragraphOf, runOf } from './docx-paragraph.ts';
import { twips } from './docx-units.ts';

/** How the entries of each level look, by level. */
export type EntryStyles = ReadonlyMap<number, CellStyle>;

interface Entry {
  readonly title: GridCell;
  /** Empty for an entry that prints none. */
  readonly page: string;
  readonly heading: Heading | undefined;
  readonly level: number;
}

/**
 * 目录 as a field of Word that is filled in already: it shows the right pages without being updated, and can be. The rows above
 * the first entry are lines above the field.
 */
export const contentsOf = (grid: Grid, headings: readonly Heading[]): FileChild[] => {
  const { lines, entries } = rowsOf(grid, headings);
  const above = lines.map((cell) => paragraphOf(cell, grid.page.scale, roomOf(grid, cell)));
  if (entries.length === 0) return above;
  const width = twips(printable(grid.page).width);
  return [...above, new FilledContents(entries, (entry) => entryParagraph(entry, grid, width))];
};

/** How entries look: as the first of each level. */
export const entryStyles = (grid: Grid, headings: readonly Heading[]): EntryStyles => {
  const styles = new Map<number, CellStyle>();
  for (const { level, title } of rowsOf(grid, headings).entries) {
    if (!styles.has(level)) styles.set(level, title.style);
  }
  return styles;
};

const rowsOf = ({ rows, cells }: Grid, headings: readonly Heading[]): { lines: GridCell[]; entries: Entry[] } => {
  const lines: GridCell[] = [];
  const entries: Entry[] = [];
  const left = [...headings];
  for (const row of rows.keys()) {
    const [title, ...others] = cells.filter((cell) => cell.row === row).sort((one, other) => one.column - other.column);
    if (title === undefined) continue;
    if (others.length === 0) {
      lines.push(title);
      continue;
    }
    const at = left.findIndex(({ text }) => bare(title.text).endsWith(bare(text)));
    const [heading] = at === -1 ? [] : left.splice(at, 1);
    entries.push({ title, page: others.at(-1)?.text.trim() ?? '', heading, level: heading?.level ?? 3 });
  }
  return { lines, entries };
};

const bare = (text: string): string => text.replace(/\s+/gu, '');

const roomOf = ({ rows }: Grid, { row, style }: GridCell): { after: number } => ({
  after: Math.max(0, (rows[row] ?? 0) - style.size * 1.5),
});

/** One entry: its title, dots, its page; a click goes to its heading. */
const entryParagraph = ({ title, page, heading, level }: Entry, grid: Grid, width: number): Paragraph => {
  const run = runOf(title.style, 1);
  const children = [
    new TextRun({ ...run, text: title.text }),
    ...(page === '' ? [] : [new TextRun({ ...run, children: [new Tab(), page] })]),
  ];
  return new Paragraph({
    style: `TOC${level}`,
    tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }],
    spacing: {
      ...linesOf(title.style.size, 1),
      line: twips(grid.rows[title.row] ?? 0),
      lineRule: LineRuleType.AT_LEAST,
    },
    children: heading === undefined ? children : [new InternalHyperlink({ anchor: heading.bookmark, children })],
  });
};

/** The library's table of contents with entries of our own making, that begin and end with the field. */
class FilledContents extends TableOfContents {
  constructor(entries: readonly Entry[], paragraphOf: (entry: Entry) => Paragraph) {
    super('目录', {
      hyperlink: true,
      headingStyleRange: '1-3',
      beginDirty: false,
      ...levelsWithoutPage(entries),
      contentChildren: entries.map(paragraphOf),
    });
  }

  /** The library puts the ends of the field into paragraphs of their own, which would print as empty lines. */
  override prepForXml(context: IContext): IXmlableObject | undefined {
    const xml = super.prepForXml(context);
    const content = childrenOf(
      childrenOf(xml, 'w:sdt').find((child) => 'w:sdtContent' in child),
      'w:sdtContent',
    );
    const begin = content.shift();
    const end = content.pop();
    const first = childrenOf(content[0], 'w:p');
    first.splice('w:pPr' in (first[0] ?? {}) ? 1 : 0, 0, ...childrenOf(begin, 'w:p'));
    childrenOf(content.at(-1), 'w:p').push(...childrenOf(end, 'w:p'));
    return xml;
  }
}

const childrenOf = (parent: IXmlableObject | undefined, name: string): IXmlableObject[] => {
  const children: unknown = parent?.[name];
  return Array.isArray(children) ? (children as IXmlableObject[]) : [];
};

/** So that the entries without a page have none either when Word makes them anew: the highest levels only. */
const levelsWithoutPage = (entries: readonly Entry[]): { pageNumbersEntryLevelsRange?: string } => {
  const numbered = Math.min(...entries.filter(({ page }) => page !== '').map(({ level }) => level));
  const bare = entries.filter(({ page, level }) => page === '' && level < numbered).map(({ level }) => level);
  return bare.length === 0 ? {} : { pageNumbersEntryLevelsRange: `${Math.min(...bare)}-${Math.max(...bare)}` };
};
