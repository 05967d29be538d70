import type { FieldPath } from '../../../shared/model/project.ts';

/**
 * Which of a paper's fields shows what is being edited: the field itself, what contains it (`spendingPlan` for
 * `spendingPlan.1.by`), another part of the same indicator, or the one cell in which the whole list prints.
 * @returns null where the paper does not show it
 */
export const shownField = (fields: ReadonlySet<FieldPath>, edited: FieldPath | null): FieldPath | null => {
  if (edited === null || fields.has(edited)) return edited;
  const parts = edited.split('.');
  const containing = parts.map((_, count) => parts.slice(0, parts.length - count).join('.'));
  const container = containing.find((path) => fields.has(path));
  if (container !== undefined) return container;
  const [list = '', index = ''] = parts;
  const below = (start: string): FieldPath[] => [...fields].filter((field) => field.startsWith(`${start}.`));
  const sameItem = index === '' ? [] : below(`${list}.${index}`);
  const sameList = below(list);
  return sameItem[0] ?? (sameList.length === 1 ? (sameList[0] ?? null) : null);
};
