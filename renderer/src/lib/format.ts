import { printFenGrouped, type Fen } from '../../../shared/model/money.ts';

/** `1,305.384`: 分 in 万元 for the screen, grouped, at least two decimals, never rounded; empty for null. */
export const wanText = (fen: Fen | null): string => (fen === null ? '' : printFenGrouped(fen, '万元'));

/** How many decimals amounts need so that none is rounded, at least two. */
export const wanPlaces = (amounts: readonly (Fen | null)[]): number =>
  Math.max(2, ...amounts.map((fen) => decimalsOf(wanText(fen))));

/** Decimals of a printed number. */
export const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;

const two = (value: number): string => String(value).padStart(2, '0');

/** Local time of an ISO instant: `14:32`. */
export const clockText = (iso: string): string => {
  const at = new Date(iso);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
};

/** When something was changed, as people say it: `今天 14:32`, `3月5日 09:10`, `2023-11-02`. */
export const whenText = (iso: string, now: Date): string => {
  const at = new Date(iso);
  if (at.toDateString() === now.toDateString()) return `今天 ${clockText(iso)}`;
  const monthDay = `${at.getMonth() + 1}月${at.getDate()}日`;
  if (at.getFullYear() === now.getFullYear()) return `${monthDay} ${clockText(iso)}`;
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};
