import { fold } from '../../../shared/model/text.ts';
import type { ReadySource } from './sources.ts';

/** A unit the papers name, and how many of its projects are taken. */
export interface NamedShare {
  readonly name: string;
  /** Not stored yet: it is made. */
  readonly isNew: boolean;
  readonly taken: number;
}

/** The units the taken projects stand under, in the order of the papers; those that name nobody are left out. */
export const sharesOf = (sources: readonly ReadySource[]): NamedShare[] => {
  const shares = new Map<string, NamedShare>();
  for (const { preview, drafts } of sources) {
    for (const { index, wanted } of drafts) {
      const named = preview.projectUnits[index];
      if (wanted?.action === 'skip' || named === undefined || named.name === '') continue;
      const key = named.unitId || `${named.code} ${fold(named.name)}`;
      const taken = (shares.get(key)?.taken ?? 0) + 1;
      shares.set(key, { name: named.name, isNew: named.unitId === '', taken });
    }
  }
  return [...shares.values()];
};

/** Whether one of the papers is of several units by itself: then its projects are stored apart unless the clerk says otherwise. */
export const hasPaperOfSeveral = (sources: readonly ReadySource[]): boolean =>
  sources.some(({ preview }) => new Set(preview.projectUnits.map(({ code, name }) => `${code} ${name}`)).size > 1);

const MOST_NAMED = 4;

/** `甲镇 2 个、乙镇 1 个（新单位）`. */
export const sharesText = (shares: readonly NamedShare[]): string => {
  const few = shares
    .slice(0, MOST_NAMED)
    .map(({ name, taken, isNew }) => `${name} ${taken} 个${isNew ? '（新单位）' : ''}`);
  return `${few.join('、')}${shares.length > MOST_NAMED ? ` 等 ${shares.length} 个单位` : ''}`;
};
