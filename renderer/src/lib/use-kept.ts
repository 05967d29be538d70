import { useState } from 'react';
import type { z } from 'zod';

/** A value of an earlier day; `initial` where there is none, or none that is understood any more. */
const readKept = <T>(key: string, schema: z.ZodType<T>, initial: T): T => {
  try {
    const kept = schema.safeParse(JSON.parse(window.localStorage.getItem(key) ?? 'null'));
    return kept.success ? kept.data : initial;
  } catch {
    return initial;
  }
};

const writeKept = (key: string, value: unknown): void => {
  try {
    window.localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A convenience only: without room for it the next dialog starts as the first one did.
  }
};

/** What this window's user chose last, also after the window was closed: its value at first, and how to keep another. */
export const useKept = <T>(key: string, schema: z.ZodType<T>, initial: T): readonly [T, (value: T) => void] => {
  const [first] = useState(() => readKept(key, schema, initial));
  return [first, (value) => writeKept(key, value)];
};
