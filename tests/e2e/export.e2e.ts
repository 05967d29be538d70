import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ask, download, openOffice, rowOf, storedNames, withSample } from './steps.ts';

/* What leaves the program: one workbook, one file a project, a mail draft. */

const office = openOffice();

const startExport = (page: Page): Promise<void> => page.getByRole('button', { name: '开始导出' }).click();

const readBook = async (bytes: Buffer | Uint8Array): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  return book;
};

// exceljs says null where a sheet has no header at all.
const headerOf = (sheet: ExcelJS.Worksheet): string =>
  (sheet.headerFooter as Partial<ExcelJS.HeaderFooter> | null)?.oddHeader ?? '';

/** Finishes the project of a name, past the wizard. */
const finish = async (page: Page, name: string): Promise<void> => {
  const { settings } = await ask<{ settings: { unitId: string; year: number } }>(page, 'start.state', 'query');
  const query = { unitId: settings.unitId, year: settings.year, search: name, state: null };
  const [id] = await ask<string[]>(page, 'projects.ids', 'query', query);
  await ask(page, 'projects.finish', 'mutation', { id });
  await page.reload();
  await rowOf(page, name).getByText('已完成').waitFor();
};

test('all projects become one workbook with a sheet each; only drafts say 草稿', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  const names = await storedNames(page);
  const [done = ''] = names;
  await finish(page, done);

  await page.getByRole('button', { name: '导出全部' }).click();
  await page.getByText(`其中 ${names.length - 1} 个项目还没有完成`).waitFor();
  const file = await download(page, office.folder(), () => startExport(page));
  await page.getByText('已交给浏览器下载').waitFor();

  expect(path.basename(file)).toMatch(/^示例县示例镇人民政府-\d{4}年项目支出绩效目标表（草稿）\.xlsx$/u);
  const book = await readBook(readFileSync(file));
  expect(book.worksheets).toHaveLength(names.length);
  for (const [index, sheet] of book.worksheets.entries()) {
    expect(sheet.getCell('B4').text).toBe(names[index]);
    expect(sheet.name.includes('草稿')).toBe(index > 0);
    expect(headerOf(sheet).includes('草稿')).toBe(index > 0);
  }
  expect(book.worksheets[0]?.getCell('A1').text).toBe('附件 2：示例县示例镇人民政府项目支出预算绩效目标表');
});

test('each project becomes a file of its own, named by the template of the settings', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  const names = await storedNames(page);
  const state = await ask<{ settings: { year: number } }>(page, 'start.state', 'query');
  await ask(page, 'settings.save', 'mutation', { ...state.settings, fileName: '{年度}-{序号}-{项目名称}' });
  await page.reload();

  await page.getByRole('button', { name: '导出全部' }).click();
  await page.getByRole('radio', { name: '每个项目一个文件' }).check();
  const zip = await download(page, office.folder(), () => startExport(page));
  const files = unzipSync(readFileSync(zip));
  const { year } = state.settings;
  expect(Object.keys(files).sort()).toEqual(
    names.map((name, index) => `${year}-${String(index + 1).padStart(2, '0')}-${name}（草稿）.xlsx`).sort(),
  );
  const [first = ''] = Object.keys(files).sort();
  const book = await readBook(files[first] ?? new Uint8Array());
  expect(book.worksheets).toHaveLength(1);
  expect(book.worksheets[0]?.getCell('B4').text).toBe(names[0]);
});

test('only the ticked projects are exported', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  const names = await storedNames(page);
  for (const name of [names[1] ?? '', names[4] ?? ''])
    await page.getByRole('checkbox', { name: `选择 ${name}` }).click();
  await page.getByRole('button', { name: '导出（2）' }).click();
  const file = await download(page, office.folder(), () => startExport(page));
  const book = await readBook(readFileSync(file));
  expect(book.worksheets.map((sheet) => sheet.getCell('B4').text)).toEqual([names[1], names[4]]);
});

test('发送 makes a draft that mail programs open unsent, with the workbook attached', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  await page.getByRole('button', { name: '发送', exact: true }).click();
  await page.getByRole('textbox', { name: '收件人' }).fill('czs@example.com');
  const file = await download(page, office.folder(), () => page.getByRole('button', { name: '生成邮件草稿' }).click());
  await page.getByText('双击这个文件会在邮件程序里打开').waitFor();
  expect(file).toMatch(/\.eml$/u);
  const mail = readFileSync(file, 'utf8');
  expect(mail).toMatch(/^X-Unsent: 1\r?$/mu);
  expect(mail).toMatch(/^To: czs@example\.com\r?$/mu);
  const attached = /Content-Disposition: attachment[\s\S]*?\r?\n\r?\n([A-Za-z0-9+/=\s]+)/u.exec(mail)?.[1] ?? '';
  const book = await readBook(Buffer.from(attached, 'base64'));
  expect(book.worksheets).toHaveLength(12);
});
