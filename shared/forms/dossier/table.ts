import { LONGEST_CELL, type DraftCell } from '../../grid/build.ts';
import { parseFen, printFenRounded } from '../../model/money.ts';
import type { ProjectContent } from '../../model/project.ts';
import { isBlank } from '../../model/text.ts';
import type { Unit } from '../../model/unit.ts';
import { fieldText } from '../gaps.ts';
import { COLUMNS } from './columns.ts';
import { AMOUNTS_IN, BUDGET_LABEL, FIELDS } from './definition.ts';
import type { Styles } from './styles.ts';

/* The upper cells of a project's table. Row 0 is the heading, row 1 the unit and 单位：万元. */

type FormField = (typeof FIELDS)[number]['path'];

/** Text of a field, and whether it is required and missing. */
const shownField = (content: ProjectContent, path: FormField): Pick<DraftCell, 'text' | 'field' | 'missing'> => {
  const text = fieldText(content, path);
  const required = FIELDS.some((field) => field.path === path && field.required);
  return { text, field: path, ...(required && isBlank(text) ? { missing: true } : {}) };
};

const printedLabel = (path: FormField): string => FIELDS.find((field) => field.path === path)?.printed ?? '';

/** `816001示例县示例镇人民政府`: as in the unit's settings, else as the project was imported. */
export const unitText = ({ departmentAndCode }: ProjectContent, { code, name }: Unit): string =>
  isBlank(code) && !isBlank(departmentAndCode) ? departmentAndCode : `${code}${name}`;

/** Heading, unit, names, amounts and purpose: rows 0 to 4. */
export const upperCells = (content: ProjectContent, heading: string, unit: Unit, styles: Styles): DraftCell[] => {
  const label = (path: FormField, row: number, column: number): DraftCell => ({
    row,
    column,
    text: printedLabel(path),
    style: styles.label,
    field: path,
  });
  return [
    {
      row: 0,
      column: 0,
      columnSpan: COLUMNS.length,
      text: heading,
      style: styles.tableHeading,
      heading: 2,
      field: 'name',
    },
    { row: 1, column: 0, columnSpan: 6, text: unitText(content, unit), style: styles.unit },
    { row: 1, column: 6, columnSpan: 2, text: AMOUNTS_IN, style: styles.amountsIn },
    label('code', 2, 0),
    { ...shownField(content, 'code'), row: 2, column: 1, columnSpan: 4, style: styles.value },
    label('name', 2, 5),
    { ...shownField(content, 'name'), row: 2, column: 6, columnSpan: 2, style: styles.value },
    { row: 3, column: 0, rowSpan: 2, text: BUDGET_LABEL, style: styles.label, field: 'usage' },
    label('funds.total', 3, 1),
    { ...amount(content, 'funds.total'), row: 3, column: 2, columnSpan: 2, style: styles.centred },
    label('funds.fiscal', 3, 4),
    { ...amount(content, 'funds.fiscal'), row: 3, column: 5, style: styles.centred },
    label('funds.other', 3, 6),
    { ...amount(content, 'funds.other'), row: 3, column: 7, style: styles.centred },
    { ...shownField(content, 'usage'), row: 4, column: 1, columnSpan: 7, style: styles.value },
  ];
};

/** 万元 with two decimals; what is no amount prints as typed. */
const amount = (
  content: ProjectContent,
  path: 'funds.total' | 'funds.fiscal' | 'funds.other',
): Pick<DraftCell, 'text' | 'number' | 'field' | 'missing'> => {
  const shown = shownField(content, path);
  const fen = parseFen(shown.text, content.amountUnit);
  if (fen === null) return { ...shown, text: shown.text.trim() };
  const text = printFenRounded(fen, '万元');
  return { ...shown, text, number: Number(text) };
};

/** The goals in as few cells as xlsx allows: one, except for texts no clerk types. */
export const goalTexts = (content: ProjectContent): string[] => {
  const texts: string[] = [];
  for (const goal of content.goals.filter((text) => !isBlank(text))) {
    const last = texts.at(-1);
    if (last === undefined || last.length + goal.length >= LONGEST_CELL) texts.push(goal);
    else texts[texts.length - 1] = `${last}\n${goal}`;
  }
  return texts.length === 0 ? [''] : texts;
};

export const goalCells = (texts: readonly string[], row: number, styles: Styles): DraftCell[] => [
  { row, column: 0, rowSpan: texts.length, text: printedLabel('goals.0'), style: styles.label, field: 'goals.0' },
  ...texts.map((text, index) => ({
    row: row + index,
    column: 1,
    columnSpan: 7,
    text,
    style: styles.value,
    field: 'goals.0',
    ...(text === '' ? { missing: true } : {}),
  })),
];
