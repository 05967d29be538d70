import type { FieldPath, Indicator, ProjectContent } from '../../model/project.ts';
import { isBlank } from '../../model/text.ts';
import type { IndicatorRow, LevelDefinition } from '../form.ts';
import { indicatorsBeside, indicatorsUnder, isEmptyIndicator, printedLevel3, printedValue } from '../rows.ts';
import { chineseNumber, isNumbered, isNumberedGoal } from './numbering.ts';

export interface FormRows {
  readonly indicatorRows: readonly IndicatorRow[];
  readonly levels: readonly LevelDefinition[];
}

/** Which headings are printed though nothing stands below them. */
export type EmptyHeadings = 'none' | 'required' | 'all';

/** The goals, a paragraph each: a single one as typed, several numbered 目标一：… unless a number is typed already. */
export const goalParagraphs = ({ goals }: Pick<ProjectContent, 'goals'>): string => {
  const filled = goals.filter((goal) => !isBlank(goal)).map((goal) => goal.trim());
  const asTyped = filled.length < 2 || filled.some(isNumberedGoal);
  return filled.map((goal, index) => (asTyped ? goal : `目标${chineseNumber(index + 1)}：${goal}`)).join('\n');
};

/** 绩效指标 as numbered text, and the field a click on it goes to. */
export interface Narrative {
  readonly text: string;
  readonly field: FieldPath;
  /** A required heading has nothing below it. */
  readonly missing: boolean;
}

/** 一、产出指标 / (一) 数量指标： / 1. name value, in the order of the tree, numbers beginning anew below each heading. */
export const narrativeOf = (content: ProjectContent, form: FormRows, empty: EmptyHeadings): Narrative => {
  const levels = form.levels
    .map(({ label }) => ({ label, sections: sectionsOf(content, form, label, empty) }))
    .filter(({ sections }) => sections.length > 0);
  const lines = levels.flatMap(({ label, sections }, index) => [
    `${chineseNumber(index + 1)}、${label}`,
    ...sections.flatMap(sectionLines),
  ]);
  const gap = form.indicatorRows.find(
    (row) => row.requirement !== null && filledUnder(content, form, row).length === 0,
  );
  const first = content.indicators.findIndex((indicator) => !isEmptyIndicator(indicator));
  const field = gap !== undefined ? `kind:${gap.kind}` : `indicators.${Math.max(first, 0)}.level3`;
  return { text: lines.join('\n'), field, missing: gap !== undefined };
};

interface Section {
  /** Null below 满意度指标, where the form prints no heading of level 2. */
  readonly heading: string | null;
  readonly items: readonly Indicator[];
}

const sectionsOf = (content: ProjectContent, form: FormRows, level1: string, empty: EmptyHeadings): Section[] => {
  const own = form.indicatorRows
    .filter((row) => row.level1 === level1)
    .map((row) => ({ row, items: filledUnder(content, form, row) }))
    .filter(({ row, items }) => items.length > 0 || isPrintedEmpty(row, empty))
    .map(({ row, items }): Section => ({ heading: row.kind === 'satisfaction' ? null : row.printed, items }));
  return [...own, ...sectionsBeside(content, form, level1)];
};

const filledUnder = (content: ProjectContent, form: FormRows, row: IndicatorRow): Indicator[] =>
  indicatorsUnder(form, content, row)
    .map(({ indicator }) => indicator)
    .filter((indicator) => !isEmptyIndicator(indicator));

const isPrintedEmpty = ({ requirement }: IndicatorRow, empty: EmptyHeadings): boolean =>
  empty === 'all' || (empty === 'required' && requirement !== null);

/** What no heading of the form takes stands below its own, behind the others. */
const sectionsBeside = (content: ProjectContent, form: FormRows, level1: string): Section[] => {
  const groups = new Map<string, Indicator[]>();
  for (const { indicator } of indicatorsBeside(form, content, level1)) {
    const group = groups.get(indicator.level2);
    if (group === undefined) groups.set(indicator.level2, [indicator]);
    else group.push(indicator);
  }
  return [...groups].map(([level2, items]) => ({ heading: isBlank(level2) ? '其他指标' : oneLine(level2), items }));
};

const sectionLines = ({ heading, items }: Section, index: number): string[] => {
  const numbered = items.map((item, at) => `${at + 1}. ${itemText(item)}`);
  if (heading !== null) return [`(${chineseNumber(index + 1)}) ${heading}：`, ...numbered];
  const plain = items.map(itemText);
  // A name that itself begins like a number could be taken for one.
  return plain.some((text) => isNumbered(text) || /^\d/u.test(text)) ? numbered : plain;
};

/** Name and value with a blank between them, on one line. */
const itemText = (indicator: Indicator): string =>
  [printedLevel3(indicator), printedValue(indicator)]
    .map(oneLine)
    .filter((text) => text !== '')
    .join(' ');

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
