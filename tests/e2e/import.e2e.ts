import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { box, download, fileIn, openOffice, rowOf, storedNames, withSample, withUnit } from './steps.ts';

/* 导入: what people have comes in, doubts are shown, and nothing is stored before the clerk says so. */

const office = openOffice();

const fixture = (name: string): string => path.resolve(import.meta.dirname, '../fixtures/annex2', name);

const toImport = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '导入' }).click();
  await page.getByRole('heading', { name: '导入绩效目标表' }).waitFor();
};

const choose = (page: Page, files: readonly string[]): Promise<void> =>
  page.locator('input[type=file]').setInputFiles([...files]);

const store = (page: Page): Locator => page.getByRole('button', { name: /^存入 \d+ 个项目$/u });

/** What the program says about one file that could not be read. */
const troubleOf = (page: Page, file: string): Locator =>
  page
    .getByRole('alert')
    .filter({ hasText: `“${file}”` })
    .last();

test('pasted text shows its projects and doubts, and once it is stored it stands in the list', async () => {
  const { page } = await office.sitDown();
  await withUnit(page);
  await toImport(page);
  await box(page, '粘贴表格文字').fill(readFileSync(fixture('labels-moved.txt'), 'utf8'));
  await page.getByRole('button', { name: '识别粘贴的文字' }).click();
  await page.getByText('读到 3 个项目').waitFor();
  await page
    .getByText(/⚠ \d+ 处请核对/u)
    .first()
    .waitFor();
  expect(await storedNames(page)).toEqual([]);

  await store(page).click();
  await page.getByText('已存入 3 个项目。').waitFor();
  await page.getByRole('link', { name: '去项目一览' }).click();
  await rowOf(page, '农村厕所改造').waitFor();
  expect(await storedNames(page)).toEqual(['村级会计委托代理费', '农村厕所改造', '村级文化活动']);
});

test('an import is taken back by one click', async () => {
  const { page } = await office.sitDown();
  await withUnit(page);
  await toImport(page);
  await choose(page, [fixture('plain.txt')]);
  await store(page).click();
  await page.getByText('已存入 1 个项目。').waitFor();
  expect(await storedNames(page)).toEqual(['村道路灯维护']);
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await page.getByText('已撤销这次导入。').waitFor();
  expect(await storedNames(page)).toEqual([]);
});

test('a file starts the work of a fresh installation: the paper proposes the unit', async () => {
  const { page } = await office.sitDown();
  await page.getByRole('button', { name: '导入文件' }).click();
  await choose(page, [fixture('cells-broken.txt')]);
  await page.getByText('镇区绿化养护').first().waitFor();
  await store(page).click();
  const dialog = page.getByRole('dialog', { name: '这些项目是哪个单位的？' });
  await expect
    .poll(() => dialog.getByRole('textbox', { name: '实施单位' }).inputValue())
    .toBe('示例县示例镇人民政府本级');
  await dialog.locator('button[type=submit]').click();
  await rowOf(page, '镇区绿化养护').waitFor();
  await page.getByRole('button', { name: '2025 年度' }).waitFor();
});

test('a project that is unticked or corrected is stored as the clerk left it', async () => {
  const { page } = await office.sitDown();
  await withUnit(page);
  await toImport(page);
  await choose(page, [fixture('labels-moved.txt'), fixture('cells-broken.txt')]);
  await page.getByText('镇区绿化养护').first().waitFor();
  await page.getByRole('checkbox', { name: '导入 村级文化活动' }).uncheck();
  const drafts = page.getByRole('region', { name: 'cells-broken.txt' });
  await drafts.getByRole('textbox', { name: '项目名称' }).fill('镇区绿化管护');
  await store(page).click();
  await page.getByText('已存入 3 个项目，1 个没有存。').waitFor();
  expect(await storedNames(page)).toEqual(['村级会计委托代理费', '农村厕所改造', '镇区绿化管护']);
});

test('files that can’t be read each say so by name in one sentence, the good one goes on, nothing is stored', async () => {
  // Reading such a file is answered with a refusal.
  const { page } = await office.sitDown({ expected: /the server responded with a status of 4\d\d/u });
  await withUnit(page);
  await toImport(page);
  const folder = office.folder();
  const good = path.join(folder, '好的.txt');
  copyFileSync(fixture('plain.txt'), good);
  const bad = [
    fileIn(folder, '别的表.xlsx', await foreignWorkbook()),
    fileIn(folder, '空文件.txt', ''),
    fileIn(
      folder,
      '二进制.txt',
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 197 + (index >> 3)) % 256),
    ),
    fileIn(folder, '截断的.xlsx', (await foreignWorkbook()).subarray(0, 3000)),
  ];
  await choose(page, [...bad, good]);
  await page.getByText('读到 1 个项目').waitFor();
  for (const file of bad) {
    const said = await troubleOf(page, path.basename(file)).innerText();
    const [sentence = ''] = said.split('\n');
    expect(sentence.length).toBeGreaterThan(path.basename(file).length + 4);
    expect(said).not.toMatch(/error|undefined|Exception/iu);
  }
  expect(await storedNames(page)).toEqual([]);
  expect(await store(page).innerText()).toBe('存入 1 个项目');
});

const foreignWorkbook = async (): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('工资');
  for (let row = 1; row < 300; row += 1) sheet.addRow([`职工${row}`, row * 17, `备注${row * row}`]);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

test('an exported workbook that is imported again says that its projects are there already', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  const names = await storedNames(page);
  await page.getByRole('button', { name: '导出全部' }).click();
  const file = await download(page, office.folder(), () => page.getByRole('button', { name: '开始导出' }).click());
  await page.getByRole('button', { name: '好', exact: true }).click();
  await toImport(page);
  await choose(page, [file]);
  await page.getByText(`读到 ${names.length} 个项目`).waitFor();
  expect(await page.getByText('已有同名项目').count()).toBe(names.length);
  expect(await page.getByText(/处请核对/u).count()).toBe(0);
  expect(await store(page).innerText()).toBe('存入 0 个项目');
  expect(await store(page).isDisabled()).toBe(true);
});
