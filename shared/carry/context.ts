import type { Mention } from './mark.ts';

/* What stands around a year, within its sentence: whether it is history, a document, money of an earlier year. */

const CLAUSE_END = /[。；;！!？?\n]/u;
const BEFORE = 14;
const AFTER = 16;

/** The words before and after a place, within its sentence. */
export interface Around {
  readonly before: string;
  readonly after: string;
  /** Inside 《》: part of a document's name. */
  readonly named: boolean;
}

/** The words around a place of a text. */
export const around = (text: string, { start, end }: Pick<Mention, 'start' | 'end'>): Around => ({
  before:
    text
      .slice(Math.max(0, start - BEFORE), start)
      .split(CLAUSE_END)
      .at(-1) ?? '',
  after: text.slice(end, end + AFTER).split(CLAUSE_END)[0] ?? '',
  named: text.lastIndexOf('《', start) > text.lastIndexOf('》', start),
});

/** Money of an earlier year that is still spent. */
export const speaksOfOldFunds = ({ after }: Around): boolean =>
  /^[^，,、]{0,12}?(?:一事一议|结转|结余|续建|尾款|欠款|质保金|保证金|跨年|遗留|清欠|化债|债务|存量资金)/u.test(after);

const PAST =
  /^[^，,]{0,8}?(?:撤[县乡镇区]|设[镇市区县]|成立|组建|建成|竣工|投入使用|批准|更名|合并|划归|搬迁|普查|立项|评为|被评|荣获|获评|换届)/u;

/** Something that happened then, or holds since then. */
export const speaksOfPast = ({ before, after }: Around): boolean =>
  PAST.test(after) ||
  /^(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?\s*(?:以来|起|至今|开始|之前|以前)/u.test(after) ||
  /(?:自|从|始于|早在)\s*$/u.test(before);

/** A year that others are compared with. */
export const isCompared = ({ before, after }: Around): boolean =>
  /(?:较|比|同比|与|和|对比|相比|相较|按照?|以)\s*$/u.test(before) &&
  (/(?:较|比|同比|对比|相比|相较)\s*$/u.test(before) ||
    /^[^，,]{0,10}?(?:相比|同期|基数|增长|下降|减少|增加|持平|水平|标准)/u.test(after));

/** A season or school year over the turn of the year moves as a whole; other spans may still be running. */
export const isSeason = ({ after }: Around): boolean =>
  /^\s*(?:年度?)?\s*(?:学年|采暖|供暖|供热|取暖|防火期|冬春|跨年)/u.test(after);

const MEASURE =
  /^\s*(?:余|多)?\s*(?:[万亿千百]|元|人|户|个|名|吨|亩|公里|千米|米|平方|立方|㎡|m|k|[%％‰]|次|台|套|盏|株|棵|只|头|份|件|处|座|栋|间|辆|天|小时|分钟|斤|公斤|升|条|项|场|批|册|张|块|根|袋|箱|桶|支|瓶|把|副|组|家|所|倍|公顷|位|岁|级)/iu;

/** Digits that count something: 2024 人, ≥2024. */
export const isCounted = ({ before, after }: Around): boolean =>
  MEASURE.test(after) ||
  /(?:[≥≤=＝><＞＜×*+＋/]|不少于|不低于|不超过|约|共计?|共有|达到?|超过|合计|总计)\s*$/u.test(before);
