import { INDICATOR_ROWS } from '../forms/annex2/definition.ts';
import { LEVEL2_KINDS, type Level2Kind } from '../model/level2.ts';
import { fold } from '../model/text.ts';
import type { Group } from './forms.ts';
import { kindName } from './roles.ts';

/* Which row of a form takes an indicator, and where a row it lacks would stand. */

const BROADER: Partial<Record<Level2Kind, Level2Kind>> = {
  cost: 'economicCost',
  economicCost: 'cost',
  socialCost: 'cost',
  ecologicalCost: 'cost',
};

/** Index of the group that takes a kind: its own before one of a whole level 1; -1 for none. */
export const groupFor = (groups: readonly Pick<Group, 'kinds'>[], kind: Level2Kind): number => {
  const exact = (one: Level2Kind | undefined): number => {
    if (one === undefined) return -1;
    const own = groups.findIndex(({ kinds }) => kinds.length === 1 && kinds[0] === one);
    return own >= 0 ? own : groups.findIndex(({ kinds }) => kinds.includes(one));
  };
  const own = exact(kind);
  return own >= 0 ? own : exact(BROADER[kind]);
};

const LEVEL1: Readonly<Record<Level2Kind, '产出' | '成本' | '效益' | '满意' | ''>> = {
  quantity: '产出',
  quality: '产出',
  timeliness: '产出',
  cost: '产出',
  economicCost: '成本',
  socialCost: '成本',
  ecologicalCost: '成本',
  economic: '效益',
  social: '效益',
  ecological: '效益',
  sustainable: '效益',
  satisfaction: '满意',
  other: '',
};

const FULL = { 产出: '产出指标', 成本: '成本指标', 效益: '效益指标', 满意: '满意度指标', '': '' } as const;

/** A row that a form lacks: what it says, and beside which group it stands. */
export interface MissingPlace {
  readonly near: number;
  readonly side: 'before' | 'behind';
  /** Null where it stands below the level 1 of the group beside it. */
  readonly level1: string | null;
  readonly level2: string;
}

/** Where the row of a kind would stand: in printed order within its level 1, else at the end. */
export const missingPlace = (groups: readonly Group[], kind: Level2Kind): MissingPlace => {
  const stem = LEVEL1[kind];
  const own = groups.flatMap((group, index) => (stem !== '' && fold(group.level1).includes(stem) ? [index] : []));
  const order = (index: number): number =>
    Math.min(...(groups[index]?.kinds ?? []).map((one) => LEVEL2_KINDS.indexOf(one)));
  const before = own.filter((index) => order(index) < LEVEL2_KINDS.indexOf(kind)).at(-1);
  const level2 = labelLike(groups, kind);
  if (before !== undefined) return { near: before, side: 'behind', level1: null, level2 };
  const [first] = own;
  if (first !== undefined) return { near: first, side: 'before', level1: null, level2 };
  return { near: groups.length - 1, side: 'behind', level1: FULL[stem] || '其他指标', level2 };
};

/** The label of a kind in the manner of the others: with 必填 in brackets, without the word 指标. */
const labelLike = (groups: readonly Group[], kind: Level2Kind): string => {
  if (groups.some(({ level2 }) => level2.includes('必填')))
    return INDICATOR_ROWS.find((row) => row.kind === kind)?.printed ?? kindName(kind);
  const short = groups.some(({ level2 }) => /(?:效益|影响|满意度)\s*$/u.test(level2));
  const benefit = LEVEL1[kind] === '效益' || kind === 'satisfaction';
  return short && benefit ? kindName(kind).replace(/指标$/u, '') : kindName(kind);
};
