import { parseFen, printFen, type AmountUnit } from '../../model/money.ts';
import { withoutBlanks, withoutWraps } from './wraps.ts';

/*
 * A row that a page end cuts in two is printed twice, its upper half below one page and its lower half above the next:
 * text extractions read the same line of code, category, amount and goal from both.
 */

/** What a project prints in its own columns. */
export interface Head {
  readonly project: string;
  readonly code: string;
  readonly category: string;
  readonly amount: string;
  readonly goal: string;
}

export const EMPTY_HEAD: Head = { project: '', code: '', category: '', amount: '', goal: '' };

/**
 * Two halves of the texts of one project. The amount is the upper half's: see {@link readingsOf}.
 * @param cut a page end went through the letters of a line, so that both halves print it
 */
export const joinHeads = (upper: Head, lower: Head, cut: boolean): Head => ({
  project: joinNames(upper.project, lower.project),
  code: overlap(withoutBlanks(upper.code), withoutBlanks(lower.code)),
  category: overlap(withoutWraps(upper.category), withoutWraps(lower.category)),
  amount: upper.amount === '' ? lower.amount : upper.amount,
  goal: joinGoals(upper.goal, lower.goal, cut),
});

/** The end of a code, printed once more in the lower half. */
const CODE_END = /^[0-9a-z]{1,12}-/iu;

const joinNames = (upper: string, lower: string): string => {
  const [above, below] = [withoutWraps(upper), withoutWraps(lower)];
  if (above === '' || below === '') return above + below;
  const whole = `${above}${below}`;
  // Cut within the code: only together the two make one.
  if (/^[0-9a-z]+$/iu.test(withoutBlanks(above))) return whole;
  return overlap(above, /-/u.test(above) ? below.replace(CODE_END, '') : below);
};

/** `3-特定目标类` and `标类` are one text; so are `村` and `民小组`. */
const overlap = (upper: string, lower: string): string => {
  if (lower === '' || upper.endsWith(lower)) return upper;
  for (let length = Math.min(upper.length, lower.length); length > 0; length -= 1) {
    if (upper.endsWith(lower.slice(0, length))) return upper + lower.slice(length);
  }
  return upper + lower;
};

/** A column of 绩效目标 is no wider than this. */
const LONGEST_LINE = 40;

/** So many letters of two halves of one line are read alike, at least. */
const ALIKE = 0.3;

const joinGoals = (upper: string, lower: string, cut: boolean): string => {
  const above = withoutWraps(upper);
  // Printed whole again on a new page.
  if (above === '' || above === withoutWraps(lower)) return lower;
  const [line = ''] = lower.split(/[ \n]/u);
  const rest = cut && isSameLine(above, line) ? lower.slice(line.length).trimStart() : lower;
  return `${upper}${/^(?:目标|\d{1,2}[.、])/u.test(rest) ? '\n' : ''}${rest}`;
};

/** Is this the line that the upper half ends with, its letters read from their lower halves? */
const isSameLine = (above: string, line: string): boolean => {
  const end = Array.from(above).slice(-line.length);
  const letters = Array.from(line);
  if (letters.length < 4 || letters.length > LONGEST_LINE || end.length < letters.length) return false;
  const alike = letters.filter((letter, index) => letter === end[index]).length;
  return alike >= 3 && alike >= letters.length * ALIKE;
};

/**
 * Every number the two halves of a cut amount may stand for: where their digits differ each half may be the one read
 * right, digit by digit. The upper half's own reading comes first; at most 64.
 */
export const readingsOf = (upper: string, lower: string): string[] => {
  const [above, below] = [withoutBlanks(upper), withoutBlanks(lower)];
  if (above === '' || below === '' || above === below) return [above === '' ? below : above];
  if (above.length !== below.length) return [above, below];
  const differing = Array.from(above).filter((letter, index) => letter !== below[index]).length;
  if (differing > 6) return [above, below];
  return Array.from(above).reduce<string[]>(
    (readings, letter, index) => {
      const other = below[index] ?? '';
      const more = other === letter ? [] : readings.map((text) => text + other);
      return [...readings.map((text) => text + letter), ...more];
    },
    [''],
  );
};

/** The most choices that are looked through. */
const MOST_CHOICES = 20_000;

/**
 * One reading for each cut amount, so that all amounts add up to the printed total; null where none does, or more than one
 * choice would.
 * @param whole the sum of all other amounts, in 分
 */
export const readingsAddingUp = (
  readings: readonly (readonly string[])[],
  whole: number,
  total: number,
  unit: AmountUnit,
): string[] | null => {
  if (readings.reduce((count, one) => count * one.length, 1) > MOST_CHOICES) return null;
  const choices = readings.reduce<{ texts: string[]; sum: number }[]>(
    (found, one) =>
      found.flatMap(({ texts, sum }) =>
        one.flatMap((text) => {
          const fen = parseFen(text, unit);
          return fen === null ? [] : [{ texts: [...texts, text], sum: sum + fen }];
        }),
      ),
    [{ texts: [], sum: whole }],
  );
  const [only, ...more] = choices.filter(({ sum }) => sum === total);
  return only !== undefined && more.length === 0 ? only.texts : null;
};

/** An amount for a sentence. */
export const shownAmount = (fen: number, unit: AmountUnit): string => `${printFen(fen, unit)} ${unit}`;
