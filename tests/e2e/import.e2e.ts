import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { choose, drop, fixture, openRead, paste, read, readRow, store, toImport } from './importing.ts';
import { box, fileIn, openOffice, rowOf, storedNames, withUnit } from './steps.ts';

/* 导入: what people have comes in by every way there is, and nothing is stored before the clerk says so. */

const office = openOffice();

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
  await read(page, 3);
  await page
    .getByText(/⚠ \d+ 处请核对/u)
    .first()
    .waitFor();
  expect(await storedNames(page)).toEqual([]);

  await store(page).click();
  await page.getByText('已存入。新增 3 个项目。').waitFor();
  await page.getByRole('button', { name: '看这些项目' }).first().click();
  await rowOf(page, '农村厕所改造').waitFor();
  await page.getByText('只显示这次导入的 3 个项目').waitFor();
  await page.getByRole('button', { name: '显示全部' }).click();
  await page.getByText('只显示这次导入的').waitFor({ state: 'detached' });
  expect(await storedNames(page)).toEqual(['村级会计委托代理费', '农村厕所改造', '村级文化活动']);
});

test('a table copied from a page is pasted anywhere on the page, with its cells; a paste into a text box stays a paste', async () => {
  const { page } = await office.sitDown();
  await withUnit(page);
  await toImport(page);
  const rows = readFileSync(fixture('plain.txt'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  const cells = (row: readonly string[]): string => row.map((cell) => `<td>${cell.trim()}</td>`).join('');
  const html = `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
  // The text alone is of no use: only the table says where a cell ends.
  await paste(page, { 'text/html': html, 'text/plain': rows.flat().join('') });
  await read(page, 1);
  await openRead(page, '村道路灯维护');
  await box(page, '项目名称').focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '不是表格');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  });
  await page.keyboard.press('Escape');
  await read(page, 1);
});

test('an import is taken back by one click, at once or after the window was opened anew', async () => {
  const { page } = await office.sitDown();
  await withUnit(page);
  await toImport(page);
  await choose(page, [fixture('plain.txt')]);
  await store(page).click();
  await page.getByText('已存入。新增 1 个项目。').waitFor();
  expect(await storedNames(page)).toEqual(['村道路灯维护']);
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await page.getByText('已撤销这次导入。').waitFor();
  expect(await storedNames(page)).toEqual([]);

  await choose(page, [fixture('plain.txt')]);
  await store(page).click();
  await page.getByText('已存入。新增 1 个项目。').waitFor();
  await page.reload();
  const recent = page.getByRole('region', { name: '最近的导入' });
  await recent.getByText('新增 1 个项目。已撤销。').waitFor();
  await recent.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已撤销这次导入。').waitFor();
  expect(await storedNames(page)).toEqual([]);
});

test('a file starts the work of a fresh installation: the paper proposes the unit', async () => {
  const { page } = await office.sitDown();
  await page.getByRole('button', { name: '导入文件' }).click();
  await choose(page, [fixture('cells-broken.txt')]);
  await read(page, 1);
  await store(page).click();
  const dialog = page.getByRole('dialog', { name: '这些项目是哪个单位的？' });
  await expect
    .poll(() => dialog.getByRole('textbox', { name: '实施单位' }).inputValue())
    .toBe('示例县示例镇人民政府本级');
  await dialog.locator('button[type=submit]').click();
  await page.getByText('已存入。新增 1 个项目。').waitFor();
  await page.getByRole('button', { name: '看这些项目' }).first().click();
  await rowOf(page, '镇区绿化养护').waitFor();
  await page.getByRole('button', { name: '2025 年度' }).waitFor();
});

test('a project that is unticked or corrected is stored as the clerk left it', async () => {
  const { page } = await office.sitDown();
  await withUnit(page);
  await toImport(page);
  await choose(page, [fixture('labels-moved.txt'), fixture('cells-broken.txt')]);
  await read(page, 4);
  await page.getByRole('checkbox', { name: '导入 村级文化活动' }).uncheck();
  await openRead(page, '镇区绿化养护');
  await box(page, '项目名称').fill('镇区绿化管护');
  await page.keyboard.press('Escape');
  await readRow(page, '镇区绿化管护').waitFor();
  await store(page).click();
  await page.getByText('已存入。新增 3 个项目，1 个没有存。').waitFor();
  expect((await storedNames(page)).toSorted()).toEqual(['农村厕所改造', '村级会计委托代理费', '镇区绿化管护']);
});

test('what is being imported is still there after a look at another page', async () => {
  const { page } = await office.sitDown();
  await withUnit(page);
  await toImport(page);
  await choose(page, [fixture('labels-moved.txt')]);
  await read(page, 3);
  await page.getByRole('checkbox', { name: '导入 村级文化活动' }).uncheck();
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('tab', { name: '单位', exact: true }).waitFor();
  await toImport(page);
  await read(page, 3);
  expect(await store(page).innerText()).toBe('存入 2 个项目');
});

test('files that can’t be read each say so by name in one sentence, the good one goes on, nothing is stored', async () => {
  const { page } = await office.sitDown();
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
  await read(page, 1);
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

/** A folder as an office has it: tables in it and below, and much that is none. */
const folderOfOffice = (root: string): string => {
  const folder = path.join(root, '2023年绩效');
  mkdirSync(path.join(folder, '二季度'), { recursive: true });
  copyFileSync(fixture('plain.txt'), path.join(folder, '路灯.txt'));
  copyFileSync(fixture('labels-moved.txt'), path.join(folder, '二季度', '三个项目.txt'));
  fileIn(folder, '现场照片.jpg', 'x');
  fileIn(folder, '~$路灯.docx', 'x');
  return folder;
};

test('a whole folder is chosen, or dropped with what lies below it; what is no table is counted', async () => {
  const { page } = await office.sitDown();
  await withUnit(page);
  await toImport(page);
  const folder = folderOfOffice(office.folder());
  await page.getByLabel('选择文件夹').setInputFiles(folder);
  await read(page, 4);
  await page.getByText('读取 2 个文件，另有 1 个不是表格或文档，没有读。').waitFor();
  for (const name of ['路灯.txt', '三个项目.txt']) await page.getByRole('button', { name: `移除 ${name}` }).click();

  await drop(page, [folder, fixture('cells-broken.txt')]);
  await read(page, 5);
});

test('a file that is gone when it is read says so, and the next step', async () => {
  const { page } = await office.sitDown();
  await withUnit(page);
  await toImport(page);
  const folder = office.folder();
  // The browser keeps a chosen file by its place only: what it reads later may be another, or gone.
  await page.evaluate(() => {
    File.prototype.arrayBuffer = () => Promise.reject(new DOMException('changed', 'NotReadableError'));
  });
  await choose(page, [fileIn(folder, '正在改的.txt', 'x')]);
  await troubleOf(page, '正在改的.txt').getByText('请保存并关闭它，再重新选一次。').waitFor();
});

test('reading is stopped for one file or for all, and taken up again', async () => {
  const { page } = await office.sitDown();
  await withUnit(page);
  await toImport(page);
  // Held back, so that there is something to stop.
  await page.route('**/trpc/imports.progress*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue().catch(() => undefined);
  });
  await choose(page, [fixture('plain.txt'), fixture('labels-moved.txt'), fixture('cells-broken.txt')]);
  await page.getByText('正在读取，3 个文件里读完了 0 个').waitFor();
  await page.getByRole('button', { name: '取消 plain.txt' }).click();
  await page.getByText('“plain.txt”没有读，已取消。').waitFor();
  await page.getByRole('button', { name: '全部取消' }).click();
  await page.getByText('“cells-broken.txt”没有读，已取消。').waitFor();
  expect(await page.getByText(/没有读，已取消/u).count()).toBe(3);
  await page.unroute('**/trpc/imports.progress*');
  // What was stopped stays stopped when the answers come late.
  await page.waitForTimeout(2000);
  expect(await page.getByText(/没有读，已取消/u).count()).toBe(3);
  await page.getByRole('button', { name: '再读一次' }).first().click();
  await page.getByText(/^读到 \d 个项目$/u).waitFor();
});
