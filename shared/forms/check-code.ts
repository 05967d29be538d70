import { checkCodeOf, gridTexts, printedCode, type PrintedCode } from '../grid/check-code.ts';
import type { Grid } from '../grid/grid.ts';
import type { PrintSettings } from './form.ts';

/** What a footer says of pages where the layout of the paper says nothing of its own. */
export const PAGE_FOOTER = '第 {页} 页，共 {页数} 页';

/**
 * A grid whose footer also prints page number and 校验码: its own, or that of the document it is a part of, which numbers its pages
 * itself. Unchanged where the settings print none.
 */
export const withFooter = (
  grid: Grid,
  { printCheckCode }: Pick<PrintSettings, 'printCheckCode'>,
  ofDocument?: string,
): Grid => {
  if (!printCheckCode) return grid;
  const code: PrintedCode =
    ofDocument === undefined
      ? { code: checkCodeOf(gridTexts(grid)), of: 'table' }
      : { code: ofDocument, of: 'document' };
  const pages = grid.page.footer === '' && code.of === 'table' ? PAGE_FOOTER : grid.page.footer;
  const footer = [pages, printedCode(code)].filter((part) => part !== '').join('　　');
  return { ...grid, page: { ...grid.page, footer } };
};
