import { LONGEST_CELL, type DraftCell } from '../../grid/build.ts';
import type { CellStyle } from '../../grid/grid.ts';
import { parseFen, printFen } from '../../model/money.ts';
import type { ProjectContent } from '../../model/project.ts';
import { fold, isBlank } from '../../model/text.ts';
import type { PaperContext } from '../form.ts';
import { fieldText } from '../gaps.ts';
import { FIELDS, FUNDS_LABEL, INDICATOR_HEADER, INDICATORS_LABEL, TITLE } from './definition.ts';
import { departmentName } from './department.ts';
import type { IndicatorLine } from './lines.ts';
import type { Styles } from './styles.ts';

/* The cells of 附件2. Rows count from 0, so each is one less than in the county's form. */

/** Row of 年度总体目标. */
export const GOAL_ROW = 9;

export const headCells = (content: ProjectContent, { unit, year }: PaperContext, styles: Styles): DraftCell[] => [
  {
    row: 0,
    column: 0,
    columnSpan: 5,
    text: `附件 2：${departmentName(content.departmentAndCode, unit)}项目支出预算绩效目标表`,
    style: styles.attachment,
  },
  { row: 1, column: 0, columnSpan: 5, text: TITLE, style: styles.title },
  { row: 2, column: 0, columnSpan: 5, text: `（${year} 年度）`, style: styles.subtitle },
];

type FieldPathOfForm = (typeof FIELDS)[number]['path'];

const fieldOf = (path: FieldPathOfForm): (typeof FIELDS)[number] => {
  const field = FIELDS.find((candidate) => candidate.path === path);
  if (field === undefined) throw new Error(`annex2 has no field ${path}`);
  return field;
};

export const fieldCells = (content: ProjectContent, styles: Styles): DraftCell[] => {
  const label = (path: FieldPathOfForm, row: number, column: number): DraftCell => ({
    row,
    column,
    text: fieldOf(path).printed,
    style: styles.label,
    field: path,
  });
  const value = (path: FieldPathOfForm, row: number, column: number, columnSpan: number): DraftCell => ({
    ...shownField(content, path),
    row,
    column,
    columnSpan,
    style: columnSpan === 1 ? styles.centred : styles.value,
  });
  return [
    label('name', 3, 0),
    value('name', 3, 1, 4),
    label('departmentAndCode', 4, 0),
    value('departmentAndCode', 4, 1, 2),
    label('implementingUnit', 4, 3),
    value('implementingUnit', 4, 4, 1),
    label('attribute', 5, 0),
    value('attribute', 5, 1, 2),
    label('period', 5, 3),
    value('period', 5, 4, 1),
    { row: 6, column: 0, rowSpan: 3, text: FUNDS_LABEL, style: styles.label, field: 'funds.total' },
    ...amountCells(content, 'funds.total', 6, styles.amountLabel, styles.centred),
    ...amountCells(content, 'funds.fiscal', 7, styles.amountLabel, styles.centred),
    ...amountCells(content, 'funds.other', 8, styles.otherLabel, styles.centred),
  ];
};

/** Text of a field, and whether it is required and missing. */
const shownField = (content: ProjectContent, path: FieldPathOfForm): Pick<DraftCell, 'text' | 'field' | 'missing'> => {
  const text = fieldText(content, path);
  return { text, field: path, ...(fieldOf(path).required && isBlank(text) ? { missing: true } : {}) };
};

const amountCells = (
  content: ProjectContent,
  path: 'funds.total' | 'funds.fiscal' | 'funds.other',
  row: number,
  labelStyle: CellStyle,
  style: CellStyle,
): DraftCell[] => {
  const shown = shownField(content, path);
  const fen = parseFen(shown.text, content.amountUnit);
  const text = fen === null ? shown.text.trim() : printFen(fen, '万元');
  // A binary fraction that would not print back to the same digits stays text: never a rounded amount.
  const number = fen !== null && String(Number(text)) === text ? { number: Number(text) } : {};
  return [
    { row, column: 1, columnSpan: 2, text: fieldOf(path).printed, style: labelStyle, field: path },
    { ...shown, ...number, text, row, column: 3, columnSpan: 2, style },
  ];
};

/** 年度总体目标 in as few cells as xlsx allows: one, except for texts no clerk types. */
export const goalTexts = (content: ProjectContent): string[] => {
  const texts: string[] = [];
  for (const goal of content.goals.filter((text) => !isBlank(text))) {
    const last = texts.at(-1);
    if (last === undefined || last.length + goal.length >= LONGEST_CELL) texts.push(goal);
    else texts[texts.length - 1] = `${last}\n${goal}`;
  }
  return texts.length === 0 ? [''] : texts;
};

export const goalCells = (texts: readonly string[], styles: Styles): DraftCell[] => {
  const { printed, path } = fieldOf('goals.0');
  return [
    { row: GOAL_ROW, column: 0, rowSpan: texts.length, text: printed, style: styles.label, field: path },
    ...texts.map((text, index) => ({
      row: GOAL_ROW + index,
      column: 1,
      columnSpan: 4,
      text,
      style: styles.long,
      field: path,
      ...(text === '' ? { missing: true } : {}),
    })),
  ];
};

export const headerCells = (row: number, styles: Styles): DraftCell[] =>
  INDICATOR_HEADER.map((text, column) => ({ row, column, text, style: styles.heading }));

export const indicatorCells = (lines: readonly IndicatorLine[], top: number, styles: Styles): DraftCell[] => [
  { row: top, column: 0, rowSpan: lines.length, text: INDICATORS_LABEL, style: styles.label },
  ...labelCells(lines, top, 1, ({ level1 }) => level1, styles.label),
  ...labelCells(lines, top, 2, ({ level1, level2 }) => `${fold(level1)}\n${level2}`, styles.label),
  ...lines.flatMap((line, index): DraftCell[] => {
    const missing = line.missing ? { missing: true } : {};
    const row = top + index;
    return [
      {
        row,
        column: 3,
        text: line.level3,
        style: styles.value,
        field: line.level3Field,
        ...(line.level3 === '' ? missing : {}),
      },
      {
        row,
        column: 4,
        text: line.value,
        style: styles.centred,
        field: line.valueField,
        ...(line.value === '' ? missing : {}),
      },
    ];
  }),
];

/** One cell for every run of lines with the same label, merged down. */
const labelCells = (
  lines: readonly IndicatorLine[],
  top: number,
  column: 1 | 2,
  keyOf: (line: IndicatorLine) => string,
  style: CellStyle,
): DraftCell[] => {
  const cells: DraftCell[] = [];
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    const last = cells.at(-1);
    if (previous !== undefined && last !== undefined && keyOf(previous) === keyOf(line)) {
      cells[cells.length - 1] = { ...last, rowSpan: (last.rowSpan ?? 1) + 1 };
    } else {
      const text = column === 1 ? line.level1 : line.level2;
      cells.push({ row: top + index, column, text, style, field: line.level3Field });
    }
  });
  return cells;
};
