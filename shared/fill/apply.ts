import type { SourceTable } from '../grid/table.ts';
import type { FillPlan, TablePlan } from './plan.ts';
import { TableView, type Template, type TemplateCell, type TemplateTable } from './template.ts';

/** What a template looks like once a plan is carried out: for the picture on screen, and to be read again. Pure. */
export const applyPlan = (template: Template, plan: FillPlan): Template => ({
  format: template.format,
  tables: plan.tables.flatMap((table): TemplateTable[] => {
    const source = template.tables[table.table];
    return source === undefined ? [] : [filledTable(source, table)];
  }),
});

const filledTable = (source: TemplateTable, plan: TablePlan): TemplateTable => {
  const view = new TableView(source);
  const merges = new Map(plan.merges.map((merge) => [`${merge.row}:${merge.column}`, merge]));
  const covered = new Set<string>();
  for (const { row, column, rows, columns } of plan.merges)
    for (let down = 0; down < rows; down += 1)
      for (let right = 0; right < columns; right += 1)
        if (down + right > 0) covered.add(`${row + down}:${column + right}`);
  const texts = new Map(plan.writes.map(({ row, column, text }) => [`${row}:${column}`, text]));
  const cells = plan.rows.flatMap(({ source: from, added }, row) =>
    placesOf(view, from).flatMap(({ cell, column }): TemplateCell[] => {
      const key = `${row}:${column}`;
      if (covered.has(key)) return [];
      const { rows = 1, columns = 1 } = merges.get(key) ?? {};
      const old = added || cell.row !== from || cell.column !== column ? '' : cell.text;
      return [{ ...cell, row, column, rows, columns, text: texts.get(key) ?? old }];
    }),
  );
  return {
    name: plan.name ?? source.name,
    rows: plan.rows.length,
    widths: source.widths,
    heights: plan.rows.map(({ source: from, height }) => height ?? source.heights[from] ?? null),
    cells,
  };
};

/** Every place of a row, those inside merges too. */
const placesOf = (view: TableView, row: number): { cell: TemplateCell; column: number }[] => {
  const places: { cell: TemplateCell; column: number }[] = [];
  for (let column = 0; column < view.table.widths.length; column += 1) {
    const cell = view.at(row, column);
    if (cell !== null) places.push({ cell, column });
  }
  return places;
};

/** A table as readers hand it to recognition: texts in rows, what a merge covers empty. */
export const asSource = ({ name, cells, rows }: TemplateTable): SourceTable => {
  const texts = Array.from({ length: rows }, (): string[] => []);
  const merges = cells.flatMap(({ row, column, rows: down, columns, kind }) =>
    down * columns > 1 && kind !== 'line' ? [{ at: row + 1, column, rows: down, columns }] : [],
  );
  for (const { row, column, text } of cells) {
    const line = texts[row];
    if (line === undefined || text === '') continue;
    while (line.length < column) line.push('');
    line[column] = text;
  }
  return {
    name,
    rows: texts.map((line, index) => ({ cells: line, at: index + 1 })).filter(({ cells: line }) => line.length > 0),
    merges,
  };
};
