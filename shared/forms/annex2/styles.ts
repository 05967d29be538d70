import { styler } from '../../grid/build.ts';
import type { CellStyle } from '../../grid/grid.ts';
import type { PaperContext } from '../form.ts';

/* Sizes in points: 三号 16, 二号 22, 四号 14, 小四 12. Order and merges: the county's form. */
const SIZES = { attachment: 16, title: 22, subtitle: 14, body: 12 } as const;

export interface Styles {
  readonly attachment: CellStyle;
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
export const makeStyles = ({ fonts }: PaperContext['settings']): Styles => {
  const style = styler({
    font: fonts.body,
    size: SIZES.body,
    bold: false,
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
    border: true,
    indent: 0,
  });
  return {
    attachment: style({ font: fonts.attachment, size: SIZES.attachment, horizontal: 'left', border: false }),
    title: style({ font: fonts.title, size: SIZES.title, border: false }),
    subtitle: style({ font: fonts.subtitle, size: SIZES.subtitle, border: false }),
    heading: style({ font: fonts.heading }),
    label: style({}),
    value: style({ horizontal: 'left' }),
    centred: style({}),
    amountLabel: style({ horizontal: 'left' }),
    otherLabel: style({ horizontal: 'left', indent: 3 }),
    long: style({ horizontal: 'left' }),
  };
};
