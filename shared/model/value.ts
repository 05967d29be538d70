/** What an operator can be; empty where none is printed. */
export type Operator = '' | '≥' | '≤' | '=' | '>' | '<';

/** How a printed indicator value is understood. `value` is a number (`95`), or a range (`10-20`); empty for the rest. */
export interface ValueReading {
  readonly operator: Operator;
  readonly value: string;
  readonly unit: string;
  readonly kind: 'blank' | 'number' | 'range' | 'time' | 'words';
}

/** Longer than this is a sentence, not a value. */
const LONGEST_VALUE = 60;

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
/** A unit carries no digit, no comparison and no punctuation of sentences: `%`, `元/人/年`, `个村`. */
const UNIT = String.raw`[^\d≥≤=<>~,.;:、。，；：!?-]{0,12}`;
const UNIT_WITH_DIGIT = /^(?:m|km|cm)[23]$/iu;

const PLAIN = new RegExp(`^(${NUMBER})(${UNIT}|k?m[23])$`, 'iu');
const RANGE = new RegExp(`^(${NUMBER})(${UNIT})[-~](${NUMBER})(${UNIT})$`, 'u');

const OPERATORS: readonly (readonly [RegExp, Operator])[] = [
  [/^(?:≥|>=|大于(?:或)?等于|不(?:低|少|小)于)/u, '≥'],
  [/^(?:≤|<=|小于(?:或)?等于|不(?:高|大|多|超)(?:于|过))/u, '≤'],
  [/^(?:=|等于)/u, '='],
  [/^(?:>|大于|高于|多于|超过)/u, '>'],
  [/^(?:<|小于|低于|少于)/u, '<'],
];

const SUFFIXES: readonly (readonly [RegExp, Operator])[] = [
  [/(?:及|或)?以上$/u, '≥'],
  [/(?:及|或)?(?:以下|以内)$/u, '≤'],
];

const YEAR = '(?:19|20)\\d{2}';
const TIMES: readonly RegExp[] = [
  // 2024 年底, 2021年1月至12月, 2024年12月31日前
  new RegExp(`^${YEAR}年[\\d年月日度底初末内中上下半旬前后以之至到止全第一二三四季完成每起-]*$`, 'u'),
  new RegExp(`^${YEAR}([-./])\\d{1,2}\\1\\d{1,2}(?:日|前|底)?$`, 'u'),
  new RegExp(`^${YEAR}[-/](?:0?[1-9]|1[0-2])$`, 'u'),
  new RegExp(`^${YEAR}[-~至]${YEAR}年?度?$`, 'u'),
  // 12月底前, 1-12月, 6月30日
  /^\d{1,2}(?:[-~至到]\d{1,2})?月(?:份|底|末|初|前|内|中旬|上旬|下旬|\d{1,2}日|以前|之前|[-~至到]\d{1,2}月)*$/u,
  // 1年内, 十天以内, 5个工作日内
  /^(?:\d+|[一二两三四五六七八九十]+)(?:年|个?月|天|日|个?工作日|小时|个?季度|周)(?:之?内|以内|前)$/u,
  /^(?:在|于)?(?:本|当|全|次)?年度?(?:底|末|内|中|前|之内|以内|底前|末前)*$/u,
  /^(?:每|按)(?:年度?|半年|月度?|季度?|天|日|周)$/u,
  // 每月15日前, 每年6月底, 每季度末
  /^每(?:个)?(?:年|月|季度?)(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:前|内|底|末|初|之前|以前)*$/u,
];

const CHINESE_COUNT =
  /^([一二两三四五六七八九]|十[一二三四五六七八九]?|[二三四五六七八九]十[一二三四五六七八九]?)(次|个|人|名|户|场|套|台|份|期|项|处|辆|件|批|条|座|人次)$/u;
const CHINESE_DIGITS = '零一二三四五六七八九';

/**
 * Understands a printed indicator value. Only `[operator] number [unit]` and ranges of it are taken apart; dates,
 * deadlines and periods (`2024 年底`, `1-12月`, `1年内`) and phrases have no value. Never throws.
 * @param printed the value as typed or printed, e.g. `≥95%`, `600 元/人 /年`, `2 万元/个-5 万元/个`
 */
export const readValue = (printed: string): ValueReading => {
  const text = squeeze(printed);
  if (text === '') return { operator: '', value: '', unit: '', kind: 'blank' };
  if (text.length > LONGEST_VALUE) return words;
  if (TIMES.some((time) => time.test(text))) return { operator: '', value: '', unit: '', kind: 'time' };
  const [operator, rest] = takeOperator(text);
  return readRange(operator, rest) ?? readNumber(operator, rest) ?? words;
};

const words: ValueReading = { operator: '', value: '', unit: '', kind: 'words' };

/** No blanks, half-width digits and marks, one sign for each dash and comparison. */
const squeeze = (text: string): string =>
  text
    .replace(/\s+/gu, '')
    .replace(/[！-～]/gu, (mark) => String.fromCodePoint((mark.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[≧⩾]/gu, '≥')
    .replace(/[≦⩽]/gu, '≤')
    .replace(/[—–－―﹣−]+/gu, '-')
    .replace(/[∼～〜]/gu, '~');

const takeOperator = (text: string): [Operator, string] => {
  for (const [pattern, operator] of OPERATORS) {
    if (pattern.test(text)) return [operator, text.replace(pattern, '')];
  }
  for (const [pattern, operator] of SUFFIXES) {
    if (/^\d/u.test(text) && pattern.test(text)) return [operator, text.replace(pattern, '')];
  }
  return ['', text];
};

/** `10-20`, `1-2万元/个`, `2000元-5000元/人`, `2万元/个-5万元/个`, `3至5次`. */
const readRange = (operator: Operator, text: string): ValueReading | null => {
  const found = RANGE.exec(text.replace(/(?<=[\d%元个人次天月年])[至到](?=\d)/u, '-'));
  if (!found) return null;
  const [, low = '', lowUnit = '', high = '', highUnit = ''] = found;
  if (lowUnit !== '' && !highUnit.startsWith(lowUnit)) return null;
  return { operator, value: `${bare(low)}-${bare(high)}`, unit: highUnit, kind: 'range' };
};

const readNumber = (operator: Operator, text: string): ValueReading | null => {
  const each = /^每([\p{Script=Han}]{1,3})(?=\d)/u.exec(text);
  const found = PLAIN.exec(each ? text.slice(each[0].length) : text);
  if (!found) return readChineseCount(operator, text);
  const [, value = '', unit = ''] = found;
  if (!isUnit(unit)) return null;
  return { operator, value: bare(value), unit: each ? unitOfEach(unit, each[1] ?? '') : unit, kind: 'number' };
};

/** `每村30000元/村` and `每村30000元` are the same unit. */
const unitOfEach = (unit: string, each: string): string => (unit.includes('/') ? unit : `${unit}/${each}`);

/** `%完成` and `年来首次` are no units. */
const isUnit = (unit: string): boolean =>
  UNIT_WITH_DIGIT.test(unit) || (!/^[%‰][^/]/u.test(unit) && !/^(?:年|月|日).{2,}/u.test(unit));

const readChineseCount = (operator: Operator, text: string): ValueReading | null => {
  const found = CHINESE_COUNT.exec(text);
  if (!found) return null;
  const [, digits = '', unit = ''] = found;
  return { operator, value: String(chineseNumber(digits)), unit, kind: 'number' };
};

/** 1 to 99. */
const chineseNumber = (digits: string): number => {
  const [tens = '', ones = ''] = digits.includes('十') ? digits.split('十') : ['零', digits];
  const digit = (mark: string, none: number): number =>
    mark === '' ? none : CHINESE_DIGITS.indexOf(mark.replace('两', '二'));
  return digit(tens, 1) * 10 + digit(ones, 0);
};

const bare = (digits: string): string => digits.replaceAll(',', '');

const OPERATOR_WORDS: Readonly<Record<Operator, string>> = {
  '': '',
  '≥': '大于等于 ',
  '≤': '小于等于 ',
  '=': '等于 ',
  '>': '大于 ',
  '<': '小于 ',
};

/** How a value was understood, in Chinese, to be shown beside its box: `大于等于 95，单位 %`, `时间`, `文字说明`. */
export const describeValue = (printed: string): string => {
  const { kind, operator, value, unit } = readValue(printed);
  switch (kind) {
    case 'blank':
      return '未填';
    case 'time':
      return '时间';
    case 'words':
      return '文字说明';
    case 'number':
    case 'range':
      return `${OPERATOR_WORDS[operator]}${value.replace('-', ' 到 ')}，${unit === '' ? '没有单位' : `单位 ${unit}`}`;
  }
};
