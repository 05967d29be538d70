import type { FieldKey } from './field-keys.ts';

/** Puts the keyboard into the box of a field, in sight. */
export const focusField = (field: FieldKey): void => {
  const box = document
    .querySelector(`[data-field="${CSS.escape(field)}"]`)
    ?.querySelector<HTMLElement>('input, textarea, select');
  if (!box) return;
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: 'center' });
};

/** Puts the keyboard onto ✓ 没错 of a doubt, with its field in sight. */
export const focusAccept = (doubt: number): void => {
  const card = document.querySelector<HTMLElement>(`[data-doubt="${doubt}"]`);
  card?.querySelector<HTMLElement>('[data-accept]')?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'center' });
};

/** The field an element belongs to; null where it belongs to none. */
export const fieldOf = (target: EventTarget | null): FieldKey | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? null) : null;

/** The doubt an element belongs to. */
export const doubtOf = (target: EventTarget | null): number | null => {
  const doubt = target instanceof Element ? target.closest<HTMLElement>('[data-doubt]')?.dataset['doubt'] : undefined;
  return doubt === undefined ? null : Number(doubt);
};
