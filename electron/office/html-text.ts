/** Stands for a `<br>` while a text is put together; what a page itself writes so is a line break too. */
export const BREAK = '\u2028';

/**
 * A text of a page as it shows: blanks in rows are one, `<br>` breaks the line, and lines without text are gone. A line of the
 * source ends where there was a blank: so Word, LibreOffice and browsers have it, between Han characters too.
 */
export const shownText = (text: string): string =>
  text
    .split(BREAK)
    .map((line) => oneLine(line))
    .filter((line) => line !== '')
    .join('\n');

const oneLine = (line: string): string => line.replace(/[ \t\r\n\f\u00a0]+/gu, ' ').trim();

/**
 * A number with the digits its format hid. Spreadsheets keep the value beside what is printed: `12.43` of 12.4273. Anything
 * but a plain number stays as printed, and so does one that was not rounded.
 * @param printed what the cell shows
 * @param stored its value as the program wrote it (`x:num`, `sdval`); null where it wrote none
 */
export const withHiddenDigits = (printed: string, stored: string | null): string => {
  if (stored === null || stored === '' || !/^-?[\d.]+(?:E[+-]?\d+)?$/iu.test(stored)) return printed;
  const value = Number(stored);
  if (!Number.isFinite(value)) return printed;
  if (/^#+$/u.test(printed)) return plain(value);
  const plainNumber = printed.replaceAll(',', '');
  if (!/^-?\d+(?:\.\d+)?$/u.test(plainNumber)) return printed;
  const decimals = plainNumber.split('.')[1]?.length ?? 0;
  const isRounded =
    Number(plainNumber) !== value && Math.abs(Number(plainNumber) - value) <= 0.5000001 * 10 ** -decimals;
  return isRounded ? plain(value) : printed;
};

/** Fifteen digits, as spreadsheets keep them: 0.1 + 0.2 is 0.3. */
const plain = (value: number): string => String(Number(value.toPrecision(15)));
