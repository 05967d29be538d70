import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPages } from '../../electron/office/print-html.ts';
import type { Grid } from '../../shared/grid/grid.ts';
import { drawPapers, fullProject, longProject, normalProjects } from './papers.ts';
import { cutTexts, printedSheets, showGrids, UPRIGHT } from './print-sheets.ts';
import { launchBrowser } from './support.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
});
afterAll(async () => {
  await browser.close();
});

const show = (grids: readonly Grid[]): Promise<void> => showGrids(page, grids);

describe('the print page in a browser', () => {
  it.each([
    ['the sample', normalProjects],
    ['a goal of thousands of characters', () => [longProject()]],
    ['200 indicators', () => [fullProject()]],
    ['all of them at once', () => [...normalProjects(), longProject(), fullProject()]],
  ])('prints as many A4 sheets as we say: %s', async (_, projects) => {
    const grids = drawPapers(projects());
    await show(grids);
    const sheets = await printedSheets(page);
    expect(sheets).toHaveLength(countPages(grids));
    for (const size of sheets) expect(size).toMatch(UPRIGHT);
  });

  it('takes one sheet for each project of the sample, and more for the extreme ones', () => {
    expect(countPages(drawPapers(normalProjects()))).toBe(normalProjects().length);
    expect(countPages(drawPapers([longProject()]))).toBeGreaterThan(2);
    expect(countPages(drawPapers([fullProject()]))).toBeGreaterThan(4);
  });

  it('cuts no text: every text is inside its cell', async () => {
    await show(drawPapers(normalProjects()));
    expect(await cutTexts(page)).toEqual([]);
  });

  it('lies on a grey desk on screen, the first sheet too, and prints without it', async () => {
    await show(drawPapers(normalProjects().slice(0, 2)));
    const look = (): Promise<{ top: number; desk: string; shadow: string }> =>
      page.evaluate(() => {
        const first = document.querySelector('section');
        if (first === null) throw new Error('no sheet');
        return {
          top: first.getBoundingClientRect().top,
          desk: getComputedStyle(document.documentElement).backgroundColor,
          shadow: getComputedStyle(first).boxShadow,
        };
      });
    const screen = await look();
    expect(screen.top).toBeGreaterThan(10);
    expect(screen.desk).toBe('rgb(222, 226, 230)');
    await page.emulateMedia({ media: 'print' });
    expect(await look()).toEqual({ top: 0, desk: 'rgb(255, 255, 255)', shadow: 'none' });
    await page.emulateMedia({ media: null });
  });
});
