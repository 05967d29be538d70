import { styler } from '../../grid/build.ts';
import type { CellStyle } from '../../grid/grid.ts';
import type { PaperContext } from '../form.ts';

/* Sizes in points: 二号 22, 小五 9 for twelve columns on one sheet. */
export const SIZES = { title: 22, body: 9 } as const;

export interface Styles {
  readonly title: CellStyle;
  readonly heading: CellStyle;
  /** Unit, project, category and the two upper levels: printed again on every page they reach. */
  readonly label: CellStyle;
  readonly centred: CellStyle;
  readonly value: CellStyle;
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
    title: style({ font: fonts.title, size: SIZES.title, border: false }),
    heading: style({ font: fonts.heading }),
    label: style({}),
    centred: style({}),
    value: style({ horizontal: 'left' }),
  };
};
