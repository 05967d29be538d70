import { fold } from '../../model/text.ts';
import { type Fen, parseFen } from '../../model/money.ts';
import { readValue } from '../../model/value.ts';
import { oddness } from './affinity.ts';
import type { Entry, LabelPlace } from './join.ts';
import type { Edition, EditionRow } from './order.ts';

/*
 * Which level 2 each indicator stands under. The form prints its level-2 rows in a fixed order, so the rows of a project
 * fall into one segment a level 2, in that order. The cheapest way to cut them wins (dynamic programming over level 2 × row).
 * A label beside the first row of its segment costs nothing; every repair costs, the unlikelier the more.
 * The figures are weighed against each other, not measured: 2 is a label lost or moved by one row, 7 a 必填 row left out.
 */
const COST = {
  continued: 1,
  contradicted: 2.5,
  contradictedAgain: 1,
  level1Contradicted: 0.6,
  labelAbove: 0.3,
  labelMoved: 2,
  labelMovedAgain: 0.5,
  labelInside: 3,
  labelFar: 3,
  labelRepeated: 3,
  labelLost: 2,
  optionalLabelLost: 4,
  optionalInvented: 8,
  skipped: 7,
  skippedInEdition: 2,
  printedEmpty: 4,
  optionalPrintedEmpty: 0.2,
  printedUnused: 8,
  addsUp: -3,
  namedAbove: -1.5,
} as const;

/** Beyond this a table is no form: labels are taken as they stand. */
const MOST_ROWS = 300;

/** A shift of -1: the label stands one row above its contents; +1: one row below. */
type Shift = -1 | 0 | 1;
const SHIFTS: readonly Shift[] = [-1, 0, 1];

interface Step {
  readonly cost: number;
  readonly start: number;
  readonly before: Shift;
}

/**
 * @param total 年度资金总额 in 分 where known: cost rows that add up to it belong together
 * @returns for each entry the row of the edition it stands under
 */
export const assign = (
  entries: readonly Entry[],
  places: readonly LabelPlace[],
  edition: Edition,
  total: Fen | null,
): EditionRow[] => {
  if (entries.length > MOST_ROWS) return carryOn(entries, edition);
  return new Assignment(entries, places, edition, total).best();
};

class Assignment {
  private readonly entries: readonly Entry[];
  private readonly places: readonly LabelPlace[];
  private readonly rows: readonly EditionRow[];
  private readonly total: Fen | null;
  /** By entry: its amount, and how little it fits each level 2. Worked out once: segments ask for them again and again. */
  private readonly amounts: readonly (Fen | null)[];
  private readonly misfits: readonly (readonly number[])[];
  /** By level 2, then by entries placed so far and by the shift of the last label. */
  private readonly steps: Map<string, Step>[] = [];

  constructor(entries: readonly Entry[], places: readonly LabelPlace[], edition: Edition, total: Fen | null) {
    this.entries = entries;
    this.places = places;
    this.rows = edition.rows;
    this.total = total;
    this.amounts = entries.map(moneyOf);
    const twins = entries.map((_, index) => hasTwinAbove(entries, index));
    this.misfits = entries.map((entry, index) =>
      edition.rows.map(
        (row) =>
          misfit(entry, row) +
          (row.kind === 'cost' && this.amounts[index] !== null && twins[index] === true ? COST.namedAbove : 0),
      ),
    );
  }

  best(): EditionRow[] {
    this.rows.forEach((row, index) => this.steps.push(this.place(row, index)));
    return this.trace();
  }

  private place(row: EditionRow, index: number): Map<string, Step> {
    const next = new Map<string, Step>();
    const places = this.places.filter((place) => place.kind === row.kind);
    for (let start = 0; start <= this.entries.length; start += 1) {
      for (const before of SHIFTS) {
        const reached = this.reached(index, start, before);
        if (reached === undefined) continue;
        offer(next, start, before, { cost: reached + skipping(row, places), start, before });
        this.grow({ row, index, places, start, before, reached }, next);
      }
    }
    return next;
  }

  private reached(index: number, start: number, shift: Shift): number | undefined {
    if (index === 0) return start === 0 && shift === 0 ? 0 : undefined;
    return this.steps[index - 1]?.get(key(start, shift))?.cost;
  }

  /** Every segment that begins at `start`, one row longer each time. */
  private grow({ row, index, places, start, before, reached }: Start, next: Map<string, Step>): void {
    let contents = 0;
    let contradictions = 0;
    let sum: Fen | null = 0;
    for (let end = start + 1; end <= this.entries.length; end += 1) {
      const entry = this.entries[end - 1];
      if (!entry) break;
      const continued = end - 1 > start && entry.label?.kind !== row.kind;
      contents += (this.misfits[end - 1]?.[index] ?? 0) + (continued ? COST.continued : 0);
      if (entry.label !== null && entry.label.kind !== row.kind) contradictions += 1;
      sum = plus(sum, row.kind === 'cost' ? (this.amounts[end - 1] ?? null) : null);
      const label = labelCost(row, places, start, end, before);
      const again = label.shift !== 0 && label.shift === before;
      const contradicted = contradictions * (again ? COST.contradictedAgain : COST.contradicted);
      const whole = end - start > 1 && sum !== null && sum === this.total ? COST.addsUp : 0;
      offer(next, end, label.shift, { cost: reached + contents + label.cost + contradicted + whole, start, before });
    }
  }

  private trace(): EditionRow[] {
    const found: EditionRow[] = [];
    let end = this.entries.length;
    let shift: Shift = SHIFTS.reduce<Shift>(
      (best, one) => (this.cost(end, one) < this.cost(end, best) ? one : best),
      0,
    );
    for (let index = this.rows.length - 1; index >= 0; index -= 1) {
      const step = this.steps[index]?.get(key(end, shift));
      const row = this.rows[index];
      if (!step || !row) break;
      for (let at = step.start; at < end; at += 1) found.unshift(row);
      end = step.start;
      shift = step.before;
    }
    return found;
  }

  private cost(end: number, shift: Shift): number {
    return this.steps.at(-1)?.get(key(end, shift))?.cost ?? Infinity;
  }
}

interface Start {
  readonly row: EditionRow;
  readonly index: number;
  readonly places: readonly LabelPlace[];
  readonly start: number;
  readonly before: Shift;
  readonly reached: number;
}

/** How little an entry fits a level 2 by its own words and by the level 1 beside it. */
const misfit = (entry: Entry, row: EditionRow): number =>
  oddness(entry, row.kind) + (entry.level1 !== null && entry.level1 !== row.level1 ? COST.level1Contradicted : 0);

/** What is counted above is paid for below: a cost row often repeats the name of an earlier row. */
const hasTwinAbove = (entries: readonly Entry[], index: number): boolean => {
  const name = fold(entries[index]?.name ?? '');
  return name !== '' && entries.slice(0, index).some((other) => fold(other.name) === name);
};

const key = (end: number, shift: Shift): string => `${end}:${shift}`;

const offer = (steps: Map<string, Step>, end: number, shift: Shift, step: Step): void => {
  const known = steps.get(key(end, shift));
  if (!known || step.cost < known.cost) steps.set(key(end, shift), step);
};

/** A level 2 without any row. */
const skipping = (row: EditionRow, places: readonly LabelPlace[]): number => {
  if (places.some((place) => place.own)) return COST.printedUnused;
  if (places.length > 0) return row.optional ? COST.optionalPrintedEmpty : COST.printedEmpty;
  if (row.optional) return 0;
  return row.printed ? COST.skipped : COST.skippedInEdition;
};

interface LabelCost {
  readonly cost: number;
  readonly shift: Shift;
}

/** How far the label stands from rows `start` to `end - 1`. */
const labelCost = (
  row: EditionRow,
  places: readonly LabelPlace[],
  start: number,
  end: number,
  before: Shift,
): LabelCost => {
  if (places.length === 0) return { cost: lostCost(row), shift: 0 };
  const distances = places.map((place) => distance(place.position, start, end, before));
  const best = distances.reduce((one, other) => (other.cost < one.cost ? other : one));
  const strays = places.filter(({ position }) => position < start - 0.5 || position > end - 0.5).length;
  const spare = best.shift === 0 ? strays : strays - 1;
  return { cost: best.cost + Math.max(0, spare) * COST.labelRepeated, shift: best.shift };
};

const lostCost = (row: EditionRow): number => {
  if (!row.optional) return COST.labelLost;
  return row.printed ? COST.optionalLabelLost : COST.optionalInvented;
};

const distance = (position: number, start: number, end: number, before: Shift): LabelCost => {
  if (position === start) return { cost: 0, shift: 0 };
  if (position === start - 0.5) return { cost: COST.labelAbove, shift: 0 };
  if (position > start && position < end - 0.5) return { cost: COST.labelInside, shift: 0 };
  const shift = position < start ? -1 : 1;
  const rows = position < start ? start - position : position - (end - 1);
  const near = shift === before ? COST.labelMovedAgain : COST.labelMoved;
  return { cost: near + COST.labelFar * Math.max(0, Math.floor(rows) - 1), shift };
};

const moneyOf = (entry: Entry): Fen | null => {
  const { kind, unit } = readValue(entry.value);
  return kind === 'number' && /^万?元$|^万$/u.test(unit) ? parseFen(entry.value, '元') : null;
};

const plus = (sum: Fen | null, one: Fen | null): Fen | null => (sum === null || one === null ? null : sum + one);

/** Each row under its own label, rows without one under the label above. */
const carryOn = (entries: readonly Entry[], edition: Edition): EditionRow[] => {
  let [current] = edition.rows;
  return entries.flatMap((entry) => {
    current = edition.rows.find((row) => row.kind === entry.label?.kind) ?? current;
    return current ? [current] : [];
  });
};
