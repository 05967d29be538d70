import { contains } from './pdf-geometry.ts';
import { openTableLength, readOpenTable } from './pdf-columns.ts';
import { TableOverPages } from './pdf-chain.ts';
import { withoutFurniture } from './pdf-furniture.ts';
import type { PdfLine, PdfPiece } from './pdf-lines.ts';
import type { PdfStroke } from './pdf-marks.ts';
import { topOf, type PdfPage, type PdfTable } from './pdf-page.ts';
import { addLine, type Margins, type PdfParagraph } from './pdf-paragraphs.ts';
import { middleOf } from './pdf-runs.ts';
import type { SourceRows } from './source-rows.ts';

/**
 * Writes out what stands on pages as one text with its tables, as if there were no pages.
 * @returns whether a table had no borders, so that its cells are only as its texts stand
 */
export const writePages = (pages: readonly PdfPage[], rows: SourceRows): boolean => {
  const writer = new FlowWriter(rows, marginsOf(pages));
  for (const page of withoutFurniture(pages)) writer.page(page);
  writer.end();
  return writer.hadOpenTable;
};

/** Where the lines of text outside tables begin and end. */
const marginsOf = (pages: readonly PdfPage[]): Margins => {
  const lines = pages.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'line' ? [item.line] : [])));
  return { left: Math.min(...lines.map(({ left }) => left)), right: Math.max(...lines.map(({ right }) => right)) };
};

interface OpenLines {
  readonly lines: readonly PdfLine[];
  readonly rules: readonly PdfStroke[];
}

/** Lines of the next page, as if they stood right below. */
const below = (upper: OpenLines, lower: OpenLines): OpenLines => {
  const [last, first] = [upper.lines.at(-1), lower.lines[0]];
  const shift = (last?.y ?? 0) - (first?.y ?? 0) + 3 * (first?.size ?? 0);
  const piece = <T extends PdfPiece>(each: T): T => ({ ...each, y: each.y + shift });
  const lines = lower.lines.map((line) => ({
    ...line,
    y: line.y + shift,
    segments: line.segments.map((each) => ({ ...piece(each), pieces: each.pieces.map(piece) })),
  }));
  const rules = lower.rules.map((rule) => ({ ...rule, position: rule.position + shift }));
  return { lines: [...upper.lines, ...lines], rules: [...upper.rules, ...rules] };
};

class FlowWriter {
  private readonly rows: SourceRows;
  private readonly margins: Margins;
  private readonly paragraphs: PdfParagraph[] = [];
  private chain: TableOverPages | null = null;
  /** A table without borders that may go on with the next page. */
  private open: OpenLines | null = null;
  hadOpenTable = false;
  /** Nothing of the page was written yet. */
  private isHead = true;

  constructor(rows: SourceRows, margins: Margins) {
    this.rows = rows;
    this.margins = margins;
  }

  page(page: PdfPage): void {
    let block: PdfLine[] = [];
    this.isHead = true;
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
    this.endOpen();
    this.endParagraphs();
    this.endTable();
  }

  private lines(block: readonly PdfLine[], page: PdfPage): void {
    if (block.length > 0) this.endTable();
    for (let at = 0; at < block.length;) {
      const length = openTableLength(block.slice(at));
      const [line] = block.slice(at, at + 1);
      if (length > 0) this.openTable(block.slice(at, at + length), page);
      else if (line !== undefined) {
        this.endOpen();
        addLine(this.paragraphs, line, this.margins);
      }
      at += Math.max(1, length);
    }
  }

  private openTable(lines: readonly PdfLine[], page: PdfPage): void {
    this.endParagraphs();
    if (this.isHead && this.open !== null) this.open = below(this.open, { lines, rules: page.rules });
    else {
      this.endOpen();
      this.open = { lines, rules: page.rules };
    }
    this.isHead = false;
  }

  private endOpen(): void {
    if (this.open !== null) {
      this.hadOpenTable = true;
      const { cells, rowCount } = readOpenTable(this.open.lines, this.open.rules);
      this.rows.table(cells, rowCount);
    }
    this.open = null;
    this.isHead = false;
  }

  private table(table: PdfTable, isFirst: boolean, page: PdfPage): void {
    this.endOpen();
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
