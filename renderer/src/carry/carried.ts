import type { Year } from '../../../shared/model/unit.ts';

/** What the last 结转 stored, as long as the window is open and nobody has put it away. */
export interface Carried {
  readonly unitId: string;
  readonly fromYear: Year;
  readonly year: Year;
  readonly ids: readonly string[];
}

let current: Carried | null = null;
const listeners = new Set<() => void>();

export const lastCarried = {
  get: (): Carried | null => current,
  set: (carried: Carried | null): void => {
    current = carried;
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
