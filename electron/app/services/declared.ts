import { getUnitYear, saveUnitYear } from '../../../db/index.ts';
import { fold, isBlank, LONGEST_TEXT } from '../../../shared/model/text.ts';
import type { UnitYearContent } from '../../../shared/model/unit-year.ts';
import type { Year } from '../../../shared/model/unit.ts';
import type { RecognisedDocument } from '../../../shared/recognise/recognised.ts';
import { actorOf, type DeclaredTrace, type Program } from '../program.ts';

/* What an imported document says of the whole unit, beside its projects. */

const LABELS: Readonly<Record<keyof UnitYearContent, string>> = {
  overallGoals: '总体绩效目标',
  subGoals: '分项绩效目标',
  safeguards: '工作保障措施',
  printedTotal: '表上印的合计',
};

const LONGEST: Readonly<Record<keyof UnitYearContent, number>> = {
  overallGoals: LONGEST_TEXT,
  subGoals: LONGEST_TEXT,
  safeguards: LONGEST_TEXT,
  printedTotal: 100,
};

const PARTS = ['overallGoals', 'subGoals', 'safeguards', 'printedTotal'] as const;

/** What a document declares for its unit as a whole: a paragraph is a line. */
export const declaredIn = ({ document }: RecognisedDocument): UnitYearContent => ({
  overallGoals: (document.overallGoals ?? []).join('\n'),
  subGoals: (document.subGoals ?? []).join('\n'),
  safeguards: (document.safeguards ?? []).join('\n'),
  printedTotal: document.total ?? '',
});

/** Whose, and of which year. */
interface Scope {
  readonly unitId: string;
  readonly year: Year;
}

/**
 * Stores it where nothing is stored yet; what somebody typed is never replaced.
 * @returns what a clerk should know of it, one Chinese sentence each, and how to take it back
 */
export const storeDeclared = (
  program: Program,
  { unitId, year }: Scope,
  declared: UnitYearContent,
): { notes: string[]; trace: DeclaredTrace } => {
  const { version, content } = getUnitYear(program.db, unitId, year);
  const said = PARTS.filter((part) => !isBlank(declared[part]));
  const fitting = said.filter((part) => declared[part].length <= LONGEST[part]);
  const taken = fitting.filter((part) => isBlank(content[part]));
  const kept = fitting.filter((part) => !isBlank(content[part]) && fold(content[part]) !== fold(declared[part]));
  const filled = withParts(content, taken, declared);
  const after =
    taken.length === 0
      ? content
      : saveUnitYear(program.db, { unitId, year, version, content: filled }, actorOf(program)).content;
  const notes = [
    ...told(taken, `已存入 ${year} 年的部门整体内容`),
    ...told(kept, '已经有别的内容，没有用这份表里的替换'),
    ...told(
      said.filter((part) => !fitting.includes(part)),
      '太长，没有存入',
    ),
  ];
  return { notes, trace: { unitId, year, before: content, after } };
};

/**
 * Makes what an import stored what it was before; what somebody has changed since stays.
 * @returns what a clerk should know of it, one Chinese sentence each
 */
export const takeBackDeclared = (program: Program, { unitId, year, before, after }: DeclaredTrace): string[] => {
  const { version, content } = getUnitYear(program.db, unitId, year);
  const stored = PARTS.filter((part) => before[part] !== after[part]);
  const untouched = stored.filter((part) => content[part] === after[part]);
  const changed = stored.filter((part) => !untouched.includes(part) && !isBlank(content[part]));
  const restored = withParts(content, untouched, before);
  if (untouched.length > 0) {
    saveUnitYear(program.db, { unitId, year, version, content: restored }, actorOf(program));
  }
  return told(changed, `在 ${year} 年的部门整体内容里后来改过，没有撤销`);
};

const withParts = (
  content: UnitYearContent,
  parts: readonly (keyof UnitYearContent)[],
  from: UnitYearContent,
): UnitYearContent => ({ ...content, ...Object.fromEntries(parts.map((part) => [part, from[part]])) });

const told = (parts: readonly (keyof UnitYearContent)[], what: string): string[] =>
  parts.length === 0 ? [] : [`${parts.map((part) => `“${LABELS[part]}”`).join('')}${what}。`];
