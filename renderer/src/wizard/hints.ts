import { useSyncExternalStore } from 'react';
import type { AskedForm, Gap } from '../../../shared/forms/form.ts';
import { projectContentSchema, type FieldPath, type ProjectContent } from '../../../shared/model/project.ts';
import { checkPlan } from './plan.ts';

/** What is wrong with a field. `missing`: only that its box is blank, so no longer true once something stands there. */
export interface Hint {
  readonly message: string;
  readonly missing: boolean;
}

/** What is wrong with which field. A box hears only of its own: typing draws one box, not all of them. */
export interface Hints {
  readonly of: (path: FieldPath) => Hint | undefined;
  readonly set: (messages: ReadonlyMap<FieldPath, Hint>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export const createHints = (): Hints => {
  let current: ReadonlyMap<FieldPath, Hint> = new Map();
  const listeners = new Set<() => void>();
  return {
    of: (path) => current.get(path),
    set: (messages) => {
      current = messages;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** The first gap of each field, what is wrong in a line of the plan, and what the program would refuse to store. */
export const hintsOf = (
  form: AskedForm,
  gaps: readonly Gap[],
  content: ProjectContent,
): ReadonlyMap<FieldPath, Hint> => {
  const asksPlan = form.fields.some(({ kind }) => kind === 'plan');
  const messages = new Map<FieldPath, Hint>();
  if (asksPlan) {
    const { problems } = checkPlan(content.spendingPlan);
    for (const [path, message] of problems) messages.set(path, { message, missing: false });
  }
  for (const { path, kind, message } of gaps) {
    if (!messages.has(path)) messages.set(path, { message, missing: kind === 'missing' });
  }
  for (const { path } of projectContentSchema.safeParse(content).error?.issues ?? []) {
    messages.set(path.join('.'), { message: '内容太长，存不下，请缩短', missing: false });
  }
  return messages;
};

/** What is wrong with one field, as it changes. */
export const useHint = (hints: Hints, path: FieldPath): Hint | undefined =>
  useSyncExternalStore(hints.subscribe, () => hints.of(path));
