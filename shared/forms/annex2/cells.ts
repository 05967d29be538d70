import type { DraftCell } from '../../grid/build.ts';
import type { FieldPath, ProjectContent } from '../../model/project.ts';
import { fold } from '../../model/text.ts';
import { amountCell, labelCell, runCells, valueCell } from '../field-cells.ts';
import type { PaperContext } from '../form.ts';
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

export const fieldCells = (content: ProjectContent, styles: Styles): DraftCell[] => {
  const label = (path: FieldPathOfForm, row: number, column: number): DraftCell =>
    labelCell(FIELDS, path, { row, column, style: styles.label });
  const value = (path: FieldPathOfForm, row: number, column: number, columnSpan: number): DraftCell =>
    valueCell(FIELDS, content, path, {
      row,
      column,
      columnSpan,
      style: columnSpan === 1 ? styles.centred : styles.value,
    });
  const amount = (path: FieldPathOfForm, row: number): DraftCell[] => [
    labelCell(FIELDS, path, {
      row,
      column: 1,
      columnSpan: 2,
      style: path === 'funds.other' ? styles.otherLabel : styles.amountLabel,
    }),
    amountCell(FIELDS, content, path, { row, column: 3, columnSpan: 2, style: styles.centred }),
  ];
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
    ...amount('funds.total', 6),
    ...amount('funds.fiscal', 7),
    ...amount('funds.other', 8),
  ];
};

export const goalCells = (texts: readonly string[], styles: Styles): DraftCell[] => [
  labelCell(FIELDS, 'goals.0', { row: GOAL_ROW, column: 0, rowSpan: texts.length, style: styles.label }),
  ...texts.map((text, index) => ({
    row: GOAL_ROW + index,
    column: 1,
    columnSpan: 4,
    text,
    style: styles.long,
    field: 'goals.0',
    ...(text === '' ? { missing: true } : {}),
  })),
];

export const headerCells = (row: number, styles: Styles): DraftCell[] =>
  INDICATOR_HEADER.map((text, column) => ({ row, column, text, style: styles.heading }));

export const indicatorCells = (lines: readonly IndicatorLine[], top: number, styles: Styles): DraftCell[] => [
  { row: top, column: 0, rowSpan: lines.length, text: INDICATORS_LABEL, style: styles.label },
  ...runCells(lines, top, 1, styles.label, {
    key: ({ level1 }) => level1,
    text: ({ level1 }) => level1,
    field: fieldOf,
  }),
  ...runCells(lines, top, 2, styles.label, {
    key: ({ level1, level2 }) => `${fold(level1)}\n${level2}`,
    text: ({ level2 }) => level2,
    field: fieldOf,
  }),
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

const fieldOf = ({ level3Field }: IndicatorLine): FieldPath => level3Field;
