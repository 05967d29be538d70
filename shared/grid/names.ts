import { printableText } from './clean.ts';

/** Excel's limit for a sheet name, in UTF-16 units. */
const SHEET_NAME = 31;

/** A file name in bytes of UTF-8: 255 on every file system, less what a program may add. */
const FILE_NAME = 200;

const TWINS: Readonly<Record<string, string>> = {
  '[': '［',
  ']': '］',
  ':': '：',
  '*': '＊',
  '?': '？',
  '/': '／',
  '\\': '＼',
  '"': '”',
  '<': '＜',
  '>': '＞',
  '|': '｜',
  "'": '’',
};

const widen = (text: string, letters: RegExp): string => text.replace(letters, (letter) => TWINS[letter] ?? '');

/** One line without anything invisible: control characters, joiners, marks that turn the direction of writing. */
const oneLine = (text: string): string =>
  printableText(text)
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();

/** The longest beginning of `text` that `fits`, whole characters only. */
const shorten = (text: string, fits: (candidate: string) => boolean): string => {
  const letters = Array.from(text);
  while (letters.length > 0 && !fits(letters.join(''))) letters.pop();
  return letters.join('');
};

/** Gives every name that came before (case ignored) a number: `名称（2）`, shortened so that the number fits. */
const unique = (names: readonly string[], withSuffix: (name: string, suffix: string) => string): string[] => {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return names.map((name) => {
    let candidate = name;
    let count = counts.get(key(name)) ?? 1;
    while (taken.has(key(candidate))) {
      count += 1;
      candidate = withSuffix(name, `（${count}）`);
    }
    counts.set(key(name), count);
    taken.add(key(candidate));
    return candidate;
  });
};

/** How names are compared: Excel and Windows ignore case; some file systems compare composed characters. */
const key = (name: string): string => name.normalize('NFC').toUpperCase().toLowerCase();

/**
 * Sheet names Excel, WPS and LibreOffice accept: at most 31 characters, none of []:*?/\ or ', not History, never
 * blank, and different from each other whatever the case. Forbidden characters become their full-width twins.
 */
export const legalSheetNames = (names: readonly string[]): string[] => {
  const legal = names.map((name) => {
    const text = shorten(widen(oneLine(name), /[[\]:*?/\\']/gu), (start) => start.length <= SHEET_NAME).trim();
    if (text === '') return '未命名项目';
    return /^history$/iu.test(text) ? `${text}_` : text;
  });
  return unique(legal, (name, suffix) => shorten(name, (start) => start.length + suffix.length <= SHEET_NAME) + suffix);
};

const bytes = (text: string): number => {
  let count = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return count;
};

// Names Windows keeps for devices, with any extension.
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(?:\.|$))/iu;

const parts = (name: string): [stem: string, extension: string] => {
  const extension = /\.[a-z]{2,5}$/iu.exec(name)?.[0] ?? '';
  return [name.slice(0, name.length - extension.length), extension];
};

const legalStem = (stem: string, room: number): string => {
  const text = shorten(stem, (start) => bytes(start) <= room).replace(/[. ]+$/u, '');
  return text === '' ? '未命名' : text.replace(RESERVED, (device) => `_${device}`);
};

/**
 * A file name Windows, Linux and a zip all accept: none of \ / : * ? " < > |, nothing invisible, no trailing dot, no
 * device name, at most 200 bytes. An extension is kept. Never a path: separators become their full-width twins.
 */
export const legalFileName = (name: string): string => {
  const [stem, extension] = parts(widen(oneLine(name), /[\\/:*?"<>|]/gu));
  return legalStem(stem.replace(/^[. ]+/u, ''), FILE_NAME - bytes(extension)) + extension;
};

/** Legal file names that differ from each other whatever the case, in the order given. */
export const legalFileNames = (names: readonly string[]): string[] =>
  unique(names.map(legalFileName), (name, suffix) => {
    const [stem, extension] = parts(name);
    return legalStem(stem, FILE_NAME - bytes(suffix + extension)) + suffix + extension;
  });

/** Fills `{单位}-{年度}年` from tokens; a token that is not known stays as typed. */
export const fillTemplate = (template: string, tokens: Readonly<Record<string, string>>): string =>
  template.replace(/\{([^{}]+)\}/gu, (whole, name: string) =>
    Object.hasOwn(tokens, name) ? (tokens[name] ?? '') : whole,
  );
