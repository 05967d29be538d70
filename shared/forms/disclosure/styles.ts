import { styler } from '../../grid/build.ts';
import type { CellStyle } from '../../grid/grid.ts';
import type { PrintSettings } from '../form.ts';

/** Points: 二号 22 above the table (小二 18 where it is long), 五号 10.5 in it. */
export const SIZES = { title: 22, smallTitle: 18, table: 10.5 } as const;

export interface Styles {
  readonly title: CellStyle;
  readonly header: CellStyle;
  readonly code: CellStyle;
  readonly unit: CellStyle;
  readonly project: CellStyle;
  readonly amount: CellStyle;
  readonly long: CellStyle;
}

/** The styles of the table. Fonts are those of the settings. */
export const makeStyles = ({ fonts }: Pick<PrintSettings, 'fonts'>, titleSize: number): Styles => {
  const table = styler({
    font: fonts.body,
    size: SIZES.table,
    bold: false,
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
    border: true,
    indent: 0,
  });
  return {
    title: table({ font: fonts.title, size: titleSize, border: false }),
    header: table({ font: fonts.heading }),
    code: table({}),
    unit: table({ horizontal: 'left' }),
    project: table({ horizontal: 'left', indent: 1 }),
    amount: table({}),
    long: table({ horizontal: 'left' }),
  };
};
