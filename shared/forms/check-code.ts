import { checkCodeOf, gridTexts, printedCode, type PrintedCode } from '../grid/check-code.ts';
import type { Grid } from '../grid/grid.ts';
import type { PrintSettings } from './form.ts';

/** What a footer says of pages where the layout of the paper says nothing of its own. */
export const PAGE_FOOTER = '第 {页} 页，共 {页数} 页';

/** A grid whose footer also prints page number and 校验码, its own unless another is given; unchanged where the settings print none. */
export const withFooter = (
  grid: Grid,
  { printCheckCode }: Pick<PrintSettings, 'printCheckCode'>,
  code?: PrintedCode,
): Grid => {
  if (!printCheckCode) return grid;
  const own = grid.page.footer === '' ? PAGE_FOOTER : grid.page.footer;
  const mark = printedCode(code ?? { code: checkCodeOf(gridTexts(grid)), of: 'table' });
  return { ...grid, page: { ...grid.page, footer: `${own}　　${mark}` } };
};
