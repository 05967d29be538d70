import { spanned, type DraftCell } from '../../grid/build.ts';
import type { CellStyle, GridCell } from '../../grid/grid.ts';
import type { Block } from '../../grid/list-parts.ts';
import type { FieldPath, ProjectContent } from '../../model/project.ts';
import { fold, isBlank } from '../../model/text.ts';
import { readWeight } from '../../model/weight.ts';
import { goalTexts, runCells } from '../field-cells.ts';
import { amountOf, printAmount, printTotal, totalOf } from '../totals.ts';
import { EXECUTION_RATE, HEADER, TITLE, TOTAL_ROW } from './definition.ts';
import type { IndicatorLine } from './lines.ts';
import type { Styles } from './styles.ts';

/* The cells of 批复表: columns A to L are 0 to 11, rows count from 0. */

const COUNT = HEADER.length;
const AMOUNT = 3;
const GOALS = 4;
const WEIGHT = 11;

/** Title, the two rows of the header, and 合计. */
export const headCells = (year: number, contents: readonly ProjectContent[], styles: Styles): GridCell[] =>
  spanned([
    { row: 0, column: 0, columnSpan: COUNT, text: `${year}年${TITLE}`, style: styles.title },
    ...HEADER.map((text, column): DraftCell => ({
      row: 1,
      column,
      rowSpan: column === WEIGHT ? 1 : 2,
      text,
      style: styles.heading,
    })),
    { row: 2, column: WEIGHT, text: EXECUTION_RATE, style: styles.heading },
    ...TOTAL_ROW.map((text, column): DraftCell => ({ row: 3, column, text, style: styles.centred })),
    { row: 3, column: AMOUNT, ...totalCell(contents), style: styles.centred },
    ...HEADER.slice(GOALS).map((_, index): DraftCell => ({
      row: 3,
      column: GOALS + index,
      text: '',
      style: styles.centred,
    })),
  ]);

/** Blank where no project has an amount: 0.00 would be one. */
const totalCell = (contents: readonly ProjectContent[]): Pick<DraftCell, 'text' | 'number'> => {
  const { fen, withoutAmount } = totalOf(contents);
  return withoutAmount === contents.length ? { text: '' } : numberCell(printTotal(fen));
};

/** The rows of one project: one an indicator, one at least. */
export const projectBlock = (
  content: ProjectContent,
  lines: readonly IndicatorLine[],
  least: number,
  styles: Styles,
): Block => {
  const goals = goalTexts(content.goals);
  const rows = Math.max(lines.length, goals.length);
  const down = (column: number, field: FieldPath, text: string, style: CellStyle): DraftCell => ({
    row: 0,
    column,
    rowSpan: rows,
    text,
    style,
    field,
    ...(isBlank(text) ? { missing: true } : {}),
  });
  const amount = amountCell(content);
  const cells: DraftCell[] = [
    { ...down(1, isBlank(content.code) ? 'code' : 'name', projectText(content), styles.label), ...lacksName(content) },
    down(2, 'category', content.category, styles.label),
    { ...down(AMOUNT, 'funds.total', amount.text, styles.centred), ...amount },
    ...goals.map((text, row) => ({
      ...down(GOALS, 'goals.0', text, styles.value),
      row,
      rowSpan: row === goals.length - 1 ? rows - row : 1,
    })),
    ...runCells(lines, 0, 5, styles.label, {
      key: ({ level1 }) => level1,
      text: ({ level1 }) => level1,
      field: levelOf,
    }),
    ...runCells(lines, 0, 6, styles.label, {
      key: ({ level1, level2 }) => `${fold(level1)}\n${level2}`,
      text: ({ level2 }) => level2,
      field: levelOf,
    }),
    ...lines.flatMap((line, row) => lineCells(line, row, styles)),
    ...blankCells(lines.length, rows, styles),
  ];
  return { cells: spanned(cells), least: Array.from({ length: rows }, () => least) };
};

/** `63012300024T000000550-社区工作经费`; the name alone where there is no code. */
const projectText = ({ code, name }: ProjectContent): string => [code, name].filter((text) => !isBlank(text)).join('-');

const lacksName = ({ code, name }: ProjectContent): { missing?: true } =>
  isBlank(code) || isBlank(name) ? { missing: true } : {};

/** An amount that is no number prints as typed. */
const amountCell = (content: ProjectContent): Pick<DraftCell, 'text' | 'number'> => {
  const fen = amountOf(content);
  if (fen !== null) return numberCell(printAmount(fen));
  return { text: content.funds.total.trim() };
};

const levelOf = ({ field }: IndicatorLine): FieldPath => `${field}.level3`;

const lineCells = (line: IndicatorLine, row: number, styles: Styles): DraftCell[] => {
  const cell = (column: number, part: string, content: Partial<DraftCell> & { text: string }, style: CellStyle) => ({
    row,
    column,
    style,
    field: `${line.field}.${part}`,
    ...content,
  });
  const needed = (text: string): { missing?: true } => (isBlank(text) ? { missing: true } : {});
  const isNumber = NUMBER.test(line.value);
  return [
    cell(7, 'level3', { text: line.level3, ...needed(line.level3) }, styles.value),
    cell(8, 'printed', { text: line.operator, ...(isNumber ? needed(line.operator) : {}) }, styles.centred),
    cell(9, 'printed', { ...numberCell(line.value), ...needed(line.value) }, styles.centred),
    cell(10, 'printed', { text: line.unit }, styles.centred),
    cell(WEIGHT, 'weight', { ...numberCell(weightText(line.weight)), ...needed(line.weight) }, styles.centred),
  ];
};

/** Points without their unit, `10分` → `10`; decimals stay as typed. */
const weightText = (text: string): string => {
  const digits = fold(text).replace(/[%分]$/u, '');
  return readWeight(text) !== null && NUMBER.test(digits) ? digits : text;
};

const NUMBER = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,6})?$/u;

/** A number where a text is one as it prints, thousands commas taken off. */
const numberCell = (text: string): Pick<DraftCell, 'text' | 'number'> => {
  const digits = text.replaceAll(',', '');
  return NUMBER.test(digits) ? { text, number: Number(digits) } : { text };
};

/** Columns F to L of rows without an indicator. */
const blankCells = (from: number, to: number, styles: Styles): DraftCell[] =>
  Array.from({ length: to - from }, (_, index) => from + index).flatMap((row) =>
    HEADER.slice(5).map((_, index): DraftCell => ({ row, column: 5 + index, text: '', style: styles.centred })),
  );
