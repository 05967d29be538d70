import { INDICATOR_ROWS } from '../../forms/annex2/definition.ts';
import type { Level2Kind, Requirement } from '../../model/level2.ts';
import { COST_KINDS, type KindLabel } from './labels.ts';
import type { LabelPlace } from './join.ts';

/** The level-2 rows as this document prints them: their order, their wording, which of them it has at all. */
export interface Edition {
  readonly rows: readonly EditionRow[];
}

export interface EditionRow {
  readonly kind: Level2Kind;
  readonly level1: string;
  readonly level2: string;
  readonly requirement: Requirement;
  readonly optional: boolean;
  /** Printed in this document at all, beside whatever. */
  readonly printed: boolean;
}

/** The kinds of 成本 as a level 1 of its own come first, where the document prints them. */
const ALL_ROWS = [...COST_KINDS, ...INDICATOR_ROWS];
const FORM_ORDER: readonly Level2Kind[] = ALL_ROWS.map((row) => row.kind);

/**
 * Learns the edition of the form from all its projects: elder editions print no brackets, or sort the rows by pinyin.
 * @param places labels of each project, in printed order
 * @param labels every label printed
 * @param freely any row may be left out of a project, as in forms that print no 必填
 */
export const editionOf = (
  places: readonly (readonly LabelPlace[])[],
  labels: readonly KindLabel[],
  freely = false,
): Edition => {
  const bracketed = labels.length === 0 || labels.some((label) => label.requirement !== undefined);
  const order = orderOf(places.map(sequence));
  return {
    rows: order.flatMap((kind) => {
      const row = ALL_ROWS.find((candidate) => candidate.kind === kind);
      if (!row) return [];
      const printed = labels.filter((label) => label.kind === kind && label.printed !== null);
      const named = printed.filter((label) => label.printed !== '');
      const own = named.length > 0 ? named : printed;
      if (own.length === 0 && (isCostKind(kind) || (kind === 'cost' && labels.some((label) => isCostKind(label.kind)))))
        return [];
      const level2 =
        commonest(
          own.filter((label) => !label.bare || label.printed !== '满意度').map((label) => label.printed ?? ''),
        ) ?? row.level2;
      const { level1, requirement } = row;
      return [
        {
          kind,
          level1,
          level2,
          requirement: bracketed ? requirement : null,
          optional: freely || requirement === null,
          printed: own.length > 0,
        },
      ];
    }),
  };
};

const isCostKind = (kind: Level2Kind): boolean => COST_KINDS.some((row) => row.kind === kind);

const sequence = (places: readonly LabelPlace[]): Level2Kind[] => [...new Set(places.map((place) => place.kind))];

/** The form's order, unless most projects agree on another one. */
const orderOf = (sequences: readonly Level2Kind[][]): readonly Level2Kind[] => {
  const telling = sequences.filter((kinds) => kinds.length >= 3);
  const strangers = telling.filter((kinds) => breaks(kinds) > 1);
  if (strangers.length * 2 <= telling.length) return FORM_ORDER;
  const [longest = []] = [...strangers].sort((one, other) => other.length - one.length);
  return FORM_ORDER.reduce<Level2Kind[]>(
    (order, kind) => (order.includes(kind) ? order : insert(order, kind)),
    [...longest],
  );
};

/** How often a kind stands before one that the form prints above it. */
const breaks = (kinds: readonly Level2Kind[]): number =>
  kinds.filter((kind, index) => index > 0 && FORM_ORDER.indexOf(kind) < FORM_ORDER.indexOf(kinds[index - 1] ?? kind))
    .length;

/** After the nearest kind that the form prints above it. */
const insert = (order: readonly Level2Kind[], kind: Level2Kind): Level2Kind[] => {
  const above = FORM_ORDER.slice(0, FORM_ORDER.indexOf(kind)).reverse();
  const neighbour = above.find((candidate) => order.includes(candidate));
  const at = neighbour === undefined ? 0 : order.indexOf(neighbour) + 1;
  return [...order.slice(0, at), kind, ...order.slice(at)];
};

const commonest = (texts: readonly string[]): string | null => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null;
};
