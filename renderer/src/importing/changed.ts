import type { Indicator, ProjectContent } from '../../../shared/model/project.ts';

/** What one step changed in a project, so that it alone can be taken back, whatever was typed since. */
export interface Changed {
  /** Fields beside the indicators as they were. */
  readonly fields: Partial<ProjectContent>;
  /** Parts of indicators as they were, by id. */
  readonly parts: readonly { readonly id: string; readonly before: Partial<Indicator> }[];
  /** Indicators that were taken out, with the place they had. */
  readonly removed: readonly { readonly at: number; readonly indicator: Indicator }[];
  /** Ids of indicators that came. */
  readonly added: readonly string[];
}

const same = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

const differing = <T extends object>(before: T, after: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(before).filter(([key, value]) => !same(value, (after as Record<string, unknown>)[key])),
  ) as Partial<T>;

/** What differs between a project before and after a step. */
export const changedFields = (before: ProjectContent, after: ProjectContent): Changed => {
  const fields = differing({ ...before, indicators: [] }, { ...after, indicators: [] });
  const now = new Map(after.indicators.map((one) => [one.id, one]));
  const old = new Set(before.indicators.map(({ id }) => id));
  return {
    fields,
    parts: before.indicators.flatMap((indicator) => {
      const then = now.get(indicator.id);
      const parts = then ? differing(indicator, then) : {};
      return Object.keys(parts).length === 0 ? [] : [{ id: indicator.id, before: parts }];
    }),
    removed: before.indicators.flatMap((indicator, at) => (now.has(indicator.id) ? [] : [{ at, indicator }])),
    added: after.indicators.flatMap(({ id }) => (old.has(id) ? [] : [id])),
  };
};

/** The project without that step: takeBack(after, changedFields(before, after)) equals before. */
export const takeBack = (content: ProjectContent, { fields, parts, removed, added }: Changed): ProjectContent => {
  const before = new Map(parts.map((part) => [part.id, part.before]));
  const indicators = content.indicators
    .filter(({ id }) => !added.includes(id))
    .map((indicator) => ({ ...indicator, ...before.get(indicator.id) }));
  for (const { at, indicator } of removed) indicators.splice(at, 0, indicator);
  return { ...content, ...fields, indicators };
};
