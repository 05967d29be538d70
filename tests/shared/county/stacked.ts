import type { SourceTable } from '../../../shared/grid/table.ts';

/*
 * Papers as the text that is drawn out of word processor files and PDF. In `rows` every cell stands on a line of its own behind a
 * tab and a blank line parts the rows; in `filled` so, without the empty cells; in `bare` there is nothing but the filled cells;
 * in `tabs` a row is a line whose empty cells are left out.
 */

export type TextStyle = 'rows' | 'filled' | 'bare' | 'tabs';

/** The tables of a paper as one text. */
export const asText = (tables: readonly SourceTable[], style: TextStyle): string =>
  tables.flatMap(({ rows }) => rows.map(({ cells }) => rowText(cells, style))).join('\n');

const rowText = (cells: readonly string[], style: TextStyle): string => {
  const texts = cells.map((text) => text.trim());
  const filled = texts.filter((text) => text !== '');
  const [only = ''] = filled;
  if (filled.length === 0) return '';
  const title = filled.length === 1 && /表|附件|年度）/u.test(only);
  switch (style) {
    case 'rows':
      return title ? `${only}\n` : `${texts.map((text) => `\t${text}`).join('\n')}\n`;
    case 'filled':
      return title ? `${only}\n` : `${filled.map((text) => `\t${text}`).join('\n')}\n`;
    case 'bare':
      return filled.join('\n');
    case 'tabs':
      return filled.map((text) => text.replaceAll('\n', '')).join('\t');
  }
};
