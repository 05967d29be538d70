import { styler } from '../../grid/build.ts';
import type { CellStyle } from '../../grid/grid.ts';
import type { PrintSettings } from '../form.ts';

/*
 * Sizes in points: 一号 26 on the cover, 二号 22, 三号 16 for running text and its headings, 小三 15 above a table, 小四 12
 * in 目录 and tables.
 */
const SIZES = { cover: 26, part: 22, text: 16, tableHeading: 15, entry: 12, table: 12 } as const;

export interface Styles {
  readonly coverTitle: CellStyle;
  readonly coverNote: CellStyle;
  readonly coverUnit: CellStyle;
  readonly contentsTitle: CellStyle;
  readonly contentsPart: CellStyle;
  readonly entry: CellStyle;
  readonly entryPage: CellStyle;
  readonly part: CellStyle;
  readonly section: CellStyle;
  readonly paragraph: CellStyle;
  readonly tableHeading: CellStyle;
  readonly unit: CellStyle;
  readonly amountsIn: CellStyle;
  readonly label: CellStyle;
  readonly columnHead: CellStyle;
  readonly value: CellStyle;
  readonly centred: CellStyle;
}

/** The styles of the document. Fonts are those of the settings. */
export const makeStyles = ({ fonts }: Pick<PrintSettings, 'fonts'>): Styles => {
  const text = styler({
    font: fonts.body,
    size: SIZES.text,
    bold: false,
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
    border: false,
    indent: 0,
  });
  const table = styler({ ...text({}), size: SIZES.table, border: true });
  return {
    coverTitle: text({ font: fonts.title, size: SIZES.cover }),
    coverNote: text({ font: fonts.subtitle, size: SIZES.part }),
    coverUnit: text({}),
    contentsTitle: text({ font: fonts.title, size: SIZES.part }),
    contentsPart: text({ font: fonts.heading, size: SIZES.entry, horizontal: 'left' }),
    entry: text({ size: SIZES.entry, horizontal: 'left', indent: 1 }),
    entryPage: text({ size: SIZES.entry, horizontal: 'right' }),
    part: text({ font: fonts.title, size: SIZES.part }),
    section: text({ font: fonts.heading, horizontal: 'left', indent: 2 }),
    paragraph: text({ horizontal: 'left', vertical: 'top' }),
    tableHeading: text({ font: fonts.heading, size: SIZES.tableHeading }),
    unit: table({ horizontal: 'left', border: false }),
    amountsIn: table({ horizontal: 'right', border: false }),
    label: table({}),
    columnHead: table({ font: fonts.heading }),
    value: table({ horizontal: 'left' }),
    centred: table({}),
  };
};
