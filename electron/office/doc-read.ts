import { ExpectedError } from '../../shared/model/errors.ts';
import { readParagraphs, type DocParagraph, type RowShape } from './doc-paragraphs.ts';
import { openDoc } from './doc-stream.ts';
import type { OleContainer } from './ole-container.ts';
import type { ReadDocument } from './read.ts';
import { SourceRows, type PlacedCell } from './source-rows.ts';
import { damaged } from './zip-read.ts';

/**
 * Reads a Word document of 1997–2003 (.doc, .wps): as a docx, a paragraph is a row of one cell, tables keep their columns, cells that a
 * merge covers are empty. Our own reader: the library there is gives the texts of a table without its columns and merges.
 * @throws ExpectedError naming the file and why it can't be read
 */
export const readDoc = (container: OleContainer, fileName: string): ReadDocument => {
  const rows = new SourceRows(fileName);
  let table: DocRow[] = [];
  const endTable = (): void => {
    if (table.length > 0) rows.table(placedCells(table), table.length);
    table = [];
  };
  for (const block of blocksOf(container, fileName)) {
    if ('cells' in block) table.push(block);
    else {
      endTable();
      rows.paragraph(block.text);
    }
  }
  endTable();
  if (rows.isEmpty) throw new ExpectedError('file-empty', `“${fileName}”里没有内容。`);
  return { tables: [rows.end(fileName)], hiddenSheets: [], notes: [] };
};

interface DocRow {
  readonly cells: readonly string[];
  readonly shape: RowShape;
}

const blocksOf = (container: OleContainer, fileName: string): (DocRow | { readonly text: string })[] => {
  try {
    return joinRows(readParagraphs(openDoc(container, fileName)));
  } catch (cause) {
    throw cause instanceof RangeError ? damaged(fileName, cause) : cause;
  }
};

/** Paragraphs of a cell are its lines; cells up to the mark of the row's end are the row. */
const joinRows = (paragraphs: readonly DocParagraph[]): (DocRow | { readonly text: string })[] => {
  const blocks: (DocRow | { readonly text: string })[] = [];
  let cells: string[] = [];
  let lines: string[] = [];
  for (const { text, inTable, endsCell, row } of paragraphs) {
    if (row !== null) {
      blocks.push({ cells, shape: row });
      cells = [];
      lines = [];
    } else if (endsCell) {
      cells.push([...lines, text].join('\n'));
      lines = [];
    } else if (inTable) lines.push(text);
    else blocks.push({ text });
  }
  // A file that was cut off ends inside a row.
  for (const text of [...cells, ...lines]) blocks.push({ text });
  return blocks;
};

/** Edges nearer than this are one: a millimetre. */
const NEAR = 57;

/** Columns are the edges of all rows together: a cell reaches over those that lie inside it. */
const placedCells = (rows: readonly DocRow[]): PlacedCell[] => {
  const columnAt = columnsOf(rows.flatMap(({ shape }) => shape.edges));
  const cells: { row: number; column: number; rows: number; columns: number; text: string }[] = [];
  let above = new Map<number, (typeof cells)[number]>();
  rows.forEach(({ cells: texts, shape }, row) => {
    const begun = new Map<number, (typeof cells)[number]>();
    let last: (typeof cells)[number] | undefined;
    texts.forEach((text, index) => {
      const column = columnAt(shape.edges[index] ?? 0) + (shape.edges.length > 0 ? 0 : index);
      const columns = Math.max(1, columnAt(shape.edges[index + 1] ?? 0) - column);
      const upper = shape.joinedUp[index] === true ? above.get(column) : undefined;
      if (upper !== undefined) {
        upper.rows += 1;
        begun.set(column, upper);
      } else if (shape.joinedLeft[index] === true && last !== undefined) last.columns = column + columns - last.column;
      else {
        last = { row, column, rows: 1, columns, text };
        cells.push(last);
        begun.set(column, last);
      }
    });
    above = begun;
  });
  return cells;
};

const columnsOf = (edges: readonly number[]): ((edge: number) => number) => {
  const columns: number[] = [];
  for (const edge of [...edges].sort((one, other) => one - other)) {
    if (columns.length === 0 || edge - (columns.at(-1) ?? 0) > NEAR) columns.push(edge);
  }
  return (edge) =>
    Math.max(
      0,
      columns.findLastIndex((column) => column <= edge),
    );
};
