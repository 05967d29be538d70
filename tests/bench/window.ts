import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openWindow, removeFolder, startProgram } from '../e2e/support.ts';
import type { BenchRow } from './row.ts';

/** Measures what a clerk feels: the time until the list can be used, and a window that stays free while it exports. */
export const benchWindow = async (): Promise<BenchRow[]> => {
  const browser = await launchBrowser();
  const starts: number[] = [];
  const blanks: number[] = [];
  try {
    for (let run = 0; run < 5; run += 1) {
      blanks.push(await timeOfBlankPage(browser));
      starts.push(await timeOfStart(browser));
    }
    const blocked = await longestBlock(browser);
    return [
      { name: 'start to first interactive page (browser host)', value: median(starts), unit: 'ms', goal: null },
      {
        name: 'start to first interactive page / an empty page',
        value: median(starts) / median(blanks),
        unit: 'ratio',
        goal: null,
      },
      { name: 'longest block of the window while 300 projects are exported', value: blocked, unit: 'ms', goal: 50 },
    ];
  } finally {
    await browser.close();
  }
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const timeOfBlankPage = async (browser: Browser): Promise<number> => {
  const began = performance.now();
  const page = await browser.newPage();
  await page.goto('about:blank');
  await page.close();
  return performance.now() - began;
};

/** From starting the process to a list that answers the keyboard. */
const timeOfStart = async (browser: Browser): Promise<number> => {
  const began = performance.now();
  const program = await startProgram();
  const { context, page } = await openWindow(browser, program.address);
  await page.getByRole('button', { name: /示例数据/u }).waitFor();
  const time = performance.now() - began;
  await context.close();
  await program.stop();
  removeFolder(program.data);
  return time;
};

const longestBlock = async (browser: Browser): Promise<number> => {
  const program = await startProgram();
  const { context, page } = await openWindow(browser, program.address);
  try {
    await page.getByRole('button', { name: /示例数据/u }).click();
    await page.getByRole('grid').or(page.getByRole('table')).first().waitFor();
    await watchBlocks(page);
    await exportMany(page);
    return await page.evaluate(() => (globalThis as unknown as { longestTask: number }).longestTask);
  } finally {
    await context.close();
    await program.stop();
    removeFolder(program.data);
  }
};

/** The browser's own account of tasks that kept the window from answering. */
const watchBlocks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const scope = globalThis as unknown as { longestTask: number };
    scope.longestTask = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) scope.longestTask = Math.max(scope.longestTask, entry.duration);
    }).observe({ entryTypes: ['longtask'] });
  });

/** Exports through the same procedures as the window's dialog, in the window, until the job is ready. */
const exportMany = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const call = async (path: string, input: unknown, method: 'GET' | 'POST'): Promise<unknown> => {
      const query = method === 'GET' ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
      const body = method === 'POST' ? JSON.stringify(input) : null;
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`/trpc/${path}${query}`, { method, headers, body });
      const json = (await answer.json()) as { result: { data: unknown } };
      return json.result.data;
    };
    const start = (await call('start.state', undefined, 'GET')) as { settings: { unitId: string; year: number } };
    const { unitId, year } = start.settings;
    const ids = (await call('projects.ids', { unitId, year, search: '', state: null }, 'GET')) as string[];
    const many = Array.from({ length: 300 }, (_, index) => ids[index % ids.length]);
    let job = (await call(
      'exports.start',
      { form: 'annex2', ids: many, format: 'xlsx', mode: 'workbook' },
      'POST',
    )) as {
      jobId: string;
      state: string;
    };
    while (job.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 100));
      job = (await call('jobs.get', { jobId: job.jobId }, 'GET')) as { jobId: string; state: string };
    }
  });
