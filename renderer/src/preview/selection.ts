import type { PaperId } from '../../../shared/model/form-id.ts';

/** More ids than this make an address too long to read; they stay in the window's memory under a short name. */
const MOST_IN_ADDRESS = 20;

const PREFIX = 'jixiao preview ';

// Where the browser keeps nothing, a preview of many does not survive a reload: nothing is lost by that.
const memory = new Map<string, readonly string[]>();

const keep = (name: string, ids: readonly string[]): void => {
  memory.set(name, ids);
  try {
    window.sessionStorage.setItem(PREFIX + name, ids.join(','));
  } catch {
    // In memory then.
  }
};

const kept = (name: string): readonly string[] | null => {
  const text = memory.get(name)?.join(',') ?? window.sessionStorage.getItem(PREFIX + name);
  return text === null ? null : idsIn(text);
};

const idsIn = (text: string): string[] => text.split(',').filter((id) => id !== '');

/** A short name for a list of projects, the same for the same list: the window does not fill up with lists. */
const nameFor = (ids: readonly string[]): string => {
  let hash = 0;
  for (const character of ids.join(',')) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return `~${ids.length}-${hash.toString(36)}`;
};

/** The address that previews these projects, in this order; on the unit's main form where no paper is given. */
export const previewHref = (ids: readonly string[], paper?: PaperId): string => {
  const behind = paper === undefined ? '' : `/${paper}`;
  return `/preview/${idsInAddress(ids)}${behind}`;
};

/** The address that fills these projects into a form of the county's own. */
export const fillHref = (ids: readonly string[]): string => `/fill/${idsInAddress(ids)}`;

const idsInAddress = (ids: readonly string[]): string => {
  if (ids.length <= MOST_IN_ADDRESS) return ids.map(encodeURIComponent).join(',');
  const name = nameFor(ids);
  keep(name, ids);
  return name;
};

/** The projects an address names; null where the window was reopened since and no longer knows. */
export const previewIds = (text: string): readonly string[] | null => (text.startsWith('~') ? kept(text) : idsIn(text));
