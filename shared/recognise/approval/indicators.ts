import { treeRows, withIndicatorWord } from '../../forms/trees.ts';
import type { Level2Kind } from '../../model/level2.ts';
import { fold } from '../../model/text.ts';
import { readValue } from '../../model/value.ts';
import { oddness } from '../annex2/affinity.ts';
import { assign } from '../annex2/assign.ts';
import type { Entry, LabelPlace } from '../annex2/join.ts';
import { indicatorLabel, type KindLabel } from '../annex2/labels.ts';
import type { EditionRow } from '../annex2/order.ts';
import type { PlacedLabel } from '../annex2/rows.ts';
import type { RecognisedIndicator } from '../recognised.ts';
import type { ListRow } from './list.ts';
import { isNumber } from './place.ts';
import { withoutBlanks, withoutWraps } from './wraps.ts';

/** An indicator, and how it came to its level 2. */
export interface ReadIndicator {
  readonly row: ListRow;
  readonly indicator: RecognisedIndicator;
  /** own: printed beside it. above: of the row above. guessed: neither. */
  readonly label: 'own' | 'above' | 'guessed';
  /** The level 1 printed beside it says otherwise. */
  readonly strayLevel1: string | null;
}

const TREES = [...treeRows('88', withIndicatorWord, {}), ...treeRows('101', withIndicatorWord, {})];

/** The rows of both trees in the order of all forms. */
const EDITION: readonly EditionRow[] = [...new Map(TREES.map((row) => [row.kind, row])).values()]
  .map(({ kind, level1, level2 }) => ({ kind, level1, level2, requirement: null, optional: true, printed: true }))
  .sort((one, other) => rank(one) - rank(other));

function rank({ kind, level1 }: { readonly kind: Level2Kind; readonly level1: string }): number {
  return level1 === '成本指标' ? -1 : TREES.findIndex((row) => row.kind === kind);
}

/** How the document names its level 2: the commonest wording of each kind. */
export const wordingOf = (rows: readonly ListRow[]): ReadonlyMap<Level2Kind, string> => {
  const counts = new Map<Level2Kind, Map<string, number>>();
  for (const { texts } of rows) {
    const label = kindOf(texts.level2);
    if (!label?.printed) continue;
    const words = counts.get(label.kind) ?? new Map<string, number>();
    words.set(label.printed, (words.get(label.printed) ?? 0) + 1);
    counts.set(label.kind, words);
  }
  return new Map(
    [...counts].flatMap(([kind, words]) => {
      const [most] = [...words].sort((one, other) => other[1] - one[1]);
      return most ? [[kind, most[0]] as const] : [];
    }),
  );
};

/** The indicators of one project. */
export const readIndicators = (rows: readonly ListRow[], wording: ReadonlyMap<Level2Kind, string>): ReadIndicator[] => {
  const kinds = kindsOf(rows);
  let above = '';
  return rows.map((row, index): ReadIndicator => {
    const own = kindOf(row.texts.level2);
    const level2 = withoutBlanks(row.texts.level2 ?? '');
    const stranger = own === null && level2 !== '' ? level2 : '';
    const kind = kinds[index] ?? 'other';
    const edition = EDITION.find((one) => one.kind === kind);
    const printed1 = levelOf(row);
    if (printed1 !== null) above = printed1;
    const level1 = edition?.level1 ?? above;
    return {
      row,
      label: own?.kind === kind || stranger !== '' ? 'own' : kinds[index - 1] === kind ? 'above' : 'guessed',
      strayLevel1: printed1 !== null && level1 !== '' && fold(printed1) !== fold(level1) ? printed1 : null,
      indicator: {
        kind,
        level1: orNull(level1),
        level2: orNull(
          own?.kind === kind && own.printed ? own.printed : stranger || (wording.get(kind) ?? edition?.level2 ?? ''),
        ),
        ...contentOf(row),
      },
    };
  });
};

const kindOf = (text = ''): KindLabel | null => {
  const label = indicatorLabel(text);
  return label?.type === 'kind' ? label : null;
};

const levelOf = ({ texts }: ListRow): string | null => {
  const label = indicatorLabel(texts.level1 ?? '');
  return label?.type === 'level1' ? label.level1 : texts.level1 === undefined ? null : withoutBlanks(texts.level1);
};

/** The level 2 of every row: as printed where that can be, else the likeliest in the order of the form. */
const kindsOf = (rows: readonly ListRow[]): Level2Kind[] => {
  const own = rows.map(({ texts }) => kindOf(texts.level2)?.kind ?? (texts.level2 === undefined ? null : 'other'));
  if (isPlain(rows, own)) {
    let last: Level2Kind = 'other';
    return own.map((kind) => (last = kind ?? last));
  }
  const entries = rows.map(entryOf);
  const places = own.flatMap((kind, position): LabelPlace[] =>
    kind === null || kind === 'other' ? [] : [{ kind, position, own: true, at: rows[position]?.at ?? 1 }],
  );
  const assigned = assign(entries, places, { rows: EDITION.filter((row) => mayHold(row, own)) }, null);
  return rows.map((_, index) => assigned[index]?.kind ?? 'other');
};

/** 成本 stands either below 产出 or at the first level, with kinds of its own. */
const mayHold = ({ kind }: EditionRow, own: readonly (Level2Kind | null)[]): boolean => {
  const parted = own.some((one) => /Cost$/u.test(one ?? ''));
  return parted ? kind !== 'cost' : !/Cost$/u.test(kind);
};

/** Labels that can be taken as they stand: the first row has one, and no row below goes against its level 1. */
const isPlain = (rows: readonly ListRow[], own: readonly (Level2Kind | null)[]): boolean => {
  if (own[0] === null) return false;
  if (own.every((kind) => kind !== null) || own.includes('other')) return true;
  let last = own[0];
  const seen = new Set<Level2Kind | null | undefined>();
  return rows.every((row, index) => {
    const kind = own[index] ?? null;
    if (kind !== null && kind !== last && seen.has(kind)) return false;
    last = kind ?? last;
    seen.add(last);
    const level1 = indicatorLabel(row.texts.level1 ?? '');
    const expected = EDITION.find((one) => one.kind === last)?.level1;
    return kind !== null || level1?.type !== 'level1' || level1.level1 === expected;
  });
};

const entryOf = (row: ListRow): Entry => {
  const label = kindOf(row.texts.level2);
  const level1 = indicatorLabel(row.texts.level1 ?? '');
  const placed: PlacedLabel | null = label === null ? null : { ...label, column: 0 };
  return {
    at: row.at,
    name: withoutWraps(row.texts.level3 ?? ''),
    value: `${row.texts.operator ?? ''}${row.texts.value ?? ''}${row.texts.measure ?? ''}`,
    weight: row.texts.weight ?? '',
    basis: '',
    description: '',
    evaluated: null,
    level1: level1?.type === 'level1' ? level1.level1 : null,
    label: placed,
    repair: null,
  };
};

/** Is this hardly what its level 2 measures? */
export const isOdd = (row: ListRow, kind: Level2Kind): boolean => oddness(entryOf(row), kind) >= 0.9;

const contentOf = ({ texts }: ListRow): Omit<RecognisedIndicator, 'kind' | 'level1' | 'level2'> => {
  const sign = readValue(`${texts.operator ?? ''}1`).operator;
  const printed = withoutWraps(texts.value ?? '');
  const unit = measureOf(texts.measure ?? '');
  const number = isNumber(printed);
  const reading = readValue(`${sign}${printed}${number ? unit : ''}`);
  const measured = number || reading.kind === 'number' || reading.kind === 'range';
  // A number with its unit in the value column: its sign would be lost beside it.
  const whole = measured && !number && reading.unit !== '' && sign !== '' ? `${sign}${printed}` : printed;
  return {
    requirement: null,
    level3: orNull(withoutWraps(texts.level3 ?? '')),
    description: null,
    operator: orNull(sign),
    value: orNull(number ? printed : measured ? reading.value : ''),
    unit: orNull(unit === '' && measured ? reading.unit : unit),
    weight: orNull(withoutBlanks(texts.weight ?? '')),
    basis: null,
    printedValue: orNull(whole),
  };
};

const measureOf = (text: string): string => (/^(?:[-—/\\]|无)?$/u.test(text) ? '' : withoutBlanks(text));

const orNull = (text: string): string | null => (text === '' ? null : text);
