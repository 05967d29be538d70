/** What a number format of a spreadsheet says, as far as it matters for reading. */
export interface CellFormat {
  /** Which parts of a date or time it shows; null where it shows a number. */
  readonly date: DateFormat | null;
  /** For positive numbers, negative ones, zero, and text, as many as it has. */
  readonly sections: readonly FormatSection[];
}

export interface DateFormat {
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
  readonly time: boolean;
  /** Hours are counted on beyond a day: `[h]:mm`. */
  readonly elapsed: boolean;
  /** Written with 年, 月 or 日. */
  readonly chinese: boolean;
}

export interface FormatSection {
  /** Words before and after the digits; money signs are left out. */
  readonly before: string;
  readonly after: string;
  /** Placeholders of digits as they stand: `#,##0.00`. Empty where it shows words only. */
  readonly digits: string;
  /** By how many places it shows the point moved to the right: 2 for a percent, -3 for a comma at the end. */
  readonly shift: number;
  /** Fractions, powers of ten, words among the digits: shown as a plain number. */
  readonly odd: boolean;
  /** Holds `@`, where a text is shown. */
  readonly text: boolean;
  readonly condition: ((value: number) => boolean) | null;
}

const known = new Map<string, CellFormat>();
const MOST_KNOWN = 10_000;

/** Reads a format code such as `#,##0.00"万元"` or `yyyy"年"m"月"`. The same code is read once. */
export const readFormat = (code: string): CellFormat => {
  const before = known.get(code);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const sections = splitSections(code.slice(0, LONGEST_CODE));
  const format = { date: dateFormat(sections[0] ?? []), sections: sections.map(readSection) };
  known.set(code, format);
  return format;
};

/** Spreadsheets allow 255. */
const LONGEST_CODE = 1_000;

/** A piece of a code: words, brackets, room that is left, or one letter that means something. */
const PIECE = /"([^"]*)"|[\\!](.)|([_*].)|\[([^\]]*)\]|(general|e[+-])|(.)/gisu;

interface Piece {
  readonly words: string;
  readonly bracket: string;
  /** In lower case. */
  readonly sign: string;
}

const splitSections = (code: string): Piece[][] => {
  const sections: Piece[][] = [[]];
  for (const [, quoted, escaped, room, bracket = '', long, sign] of code.matchAll(PIECE)) {
    if (room !== undefined) continue;
    if (sign === ';') sections.push([]);
    else {
      sections.at(-1)?.push({ words: quoted ?? escaped ?? '', bracket, sign: (long ?? sign ?? '').toLowerCase() });
    }
  }
  return sections;
};

const dateFormat = (pieces: readonly Piece[]): DateFormat | null => {
  const signs = pieces.map(({ sign }) => (sign === 'general' || sign.startsWith('e') ? sign.replace('e', '') : sign));
  const bare = pieces.some(({ sign }) => sign === 'e') ? ['y', ...signs] : signs;
  const elapsed = pieces.some(({ bracket }) => /^(?:h+|m+|s+)$/iu.test(bracket));
  const code = bare
    .filter((sign) => sign.length === 1)
    .join('')
    .replace(/am\/pm|a\/p/gu, '');
  if (!elapsed && !/[ymdhs]/u.test(code)) return null;
  if (/[0#?]/u.test(code) && !/[ydhs]|mm/u.test(code)) return null;
  // Minutes stand behind hours or before seconds.
  const days = code.replace(/h+[^ymd]*m+/gu, 'h').replace(/m+[^ymdh]*s+/gu, 's');
  return {
    year: days.includes('y'),
    month: days.includes('m') && !elapsed,
    day: days.includes('d'),
    time: elapsed || /[hs]/u.test(days),
    elapsed,
    chinese: /[年月日]/u.test(pieces.map(({ words, sign }) => words + sign).join('')),
  };
};

const MONEY = /[¥￥$€£]/gu;

const readSection = (pieces: readonly Piece[]): FormatSection => {
  const isDigit = ({ sign }: Piece): boolean => '0#?'.includes(sign) && sign !== '';
  const first = pieces.findIndex(isDigit);
  const last = pieces.findLastIndex(isDigit);
  const wordsOf = (some: readonly Piece[]): string =>
    some
      .map(({ words, sign }) => words + (/^[,@.]$|^general$/u.test(sign) ? '' : sign))
      .join('')
      .replace(MONEY, '')
      .trim();
  const at = pieces.findIndex(({ sign }) => sign === '@' || sign === 'general');
  if (first === -1) {
    return {
      before: wordsOf(at === -1 ? pieces : pieces.slice(0, at)),
      after: at === -1 ? '' : wordsOf(pieces.slice(at + 1)),
      digits: at !== -1 && pieces[at]?.sign === 'general' ? '0' : '',
      shift: 0,
      odd: false,
      text: pieces[at]?.sign === '@',
      condition: conditionOf(pieces),
    };
  }
  const inner = pieces.slice(first, last + 1);
  const behind = pieces.slice(last + 1);
  const commas = behind.findIndex(({ sign }) => sign !== ',');
  const thousands = commas === -1 ? behind.length : commas;
  // 0!.0 moves the point by itself: a trick to show 元 in 万元.
  const dot = inner.findIndex(({ words }) => words === '.');
  const shownPoint = dot === -1 ? 0 : inner.slice(dot).filter(isDigit).length;
  const percents = pieces.filter(({ sign }) => sign === '%').length;
  return {
    before: wordsOf(pieces.slice(0, first)),
    after: wordsOf(behind.slice(thousands)),
    digits: inner.map(({ words, sign }) => sign || words).join(''),
    shift: 2 * percents - 3 * thousands - shownPoint,
    odd: inner.some(({ words, sign }, index) => index !== dot && (words !== '' || !/^[0#?,.]?$/u.test(sign))),
    text: false,
    condition: conditionOf(pieces),
  };
};

const conditionOf = (pieces: readonly Piece[]): FormatSection['condition'] => {
  for (const { bracket } of pieces) {
    const [, sign = '', number = ''] = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/u.exec(bracket) ?? [];
    if (sign !== '') return (value) => compare(value, sign, Number(number));
  }
  return null;
};

const compare = (value: number, sign: string, limit: number): boolean => {
  if (value === limit) return sign.includes('=');
  return sign.includes(value < limit ? '<' : '>');
};
