import { treeRows, withIndicatorWord } from '../../forms/trees.ts';
import type { Doubt, RecognisedIndicator } from '../recognised.ts';
import type { Parsed } from './columns.ts';
import { COST_LABEL, level1Label, level2Label } from './labels.ts';

export type Levels = Pick<RecognisedIndicator, 'kind' | 'level1' | 'level2'>;

/** One row of indicators: its labels, and the name of the indicator for messages. */
export interface LabelledRow {
  readonly parsed: Parsed;
  readonly name: string;
  readonly at: number;
}

/** The level-2 rows of both trees in the order of the form: what stands where a label is lost. 成本 is below 产出. */
const TREE = [
  ...treeRows('88', withIndicatorWord, {}),
  ...treeRows('101', withIndicatorWord, {}).filter(({ level1 }) => level1 === COST_LABEL),
];

/** Rows that every table of the form has. */
const USUAL: ReadonlySet<string> = new Set(['quantity', 'quality', 'timeliness', 'cost', 'social', 'satisfaction']);

/**
 * The labels of every row: its own, else those of the row above, for labels of several rows are merged down. Where that can't
 * be, the order of the form says which label is lost.
 */
export const readLevels = (rows: readonly LabelledRow[]): { levels: Levels[]; doubts: Doubt[] } => {
  const reader = new LevelReader(rows);
  rows.forEach((row, index) => {
    reader.take(row, index);
  });
  return { levels: reader.levels, doubts: reader.doubts };
};

class LevelReader {
  readonly levels: Levels[] = [];
  readonly doubts: Doubt[] = [];
  private readonly rows: readonly LabelledRow[];
  /** The kinds that have a label anywhere in the table. */
  private readonly labelled: ReadonlySet<string>;
  private level1: string | null = null;

  constructor(rows: readonly LabelledRow[]) {
    this.rows = rows;
    this.labelled = new Set(rows.flatMap(({ parsed }) => level2Label(parsed.level2?.text ?? '')?.kind ?? []));
  }

  take(row: LabelledRow, index: number): void {
    const { level1, level2 } = row.parsed;
    const printed = level1 === null ? null : (level1Label(level1.text) ?? COST_LABEL);
    const begins = printed !== null && printed !== this.level1;
    this.level1 = printed ?? this.level1;
    const above = this.levels.at(-1);
    if (level2 !== null) this.levels.push(this.own(level2.text, printed, index));
    else if (above === undefined || begins) this.levels.push(this.guessed(row, index));
    else this.levels.push(this.continued(row, above, index));
  }

  private own(text: string, printed: string | null, index: number): Levels {
    const label = level2Label(text);
    const level2 = label?.printed ?? TREE.find(({ kind }) => kind === label?.kind)?.level2 ?? text.replace(/\s+/gu, '');
    const kind = label?.kind ?? 'other';
    const usual = TREE.find((row) => row.kind === kind)?.level1 ?? null;
    // 成本 may stand under either level 1; any other level 2 under another level 1 than its own has lost the label between.
    if (printed === null && usual !== null && usual !== this.level1 && (kind !== 'cost' || this.level1 === null)) {
      this.doubt(index, 'level1', `“${level2}”旁边没有一级指标，读作“${usual}”。`);
      this.level1 = usual;
    }
    return { kind, level1: this.level1, level2 };
  }

  /** The first row of a level 1 without a level 2: the one before the next label in the order of the form. */
  private guessed({ name }: LabelledRow, index: number): Levels {
    const next = this.rows.slice(index + 1).find(({ parsed }) => parsed.level1 !== null || parsed.level2 !== null);
    const nextKind = level2Label(next?.parsed.level2?.text ?? '')?.kind;
    const rows = TREE.filter(({ level1 }) => level1 === (this.level1 ?? '产出指标'));
    const end = rows.findIndex(({ kind }) => kind === nextKind);
    const guess = rows[Math.max(0, end - 1)];
    this.level1 ??= guess?.level1 ?? null;
    this.doubt(index, 'level2', `“${name}”旁边没有二级指标，按表格顺序读作“${guess?.level2 ?? '其他'}”。`);
    return { kind: guess?.kind ?? 'other', level1: this.level1, level2: guess?.level2 ?? null };
  }

  /** A row without labels belongs to the one above, unless a label that every table has is nowhere. */
  private continued({ name }: LabelledRow, above: Levels, index: number): Levels {
    const lost = TREE.find(
      ({ kind, level1 }) => level1 === this.level1 && USUAL.has(kind) && !this.labelled.has(kind) && !this.isCost(kind),
    );
    if (lost !== undefined) {
      const message = `“${name}”旁边没有二级指标，按上一行读作“${above.level2 ?? ''}”，表里没有“${lost.level2}”，请核对。`;
      this.doubt(index, 'level2', message);
    }
    return above;
  }

  /** 成本 of its own at level 1 stands for the one below 产出. */
  private isCost(kind: string): boolean {
    return kind === 'cost' && ['economicCost', 'socialCost', 'ecologicalCost'].some((one) => this.labelled.has(one));
  }

  private doubt(index: number, field: 'level1' | 'level2', message: string): void {
    this.doubts.push({
      path: `indicators.${index}.${field}`,
      kind: 'label-missing',
      message,
      at: this.rows[index]?.at ?? null,
    });
  }
}
