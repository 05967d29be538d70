import { LEVEL2_KINDS } from '../../model/level2.ts';
import { readWeight } from '../../model/weight.ts';
import { indicatorLabel } from '../annex2/labels.ts';
import type { ListRow } from './list.ts';

/*
 * Where one project ends and the next begins. A project's own columns are merged over its rows, so on a printed page they may
 * stand some rows from its first indicator. Between two projects the order of the levels begins anew, and the weights of a
 * project add up to the same sum as everywhere in the list: the cheapest cuts win.
 */
const COST = { moved: 3.5, movedOverPage: 0.8, row: 0.15, disorder: 2.5, sum: 3, lost: 0.8, empty: 4 } as const;

/** Rows further from a project's own cell than this are never looked at. */
const FARTHEST = 8;

/**
 * @param rows all indicators of the list
 * @param anchors place of the row beside which each project's own cells are printed, in order
 * @returns for each project the row after its last
 */
export const cutProjects = (rows: readonly ListRow[], anchors: readonly number[]): number[] => {
  const list = new Rows(rows);
  const sum = usualSum(list, anchors);
  const ordered = isOrdered(list, anchors);
  const cost = (start: number, end: number): number =>
    (end <= start ? COST.empty : 0) +
    (ordered ? list.disorder(start, end) * COST.disorder : 0) +
    (sum === null ? 0 : list.sumCost(start, end, sum));
  return cheapestCuts(list, anchors, cost);
};

/** The cheapest cuts up to a row, as a chain from the last. */
interface Step {
  readonly cost: number;
  readonly end: number;
  readonly before: Step | null;
}

const cheapestCuts = (
  list: Rows,
  anchors: readonly number[],
  cost: (start: number, end: number) => number,
): number[] => {
  let steps = new Map<number, Step>([[0, { cost: 0, end: 0, before: null }]]);
  anchors.forEach((anchor, index) => {
    const next = anchors[index + 1];
    const ends = next === undefined ? [list.length] : around(next, list.length);
    const reached = new Map<number, Step>();
    for (const [start, step] of steps) {
      for (const end of ends) {
        if (end < start) continue;
        const none = end === start && next === anchor;
        const total = step.cost + (none ? 0 : cost(start, end)) + (next === undefined ? 0 : list.moveCost(next, end));
        const known = reached.get(end);
        if (!known || total < known.cost) reached.set(end, { cost: total, end, before: step });
      }
    }
    steps = reached;
  });
  const ends: number[] = [];
  for (let step = steps.get(list.length) ?? null; step?.before; step = step.before) ends.push(step.end);
  return ends.reverse();
};

const around = (anchor: number, length: number): number[] => {
  const places = [anchor];
  for (let far = 1; far <= FARTHEST; far += 1) places.push(anchor - far, anchor + far);
  return places.filter((place) => place >= 0 && place <= length);
};

/** What the weights of a project add up to nearly everywhere: 财预〔2021〕101号, the rest is 预算执行率. */
const NATIONAL_SUM = 90;

/** The sum that far more projects have than any other; where none is, the usual one if any project has it; else null. */
const usualSum = (list: Rows, anchors: readonly number[]): number | null =>
  commonSum(segments(anchors, list.length).flatMap(([start, end]) => list.sum(start, end) ?? []));

/** The same for sums already taken. */
export const commonSum = (sums: readonly number[]): number | null => {
  const counts = new Map<number, number>();
  for (const sum of sums) counts.set(sum, (counts.get(sum) ?? 0) + 1);
  const [usual, second] = [...counts].sort((one, other) => other[1] - one[1]);
  if (usual !== undefined && usual[1] >= 2 * (second?.[1] ?? 0) && usual[1] * 4 > sums.length) return usual[0];
  return sums.includes(NATIONAL_SUM) ? NATIONAL_SUM : null;
};

/** Do most projects print their levels in order? Some systems sort the indicators by nothing. */
const isOrdered = (list: Rows, anchors: readonly number[]): boolean => {
  const parts = segments(anchors, list.length).filter(([start, end]) => end > start);
  return parts.filter(([start, end]) => list.disorder(start, end) === 0).length * 2 >= parts.length;
};

const segments = (anchors: readonly number[], length: number): [number, number][] =>
  anchors.map((anchor, index) => [index === 0 ? 0 : anchor, anchors[index + 1] ?? length]);

class Rows {
  readonly length: number;
  private readonly ranks: readonly (number | null)[];
  /** Up to each row: weights in ten-thousandths of a point, rows without one, and weights that are no number. */
  private readonly weights: readonly number[];
  private readonly blanks: readonly number[];
  private readonly strange: readonly number[];
  private readonly pages: readonly boolean[];

  constructor(rows: readonly ListRow[]) {
    this.length = rows.length;
    this.ranks = rows.map(rankOf);
    const weights = rows.map(({ texts }) => (texts.weight === undefined ? null : (readWeight(texts.weight) ?? NaN)));
    this.weights = sumsOf(weights.map((one) => (one === null || Number.isNaN(one) ? 0 : Math.round(one * 10_000))));
    this.blanks = sumsOf(weights.map((one) => (one === null ? 1 : 0)));
    this.strange = sumsOf(weights.map((one) => (Number.isNaN(one) ? 1 : 0)));
    this.pages = rows.map(({ newPage }) => newPage);
  }

  /** How often a label stands below one that the form prints after it. */
  disorder(start: number, end: number): number {
    let highest = -1;
    let count = 0;
    for (let row = start; row < end; row += 1) {
      const rank = this.ranks[row] ?? null;
      if (rank === null) continue;
      if (rank < highest) count += 1;
      highest = rank;
    }
    return count;
  }

  /** Sum of the weights; null where none is known, or one is no number. */
  sum(start: number, end: number): number | null {
    if (between(this.strange, start, end) > 0 || between(this.blanks, start, end) === end - start) return null;
    return between(this.weights, start, end) / 10_000;
  }

  sumCost(start: number, end: number, usual: number): number {
    const sum = this.sum(start, end);
    if (sum === null || sum === usual) return 0;
    return sum < usual && between(this.blanks, start, end) > 0 ? COST.lost : COST.sum;
  }

  moveCost(anchor: number, place: number): number {
    if (anchor === place) return 0;
    const [from, to] = anchor < place ? [anchor, place] : [place, anchor];
    const page = this.pages.slice(from, to + 1).includes(true);
    return (page ? COST.movedOverPage : COST.moved) + COST.row * (to - from);
  }
}

/** The sum of the first none, one, two … numbers. */
const sumsOf = (numbers: readonly number[]): number[] => {
  const sums = [0];
  for (const one of numbers) sums.push((sums.at(-1) ?? 0) + one);
  return sums;
};

const between = (sums: readonly number[], start: number, end: number): number => (sums[end] ?? 0) - (sums[start] ?? 0);

/** Place of a row's own level 2 in the order of all forms; of its level 1 where it has no level 2. */
const rankOf = ({ texts }: ListRow): number | null => {
  const label = indicatorLabel(texts.level2 ?? '');
  return label?.type === 'kind' ? LEVEL2_KINDS.indexOf(label.kind) : null;
};
