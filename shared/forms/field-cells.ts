import { LONGEST_CELL, type DraftCell } from '../grid/build.ts';
import type { CellStyle } from '../grid/grid.ts';
import { parseFen, printFen } from '../model/money.ts';
import type { FieldPath, ProjectContent } from '../model/project.ts';
import { isBlank } from '../model/text.ts';
import type { FieldDefinition } from './form.ts';
import { fieldText } from './gaps.ts';

/* Cells of a project's own fields, for the forms that print a table a project. */

/** Where a cell stands, and how it looks. */
export type Place = Pick<DraftCell, 'row' | 'column' | 'rowSpan' | 'columnSpan' | 'style'>;

const fieldOf = (fields: readonly FieldDefinition[], path: FieldPath): FieldDefinition => {
  const field = fields.find((candidate) => candidate.path === path);
  if (field === undefined) throw new Error(`the form has no field ${path}`);
  return field;
};

/** The label of a field as the form prints it. */
export const labelCell = (fields: readonly FieldDefinition[], path: FieldPath, place: Place): DraftCell => ({
  ...place,
  text: fieldOf(fields, path).printed,
  field: path,
});

/** What a project says there, marked where it is required and missing. */
export const valueCell = (
  fields: readonly FieldDefinition[],
  content: ProjectContent,
  path: FieldPath,
  place: Place,
): DraftCell => {
  const text = fieldText(content, path);
  const missing = fieldOf(fields, path).required && isBlank(text);
  return { ...place, text, field: path, ...(missing ? { missing: true } : {}) };
};

/** An amount in 万元, to the 分 and without padding; as typed where it is no number. */
export const amountCell = (
  fields: readonly FieldDefinition[],
  content: ProjectContent,
  path: FieldPath,
  place: Place,
): DraftCell => {
  const cell = valueCell(fields, content, path, place);
  const fen = parseFen(cell.text, content.amountUnit);
  const text = fen === null ? cell.text.trim() : printFen(fen, '万元');
  // A binary fraction that would not print back to the same digits stays text: never a rounded amount.
  const number = fen !== null && String(Number(text)) === text ? { number: Number(text) } : {};
  return { ...cell, ...number, text };
};

/** Goals below each other in as few cells as xlsx allows: one, except for texts no clerk types. */
export const goalTexts = (goals: readonly string[]): string[] => {
  const texts: string[] = [];
  for (const goal of goals.filter((text) => !isBlank(text))) {
    const last = texts.at(-1);
    if (last === undefined || last.length + goal.length >= LONGEST_CELL) texts.push(goal);
    else texts[texts.length - 1] = `${last}\n${goal}`;
  }
  return texts.length === 0 ? [''] : texts;
};

/** One cell for every run of lines with the same key, merged down. */
export const runCells = <Line>(
  lines: readonly Line[],
  top: number,
  column: number,
  style: CellStyle,
  of: { readonly key: (line: Line) => string; readonly text: (line: Line) => string; field: (line: Line) => FieldPath },
): DraftCell[] => {
  const cells: DraftCell[] = [];
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    const last = cells.at(-1);
    if (previous !== undefined && last !== undefined && of.key(previous) === of.key(line)) {
      cells[cells.length - 1] = { ...last, rowSpan: (last.rowSpan ?? 1) + 1 };
    } else cells.push({ row: top + index, column, text: of.text(line), style, field: of.field(line) });
  });
  return cells;
};
