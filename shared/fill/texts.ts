import { departmentName, withoutCode } from '../forms/annex2/department.ts';
import { midtermYears } from '../forms/declaration/midterm.ts';
import { isNumberedGoal, chineseNumber } from '../forms/disclosure/numbering.ts';
import { narrativeOf } from '../forms/disclosure/paragraphs.ts';
import { levelsOf, rowsOf } from '../forms/disclosure/definition.ts';
import { printedPercent } from '../forms/dossier/plan.ts';
import { parseFen, printFen, printFenGrouped, type AmountUnit, type Fen } from '../model/money.ts';
import type { ProjectContent } from '../model/project.ts';
import { fold, isBlank } from '../model/text.ts';
import type { FieldSlot } from './forms.ts';
import { isFieldRole, type FieldRole } from './roles.ts';
import type { Subject } from './subject.ts';

/** What is written in a cell; `number` where it is one to the last digit. */
export interface Filling {
  readonly text: string;
  readonly number?: number;
}

/** What a slot says of a subject. @param old what stands in the template there: numbers keep how they were printed */
export const fieldFilling = (slot: FieldSlot, subject: Subject, old: string): Filling => {
  const { content } = subject;
  const amount = amountText(slot.role, content);
  if (amount !== null) return amountFilling(parseFen(amount, content.amountUnit), amount, slot.amountUnit, old);
  if (slot.role === 'goals') return { text: goalText(content.goals, slot, old) };
  if (slot.role === 'midtermGoals') return { text: goalText(content.midtermGoals, slot, old) };
  if (slot.role === 'spendingPlan') return { text: planText(content, slot) };
  return { text: TEXTS[slot.role]?.(subject, old) ?? '' };
};

const AMOUNTS: Partial<Record<FieldRole, (content: ProjectContent) => string>> = {
  'funds.total': ({ funds }) => funds.total,
  'funds.fiscal': ({ funds }) => funds.fiscal,
  'funds.other': ({ funds }) => funds.other,
  'midtermFunds.total': ({ midtermFunds }) => midtermFunds.total,
  'midtermFunds.fiscal': ({ midtermFunds }) => midtermFunds.fiscal,
  'midtermFunds.other': ({ midtermFunds }) => midtermFunds.other,
};

const amountText = (role: string, content: ProjectContent): string | null =>
  isFieldRole(role) ? (AMOUNTS[role]?.(content) ?? null) : null;

/** An amount in the unit of the form, never rounded, with as many decimals at least as stood there, and commas where there were. */
export const amountFilling = (fen: Fen | null, typed: string, unit: AmountUnit, old: string): Filling => {
  if (fen === null) return { text: typed.trim() };
  const decimals = /\.(\d+)\s*(?:万?元)?\s*$/u.exec(old)?.[1]?.length ?? 0;
  const [whole = '', fraction = ''] = (old.includes(',') ? printFenGrouped(fen, unit, 0) : printFen(fen, unit)).split(
    '.',
  );
  const padded = fraction.padEnd(Math.min(decimals, 2), '0');
  const text = padded === '' ? whole : `${whole}.${padded}`;
  const number = Number(text.replaceAll(',', ''));
  return parseFen(String(number), unit) === fen ? { text, number } : { text };
};

/** Each numbered where the template numbers them: 目标1： or 目标一：. */
const goalText = (goals: readonly string[], { index, last }: FieldSlot, old: string): string => {
  const filled = goals.filter((goal) => !isBlank(goal)).map((goal) => goal.trim());
  const own = index === 0 && last ? filled : filled.slice(index, last ? undefined : index + 1);
  const style = /^\s*目标\s*([一1１])\s*[:：]/u.exec(old)?.[1];
  const single = filled.length < 2 && index === 0;
  if (style === undefined || single || own.some(isNumberedGoal)) return own.join('\n');
  const number = (at: number): string => (style === '一' ? chineseNumber(at) : String(at));
  return own.map((goal, at) => `目标${number(index + at + 1)}：${goal}`).join('\n');
};

const month = (text: string): string => /(\d{1,2})\s*月/u.exec(fold(text))?.[1] ?? '';

/** By the date printed with it, else by its place. */
const planText = ({ spendingPlan }: ProjectContent, { index, by }: FieldSlot): string => {
  const dated = month(by) === '' ? undefined : spendingPlan.find((step) => month(step.by) === month(by));
  return printedPercent((dated ?? spendingPlan[index])?.percent ?? '');
};

const TEXTS: Partial<Record<FieldRole, (subject: Subject, old: string) => string>> = {
  name: ({ content }) => content.name,
  code: ({ content }) => content.code,
  attribute: ({ content }) => content.attribute,
  period: ({ content }) => content.period,
  category: ({ content }) => content.category,
  usage: ({ content }) => content.usage,
  departmentAndCode: ({ content, unit }) =>
    isBlank(content.departmentAndCode) ? departmentOf(unit) : content.departmentAndCode,
  departmentCode: ({ content, unit }) => codeIn(content.departmentAndCode) || unit.departmentCode,
  implementingUnit: ({ content, unit }) => (isBlank(content.implementingUnit) ? unit.name : content.implementingUnit),
  unitName: (subject, old) => unitName(subject, old),
  unitCode: ({ unit }) => unit.code,
  indicators: ({ content, unit }) =>
    narrativeOf(content, { indicatorRows: rowsOf(unit), levels: levelsOf(unit) }, 'none').text,
  year: ({ year }) => String(year),
  midtermYears: ({ content, year }) => {
    const years = midtermYears(content.period, year);
    return years === null ? '    年—    ' : `${years[0]}年—${years[1]}`;
  },
  title: (subject, old) => titleText(subject, old),
  // Its number is part of it: projects are counted anew.
  heading: ({ content, index }, old) => {
    const number = /^\s*\d{1,3}(\s*[.．、]\s*)/u.exec(old)?.[1];
    return number === undefined ? content.name : `${index + 1}${number}${content.name}`;
  },
};

/** ××县 alone is where the unit lies; anything else is who declares. */
const titleText = ({ content, unit }: Subject, old: string): string => {
  if (/[县市区旗省]\s*$/u.test(old)) {
    const end = old.trim().slice(-1);
    const at = unit.name.indexOf(end, 1);
    return at > 0 && at < 12 ? unit.name.slice(0, at + 1) : old;
  }
  return fold(old) === fold(unit.name) ? unit.name : departmentName(content.departmentAndCode, unit);
};

const departmentOf = ({ department, departmentCode }: Subject['unit']): string =>
  [department, departmentCode].filter((text) => !isBlank(text)).join(' ');

const codeIn = (text: string): string => /\d{3,}/u.exec(fold(text))?.[0] ?? '';

/** 744001-某镇人民政府 where the template printed a code before the name. */
const unitName = ({ unit, content }: Subject, old: string): string => {
  const joined = /^\s*[\dA-Za-z]{3,}\s*([-—－ ]?)\s*\p{Script=Han}/u.exec(old);
  if (joined !== null && !isBlank(unit.code)) return `${unit.code}${joined[1] ?? ''}${unit.name}`;
  return isBlank(unit.name) ? withoutCode(content.departmentAndCode) : unit.name;
};
