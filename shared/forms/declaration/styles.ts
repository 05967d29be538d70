import { styler } from '../../grid/build.ts';
import type { CellStyle } from '../../grid/grid.ts';
import type { PrintSettings } from '../form.ts';

/* Sizes in points: 二号 22, 四号 14, and 五号 10.5, for eight columns stand side by side on an upright page. */
export const BODY_SIZE = 10.5;

export interface Styles {
  readonly title: CellStyle;
  readonly subtitle: CellStyle;
  readonly heading: CellStyle;
  readonly label: CellStyle;
  readonly value: CellStyle;
  readonly centred: CellStyle;
  readonly amountLabel: CellStyle;
  readonly otherLabel: CellStyle;
  readonly long: CellStyle;
}

/** The styles of the paper. Fonts are those of the settings. */
export const makeStyles = ({ fonts }: Pick<PrintSettings, 'fonts'>): Styles => {
  const style = styler({
    font: fonts.body,
    size: BODY_SIZE,
    bold: false,
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
    border: true,
    indent: 0,
  });
  return {
    title: style({ font: fonts.title, size: 22, border: false }),
    subtitle: style({ font: fonts.subtitle, size: 14, border: false }),
    heading: style({ font: fonts.heading }),
    label: style({}),
    value: style({ horizontal: 'left' }),
    centred: style({}),
    amountLabel: style({ horizontal: 'left' }),
    otherLabel: style({ horizontal: 'left', indent: 3 }),
    long: style({ horizontal: 'left' }),
  };
};
