import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Download, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { UNIT_DEFAULTS } from '../../shared/model/unit.ts';
import { call } from '../desktop/procedures.ts';
import {
  complaintsOf,
  launchBrowser,
  removeFolder,
  startProgram,
  temporaryFolder,
  type RunningProgram,
} from './support.ts';

/** A clerk at work: the program on a data folder of its own, and its window in a real browser. */
export interface Desk {
  readonly program: RunningProgram;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Another window on the same program, with the same cookies. */
  readonly secondWindow: () => Promise<Page>;
}

export interface DeskOptions {
  /** The data folder; a new one that is removed afterwards where none is given. */
  readonly data?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly scale?: number;
  /** What this test makes the browser complain about on purpose, such as an answer that refuses. */
  readonly expected?: RegExp;
}

export interface Office {
  readonly sitDown: (options?: DeskOptions) => Promise<Desk>;
  /** Another desk that is cleared after the test: the program again on data of before, a folder. */
  readonly folder: () => string;
}

/**
 * One browser for the tests of a file. After every test all desks are cleared, and the test fails where a window
 * complained: an error thrown, a violation of the content security policy, an answer that failed.
 */
export const openOffice = (): Office => {
  let browser: Browser;
  const heard: string[] = [];
  const clear: (() => void | Promise<void>)[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const act of clear.splice(0).reverse()) await act();
    expect(heard.splice(0)).toEqual([]);
  });
  afterAll(() => browser.close());

  const folder = (): string => {
    const made = temporaryFolder();
    clear.push(() => removeFolder(made));
    return made;
  };
  const sitDown = async ({ data = folder(), viewport, scale, expected }: DeskOptions = {}): Promise<Desk> => {
    const program = await startProgram(data);
    clear.push(() => program.stop());
    const context = await browser.newContext({
      viewport: viewport ?? { width: 1366, height: 768 },
      deviceScaleFactor: scale ?? 1,
      locale: 'zh-CN',
      acceptDownloads: true,
    });
    clear.push(() => context.close());
    const openWindow = async (): Promise<Page> => {
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      clear.push(() => void heard.push(...complaints.filter((each) => expected?.test(each) !== true)));
      await page.goto(program.address);
      return page;
    };
    return { program, context, page: await openWindow(), secondWindow: openWindow };
  };
  return { sitDown, folder };
};

export const UNIT = {
  name: '示例县示例镇人民政府本级',
  department: '示例县示例镇人民政府',
  departmentCode: '407001',
  code: '',
  ...UNIT_DEFAULTS,
};
export const YEAR = 2024;

/** Answers of procedures, as far as tests look into them. */
interface Answered<T> {
  readonly result: { readonly data: T };
}

/** Asks the program from inside the window, as its own page does. */
export const ask = async <T>(page: Page, name: string, kind: 'query' | 'mutation', input?: unknown): Promise<T> =>
  ((await call(page, name, kind, input)) as Answered<T>).result.data;

/** A unit without projects, made past the window; the window then shows its empty list. */
export const withUnit = async (page: Page): Promise<void> => {
  await ask(page, 'start.createUnit', 'mutation', { ...UNIT, year: YEAR, operator: '测试员' });
  await page.reload();
  await page.getByText(`${YEAR} 年度还没有项目`).waitFor();
};

/** The twelve projects of the sample unit; the window then shows their list. */
export const withSample = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '使用示例数据' }).click();
  await grid(page).waitFor();
};

export const grid = (page: Page): Locator => page.getByRole('grid', { name: '项目一览' });

/** The rows of projects that are in sight. */
export const rows = (page: Page): Locator => grid(page).getByRole('rowgroup').getByRole('row');

export const rowOf = (page: Page, name: string): Locator => rows(page).filter({ hasText: name });

/** Opens a new project and waits until its first box has the keyboard. */
export const newProject = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '新建项目' }).first().click();
  await box(page, '项目名称').waitFor();
};

/** A box by the label a clerk reads; with a list of suggestions or without. */
export const box = (page: Page, label: string): Locator =>
  page.getByRole('textbox', { name: label }).or(page.getByRole('combobox', { name: label }));

export const step = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: '填报步骤' }).getByRole('button', { name: new RegExp(name, 'u') });

export const saved = (page: Page): Locator => page.getByText(/^已保存 \d\d:\d\d$/u);

/** What is stored of the project in the window's address. */
export const storedHere = async (page: Page): Promise<Stored> => storedProject(page, projectId(page));

export const projectId = (page: Page): string => /#\/projects\/([^/]+)/u.exec(page.url())?.[1] ?? '';

export interface Stored {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly content: {
    readonly name: string;
    readonly period: string;
    readonly attribute: string;
    readonly goals: readonly string[];
    readonly funds: { readonly total: string };
    readonly indicators: readonly { readonly level3: string; readonly printed: string }[];
  };
}

export const storedProject = (page: Page, id: string): Promise<Stored> =>
  ask<Stored>(page, 'projects.get', 'query', { id });

/** Names of all stored projects of the unit and year that are worked on, in their order. */
export const storedNames = async (page: Page): Promise<string[]> => {
  const { settings } = await ask<{ settings: { unitId: string; year: number } }>(page, 'start.state', 'query');
  const query = { unitId: settings.unitId, year: settings.year, search: '', sort: 'position', descending: false };
  const list = await ask<{ rows: { name: string }[] }>(page, 'projects.list', 'query', {
    ...query,
    state: null,
    offset: 0,
    limit: 500,
  });
  return list.rows.map(({ name }) => name);
};

/** Waits for the file the window hands over while `act` runs, and puts it into a folder under its own name. */
export const download = async (page: Page, folder: string, act: () => Promise<unknown>): Promise<string> => {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return keep(file, folder);
};

const keep = async (file: Download, folder: string): Promise<string> => {
  const place = path.join(folder, file.suggestedFilename());
  await file.saveAs(place);
  return place;
};

/** A file of a test, to be chosen in the window. */
export const fileIn = (folder: string, name: string, bytes: string | Uint8Array): string => {
  const place = path.join(folder, name);
  writeFileSync(place, bytes);
  return place;
};
