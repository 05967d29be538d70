import { contains } from './pdf-geometry.ts';
import { openTableLength, readOpenTable } from './pdf-columns.ts';
import { TableOverPages } from './pdf-chain.ts';
import { withoutFurniture } from './pdf-furniture.ts';
import type { PdfLine } from './pdf-lines.ts';
import { topOf, type PdfPage, type PdfTable } from './pdf-page.ts';
import { addLine, type Margins, type PdfParagraph } from './pdf-paragraphs.ts';
import { middleOf } from './pdf-runs.ts';
import type { SourceRows } from './source-rows.ts';

/** Writes out what stands on pages as one text with its tables, as if there were no pages. */
export const writePages = (pages: readonly PdfPage[], rows: SourceRows): void => {
  const writer = new FlowWriter(rows, marginsOf(pages));
  for (const page of withoutFurniture(pages)) writer.page(page);
  writer.end();
};

/** Where the lines of text outside tables begin and end. */
const marginsOf = (pages: readonly PdfPage[]): Margins => {
  const lines = pages.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'line' ? [item.line] : [])));
  return { left: Math.min(...lines.map(({ left }) => left)), right: Math.max(...lines.map(({ right }) => right)) };
};

class FlowWriter {
  private readonly rows: SourceRows;
  private readonly margins: Margins;
  private readonly paragraphs: PdfParagraph[] = [];
  private chain: TableOverPages | null = null;

  constructor(rows: SourceRows, margins: Margins) {
    this.rows = rows;
    this.margins = margins;
  }

  page(page: PdfPage): void {
    let block: PdfLine[] = [];
    for (const [index, item] of page.items.entries()) {
      if (item.kind === 'line') {
        block.push(item.line);
        continue;
      }
      this.lines(block, page);
      block = [];
      this.table(item, index === 0, page);
    }
    this.lines(block, page);
  }

  end(): void {
    this.endParagraphs();
    this.endTable();
  }

  private lines(block: readonly PdfLine[], page: PdfPage): void {
    if (block.length > 0) this.endTable();
    for (let at = 0; at < block.length;) {
      const length = openTableLength(block.slice(at));
      const [line] = block.slice(at, at + 1);
      if (length > 0) this.openTable(block.slice(at, at + length), page);
      else if (line !== undefined) addLine(this.paragraphs, line, this.margins);
      at += Math.max(1, length);
    }
  }

  private openTable(lines: readonly PdfLine[], page: PdfPage): void {
    this.endParagraphs();
    const { cells, rowCount } = readOpenTable(lines, page.rules);
    this.rows.table(cells, rowCount);
  }

  private table(table: PdfTable, isFirst: boolean, page: PdfPage): void {
    const isNested = page.items.some(
      (other) =>
        other.kind === 'table' &&
        other !== table &&
        topOf(other) <= topOf(table) &&
        contains(other.box, middleOf(table.box)),
    );
    if (isFirst && !isNested && this.chain?.goesOnWith(table) === true) {
      this.chain.append(table);
      return;
    }
    this.end();
    this.chain = new TableOverPages(table);
  }

  private endTable(): void {
    const table = this.chain?.end();
    this.chain = null;
    if (table !== undefined) this.rows.table(table.cells, table.rowCount);
  }

  private endParagraphs(): void {
    for (const { text, first, last } of this.paragraphs.splice(0)) {
      if (first !== last || first.segments.length === 1) this.rows.paragraph(text);
      else
        this.rows.table(
          first.segments.map((segment, column) => ({ row: 0, column, rows: 1, columns: 1, text: segment.text })),
          1,
        );
    }
  }
}
