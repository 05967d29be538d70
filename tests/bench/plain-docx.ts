import { writeFile } from 'node:fs/promises';
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Grid, GridCell } from '../../shared/grid/grid.ts';

const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

const cellOf = ({ text, style, rowSpan, columnSpan }: GridCell): TableCell =>
  new TableCell({
    rowSpan,
    columnSpan,
    children: [
      new Paragraph({
        alignment: ALIGNMENTS[style.horizontal],
        children: [new TextRun({ text, font: style.font, size: style.size * 2 })],
      }),
    ],
  });

const tableOf = ({ rows, columns, cells }: Grid): Table => {
  const inRows = rows.map((): GridCell[] => []);
  for (const cell of cells) inRows[cell.row]?.push(cell);
  return new Table({
    width: { size: columns.reduce((sum, width) => sum + width, 0) * 20, type: WidthType.DXA },
    columnWidths: columns.map((width) => width * 20),
    rows: inRows.map((row) => new TableRow({ children: row.map(cellOf) })),
  });
};

/** Grids as one document, a table and a section each, written with docx in the simplest way. */
export const plainDocument = async (grids: readonly Grid[], path: string): Promise<void> => {
  const sections = grids.map((grid) => ({ children: [tableOf(grid)] }));
  await writeFile(path, await Packer.toBuffer(new Document({ sections })));
};
