import { parseFen, type Fen } from '../model/money.ts';
import type { Indicator, ProjectContent } from '../model/project.ts';
import { emptyContent, emptyIndicator } from '../model/project.ts';
import { fold, isBlank } from '../model/text.ts';
import type { Operator } from '../model/value.ts';
import { mapExecution } from './execution.ts';
import type { RecognisedIndicator, RecognisedProject } from './recognised.ts';

/** Less than 100 元 is no project: the label under which it stands is wrong. 分. */
export const LEAST_TOTAL: Fen = 100_00;

/** A recognised project without what only the import needs: doubts and where it stood. */
export type RecognisedContent = Omit<RecognisedProject, 'doubts' | 'source'>;

/**
 * What would be stored of a recognised project: nothing that was printed is lost. The amounts are in 万元 where no unit was printed.
 * @param newId gives the indicators their ids
 */
export const toContent = (project: RecognisedContent, newId: () => string): ProjectContent => ({
  ...emptyContent(),
  name: project.name ?? '',
  code: project.code ?? '',
  departmentAndCode: project.departmentAndCode ?? '',
  implementingUnit: project.implementingUnit ?? '',
  attribute: project.attribute ?? '',
  period: project.period ?? '',
  category: project.category ?? '',
  amountUnit: project.amountUnit ?? '万元',
  funds: { total: project.total ?? '', fiscal: project.fiscal ?? '', other: project.other ?? '' },
  usage: project.usage ?? '',
  spendingPlan: [...(project.spendingPlan ?? [])],
  goals: [...project.goals],
  indicators: project.indicators.map((indicator) => toIndicator(indicator, newId())),
  ...(project.midterm ? midtermOf(project.midterm, newId) : {}),
  ...(project.execution ? { execution: mapExecution(project.execution, (text) => text ?? '') } : {}),
  goalsActual: project.goalsActual ?? '',
  evaluationScore: project.evaluationScore ?? '',
});

const midtermOf = (
  midterm: NonNullable<RecognisedContent['midterm']>,
  newId: () => string,
): Pick<ProjectContent, 'midtermFunds' | 'midtermGoals' | 'midtermIndicators'> => ({
  midtermFunds: { total: midterm.total ?? '', fiscal: midterm.fiscal ?? '', other: midterm.other ?? '' },
  midtermGoals: [...midterm.goals],
  midtermIndicators: midterm.indicators.map((indicator) => toIndicator(indicator, newId())),
});

/**
 * What is proposed to be stored: as printed, but for a label no table can mean. An amount of 4.5 元 is read as 万元, with
 * its doubt standing, so that nobody has to touch what is plain and a clerk can still say otherwise.
 */
export const proposedContent = (project: RecognisedProject, newId: () => string): ProjectContent => {
  const content = toContent(project, newId);
  const total = parseFen(content.funds.total, '元');
  const impossible = content.amountUnit === '元' && total !== null && total > 0 && total < LEAST_TOTAL;
  return impossible ? { ...content, amountUnit: '万元' } : content;
};

const toIndicator = (indicator: RecognisedIndicator, id: string): Indicator => ({
  ...emptyIndicator(id, indicator.kind),
  level1: indicator.level1 ?? '',
  level2: indicator.level2 ?? '',
  requirement: indicator.requirement,
  level3: indicator.level3 ?? '',
  description: indicator.description ?? '',
  printed: typedValue(indicator),
  operator: OPERATORS.find((operator) => operator === indicator.operator) ?? '',
  value: indicator.value ?? '',
  unit: indicator.unit ?? '',
  weight: indicator.weight ?? '',
  basis: indicator.basis ?? '',
  actual: indicator.actual ?? '',
  score: indicator.score ?? '',
  deviation: indicator.deviation ?? '',
});

/**
 * 指标值 as a clerk would type it, so that every form prints it right: where a paper had sign, number and unit in columns of
 * their own (its value column holds the number alone, or nothing) they are joined, `≥` `72` `人` → `≥72人`; anything else
 * stays as printed. Sign, number and unit are kept apart beside it.
 */
const typedValue = ({ printedValue, operator, value, unit }: RecognisedIndicator): string => {
  const printed = printedValue ?? '';
  const apart = !isBlank(value) && (isBlank(printed) || fold(printed) === fold(value ?? ''));
  return apart ? `${operator ?? ''}${value ?? ''}${unit ?? ''}` : printed;
};

const OPERATORS: readonly Operator[] = ['≥', '≤', '=', '>', '<'];

/**
 * The other way: a stored project as recognition prints it, for comparing and for JSON. Inverse to {@link toContent}, but for a
 * value that a paper printed in columns of its own: it stays joined.
 */
export const toRecognised = (content: ProjectContent): RecognisedProject => ({
  name: orNull(content.name),
  code: orNull(content.code),
  departmentAndCode: orNull(content.departmentAndCode),
  implementingUnit: orNull(content.implementingUnit),
  attribute: orNull(content.attribute),
  period: orNull(content.period),
  category: orNull(content.category),
  amountUnit: content.amountUnit,
  total: orNull(content.funds.total),
  fiscal: orNull(content.funds.fiscal),
  other: orNull(content.funds.other),
  usage: orNull(content.usage),
  spendingPlan: content.spendingPlan.length === 0 ? null : content.spendingPlan,
  goals: content.goals,
  indicators: content.indicators.map(fromIndicator),
  ...(hasMidterm(content) ? { midterm: fromMidterm(content) } : {}),
  ...fromEvaluation(content),
  doubts: [],
  source: { table: '', at: 1 },
});

const hasMidterm = ({ midtermFunds, midtermGoals, midtermIndicators }: ProjectContent): boolean =>
  midtermGoals.length + midtermIndicators.length > 0 || Object.values(midtermFunds).some((amount) => amount !== '');

/** What 自评表 adds, where something of it is there. */
const fromEvaluation = ({
  execution,
  goalsActual,
  evaluationScore,
}: ProjectContent): Pick<RecognisedProject, 'execution' | 'goalsActual' | 'evaluationScore'> => {
  const rows = mapExecution(execution, orNull);
  const some = Object.values(rows).some((row) => Object.values(row).some((amount) => amount !== null));
  return {
    ...(some ? { execution: rows } : {}),
    ...(goalsActual === '' ? {} : { goalsActual }),
    ...(evaluationScore === '' ? {} : { evaluationScore }),
  };
};

const fromMidterm = (content: ProjectContent): NonNullable<RecognisedProject['midterm']> => ({
  total: orNull(content.midtermFunds.total),
  fiscal: orNull(content.midtermFunds.fiscal),
  other: orNull(content.midtermFunds.other),
  goals: content.midtermGoals,
  indicators: content.midtermIndicators.map(fromIndicator),
});

const fromIndicator = (indicator: Indicator): RecognisedIndicator => ({
  kind: indicator.kind,
  level1: orNull(indicator.level1),
  level2: orNull(indicator.level2),
  requirement: indicator.requirement,
  level3: orNull(indicator.level3),
  description: orNull(indicator.description),
  operator: orNull(indicator.operator),
  value: orNull(indicator.value),
  unit: orNull(indicator.unit),
  weight: orNull(indicator.weight),
  basis: orNull(indicator.basis),
  printedValue: orNull(indicator.printed),
  ...(indicator.actual === '' ? {} : { actual: indicator.actual }),
  ...(indicator.score === '' ? {} : { score: indicator.score }),
  ...(indicator.deviation === '' ? {} : { deviation: indicator.deviation }),
});

const orNull = (text: string): string | null => (text === '' ? null : text);
