import { evidenceOf, shown, valuePath, type FoundInUnit, type Rule } from '../rule.ts';
import type { ReviewedIndicator, ReviewedProject, ReviewedUnit } from '../subject.ts';
import { GROUPS } from '../words/names.ts';

/** How many of a group there are, as one project says it. */
interface Headcount {
  readonly project: ReviewedProject;
  readonly indicator: ReviewedIndicator;
  readonly group: string;
  readonly count: number;
  /** Villages of the project, where it says how many: then only the number a village is compared. */
  readonly villages: number | null;
}

/** Two numbers of one group of people in one unit. */
export const headcounts: Rule = {
  id: 'headcounts',
  kind: 'cross-project-inconsistency',
  severity: 'warning',
  head: '相关性',
  question: '同一批人在几个项目里的人数一致吗？',
  source: '惯例',
  unit: (unit) => GROUPS.flatMap((group) => conflictsOf(countsOf(unit, group))),
};

const countsOf = ({ projects }: ReviewedUnit, group: string): Headcount[] =>
  projects.flatMap((project) => {
    const villages = villagesOf(project);
    const counts = project.indicators
      .filter(({ kind }) => kind === 'quantity')
      .flatMap((indicator) => {
        const count = countIn(indicator, group);
        return count === null ? [] : [{ project, indicator, group, count, villages }];
      });
    return counts.slice(0, 1);
  });

const countIn = ({ name, measure, numbers }: ReviewedIndicator, group: string): number | null => {
  const named = new RegExp(`(\\d+)\\s*(?:名|位|个|人)(?:村级)?${group}`, 'u').exec(name);
  if (named !== null) return Number(named[1]);
  const [count] = numbers;
  // 离任村干部 and 村干部家属 are other people; a group named beside others is a part of the sum.
  const plain =
    new RegExp(`(?<![离退]任|困难|优秀|女)${group}(?!家属|子女|培训)`, 'u').test(name) && !/[、和及]/u.test(name);
  return plain && measure === 'people' && numbers.length === 1 && count !== undefined ? count : null;
};

const villagesOf = ({ indicators }: ReviewedProject): number | null => {
  const one = indicators.find(
    ({ kind, name, measure, numbers }) =>
      kind === 'quantity' && measure === 'count' && /村(?:数|委会|数量|个数)?$/u.test(name) && numbers.length === 1,
  );
  return one?.numbers[0] ?? null;
};

const conflictsOf = (counts: readonly Headcount[]): FoundInUnit[] => {
  const parts = counts.filter(({ villages }) => villages !== null && villages > 0);
  const wholes = counts.filter(({ villages }) => villages === null);
  return [
    ...minority(wholes, ({ count }) => count, ''),
    ...minority(parts, ({ count, villages }) => count / (villages ?? 1), '平均每村'),
  ];
};

/** Those that say another number than most. */
const minority = (counts: readonly Headcount[], numberOf: (one: Headcount) => number, each: string): FoundInUnit[] => {
  const groups = Map.groupBy(counts, (one) => numberOf(one).toFixed(2));
  if (groups.size < 2) return [];
  const [most, next] = [...groups.values()].sort((a, b) => b.length - a.length);
  const [usual] = most ?? [];
  if (usual === undefined || most === undefined || most.length <= (next?.length ?? 0)) return [];
  return counts
    .filter((one) => !most.includes(one))
    .map((one) => ({
      project: one.project,
      path: valuePath(one.indicator),
      evidence: evidenceOf(one.indicator),
      message: `这里的${one.group}${each}是 ${round(numberOf(one))}，“${shown(usual.project.content.name)}”等项目${each}是 ${round(numberOf(usual))}，请核对。`,
    }));
};

const round = (number: number): string => String(Math.round(number * 100) / 100);
