import { useCallback, useState } from 'react';

// As long as the window is open: coming back to a page finds it as it was left.
const remembered = new Map<string, unknown>();

/** useState that survives leaving the page and coming back, until the window closes. */
export const useRemembered = <T>(key: string, initial: T): readonly [T, (change: (old: T) => T) => void] => {
  const [value, setValue] = useState<T>(() => (remembered.has(key) ? (remembered.get(key) as T) : initial));
  const change = useCallback(
    (next: (old: T) => T) =>
      setValue((old) => {
        const now = next(old);
        remembered.set(key, now);
        return now;
      }),
    [key],
  );
  return [value, change];
};

/** Lets a page that is not open find a value when it is opened next. */
export const rememberFor = (key: string, value: unknown): void => void remembered.set(key, value);
