import { parseFen, type Fen } from '../../model/money.ts';
import type { ReviewedIndicator } from '../subject.ts';

/** What a price is for. `item`: a village, a community, a piece; `go`: each time something is held. */
export type Per = 'person' | 'item' | 'go' | 'month' | 'quarter' | 'year' | 'day';

/** An amount of money an indicator or a goal names; low and high differ for a range. 分. */
export interface Price {
  readonly low: Fen;
  readonly high: Fen;
  /** What it is multiplied by; empty for an amount by itself. */
  readonly per: readonly Per[];
  /** Unit of the things it is for, where it names one: `平方米`, `盏`. */
  readonly unit?: string;
}

const PERS: readonly (readonly [RegExp, Per])[] = [
  [/^(?:人|名|位|人员|职工|户)/u, 'person'],
  [/^(?:个?月)/u, 'month'],
  [/^(?:季度?)/u, 'quarter'],
  [/^(?:年度?)/u, 'year'],
  [/^(?:天|日|工作日)/u, 'day'],
  [/^(?:次|场|期|班|趟|人次|场次|车次)/u, 'go'],
  [/^(?:人次)/u, 'go'],
];

/** What a word after 每 or a stroke stands for: `人` a person, `村` an item. */
export const perOf = (word: string): Per => PERS.find(([pattern]) => pattern.test(word))?.[1] ?? 'item';

/** `每人每月`, `每村`, `每个社区` in a text: what prices named there are for. */
export const persIn = (text: string): Per[] =>
  Array.from(
    text.matchAll(
      /每(?:一|个)?(人次|人|名|位|户|月|年度?|季度?|天|日|次|场|期|[\p{Script=Han}]{1,4}?(?=每|补|发|奖|标|按|[\d，。,]|$|[\p{Script=Han}]))/gu,
    ),
    ([, word = '']) => perOf(word),
  );

/** The price an indicator's value is, together with what its name says of it; null where it is no money. */
export const priceOf = ({ measure, value, name }: ReviewedIndicator): Price | null => {
  if (measure !== 'money' && measure !== 'rate-of-money') return null;
  const [head = '', ...strokes] = value.unit.replace(/\s+/gu, '').split('/');
  const ends = value.value.split('-').map((end) => parseFen(`${end}${moneyUnit(head)}`, '元'));
  const [low = null, high = low] = ends;
  if (low === null || high === null) return null;
  const own = strokes.filter((word) => word !== '').map(perOf);
  const unit = strokes.find((word) => perOf(word) === 'item' && !GENERAL.test(word));
  const per = unique([...own, ...(own.length === 0 ? namedPers(name) : [])]);
  return { low, high, per, ...(unit === undefined ? {} : { unit }) };
};

/** Units any thing may be counted in. */
const GENERAL = /^(?:个|项|件|村|社区|处|家|所|单位|项目|份)/u;

/** 月工资 is for a month, though its value says only 元. Names that state another amount (`每人每月2746元`) say nothing of this one. */
const namedPers = (name: string): Per[] => {
  if (/\d/u.test(name)) return [];
  if (/^月|月(?:工资|标准|补贴|报酬|租金)/u.test(name)) return ['month'];
  if (/^日|日(?:工资|标准)|每天/u.test(name)) return ['day'];
  const averaged = /人均/u.test(name) ? (['person'] as const) : [];
  const monthly = /每月|月均/u.test(name) ? (['month'] as const) : [];
  return unique([...averaged, ...monthly, ...persIn(name)]);
};

const moneyUnit = (head: string): string => (head.startsWith('万') ? '万元' : '元');

/** Prices a running text names with what they are for: `按照每人每年 100 元的标准`, `每个社区3万元`. */
export const pricesIn = (text: string): (Price & { readonly text: string })[] =>
  Array.from(
    text.matchAll(/(?:每(?:个|一)?[\p{Script=Han}]{1,8}?){1,3}[^\d。；;，,每]{0,8}?(\d+(?:\.\d+)?)\s*(万元|元)/gu),
    ([found, amount = '', unit = '']) => {
      const fen = parseFen(`${amount}${unit}`, '元');
      return fen === null ? null : { low: fen, high: fen, per: unique(persIn(found)), text: found };
    },
  ).filter((price) => price !== null);

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
