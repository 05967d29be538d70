import { useSyncExternalStore } from 'react';
import type { CarryMark } from '../../../shared/carry/carry.ts';
import type { GoneIndicator, LastYearComparison } from '../../../shared/carry/compare.ts';
import type { FieldPath } from '../../../shared/model/project.ts';
import type { Year } from '../../../shared/model/unit.ts';

/** What is shown below a box of the wizard: what stood there last year. */
export interface LastLine {
  readonly text: string;
  readonly same: boolean;
  /** The old year that still stands in the box; empty where none does. */
  readonly old: string;
  /** 去年, or the year it was where that is longer ago. */
  readonly when: string;
}

/** What a comparison says to the boxes. A box hears only of its own line: typing draws one box, not all of them. */
export interface LastYearStore {
  readonly of: (path: FieldPath) => LastLine | null;
  readonly gone: () => readonly GoneIndicator[];
  readonly set: (lines: ReadonlyMap<FieldPath, LastLine>, gone: readonly GoneIndicator[]) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const NONE: readonly GoneIndicator[] = [];

export const createLastYear = (): LastYearStore => {
  let lines: ReadonlyMap<FieldPath, LastLine> = new Map();
  let gone = NONE;
  const listeners = new Set<() => void>();
  return {
    of: (path) => lines.get(path) ?? null,
    gone: () => gone,
    set: (next, nextGone) => {
      // The same line stays the same object: its box is not drawn again.
      lines = new Map([...next].map(([path, line]) => [path, sameOr(lines.get(path), line)]));
      gone = nextGone.length === 0 ? NONE : nextGone;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const sameOr = (old: LastLine | undefined, line: LastLine): LastLine =>
  old?.text === line.text && old.same === line.same && old.old === line.old && old.when === line.when ? old : line;

/** How a year is called from another: 去年, or by its number. */
export const whenOf = (last: Year, now: Year): string => (last === now - 1 ? '去年' : `${last} 年`);

/** The lines of a comparison: fields of which last year said something, and boxes where the old year still stands. */
export const linesOf = (
  { fields, oldYear }: Pick<LastYearComparison, 'fields' | 'oldYear'>,
  when: string,
): ReadonlyMap<FieldPath, LastLine> => {
  const old = oldTexts(oldYear);
  const lines = new Map<FieldPath, LastLine>();
  for (const [path, { text, same }] of fields) {
    if (text !== '' || old.has(path)) lines.set(path, { text, same, old: old.get(path) ?? '', when });
  }
  for (const [path, text] of old) {
    if (!lines.has(path)) lines.set(path, { text: '', same: false, old: text, when });
  }
  return lines;
};

const oldTexts = (oldYear: readonly CarryMark[]): Map<FieldPath, string> => {
  const texts = new Map<FieldPath, string>();
  for (const { path, text } of oldYear) if (!texts.has(path)) texts.set(path, text.trim());
  return texts;
};

export const useLastLine = (store: LastYearStore, path: FieldPath): LastLine | null =>
  useSyncExternalStore(store.subscribe, () => store.of(path));

export const useGone = (store: LastYearStore): readonly GoneIndicator[] =>
  useSyncExternalStore(store.subscribe, store.gone);
