/** Characters of fonts that draw pictures in the place of letters, as they read (`w:sym`, ECMA-376 17.3.3.30). */
const SYMBOLS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: {
    0xa3: '≤',
    0xb3: '≥',
    0xb1: '±',
    0xb4: '×',
    0xb8: '÷',
    0xb9: '≠',
    0xbb: '≈',
    0xb0: '°',
    0xb7: '·',
    0xae: '→',
  },
  wingdings: {
    0x6f: '□',
    0x71: '□',
    0x72: '□',
    0xa8: '□',
    0x6c: '●',
    0x6e: '■',
    0xfb: '×',
    0xfc: '√',
    0xfd: '☒',
    0xfe: '☑',
  },
  'wingdings 2': { 0x50: '√', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0xa3: '□', 0x30: '□', 0x2a: '□', 0xa2: '■' },
};

/** What a symbol reads as; a plain character of another font is itself, an unknown picture nothing. */
export const symbolText = (font: string, character: string): string => {
  const code = Number.parseInt(character, 16);
  if (!(code > 0 && code <= 0xffff)) return '';
  const known = SYMBOLS[font.toLowerCase()];
  // Such fonts lie in the area of private use, from F000.
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (known !== undefined) return known[low] ?? '';
  return code >= 0xe000 && code <= 0xf8ff ? '' : String.fromCharCode(code);
};
