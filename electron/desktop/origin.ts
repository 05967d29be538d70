/** Scheme and only host of the program's own pages. A page anywhere else is not ours. */
export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://jixiao`;

/** Whether an address lies on our own origin. Compared as parsed, never as a prefix of the text. */
export const isOurs = (address: string): boolean => {
  const url = parse(address);
  return url !== null && url.protocol === `${SCHEME}:` && url.host === 'jixiao' && url.username === '';
};

/** Whether a window may ask for an address at all: our origin, and bytes the page made itself. */
export const isLocal = (address: string, developing: boolean): boolean => {
  const protocol = parse(address)?.protocol;
  if (protocol === 'blob:' || protocol === 'data:') return true;
  return isOurs(address) || (developing && protocol === 'devtools:');
};

const parse = (address: string): URL | null => {
  try {
    return new URL(address);
  } catch {
    return null;
  }
};
