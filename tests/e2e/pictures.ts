import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { choose } from './importing.ts';
import { launchBrowser, openWindow, removeFolder, startProgram } from './support.ts';

/*
 * `npx node tests/e2e/pictures.ts` draws the pictures of README.md anew, from the sample data alone. Build the window
 * first: `npm run -s build:renderer`.
 */

const here = import.meta.dirname;
const folder = path.join(here, 'pictures');
const BYTES = 200_000;

const picture = async (page: Page, name: string): Promise<void> => {
  const file = path.join(folder, `${name}.png`);
  // Neither the mouse nor a blinking cursor belongs into a picture.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: file, caret: 'hide', animations: 'disabled' });
  const { size } = statSync(file);
  console.log(`${name}.png ${Math.round(size / 1000)} kB`);
  if (size > BYTES) throw new Error(`${name}.png is larger than ${BYTES / 1000} kB`);
};

const stepTo = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: '填报步骤' }).getByRole('button', { name }).click();

const openProject = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('row').filter({ hasText: name }).click();
  await page.getByRole('navigation', { name: '填报步骤' }).waitFor();
};

const backToList = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.getByRole('grid', { name: '项目一览' }).waitFor();
};

/** The list has more to show once some projects are finished and one has gaps. */
const prepare = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '使用示例数据' }).click();
  for (const name of ['村干部任职补贴', '村级党务工作者津贴', '社区工作者任职补贴']) {
    await openProject(page, name);
    await stepTo(page, '核对与完成');
    await page.getByRole('button', { name: '完成', exact: true }).click();
    await page.getByText('已完成，内容已锁定').waitFor();
    await backToList(page);
  }
};

const wizard = async (page: Page): Promise<void> => {
  await openProject(page, '村委会办公经费');
  await stepTo(page, '产出指标');
  await page.getByRole('textbox', { name: '指标值' }).nth(1).focus();
  await picture(page, 'wizard');
};

/** The same project with what a clerk tends to forget. */
const check = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: '指标值' }).first().fill('');
  await stepTo(page, '基本信息');
  await page.getByRole('combobox', { name: '项目期' }).fill('');
  await page.keyboard.press('Escape');
  await stepTo(page, '资金');
  await page.getByRole('textbox', { name: '财政拨款' }).fill('');
  await stepTo(page, '核对与完成');
  await page.getByText(/^已保存/u).waitFor();
  await picture(page, 'check');
  await backToList(page);
};

const list = async (page: Page): Promise<void> => {
  await page.getByRole('row').filter({ hasText: '草稿' }).first().waitFor();
  await picture(page, 'list');
};

const preview = async (page: Page): Promise<void> => {
  await openProject(page, '村干部任职补贴');
  await page.keyboard.press('Control+P');
  await page.frameLocator('iframe[title="打印预览"]').getByText('村干部任职补贴').first().waitFor();
  await picture(page, 'preview');
};

const importing = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: '导入' }).click();
  await choose(page, [path.join(here, '../fixtures/annex2/labels-moved.txt')]);
  await page
    .getByText(/处请核对/u)
    .first()
    .waitFor();
  // Beside its source, at the first doubt.
  await page.keyboard.press('F8');
  await page.getByRole('region', { name: '读到的内容' }).waitFor();
  await page.waitForTimeout(500);
  await picture(page, 'import');
};

const main = async (): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  const program = await startProgram();
  try {
    const { page } = await openWindow(browser, program.address);
    for (const draw of [prepare, list, wizard, check, preview, importing]) await draw(page);
  } finally {
    await browser.close();
    await program.stop();
    removeFolder(program.data);
  }
};

await main();
