import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAPERS } from '../../shared/forms/index.ts';
import { paperOf } from '../../shared/grid/paper.ts';
import { ODD_PROJECTS } from '../office/odd-projects.ts';
import { drawPapers, fullProject, longProject, normalProjects } from './papers.ts';
import { ACROSS, cutTexts, printedSheets, showGrids, UPRIGHT } from './print-sheets.ts';
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

const PROJECTS = [...normalProjects(), longProject(), fullProject(), ...ODD_PROJECTS.map(([, project]) => project())];

describe('every paper in a browser', () => {
  it.each(PAPERS.map(({ id }) => id))('%s prints sheet by sheet as drawn, and cuts no text', async (id) => {
    const grids = drawPapers(PROJECTS, id);
    await showGrids(page, grids);
    expect(await cutTexts(page)).toEqual([]);
    const wanted = grids.flatMap((grid) =>
      paperOf(grid).pages.map(() => (grid.page.orientation === 'portrait' ? UPRIGHT : ACROSS)),
    );
    const sheets = await printedSheets(page);
    expect(sheets).toHaveLength(wanted.length);
    for (const [index, size] of sheets.entries()) expect(size).toMatch(wanted[index] ?? /nothing/u);
  });
});
