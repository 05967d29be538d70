import type { RecognisedProject } from '../recognised.ts';
import type { Sheet } from './sheet.ts';

/** The filled rows among which a project's fields are looked for. */
export interface Window {
  /** First row of its table, and the row after its last. */
  readonly from: number;
  readonly to: number;
}

/** The rows of every project: from where its table begins to where the next one's does. */
export const windowsOf = (sheet: Sheet, projects: readonly RecognisedProject[]): Window[] => {
  const starts = startsOf(sheet, projects);
  return starts.map((from, index) => {
    // Tables side by side begin in the same row.
    const next = starts.slice(index + 1, index + 1 + MOST_BESIDE).find((start) => start > from);
    return { from, to: next ?? (index + MOST_BESIDE < starts.length ? from + 1 : sheet.rows.length) };
  });
};

/** No sheet is so wide that more tables stand side by side. */
const MOST_BESIDE = 50;

const startsOf = ({ rows, tables }: Sheet, projects: readonly RecognisedProject[]): number[] => {
  const found = new Map<string, number[]>();
  rows.forEach(([first], row) => {
    if (!first) return;
    const { table, at } = first.place;
    const key = `${at} ${tables[table]?.name ?? ''}`;
    const places = found.get(key);
    if (places) places.push(row);
    else found.set(key, [row]);
  });
  const used = new Map<string, number>();
  let last = 0;
  return projects.map(({ source }) => {
    const key = `${source.at} ${source.table}`;
    const places = found.get(key) ?? [];
    const times = used.get(key) ?? 0;
    used.set(key, times + 1);
    // Several tables may have one name: each project takes the next; in one row stand tables side by side.
    last = Math.max(last, places[Math.min(times, places.length - 1)] ?? last);
    return last;
  });
};
