import { fold, isBlank } from '../../../shared/model/text.ts';
import { allDrafts, draftKey, type ReadySource } from './sources.ts';

/** Projects of a file that stand in an earlier file too, by their key: the name of that file. */
export type SameNames = ReadonlyMap<string, string>;

/**
 * Projects that two files of one import hold: the second of them would be stored once more. Within one file a name that
 * stands twice is the paper's own business.
 * @param apart projects go to the units they name: only within one unit are two of them the same
 */
export const sameNames = (sources: readonly ReadySource[], apart: boolean): SameNames => {
  const first = new Map<string, ReadySource>();
  const twins = new Map<string, string>();
  for (const { source, draft } of allDrafts(sources)) {
    const { name } = draft.content;
    if (draft.wanted?.action === 'skip' || isBlank(name)) continue;
    const key = `${apart ? unitOf(source, draft.index) : ''} ${fold(name)}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, source);
    else if (before !== source) twins.set(draftKey(source, draft), before.name);
  }
  return twins;
};

const unitOf = ({ preview }: ReadySource, index: number): string => {
  const named = preview.projectUnits[index];
  return named === undefined ? '' : named.unitId || `${named.code} ${fold(named.name)}`;
};
