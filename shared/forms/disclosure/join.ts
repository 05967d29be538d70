import { isNumbered, isNumberedGoal } from './numbering.ts';

/*
 * A text that goes on on another page: is what follows the rest of its last paragraph, or a new one? The layout parts texts only
 * where the answer is right, so that paper and file can be read without doubt.
 */

/** True where the second text goes on in the middle of the first one's last paragraph. */
export type GoesOn = (above: string, below: string) => boolean;

const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1).trim();
const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? '').trim();

/** Goals: a paragraph ends with its sentence, and a number begins one. */
export const goalGoesOn: GoesOn = (above, below) =>
  above !== '' && below !== '' && !isNumberedGoal(firstLine(below)) && !/[。！？；.!?;]$/u.test(lastLine(above));

/** A heading, or an item that ends with a number and its unit, or with a word after a blank. */
const WHOLE = /[:：]$|^\S{0,6}[、)）.．]?\s*\S{2,12}指标$|\d\S{0,8}$|[ \u3000]\S{1,8}$/u;

/** Indicators: a number or a heading begins a paragraph, a value ends one. */
export const itemGoesOn: GoesOn = (above, below) =>
  above !== '' && below !== '' && !isNumbered(firstLine(below)) && !WHOLE.test(lastLine(above));

/** Names and amounts are one paragraph. */
export const alwaysGoesOn: GoesOn = () => true;
