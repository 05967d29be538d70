import type { CellStyle, GridCell } from '../../shared/grid/grid.ts';

type Level = NonNullable<GridCell['heading']>;

/** A heading as 目录 finds it. */
export interface Heading {
  readonly text: string;
  readonly level: Level;
  readonly bookmark: string;
}

/** Collects the headings of a document while its grids are drawn. */
export class Headings {
  readonly all: Heading[] = [];
  /** How headings of a level look: as the first of them. */
  readonly styles = new Map<Level, CellStyle>();
  private readonly bookmarks = new Map<GridCell, string>();

  /** Takes a cell into account where it is a heading. */
  add(cell: GridCell): void {
    const { heading: level, text, style } = cell;
    if (level === undefined || text.trim() === '') return;
    const bookmark = `_Toc${100_000_001 + this.all.length}`;
    this.all.push({ text, level, bookmark });
    this.bookmarks.set(cell, bookmark);
    if (!this.styles.has(level)) this.styles.set(level, style);
  }

  readonly bookmarkOf = (cell: GridCell): string | undefined => this.bookmarks.get(cell);

  /** True where the style of its level says already how it looks. */
  readonly isStyled = ({ heading, style }: GridCell): boolean => {
    const known = heading === undefined ? undefined : this.styles.get(heading);
    return known !== undefined && known.font === style.font && known.size === style.size && known.bold === style.bold;
  };

  /** Forgets the cells of a grid that is written; headings stay. */
  forgetCells(): void {
    this.bookmarks.clear();
  }
}
