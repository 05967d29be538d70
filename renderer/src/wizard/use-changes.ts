import { useCallback, useEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ProjectContent } from '../../../shared/model/project.ts';

/** Handed on after this pause, or while typing goes on and on after this time at most; in ms. */
const PAUSE = 120;
const LONGEST = 360;

/**
 * Hands on what stands in the form, a moment after it was typed: one key must cost no more than its own box.
 * @param onChange gets a copy
 * @returns hands on at once what was not yet
 */
export const useChanges = (
  methods: UseFormReturn<ProjectContent>,
  onChange: (values: ProjectContent) => void,
): (() => void) => {
  const { subscribe, getValues } = methods;
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const known = useRef<string | null>(null);
  const collect = useCallback((): void => {
    const values = getValues();
    const now = JSON.stringify(values);
    // Boxes that only registered changed nothing.
    if (known.current === null || now === known.current) return;
    known.current = now;
    latest.current(structuredClone(values));
  }, [getValues]);
  useEffect(() => {
    known.current ??= JSON.stringify(getValues());
    let timer: ReturnType<typeof setTimeout> | undefined;
    let first = 0;
    const fire = (): void => {
      first = 0;
      collect();
    };
    const stop = subscribe({
      formState: { values: true },
      callback: () => {
        const now = performance.now();
        first ||= now;
        clearTimeout(timer);
        timer = setTimeout(fire, Math.max(0, Math.min(PAUSE, first + LONGEST - now)));
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [subscribe, getValues, collect]);
  return collect;
};
