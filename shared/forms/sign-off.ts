import type { DraftCell } from '../grid/build.ts';
import type { PrintSettings } from './form.ts';

/** Height of the sign-off row in points: room for a hand to sign. */
export const SIGN_OFF_HEIGHT = 36;

/**
 * The last row of a paper, to be signed and stamped by hand, over all its columns and without a border; nothing where the
 * settings print none. It is laid out with the table, so that it never stands alone outside a page.
 */
export const signOffCell = (
  row: number,
  columns: number,
  { printSignOff, operator, fonts }: Pick<PrintSettings, 'printSignOff' | 'operator' | 'fonts'>,
): DraftCell[] =>
  printSignOff
    ? [{ row, column: 0, columnSpan: columns, text: signOffText(operator), style: signOffStyle(fonts.body) }]
    : [];

/** The parts in a fixed order with room between them for names and a date. */
const signOffText = (operator: string): string => {
  const room = '　'.repeat(5);
  return `填报人：${operator}${room}负责人：${room}日期：${room}（盖章处）`;
};

const signOffStyle = (font: string): DraftCell['style'] => ({
  font,
  size: 12,
  bold: false,
  horizontal: 'left',
  vertical: 'middle',
  wrap: true,
  border: false,
  indent: 0,
});
