import type { FieldPath } from '../model/project.ts';

/**
 * A printed table as data. Everything is measured in points (1/72 inch) on the paper before scaling, margins in mm.
 * A form's layout makes it; xlsx, docx, print page and the live paper only draw it; readers make it from files.
 */
export interface Grid {
  /** Wanted sheet name; the writer makes it legal and unique. */
  readonly name: string;
  /** Column widths in points. */
  readonly columns: readonly number[];
  /** Row heights in points, one a row. */
  readonly rows: readonly number[];
  readonly cells: readonly GridCell[];
  readonly page: GridPage;
  /**
   * text: a page of paragraphs, one a row, in one column: cover and headings of a document. contents: 目录, one entry a
   * row: title, page number. Left out for a table. A spreadsheet draws all three alike; a word processor does not: there a row
   * that is a single cell without border over all columns is a paragraph, in a table too (its title lines).
   */
  readonly role?: 'table' | 'text' | 'contents';
}

/** One cell or one merge. `row` and `column` count from 0; covered cells of a merge are not listed. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** As printed; line breaks are \n. */
  readonly text: string;
  /** Set where the cell is a number in a file; `text` is then how it prints. */
  readonly number?: number;
  readonly style: CellStyle;
  /** The field of the project this cell shows; a click on the paper goes there. */
  readonly field?: FieldPath;
  /** A heading of the document: styled so by a word processor, and what its table of contents finds. */
  readonly heading?: 1 | 2 | 3;
  /** Set where a required content is missing: the screen marks it, files and print do not. */
  readonly missing?: boolean;
}

export interface CellStyle {
  readonly font: string;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly horizontal: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'middle';
  readonly wrap: boolean;
  /** Thin black border on all four sides, on the covered cells of a merge too. */
  readonly border: boolean;
  /** Indent from the left, in characters. */
  readonly indent: number;
}

export interface GridPage {
  readonly orientation: 'portrait' | 'landscape';
  /** Margins in mm of an A4 sheet. */
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** page: one page wide and tall. width: one page wide, as many tall as needed. */
  readonly fit: 'page' | 'width';
  /** What fitting makes of the sizes above, 0 < scale ≤ 1: what xlsx applications will do by themselves, and print pages must. */
  readonly scale: number;
  /** Rows repeated on every page, first and last, from 0; null for none. */
  readonly headerRows: readonly [number, number] | null;
  /** Rows, from 0, after which a page ends; none on one page. No cell reaches over such an end. */
  readonly breaks: readonly number[];
  readonly centred: boolean;
  /** Printed in the page header, e.g. 草稿; empty for none. */
  readonly header: string;
  /**
   * The same in the footer; {页} and {页数} stand for the numbers of the page and of all pages of this table, or of the document
   * where `firstPage` is given.
   */
  readonly footer: string;
  /** Number of the first page where a document counts through several grids, and how many pages it has in all; left out where each grid counts from 1. */
  readonly firstPage?: number;
  readonly allPages?: number;
}

/** Paper size in points. */
export const A4 = { width: 595.28, height: 841.89 } as const;

/** Millimetres to points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** Width and height in points of what may be printed on. */
export const printable = (page: Pick<GridPage, 'orientation' | 'margins'>): { width: number; height: number } => {
  const [width, height] = page.orientation === 'portrait' ? [A4.width, A4.height] : [A4.height, A4.width];
  return {
    width: width - mm(page.margins.left) - mm(page.margins.right),
    height: height - mm(page.margins.top) - mm(page.margins.bottom),
  };
};
