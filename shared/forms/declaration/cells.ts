import type { DraftCell } from '../../grid/build.ts';
import type { CellStyle } from '../../grid/grid.ts';
import type { ProjectContent } from '../../model/project.ts';
import { amountCell, goalTexts, labelCell, runCells, valueCell } from '../field-cells.ts';
import type { PaperContext } from '../form.ts';
import { FIELDS, FUNDS_LABEL, GOALS_LABEL, INDICATOR_HEADER, midtermLabel, TITLE } from './definition.ts';
import type { HalfLine, IndicatorLine } from './lines.ts';
import { midtermYears } from './midterm.ts';
import type { Styles } from './styles.ts';

/* The cells of 申报表, columns A to H as 0 to 7, rows from 0. */

/** How many columns the paper has. */
export const COLUMN_COUNT = 8;

/** Row of 中期目标 and 年度目标; their texts stand below. */
const GOAL_LABEL_ROW = 8;

type Path = (typeof FIELDS)[number]['path'];

export const headCells = ({ year }: PaperContext, styles: Styles): DraftCell[] => [
  { row: 0, column: 0, columnSpan: COLUMN_COUNT, text: TITLE, style: styles.title },
  { row: 1, column: 0, columnSpan: COLUMN_COUNT, text: `（${year} 年度）`, style: styles.subtitle },
];

export const fieldCells = (content: ProjectContent, styles: Styles): DraftCell[] => {
  const label = (path: Path, row: number, column: number): DraftCell =>
    labelCell(FIELDS, path, { row, column, style: styles.label });
  const value = (path: Path, row: number, column: number, columnSpan: number): DraftCell =>
    valueCell(FIELDS, content, path, { row, column, columnSpan, style: styles.value });
  return [
    label('name', 2, 0),
    value('name', 2, 1, 7),
    label('departmentAndCode', 3, 0),
    value('departmentAndCode', 3, 1, 3),
    label('implementingUnit', 3, 4),
    value('implementingUnit', 3, 5, 3),
    label('attribute', 4, 0),
    value('attribute', 4, 1, 3),
    label('period', 4, 4),
    value('period', 4, 5, 3),
    { row: 5, column: 0, rowSpan: 3, text: FUNDS_LABEL, style: styles.label, field: 'funds.total' },
    ...amounts(content, ['midtermFunds.total', 'funds.total'], 5, styles),
    ...amounts(content, ['midtermFunds.fiscal', 'funds.fiscal'], 6, styles),
    ...amounts(content, ['midtermFunds.other', 'funds.other'], 7, styles),
  ];
};

/** 中期 in B to D, the year in E to H. */
const amounts = (content: ProjectContent, [midterm, year]: [Path, Path], row: number, styles: Styles): DraftCell[] => {
  const style = year === 'funds.other' ? styles.otherLabel : styles.amountLabel;
  return [
    labelCell(FIELDS, midterm, { row, column: 1, columnSpan: 2, style }),
    amountCell(FIELDS, content, midterm, { row, column: 3, style: styles.centred }),
    labelCell(FIELDS, year, { row, column: 4, columnSpan: 2, style }),
    amountCell(FIELDS, content, year, { row, column: 6, columnSpan: 2, style: styles.centred }),
  ];
};

/** Both goals side by side; `rows` says how many rows of the form they take, their labels included. */
export const goalCells = (
  content: ProjectContent,
  { year }: PaperContext,
  styles: Styles,
): { readonly cells: DraftCell[]; readonly rows: number } => {
  const midterm = goalTexts(content.midtermGoals);
  const goals = goalTexts(content.goals);
  const count = Math.max(midterm.length, goals.length);
  const label = midtermLabel(midtermYears(content.period, year));
  const half = (texts: readonly string[], path: Path, column: number, columnSpan: number): DraftCell[] =>
    Array.from({ length: count }, (_, index) => ({
      row: GOAL_LABEL_ROW + 1 + index,
      column,
      columnSpan,
      text: texts[index] ?? '',
      style: styles.long,
      field: path,
      ...(path === 'goals.0' && texts[index] === '' ? { missing: true } : {}),
    }));
  return {
    rows: count + 1,
    cells: [
      { row: GOAL_LABEL_ROW, column: 0, rowSpan: count + 1, text: GOALS_LABEL, style: styles.label, field: 'goals.0' },
      {
        ...labelCell(FIELDS, 'midtermGoals.0', { row: GOAL_LABEL_ROW, column: 1, columnSpan: 3, style: styles.label }),
        text: label,
      },
      labelCell(FIELDS, 'goals.0', { row: GOAL_LABEL_ROW, column: 4, columnSpan: 4, style: styles.label }),
      ...half(midterm, 'midtermGoals.0', 1, 3),
      ...half(goals, 'goals.0', 4, 4),
    ],
  };
};

/** Row of the header of the indicators, below so many rows of goals. */
export const headerRow = (goalRows: number): number => GOAL_LABEL_ROW + goalRows;

export const headerCells = (row: number, styles: Styles): DraftCell[] =>
  INDICATOR_HEADER.map((text, column) => ({ row, column, text, style: styles.heading })).slice(1);

/**
 * 绩效指标 in column A: one cell over header and indicators; on several pages two, for a repeated header can't reach over
 * what stands below it.
 */
export const rootCells = (lines: number, header: number, flowing: boolean, styles: Styles): DraftCell[] => {
  const root = { row: header, column: 0, text: INDICATOR_HEADER[0], style: styles.label };
  return flowing
    ? [root, { row: header + 1, column: 0, rowSpan: lines, text: '', style: styles.label }]
    : [{ ...root, rowSpan: lines + 1 }];
};

export const indicatorCells = (lines: readonly IndicatorLine[], top: number, styles: Styles): DraftCell[] => {
  const field = ({ year }: IndicatorLine): string => year.level3Field;
  const level1 = { key: (line: IndicatorLine) => line.level1, text: (line: IndicatorLine) => line.level1, field };
  const level2 = { key: (line: IndicatorLine) => line.row, text: (line: IndicatorLine) => line.level2, field };
  return [
    ...runCells(lines, top, 1, styles.label, level1),
    ...runCells(lines, top, 2, styles.label, level2),
    ...runCells(lines, top, 5, styles.label, level2),
    ...lines.flatMap((line, index) => [
      ...halfCells(line.midterm, top + index, 3, false, styles),
      ...halfCells(line.year, top + index, 6, line.missing, styles),
    ]),
  ];
};

const halfCells = (
  half: HalfLine | null,
  row: number,
  column: number,
  required: boolean,
  styles: Styles,
): DraftCell[] => {
  const cell = (at: number, text: string, field: string | undefined, style: CellStyle): DraftCell => ({
    row,
    column: at,
    text,
    style,
    ...(field === undefined ? {} : { field }),
    ...(required && text === '' ? { missing: true } : {}),
  });
  return [
    cell(column, half?.level3 ?? '', half?.level3Field, styles.value),
    cell(column + 1, half?.value ?? '', half?.valueField, styles.centred),
  ];
};
