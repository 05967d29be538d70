import { CELL_PADDING, textWidth } from '../../grid/measure.ts';
import { printableText } from '../../grid/clean.ts';
import type { ProjectContent } from '../../model/project.ts';
import { isBlank } from '../../model/text.ts';
import { amountOf, printAmount } from '../totals.ts';
import { CONTINUED } from './definition.ts';
import type { FlowCell, RowCell } from './filling.ts';
import { alwaysGoesOn, goalGoesOn, itemGoesOn } from './join.ts';
import { goalParagraphs, narrativeOf, type EmptyHeadings, type FormRows } from './paragraphs.ts';
import type { Styles } from './styles.ts';

/** The row of a project: blank code, name, amount, goals, indicators. */
export const projectCells = (
  content: ProjectContent,
  form: FormRows,
  empty: EmptyHeadings,
  columns: readonly number[],
  styles: Styles,
): FlowCell[] => {
  const goals = printableText(goalParagraphs(content));
  const { text, field, missing } = narrativeOf(content, form, empty);
  return [
    { cell: { column: 0, text: '', style: styles.code }, goesOn: alwaysGoesOn },
    {
      cell: {
        column: 1,
        text: printableText(content.name),
        style: styles.project,
        field: 'name',
        ...missingIf(isBlank(content.name)),
      },
      goesOn: alwaysGoesOn,
      again: CONTINUED,
    },
    { cell: amountCell(content, columns[2] ?? 0, styles), goesOn: alwaysGoesOn },
    {
      cell: { column: 3, text: goals, style: styles.long, field: 'goals.0', ...missingIf(goals === '') },
      goesOn: goalGoesOn,
    },
    {
      cell: { column: 4, text: printableText(text), style: styles.long, field, ...missingIf(missing) },
      goesOn: itemGoesOn,
    },
  ];
};

const missingIf = (missing: boolean): { missing?: true } => (missing ? { missing } : {});

const amountCell = (content: ProjectContent, width: number, styles: Styles): RowCell => {
  const fen = amountOf(content);
  const cell = { column: 2, style: styles.amount, field: 'funds.total' };
  if (fen === null) {
    return { ...cell, text: printableText(content.funds.total.trim()), ...missingIf(isBlank(content.funds.total)) };
  }
  return { ...cell, ...numberCell(printAmount(fen), width, styles.amount.size) };
};

/** A number as one in the file too, unless it is wider than its column: spreadsheets would show ####. */
export const numberCell = (text: string, width: number, size: number): { text: string; number?: number } =>
  text !== '' && textWidth(text, size) <= width - CELL_PADDING ? { text, number: Number(text) } : { text };
