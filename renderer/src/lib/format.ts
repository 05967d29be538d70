import { printFenGrouped, type Fen } from '../../../shared/model/money.ts';

/** `1,305.384`: 分 in 万元 for the screen, grouped, at least two decimals, never rounded; empty for null. */
export const wanText = (fen: Fen | null): string => (fen === null ? '' : printFenGrouped(fen, '万元'));

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

/** Size of a file: `12 KB`, `3.4 MB`. */
export const bytesText = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
