import { parseFen, printFen, printFenRounded, type AmountUnit } from '../model/money.ts';
import type { Execution, Funds, Indicator, ProjectContent } from '../model/project.ts';
import { fold, isBlank } from '../model/text.ts';
import { readValue } from '../model/value.ts';
import type { Layout } from '../recognise/layout.ts';
import { strictKey } from './names.ts';
import { pairIndicators } from './pair-indicators.ts';

/*
 * What becomes of a stored project when a paper is stored over it. A form prints its part of a project and says nothing of the
 * rest: what the paper leaves blank stays as it is, and so does what it says in other signs only.
 */

/**
 * The stored content with what was read laid over it. Laying the same paper over it again changes nothing. Indicators keep
 * the ids of their stored twins.
 */
export const mergeRead = (
  stored: ProjectContent,
  read: ProjectContent,
  paper: PaperTraits = EXACT,
): ProjectContent => ({
  ...stored,
  ...amounts(stored, read, paper),
  name: strictKey(stored.name) === strictKey(read.name) ? stored.name : over(stored.name, read.name),
  code: over(stored.code, read.code),
  departmentAndCode: department(stored, read),
  implementingUnit: party(stored.implementingUnit, read.implementingUnit),
  attribute: over(stored.attribute, read.attribute),
  period: over(stored.period, read.period),
  category: over(stored.category, read.category),
  usage: over(stored.usage, read.usage),
  goalsActual: over(stored.goalsActual, read.goalsActual),
  evaluationScore: over(stored.evaluationScore, read.evaluationScore),
  spendingPlan: texts(stored.spendingPlan, read.spendingPlan, ({ by, percent }) => by + percent.replace(/[%％]/gu, '')),
  goals: texts(stored.goals, read.goals, (goal) => goal),
  midtermGoals: texts(stored.midtermGoals, read.midtermGoals, (goal) => goal),
  indicators: indicators(stored.indicators, read.indicators),
  midtermIndicators: indicators(stored.midtermIndicators, read.midtermIndicators),
});

/** How a paper prints. */
export interface PaperTraits {
  /** Amounts are rounded to two decimals: 9.65 may stand for 9.648. */
  readonly rounded: boolean;
}

const EXACT: PaperTraits = { rounded: false };

/** Forms whose amounts have two decimals. */
const ROUNDED: readonly (Layout | null)[] = ['approval', 'disclosure', 'dossier'];

/** How a paper of a form prints. */
export const paperTraits = (layout: Layout | null): PaperTraits => ({ rounded: ROUNDED.includes(layout) });

/** What was read, where it says something else than what is stored. */
const over = (stored: string, read: string): string => (isBlank(read) || fold(stored) === fold(read) ? stored : read);

/** A unit or department, with or without its code, 本级 and punctuation. */
const party = (stored: string, read: string): string => {
  const [code, name] = partsOf(stored);
  const [otherCode, otherName] = partsOf(read);
  const sameCode = code === otherCode || otherCode === '';
  const sameName = name === otherName || otherName === '';
  return sameCode && sameName ? stored : over(stored, read);
};

/** Some forms print the unit itself in the column of its department: that says nothing of the department. */
const department = (stored: ProjectContent, read: ProjectContent): string => {
  const [, unit] = partsOf(party(stored.implementingUnit, read.implementingUnit));
  const [, printed] = partsOf(read.departmentAndCode);
  const ownUnit = unit !== '' && unit === printed && !isBlank(stored.departmentAndCode);
  return ownUnit ? stored.departmentAndCode : party(stored.departmentAndCode, read.departmentAndCode);
};

const partsOf = (text: string): [code: string, name: string] => {
  const folded = fold(text).replace(/本级/gu, '');
  return [folded.replace(/\D/gu, ''), folded.replace(/[^\p{Script=Han}a-z]/gu, '')];
};

/** A list of texts as a whole: how it is cut into paragraphs makes no difference. */
const texts = <Item>(stored: Item[], read: Item[], textOf: (item: Item) => string): Item[] => {
  const whole = (items: readonly Item[]): string => fold(items.map(textOf).join(''));
  return whole(read) === '' || whole(stored) === whole(read) ? stored : read;
};

type Amounts = Pick<ProjectContent, 'amountUnit' | 'funds' | 'midtermFunds' | 'execution'>;

/** Amounts are compared in 分; where one differs, all that was read is taken, in the unit of the paper. */
const amounts = (stored: ProjectContent, read: ProjectContent, paper: PaperTraits): Amounts => {
  const same: Lay<boolean> = (before, after) =>
    isBlank(after) ||
    sameAmount({ text: before, unit: stored.amountUnit }, { text: after, unit: read.amountUnit }, paper);
  if (pairsOf(stored, read).every(([before, after]) => same(before, after))) {
    const { amountUnit, funds, midtermFunds, execution } = stored;
    return { amountUnit, funds, midtermFunds, execution };
  }
  const lay: Lay<string> = (before, after) =>
    same(before, after) ? inUnit(before, stored.amountUnit, read.amountUnit) : after;
  return {
    amountUnit: read.amountUnit,
    funds: laidFunds(stored.funds, read.funds, lay),
    midtermFunds: laidFunds(stored.midtermFunds, read.midtermFunds, lay),
    execution: laidExecution(stored.execution, read.execution, lay),
  };
};

type Lay<Answer> = (before: string, after: string) => Answer;

const laidFunds = (stored: Funds, read: Funds, lay: Lay<string>): Funds => ({
  total: lay(stored.total, read.total),
  fiscal: lay(stored.fiscal, read.fiscal),
  other: lay(stored.other, read.other),
});

const ROWS = ['total', 'fiscal', 'carried', 'other'] as const satisfies readonly (keyof Execution)[];

const laidExecution = (stored: Execution, read: Execution, lay: Lay<string>): Execution => {
  const line = (row: keyof Execution): Execution['total'] => ({
    initial: lay(stored[row].initial, read[row].initial),
    adjusted: lay(stored[row].adjusted, read[row].adjusted),
    executed: lay(stored[row].executed, read[row].executed),
  });
  return { total: line('total'), fiscal: line('fiscal'), carried: line('carried'), other: line('other') };
};

const textsOf = ({ funds, midtermFunds, execution }: ProjectContent): string[] => [
  ...[funds.total, funds.fiscal, funds.other, midtermFunds.total, midtermFunds.fiscal, midtermFunds.other],
  ...ROWS.flatMap((row) => [execution[row].initial, execution[row].adjusted, execution[row].executed]),
];

const pairsOf = (stored: ProjectContent, read: ProjectContent): [string, string][] => {
  const after = textsOf(read);
  return textsOf(stored).map((before, index) => [before, after[index] ?? '']);
};

interface Amount {
  readonly text: string;
  readonly unit: AmountUnit;
}

const sameAmount = (stored: Amount, read: Amount, { rounded }: PaperTraits): boolean => {
  const fen = parseFen(stored.text, stored.unit);
  if (fen === null) return stored.unit === read.unit && fold(stored.text) === fold(read.text);
  const other = parseFen(read.text, read.unit);
  return fen === other || (rounded && other !== null && parseFen(printFenRounded(fen, read.unit), read.unit) === other);
};

/** The same amount under another unit; what is no number stays as typed. */
const inUnit = (text: string, from: AmountUnit, to: AmountUnit): string => {
  if (from === to) return text;
  const fen = parseFen(text, from);
  return fen === null || parseFen(text, to) === fen ? text : printFen(fen, to);
};

/** A paper without any indicator says nothing of them; one with some has them all. */
const indicators = (stored: Indicator[], read: Indicator[]): Indicator[] => {
  if (read.length === 0) return stored;
  const taken = new Set(stored.map(({ id }) => id));
  return pairIndicators(stored, read).map(({ before, after }) => {
    if (before !== null) return laidIndicator(before, after);
    const id = freeId(after.id, taken);
    taken.add(id);
    return { ...after, id };
  });
};

const freeId = (id: string, taken: ReadonlySet<string>): string => (taken.has(id) ? freeId(`${id}+`, taken) : id);

const laidIndicator = (stored: Indicator, read: Indicator): Indicator => ({
  ...stored,
  ...(read.kind === stored.kind || read.kind === 'other' ? {} : rowOf(read)),
  level3: strictKey(stored.level3) === strictKey(read.level3) ? stored.level3 : over(stored.level3, read.level3),
  ...(sameValue(stored, read) ? {} : valueOf(read)),
  description: over(stored.description, read.description),
  weight: sameNumber(stored.weight, read.weight) ? stored.weight : over(stored.weight, read.weight),
  basis: over(stored.basis, read.basis),
  note: over(stored.note, read.note),
  actual: over(stored.actual, read.actual),
  score: sameNumber(stored.score, read.score) ? stored.score : over(stored.score, read.score),
  deviation: over(stored.deviation, read.deviation),
});

/** What a paper prints of the rows above an indicator follows from its kind. */
const rowOf = ({ kind, level1, level2, requirement }: Indicator): Partial<Indicator> => ({
  ...{ kind, level1, level2, requirement },
});

const valueOf = ({ printed, operator, value, unit }: Indicator): Partial<Indicator> => ({
  ...{ printed, operator, value, unit },
});

/** Blank, the same signs, or the same operator, number and unit; many forms print no = before a number. */
const sameValue = (stored: Indicator, read: Indicator): boolean => {
  if (isBlank(read.printed) || fold(stored.printed) === fold(read.printed)) return true;
  const [one, other] = [readValue(stored.printed), readValue(read.printed)];
  const numeric = one.kind === 'number' || one.kind === 'range';
  const sameSign = one.operator === other.operator || (one.operator === '=' && other.operator === '');
  return numeric && sameSign && one.value === other.value && one.unit === other.unit;
};

const sameNumber = (stored: string, read: string): boolean => {
  const number = (text: string): number => (isBlank(text) ? NaN : Number(fold(text).replace(/[%分]$/u, '')));
  return number(stored) === number(read);
};
