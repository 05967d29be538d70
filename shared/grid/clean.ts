// What XML 1.0 and HTML can't carry: control characters, halves of surrogate pairs, non-characters.
const NOT_PRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// Nearly every text has none of these at all, and the live paper asks for all of them with every key.
const SUSPECT = /[\u0000-\u0009\u000b-\u001f\u007f\ud800-\udfff\ufffe\uffff]/;

/**
 * A text as it may stand in a file or on paper: without control characters, line breaks as \n, tabs as blanks, for every program
 * makes another width of a tab. The stored text keeps them.
 */
export const printableText = (text: string): string =>
  SUSPECT.test(text) ? text.replace(/\r\n?/gu, '\n').replaceAll('\t', ' ').replace(NOT_PRINTABLE, '') : text;
