import { parseFen, printFen, type AmountUnit } from '../model/money.ts';
import type { Execution, Funds, Indicator, ProjectContent } from '../model/project.ts';
import { fold, isBlank } from '../model/text.ts';
import { readValue } from '../model/value.ts';
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
export const mergeRead = (stored: ProjectContent, read: ProjectContent): ProjectContent => ({
  ...stored,
  ...amounts(stored, read),
  name: strictKey(stored.name) === strictKey(read.name) ? stored.name : over(stored.name, read.name),
  code: over(stored.code, read.code),
  departmentAndCode: party(stored.departmentAndCode, read.departmentAndCode),
  implementingUnit: party(stored.implementingUnit, read.implementingUnit),
  attribute: over(stored.attribute, read.attribute),
  period: over(stored.period, read.period),
  category: over(stored.category, read.category),
  usage: over(stored.usage, read.usage),
  goalsActual: over(stored.goalsActual, read.goalsActual),
  evaluationScore: over(stored.evaluationScore, read.evaluationScore),
  spendingPlan: texts(stored.spendingPlan, read.spendingPlan, ({ by, percent }) => by + percent),
  goals: texts(stored.goals, read.goals, (goal) => goal),
  midtermGoals: texts(stored.midtermGoals, read.midtermGoals, (goal) => goal),
  indicators: indicators(stored.indicators, read.indicators),
  midtermIndicators: indicators(stored.midtermIndicators, read.midtermIndicators),
});

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
const amounts = (stored: ProjectContent, read: ProjectContent): Amounts => {
  const keep = ({ amountUnit, funds, midtermFunds, execution }: ProjectContent): Amounts => ({
    ...{ amountUnit, funds, midtermFunds, execution },
  });
  const differs = pairsOf(stored, read).some(
    ([before, after]) => !isBlank(after) && !sameAmount(before, stored.amountUnit, after, read.amountUnit),
  );
  if (!differs) return keep(stored);
  const laid = (before: string, after: string): string => {
    if (!isBlank(after) && !sameAmount(before, stored.amountUnit, after, read.amountUnit)) return after;
    return inUnit(before, stored.amountUnit, read.amountUnit);
  };
  return {
    amountUnit: read.amountUnit,
    funds: laidFunds(stored.funds, read.funds, laid),
    midtermFunds: laidFunds(stored.midtermFunds, read.midtermFunds, laid),
    execution: laidExecution(stored.execution, read.execution, laid),
  };
};

type Lay = (before: string, after: string) => string;

const laidFunds = (stored: Funds, read: Funds, lay: Lay): Funds => ({
  total: lay(stored.total, read.total),
  fiscal: lay(stored.fiscal, read.fiscal),
  other: lay(stored.other, read.other),
});

const ROWS = ['total', 'fiscal', 'carried', 'other'] as const satisfies readonly (keyof Execution)[];

const laidExecution = (stored: Execution, read: Execution, lay: Lay): Execution => {
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

const sameAmount = (one: string, unit: AmountUnit, other: string, otherUnit: AmountUnit): boolean => {
  const fen = parseFen(one, unit);
  return fen === null ? unit === otherUnit && fold(one) === fold(other) : fen === parseFen(other, otherUnit);
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

/** Blank, the same signs, or the same operator, number and unit. */
const sameValue = (stored: Indicator, read: Indicator): boolean => {
  if (isBlank(read.printed) || fold(stored.printed) === fold(read.printed)) return true;
  const [one, other] = [readValue(stored.printed), readValue(read.printed)];
  const numeric = one.kind === 'number' || one.kind === 'range';
  return numeric && one.operator === other.operator && one.value === other.value && one.unit === other.unit;
};

const sameNumber = (stored: string, read: string): boolean => {
  const number = (text: string): number => (isBlank(text) ? NaN : Number(fold(text).replace(/[%分]$/u, '')));
  return number(stored) === number(read);
};
