import { TableOfContents, type FileChild } from 'docx';
import type { CellStyle, Grid, GridCell } from '../../shared/grid/grid.ts';
import type { Heading } from './docx-headings.ts';
import { paragraphOf } from './docx-paragraph.ts';

/** What Word calls the styles of the entries, and how they look. */
export type EntryStyles = ReadonlyMap<number, CellStyle>;

interface Entry {
  readonly title: GridCell;
  readonly page: string;
  readonly heading: Heading | undefined;
  readonly level: number;
}

/**
 * 目录 as a field of Word that is filled in already: it shows the right pages without being updated, and can be. Rows of a single
 * cell are lines above it.
 */
export const contentsOf = (grid: Grid, headings: readonly Heading[]): FileChild[] => {
  const { lines, entries } = rowsOf(grid, headings);
  const cachedEntries = entries.map(({ title, page, heading, level }) => ({
    title: title.text,
    level,
    page: Number(page),
    ...(heading === undefined ? {} : { href: heading.bookmark }),
  }));
  const field = new TableOfContents('目录', {
    hyperlink: true,
    headingStyleRange: '1-3',
    beginDirty: false,
    cachedEntries,
  });
  return [...lines.map((cell) => paragraphOf(cell, grid.page.scale)), ...(entries.length === 0 ? [] : [field])];
};

/** How entries of each level look: as the first of them. */
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
    const page = others.at(-1)?.text.trim() ?? '';
    if (title === undefined) continue;
    if (!/^\d+$/u.test(page)) {
      lines.push(title);
      continue;
    }
    const at = left.findIndex(({ text }) => bare(text) === bare(title.text));
    const [heading] = at === -1 ? [] : left.splice(at, 1);
    entries.push({ title, page, heading, level: heading?.level ?? Math.min(3, title.style.indent + 1) });
  }
  return { lines, entries };
};

const bare = (text: string): string => text.replace(/\s+/gu, '');
