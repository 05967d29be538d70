import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

/* The import page as a clerk handles it. */

/** A table of tests/fixtures/annex2. */
export const fixture = (name: string): string => path.resolve(import.meta.dirname, '../fixtures/annex2', name);

export const toImport = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '导入' }).click();
  await page.getByRole('heading', { name: '导入绩效目标表' }).waitFor();
};

/** Chooses files in the dialog of 选择文件. */
export const choose = (page: Page, files: readonly string[]): Promise<void> =>
  page.locator('input[type=file]:not([aria-label])').setInputFiles([...files]);

/** Waits until so many projects were read. */
export const read = (page: Page, projects: number): Promise<void> =>
  page.getByText(`读到 ${projects} 个项目`, { exact: true }).waitFor();

/** The last button: 存入 n 个项目. */
export const store = (page: Page): Locator => page.getByRole('button', { name: /^存入 \d+ 个项目$/u });

/** One project in the overview. */
export const readRow = (page: Page, name: string): Locator =>
  page
    .getByRole('grid', { name: /^读到的项目/u })
    .getByRole('row')
    .filter({ hasText: name });

/** Opens a project beside its source. */
export const openRead = async (page: Page, name: string): Promise<void> => {
  await readRow(page, name).locator('[title]').click();
  await page.getByRole('region', { name: '读到的内容' }).waitFor();
};

/** The lit cell of the source. */
export const lit = (page: Page): Locator => page.locator('[data-place][data-lit], [role=gridcell][data-lit]').first();

/** Pastes into the page itself, as Ctrl+V does where no text box has the keyboard. */
export const paste = (page: Page, parts: Readonly<Record<string, string>>): Promise<void> =>
  page.evaluate((given) => {
    const data = new DataTransfer();
    for (const [type, text] of Object.entries(given)) data.setData(type, text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, parts);

/** Drops files or folders of the disk onto the page, as the desktop does. */
export const drop = async (page: Page, paths: readonly string[]): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  }
  await session.detach();
};
