import { treeRows, withIndicatorWord } from '../../forms/trees.ts';
import type { Level2Kind } from '../../model/level2.ts';
import { parseFen, printFen } from '../../model/money.ts';
import { splitValue } from '../disclosure/value.ts';
import type { Alternative, Doubt, RecognisedIndicator } from '../recognised.ts';
import { shown, type Reading } from './reading.ts';

/** How likely a reading is right all the same, where whoever doubted it did not say. */
const CONFIDENCE: Readonly<Record<Doubt['kind'], number>> = {
  'label-moved': 0.7,
  'label-missing': 0.5,
  'cell-split': 0.7,
  'cell-joined': 0.7,
  'amount-unit': 0.6,
  'not-a-number': 0.3,
  missing: 0.5,
  sum: 0.5,
  'unit-word': 0.5,
  'left-out': 0.4,
  'read-twice': 0.6,
  odd: 0.4,
  order: 0.5,
};

/** So many other readings are offered of one doubt: more are no help. */
const MOST = 4;

/** Every doubt with how sure it is and the readings that may be meant instead. */
export const withReadings = (reading: Reading, doubts: readonly Doubt[]): Doubt[] =>
  doubts.map((doubt) => {
    const alternatives = [...(doubt.alternatives ?? []), ...alternativesOf(reading, doubt)].slice(0, MOST);
    const place = doubt.place ?? reading.project.places?.[doubt.path];
    return {
      ...doubt,
      confidence: doubt.confidence ?? CONFIDENCE[doubt.kind],
      ...(place === undefined ? {} : { place }),
      ...(alternatives.length === 0 ? {} : { alternatives }),
    };
  });

const PATH = /^indicators\.(\d+)\.(\w+)$/u;

const alternativesOf = ({ project }: Reading, { path, kind }: Doubt): Alternative[] => {
  if (path === 'amountUnit') return [otherUnit(project.amountUnit)];
  if (path === 'total' && kind === 'sum') return sumOf(project);
  const [, at, field] = PATH.exec(path) ?? [];
  const index = Number(at);
  const indicator = project.indicators[index];
  if (at === undefined || indicator === undefined) return [];
  const one = { indicator, index, all: project.indicators };
  switch (field ?? '') {
    case 'kind':
    case 'level1':
    case 'level2':
      return otherKinds(one);
    case 'unit':
      return kind === 'unit-word' ? withMoney(one) : [];
    case 'level3':
    case 'printedValue':
      return [...splitElsewhere(one), ...swapped(one), ...withAbove(one), without(index)];
    default:
      return [];
  }
};

interface One {
  readonly indicator: RecognisedIndicator;
  readonly index: number;
  readonly all: readonly RecognisedIndicator[];
}

const otherUnit = (unit: '万元' | '元' | null): Alternative => {
  const other = unit === '元' ? '万元' : '元';
  return { label: `改为${other}`, changes: [{ path: 'amountUnit', value: other }] };
};

const sumOf = ({ fiscal, other, amountUnit }: Reading['project']): Alternative[] => {
  const unit = amountUnit ?? '万元';
  const [one, two] = [parseFen(fiscal ?? '0', unit), parseFen(other ?? '0', unit)];
  if (one === null || two === null) return [];
  const sum = printFen(one + two, unit);
  return [{ label: `改为 ${sum}`, changes: [{ path: 'total', value: sum }] }];
};

const ROWS = [...treeRows('88', withIndicatorWord, {}), ...treeRows('101', withIndicatorWord, {})];

/** The kinds of the rows above and below, then those next in the order of the form. */
const otherKinds = ({ indicator, index, all }: One): Alternative[] => {
  const place = ROWS.findIndex(({ kind }) => kind === indicator.kind);
  const kinds: (Level2Kind | undefined)[] = [
    all[index - 1]?.kind,
    all[index + 1]?.kind,
    ROWS[place + 1]?.kind,
    ROWS[place - 1]?.kind,
  ];
  const others = new Set(kinds.filter((kind) => kind !== undefined && kind !== indicator.kind && kind !== 'other'));
  return [...others].slice(0, 3).flatMap((kind) => {
    const label = all.find((one) => one.kind === kind)?.level2 ?? ROWS.find((row) => row.kind === kind)?.level2;
    return label === undefined || kind === undefined
      ? []
      : [{ label: `归入${label}`, changes: [{ path: `indicators.${index}.kind`, value: kind }] }];
  });
};

const withMoney = ({ indicator, index }: One): Alternative[] =>
  indicator.printedValue === null
    ? []
    : [
        {
          label: '单位改为万元',
          changes: [
            { path: `indicators.${index}.printedValue`, value: indicator.printedValue.replace(/万(?!元)/u, '万元') },
          ],
        },
      ];

const changed = (index: number, level3: string, printedValue: string): Alternative['changes'] => [
  { path: `indicators.${index}.level3`, value: level3 },
  { path: `indicators.${index}.printedValue`, value: printedValue },
];

/** Name and value parted at another place of their whole text. */
const splitElsewhere = ({ indicator, index }: One): Alternative[] => {
  const [name, value] = [indicator.level3 ?? '', indicator.printedValue ?? ''];
  const whole = `${name} ${value}`.trim();
  const found = splitValue(whole);
  const cuts = [
    { name: found.name, value: found.value },
    ...[...whole.matchAll(/[ \u3000]+/gu)].map(({ index: at, 0: blank }) => ({
      name: whole.slice(0, at),
      value: whole.slice(at + blank.length),
    })),
  ];
  const other = cuts.find((cut) => cut.name !== '' && cut.value !== '' && (cut.name !== name || cut.value !== value));
  if (other === undefined) return [];
  return [
    { label: `拆成“${shown(other.name)}”和“${shown(other.value)}”`, changes: changed(index, other.name, other.value) },
  ];
};

const swapped = ({ indicator: { level3, printedValue }, index }: One): Alternative[] =>
  level3 === null || printedValue === null
    ? []
    : [{ label: '名称和指标值互换', changes: changed(index, printedValue, level3) }];

/** The rest of the indicator above, which a wrap or a page end has parted from it. */
const withAbove = ({ indicator, index, all }: One): Alternative[] => {
  const above = all[index - 1];
  if (above === undefined) return [];
  const name = `${above.level3 ?? ''}${indicator.level3 ?? ''}`;
  const value = `${above.printedValue ?? ''}${indicator.printedValue ?? ''}`;
  return [
    {
      label: '与上一条合并',
      changes: [...changed(index - 1, name, value), { path: `indicators.${index}`, value: null }],
    },
  ];
};

const without = (index: number): Alternative => ({
  label: '去掉这一条',
  changes: [{ path: `indicators.${index}`, value: null }],
});
