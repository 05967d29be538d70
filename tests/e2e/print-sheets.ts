import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { printHtml } from '../../electron/office/print-html.ts';
import type { Grid } from '../../shared/grid/grid.ts';

/** Shows grids as the print page does. */
export const showGrids = (page: Page, grids: readonly Grid[]): Promise<void> =>
  page.setContent(printHtml(grids, { title: '示例', nonce: 'n' }));

/** Sheets of the PDF the browser makes of what it shows, each with its size in points. */
export const printedSheets = async (page: Page): Promise<string[]> => {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: false })).toString('latin1');
  const sheets = pdf.match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
  const sizes = pdf.match(/\/MediaBox\s*\[[^\]]+\]/gu) ?? [];
  expect(sizes).toHaveLength(sheets);
  return sizes;
};

/** Texts that do not fit into their cell. */
export const cutTexts = (page: Page): Promise<(string | null)[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('section > div'))
      .filter((box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
      .map((box) => box.textContent),
  );

/** A4 upright and across, as a PDF gives it. */
export const UPRIGHT = /\[\s*0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\s*\]/u;
export const ACROSS = /\[\s*0 0 84[12](?:\.\d+)? 59[45](?:\.\d+)?\s*\]/u;
