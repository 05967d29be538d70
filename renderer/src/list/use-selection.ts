import { useCallback, useState } from 'react';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Takes in or out one project; it becomes the end from which a range is counted. */
  readonly toggle: (id: string, index: number) => void;
  /** Takes in everything between the last toggled row and `index`. */
  readonly extendTo: (index: number) => Promise<void>;
  readonly replace: (ids: readonly string[]) => void;
  readonly clear: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Which projects are ticked. @param idsBetween ids of the rows between two indexes, both included */
export const useSelection = (idsBetween: (from: number, to: number) => Promise<string[]>): Selection => {
  const [ids, setIds] = useState(NONE);
  const [anchor, setAnchor] = useState(0);
  const toggle = useCallback((id: string, index: number) => {
    setAnchor(index);
    setIds((old) => {
      const now = new Set(old);
      if (!now.delete(id)) now.add(id);
      return now;
    });
  }, []);
  const extendTo = async (index: number): Promise<void> => {
    const between = await idsBetween(anchor, index);
    setIds((old) => new Set([...old, ...between]));
  };
  const replace = useCallback((next: readonly string[]) => setIds(new Set(next)), []);
  const clear = useCallback(() => setIds(NONE), []);
  return { ids, toggle, extendTo, replace, clear };
};
