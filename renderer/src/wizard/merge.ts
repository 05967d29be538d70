import type { Indicator, ProjectContent } from '../../../shared/model/project.ts';
import { mergeFields } from '../lib/merge-fields.ts';

/**
 * Puts what was typed here onto a newer stored version: every field that differs from what this window had stored last
 * keeps the text typed here, all others take the newer version's. Indicators are matched by id.
 * @param base what both started from
 * @param mine what stands in this window
 * @param theirs what is stored now
 */
export const keepTyped = (base: ProjectContent, mine: ProjectContent, theirs: ProjectContent): ProjectContent => ({
  ...mergeFields(base, mine, theirs),
  funds: mergeFields(base.funds, mine.funds, theirs.funds),
  midtermFunds: mergeFields(base.midtermFunds, mine.midtermFunds, theirs.midtermFunds),
  indicators: mergeIndicators(base.indicators, mine.indicators, theirs.indicators),
  midtermIndicators: mergeIndicators(base.midtermIndicators, mine.midtermIndicators, theirs.midtermIndicators),
});

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const mergeIndicators = (
  base: readonly Indicator[],
  mine: readonly Indicator[],
  theirs: readonly Indicator[],
): Indicator[] => {
  const before = new Map(base.map((indicator) => [indicator.id, indicator]));
  const here = new Map(mine.map((indicator) => [indicator.id, indicator]));
  const there = new Set(theirs.map((indicator) => indicator.id));
  const kept = theirs.flatMap((their) => {
    const old = before.get(their.id);
    const my = here.get(their.id);
    // Removed here: stays removed unless it was changed there meanwhile.
    if (!my) return old && same(old, their) ? [] : [their];
    return [old ? mergeFields(old, my, their) : my];
  });
  // Added here, or removed there but changed here.
  const added = mine.filter((my) => !there.has(my.id) && !same(before.get(my.id), my));
  // The order of the window that moved rows, if only this one did.
  return same(idsOf(theirs), idsOf(base)) ? inOrderOf(mine, [...kept, ...added]) : [...kept, ...added];
};

const idsOf = (indicators: readonly Indicator[]): string[] => indicators.map(({ id }) => id);

const inOrderOf = (order: readonly Indicator[], indicators: readonly Indicator[]): Indicator[] => {
  const places = new Map(order.map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: Indicator): number => places.get(id) ?? order.length;
  return indicators.toSorted((one, other) => placeOf(one) - placeOf(other));
};
