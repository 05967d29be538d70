import { useEffect, useRef, type RefObject } from 'react';
import type { Gap, StepId } from '../../../shared/forms/form.ts';
import type { FieldPath } from '../../../shared/model/project.ts';
import { focusField, focusStart } from './focus.ts';

/**
 * Where the cursor is after a step was opened: in the field that was asked for, else at the step's first gap, else in
 * its first box.
 * @returns goes to a field, on whatever step it is
 */
export const useStepFocus = (
  pane: RefObject<HTMLElement | null>,
  step: StepId,
  gaps: readonly Gap[],
  go: (step: StepId) => void,
  stepOfField: (path: FieldPath) => StepId | null,
): ((path: FieldPath) => void) => {
  const wanted = useRef<FieldPath | null>(null);
  const shown = useRef<StepId | null>(null);
  useEffect(() => {
    const root = pane.current;
    if (!root || (shown.current === step && wanted.current === null)) return;
    shown.current = step;
    const path = wanted.current ?? gaps.find((gap) => gap.step === step)?.path ?? null;
    wanted.current = null;
    if (path === null || !focusField(root, path)) focusStart(root);
  });
  return (path) => {
    const to = stepOfField(path);
    if (to === null) return;
    if (to === step && pane.current && focusField(pane.current, path)) return;
    wanted.current = path;
    go(to);
  };
};
