/**
 * How much room a text takes on paper, estimated for fonts this program never sees: Excel, WPS and LibreOffice each
 * replace missing fonts by their own. Every number is on the large side, so that no text is cut in any of them.
 */

/** Height of a line in font sizes: Noto CJK, the tallest of the usual replacements, takes 1.44. */
export const LINE_HEIGHT = 1.45;

/** Left and right inside a cell, in points: what spreadsheet programs keep free, rounded up. */
export const CELL_PADDING = 6;

/** Above and below the text of a cell, in points. */
export const CELL_PADDING_VERTICAL = 4;

// Applications differ in letter widths by some percent: lines are filled only this far.
const FILL = 0.96;

const WIDE_LATIN = /[MWmw%@&#]/u;
const NO_LINE_START = new Set('，。、；：？！）》」』】〕〉”’％%,.;:?!)]}·…—');
const NO_LINE_END = new Set('（《「『【〔〈“‘([{');

const latinWidths: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  if (code < 32) return 0;
  if (WIDE_LATIN.test(letter)) return 0.95;
  return /[A-Z]/u.test(letter) ? 0.75 : 0.56;
});

/** Width of one character in font sizes; `code` is its code point. */
const charWidth = (code: number): number => {
  if (code < 128) return latinWidths[code] ?? 1;
  if (code < 0x300) return 0.75;
  // Combining marks, joiners and variation selectors stand on the character before.
  if (code < 0x370 || (code >= 0x200b && code <= 0x200f) || (code >= 0xfe00 && code <= 0xfe0f)) return 0;
  return code >= 0x1f000 && code < 0x20000 ? 1.4 : 1;
};

/** True for the letters and digits that stay together on one line as a word. */
const inWord = (code: number): boolean => code > 32 && code < 0x250;

/** Width in points of a text on one line. */
export const textWidth = (text: string, size: number): number => {
  let em = 0;
  for (const letter of text) em += charWidth(letter.codePointAt(0) ?? 0);
  return em * size;
};

/** Greedy line breaking of one paragraph as spreadsheet programs do it: Chinese anywhere, words whole. */
class LineCounter {
  private readonly room: number;
  private lines = 1;
  private used = 0;
  /** Width of what may not be parted from the next character: an unfinished word, an opening bracket. */
  private tail = 0;

  constructor(room: number) {
    this.room = room;
  }

  add(letter: string): void {
    const code = letter.codePointAt(0) ?? 0;
    const width = charWidth(code);
    const glued = this.tail > 0 && this.tail + width <= this.room;
    if (this.used + width > this.room) this.wrap(width, glued || NO_LINE_START.has(letter));
    else this.used += width;
    if (inWord(code) || NO_LINE_END.has(letter)) this.tail = glued ? this.tail + width : width;
    else this.tail = 0;
  }

  /** Starts a line; what is glued to the character that did not fit moves along, one Chinese character at least. */
  private wrap(width: number, glued: boolean): void {
    this.lines += 1;
    this.used = glued ? Math.min(this.room, Math.max(this.tail, 1) + width) : width;
  }

  get count(): number {
    return this.lines;
  }
}

/**
 * How many lines a text takes.
 * @param width room for text in points, padding already taken off
 * @param size font size in points
 */
export const lineCount = (text: string, width: number, size: number): number => {
  const room = (width * FILL) / size;
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    const counter = new LineCounter(room);
    for (const letter of paragraph) counter.add(letter);
    lines += counter.count;
  }
  return lines;
};

/** Height in points that a cell needs for its text, padding included. `width` is the whole cell's. */
export const textHeight = (text: string, width: number, size: number, indent = 0): number =>
  lineCount(text, width - CELL_PADDING - indent * size, size) * size * LINE_HEIGHT + CELL_PADDING_VERTICAL;

/** How many lines fit into a cell of a height in points. */
export const linesIn = (height: number, size: number): number =>
  Math.floor((height - CELL_PADDING_VERTICAL + 0.01) / (size * LINE_HEIGHT));

/**
 * The beginning of a text that takes at most so many lines, and the rest: parted where a reader may join them again with
 * nothing lost, after a mark or a line break where there is one near. A line break between them is in neither.
 * @param width room for text in points, padding already taken off
 */
export const cutText = (text: string, width: number, size: number, lines: number): [head: string, rest: string] => {
  if (lineCount(text, width, size) <= lines) return [text, ''];
  // No letter that counts is narrower than half a font size.
  const letters = Array.from(text.slice(0, Math.ceil((lines * width * 4) / size) + 8));
  let fits = 1;
  let tooMany = letters.length + 1;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (lineCount(letters.slice(0, middle).join(''), width, size) <= lines) fits = middle;
    else tooMany = middle;
  }
  const end = cutPlace(letters.slice(0, fits + 1), fits, Math.floor(width / size));
  const head = letters.slice(0, end).join('');
  const rest = text.slice(head.length);
  return rest.startsWith('\n') ? [head, rest.slice(1)] : [head.replace(/\n$/u, ''), rest];
};

/** Where to cut at `end` letters or up to a line before: best after a mark, else where no word is torn. */
const cutPlace = (letters: readonly string[], end: number, line: number): number => {
  let place = 0;
  for (let at = end; at > Math.max(0, end - line); at -= 1) {
    const before = letters[at - 1] ?? '';
    const after = letters[at] ?? '';
    if (before === '\n' || after === '\n' || (/[。；，、]/u.test(before) && mayPart(before, after))) return at;
    if (place === 0 && mayPart(before, after)) place = at;
  }
  return place === 0 ? end : place;
};

// A line that starts with a number or a bracket could pass for a paragraph of its own.
const mayPart = (before: string, after: string): boolean =>
  !NO_LINE_END.has(before) &&
  !NO_LINE_START.has(after) &&
  !/\s/u.test(before + after) &&
  !/[\d（(目\p{M}\u200d]/u.test(after) &&
  !/^[\w,.;][\w]$/u.test(before + after) &&
  !/\u200d/u.test(before);
