/** Longest text a field keeps. Longer input is refused by the schema, never cut in silence. */
export const LONGEST_TEXT = 20_000;

// Half-width twins of Chinese punctuation that NFKC leaves alone.
const PUNCTUATION: Readonly<Record<string, string>> = {
  '。': '.',
  '．': '.',
  '、': ',',
  '—': '-',
  '–': '-',
  '－': '-',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
};

/**
 * The form in which texts are compared: NFKC, no white space, Chinese and Latin punctuation folded, lower case.
 * Never stored and never printed: text is stored as typed.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[。．、—–－“”‘’]/gu, (mark) => PUNCTUATION[mark] ?? mark)
    .toLowerCase();

/** True where nothing but white space was typed. */
export const isBlank = (text: string | null | undefined): boolean =>
  text === null || text === undefined || text.trim() === '';

/** A text as a whole sentence: it ends with 。 (or ！, ？, ……) exactly once. Empty where there is none. */
export const sentence = (text: string): string => {
  const whole = text.trim();
  if (whole === '') return '';
  const open = whole.replace(/[。，、；：]+$/u, '');
  return /[！？…][”’」』）]?$|。[”’」』）]$/u.test(open) ? open : `${open}。`;
};

/** Guards a switch that must name every case. */
export const assertNever = (value: never): never => {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
};
