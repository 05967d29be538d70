import type { FieldPath } from '../../../shared/model/project.ts';

// Paths are words, numbers, dots and one colon: safe inside a quoted attribute selector.
const SAFE = /^[\w.:-]+$/u;

/**
 * The box, button or link of a field inside `root`; of a field with parts the first one to be filled in. Null where the step
 * shown has none.
 */
const placeOf = (root: ParentNode, path: FieldPath): HTMLElement | null => {
  if (!SAFE.test(path)) return null;
  const own = root.querySelector<HTMLElement>(`[name="${path}"], [data-path="${path}"]`);
  const parts = [...root.querySelectorAll<HTMLInputElement>(`[name^="${path}."]`)];
  return own ?? parts.find(({ value }) => value === '') ?? parts[0] ?? null;
};

/** Where to look for a field: a part of an indicator that has no box of its own is found at its value, then at its row. */
const placesOf = (path: FieldPath): FieldPath[] => {
  const parent = path.replace(/\.[^.]+$/u, '');
  return /^\w+ndicators\.\d+\./u.test(path) ? [path, `${parent}.printed`, parent] : [path, parent];
};

/**
 * Puts the cursor into a field and scrolls it into view.
 * @returns false where the field is not there
 */
export const focusField = (root: ParentNode, path: FieldPath): boolean => {
  const place = placesOf(path)
    .map((each) => placeOf(root, each))
    .find((found) => found !== null);
  if (!place) return false;
  place.focus();
  place.scrollIntoView({ block: 'nearest' });
  if (place instanceof HTMLInputElement) place.select();
  return document.activeElement === place;
};

/** Puts the cursor where work on a step starts: its first box, else its first link or button. */
export const focusStart = (root: ParentNode): void => {
  const boxes = root.querySelectorAll<HTMLElement>('input:not([type=hidden]), textarea');
  const places = [...boxes, ...root.querySelectorAll<HTMLElement>('[data-first]')];
  places.find((place) => place.tabIndex >= 0)?.focus();
};

/** The field an element belongs to, for lighting it on the paper. */
export const fieldOf = (target: EventTarget | null): FieldPath | null => {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return target.name || null;
  return target instanceof HTMLElement ? (target.dataset['path'] ?? null) : null;
};
