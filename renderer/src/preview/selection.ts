/** More ids than this make an address too long to read; they stay in the window's memory under a short name. */
const MOST_IN_ADDRESS = 20;

const kept = new Map<string, readonly string[]>();

/** The address that previews these projects, in this order. */
export const previewHref = (ids: readonly string[]): string => {
  if (ids.length <= MOST_IN_ADDRESS) return `/preview/${ids.map(encodeURIComponent).join(',')}`;
  const name = `~${kept.size + 1}`;
  kept.set(name, ids);
  return `/preview/${name}`;
};

/** The projects an address names; null where the window was reopened since and no longer knows. */
export const previewIds = (text: string): readonly string[] | null => {
  if (text.startsWith('~')) return kept.get(text) ?? null;
  return text.split(',').filter((id) => id !== '');
};
