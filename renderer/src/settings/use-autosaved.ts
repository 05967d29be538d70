import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';

export type SaveStatus = 'clean' | 'typing' | 'saved' | 'invalid' | 'failed';

export interface Autosaved<T> {
  readonly value: T;
  readonly set: (change: Partial<T>) => void;
  readonly status: SaveStatus;
}

const PAUSE_MS = 500;

/**
 * A record that saves itself half a second after the last key, and when the page is left. Only what was changed here
 * goes over what is stored, so that a change made elsewhere meanwhile is kept.
 * @param stored the record as the program knows it
 * @param save stores the whole record; false where that failed (and it was told)
 * @param valid false keeps what is typed on screen without saving it
 */
export const useAutosaved = <T extends object>(
  stored: T,
  save: (value: T) => Promise<boolean>,
  valid: (value: T) => boolean,
): Autosaved<T> => {
  const [patch, setPatch] = useState<Partial<T>>({});
  const [status, setStatus] = useState<SaveStatus>('clean');
  const value = { ...stored, ...patch };
  const later = useDebouncedCallback(
    (next: T) => {
      void save(next).then((saved) => setStatus((now) => afterSave(now, saved)));
    },
    { delay: PAUSE_MS, flushOnUnmount: true },
  );
  useEffect(() => {
    const flush = (): void => later.flush();
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, [later]);
  const set = (change: Partial<T>): void => {
    const next = { ...value, ...change };
    setPatch((old) => ({ ...old, ...change }));
    if (valid(next)) {
      setStatus('typing');
      later(next);
    } else {
      later.cancel();
      setStatus('invalid');
    }
  };
  return { value, set, status };
};

// Whoever typed on meanwhile is not told yet.
const afterSave = (now: SaveStatus, saved: boolean): SaveStatus => {
  if (!saved) return 'failed';
  return now === 'typing' ? 'saved' : now;
};
