import { fold } from './text.ts';

/** A percentage from 0 to 100 as typed, `25`, `25%` or `２５％`, as a number; null where it is none. */
export const readPercent = (text: string): number | null => {
  const found = /^(\d{1,3}(?:\.\d{1,4})?)%?$/u.exec(fold(text));
  const percent = found?.[1] === undefined ? null : Number(found[1]);
  return percent !== null && percent <= 100 ? percent : null;
};
