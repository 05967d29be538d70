import type { AmountUnit } from '../model/money.ts';
import type { Part } from './captions.ts';
import { labelOf } from './labels.ts';
import { isFieldRole, type FieldRole } from './roles.ts';

/* Label and value in one cell or line: 项目名称：____, 主管部门：      实施单位：      , 年度目标：…… */

const LABEL = /([\p{Script=Han}（）()、及/]{2,24})\s*[：:]/gu;

/** Beyond this a text is content, not a line of labels. */
const LONGEST = 200;

/** What follows these is all theirs. */
const LONG: ReadonlySet<FieldRole> = new Set(['goals', 'midtermGoals', 'usage', 'indicators']);

/**
 * The values in a text that begins with a known label, each from behind its colon to before the next label.
 * @param line a paragraph, where labels may be alone
 */
export const inlineParts = (text: string, line: boolean): readonly Part[] => {
  const labels = [...text.slice(0, LONGEST).matchAll(LABEL)].map((found) => ({
    label: labelOf(found[1] ?? ''),
    start: found.index,
    end: found.index + found[0].length,
  }));
  const [first] = labels;
  if (first === undefined || first.label === null || text.slice(0, first.start).trim() !== '') return [];
  const own = isLong(first.label) ? [first] : text.length > LONGEST ? [] : labels;
  if (own.length === 1 && !line && text.slice(first.end).trim() === '') return [];
  return own.flatMap(({ label, end }, index) => {
    if (label === null || !isFieldRole(label)) return [];
    const next = isLong(label) ? undefined : labels[index + 1];
    return [{ role: label, ...valueIn(text, end, next?.start ?? text.length, next !== undefined) }];
  });
};

const isLong = (label: string): boolean => isFieldRole(label) && LONG.has(label);

/** Of blanks before a further label two stay. */
const valueIn = (text: string, from: number, to: number, more: boolean): { from: number; to: number } => {
  const value = text.slice(from, to);
  if (value.trim() === '') return { from, to: Math.max(from, to - (more ? 2 : 0)) };
  return { from, to: from + value.trimEnd().length };
};

/** 12.5万元 or ____元 in the cell of an amount: what stays behind the number, and the unit it says. */
export const withoutAmountWord = (
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly part: { from: number; to: number }; readonly unit: AmountUnit } | null => {
  const found = /^([\s_＿\d.,，]*)(万?元)\s*$/u.exec(text.slice(from, to));
  if (found === null) return null;
  return { part: { from, to: from + (found[1] ?? '').length }, unit: found[2] === '元' ? '元' : '万元' };
};
