import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './axe.ts';
import { ask, box, download, fileIn, openOffice, rowOf, storedNames, withSample } from './steps.ts';

/* Every official form from the same projects: a unit says which it uses; files, preview, sums and 校验码 follow. */

const office = openOffice();

const toPage = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name }).click();

const savedSettings = (page: Page): Promise<void> => page.getByText('✓ 已保存').waitFor();

const tick = (page: Page, name: string): Locator => page.getByRole('checkbox', { name });

/** 设置 → 单位: exactly these forms, the first of them preferred. */
const useForms = async (page: Page, wanted: readonly string[]): Promise<void> => {
  await toPage(page, '设置');
  for (const name of wanted) await tick(page, name).check();
  if (!wanted.includes('宁夏：目标表（附件2）')) await tick(page, '宁夏：目标表（附件2）').uncheck();
  await savedSettings(page);
  await toPage(page, '项目一览');
  await rowOf(page, '村干部任职补贴').waitFor();
};

/** Another amount for a stored project, past the window. */
const withTotal = async (page: Page, name: string, total: string): Promise<void> => {
  const { settings } = await ask<{ settings: { unitId: string; year: number } }>(page, 'start.state', 'query');
  const found = { unitId: settings.unitId, year: settings.year, search: name, state: null };
  const [id = ''] = await ask<string[]>(page, 'projects.ids', 'query', found);
  const { version, content } = await ask<{ version: number; content: object }>(page, 'projects.get', 'query', { id });
  const funds = { total, fiscal: total, other: '' };
  await ask(page, 'projects.save', 'mutation', { id, version, content: { ...content, funds } });
};

const paperBox = (page: Page): Locator => page.getByRole('combobox', { name: '哪种表' });

/** What the box of tables offers, group by group. */
const offered = async (page: Page): Promise<string[][]> => {
  // evaluateAll does not wait: on a busy machine the dialog is still on its way.
  await paperBox(page).waitFor();
  return paperBox(page)
    .locator('optgroup')
    .evaluateAll((groups) =>
      groups.map((group) => [...group.querySelectorAll('option')].map(({ textContent }) => textContent)),
    );
};

const chosenPaper = (page: Page): Promise<string> =>
  paperBox(page).evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.textContent ?? '');

const readBook = async (file: string): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(readFileSync(file)).buffer);
  return book;
};

const sheetText = (sheet: ExcelJS.Worksheet | undefined): string => {
  const texts: string[] = [];
  sheet?.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
  return texts.join('\n');
};

const exportNow = (page: Page): Promise<string> =>
  download(page, office.folder(), () => page.getByRole('button', { name: '开始导出' }).click());

const pagesShown = (page: Page): Locator => page.getByText(/^\d+ 个项目，共 \d+ 页 A4$/u);

test('a unit of 青海 exports its 批复表: one table with the projects and their total', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  const names = await storedNames(page);
  for (const [name, total] of Object.entries({ 村委会办公经费: '18.004', 城乡社区运转经费: '20.004' }))
    await withTotal(page, name, total);
  await useForms(page, ['青海：批复表', '青海：公开表']);
  await page.getByRole('button', { name: '导出全部' }).click();
  expect(await offered(page)).toEqual([
    ['批复表（青海）', '公开表（青海）'],
    ['目标表（附件2）', '绩效文本（河北）', expect.stringContaining('申报表'), '汇总表'],
  ]);
  expect(await chosenPaper(page)).toBe('批复表（青海）');
  // One table for the whole unit: there is nothing to choose between one file and many.
  expect(await page.getByRole('radio', { name: '每个项目一个文件' }).count()).toBe(0);

  const book = await readBook(await exportNow(page));
  const text = sheetText(book.worksheets[0]);
  for (const word of ['项目支出绩效目标批复表', '合计', '274.64', '分值权重', ...names]) expect(text).toContain(word);
  // The rounded lines make 0.01 less than the exact total: said once it is done.
  await page.getByRole('note', { name: '请留意' }).getByText('尾差').waitFor();
});

test('the dialog starts with what was chosen last, for this unit and its forms', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  await page.getByRole('button', { name: '导出全部' }).click();
  await paperBox(page).selectOption({ label: '公开表（青海）' });
  await page.getByRole('dialog').getByText('Word', { exact: true }).click();
  const file = await exportNow(page);
  expect(path.extname(file)).toBe('.docx');
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');

  await page.reload();
  await page.getByRole('button', { name: '导出全部' }).click();
  expect(await chosenPaper(page)).toBe('公开表（青海）');
  expect(await page.getByRole('radio', { name: 'Word' }).isChecked()).toBe(true);
  await page.keyboard.press('Escape');
  await useForms(page, ['宁夏：目标表（附件2）', '青海：批复表']);
  await page.getByRole('button', { name: '导出全部' }).click();
  expect(await chosenPaper(page)).toBe('目标表（附件2）');
});

test('the preview shows any form with its pages, and comes back on the same form after a reload', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  await page.getByRole('button', { name: '打印预览' }).click();
  await page.getByRole('heading', { name: '打印预览', level: 1 }).waitFor();
  await page.getByText('12 个项目，共 12 页 A4').waitFor();
  await paperBox(page).selectOption({ label: '公开表（青海）' });
  const sheets = page.frameLocator('iframe[title="打印预览"]');
  await sheets.getByText('项目支出绩效目标公开表').first().waitFor();
  const said = (await pagesShown(page).innerText()).replace(/\D+/gu, ' ').trim().split(' ');
  expect(said[0]).toBe('12');
  expect(await sheets.locator('section').count()).toBe(Number(said[1]));
  expect(await violations(page, ['iframe'])).toEqual([]);

  await page.reload();
  await sheets.getByText('项目支出绩效目标公开表').first().waitFor();
  expect(await chosenPaper(page)).toBe('公开表（青海）');
  await page.getByRole('button', { name: '← 返回' }).click();
  await rowOf(page, '村干部任职补贴').waitFor();
});

test('汇总 adds up the unit, and the whole department once there are several units', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  await toPage(page, '汇总');
  await page.getByRole('heading', { name: /^\d{4} 年度汇总$/u }).waitFor();
  for (const said of ['12 个', '274.628 万元', '269.628 万元', '草稿 12'])
    await page.getByText(said, { exact: true }).waitFor();
  await page.getByText('财政拨款 269.628 万元（98.2%）').waitFor();
  const kinds = page.getByRole('table', { name: '项目类别' });
  expect(await kinds.getByRole('row').count()).toBe(3);
  expect(await violations(page)).toEqual([]);
  expect(await page.getByRole('radio', { name: /主管部门/u }).count()).toBe(0);

  const { settings, units } = await ask<{
    settings: { year: number };
    units: { department: string; departmentCode: string }[];
  }>(page, 'start.state', 'query');
  const like = { ...units[0], id: undefined };
  const second = { ...like, name: '示例县示例镇农业服务中心', code: '900001002', year: settings.year };
  const { id } = await ask<{ id: string }>(page, 'units.create', 'mutation', second);
  const made = { unitId: id, year: settings.year, name: '农机补贴' };
  const project = await ask<{ id: string; version: number; content: object }>(
    page,
    'projects.create',
    'mutation',
    made,
  );
  const content = { ...project.content, funds: { total: '10.5', fiscal: '10.5', other: '' } };
  await ask(page, 'projects.save', 'mutation', { id: project.id, version: project.version, content });
  await page.reload();
  await page.getByText('主管部门（2 个单位）').click();
  await page.getByText('285.128 万元', { exact: true }).waitFor();
  await page.getByRole('rowheader', { name: '示例县示例镇农业服务中心' }).waitFor();

  await page.getByRole('button', { name: '导出汇总表' }).click();
  expect(await chosenPaper(page)).toBe('汇总表');
  const book = await readBook(await exportNow(page));
  const text = sheetText(book.worksheets[0]);
  for (const word of ['农机补贴', '村干部任职补贴', '285.1']) expect(text).toContain(word);
});

test('部门整体绩效目标 is asked where 绩效文本 is used, and what is typed is still there after a reload', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  expect(await page.getByRole('link', { name: '部门整体目标' }).count()).toBe(0);
  await useForms(page, ['宁夏：目标表（附件2）', '河北：绩效文本']);
  await toPage(page, '部门整体目标');
  await page.getByRole('heading', { name: '部门整体绩效目标', level: 1 }).waitFor();
  expect(await violations(page)).toEqual([]);
  const goals = '一、保障机关和村（社区）运转。\n二、改善镇村环境。';
  await box(page, '总体绩效目标').fill(goals);
  await page.getByText(/^已保存 \d\d:\d\d$/u).waitFor();
  await page.reload();
  await expect.poll(() => box(page, '总体绩效目标').inputValue()).toBe(goals);

  // The last words before the page is left go with it.
  await box(page, '工作保障措施').fill('每季度检查一次。');
  await toPage(page, '汇总');
  await toPage(page, '部门整体目标');
  await expect.poll(() => box(page, '工作保障措施').inputValue()).toBe('每季度检查一次。');
  await page.keyboard.press('Escape');
  await rowOf(page, '村干部任职补贴').waitFor();
});

test('部门整体绩效目标 changed in two windows: the second one keeps what it typed', async () => {
  const desk = await office.sitDown({ expected: /status of 409/u });
  const { page } = desk;
  await withSample(page);
  await useForms(page, ['宁夏：目标表（附件2）', '河北：绩效文本']);
  await toPage(page, '部门整体目标');
  const other = await desk.secondWindow();
  await toPage(other, '部门整体目标');
  await box(other, '分项绩效目标').fill('别处写的分项目标。');
  await other.getByText(/^已保存 \d\d:\d\d$/u).waitFor();
  await box(page, '总体绩效目标').fill('这里写的总体目标。');
  await page.getByRole('button', { name: '重新载入，保留我填的' }).click();
  await page.getByText(/^已保存 \d\d:\d\d$/u).waitFor();
  expect(await box(page, '分项绩效目标').inputValue()).toBe('别处写的分项目标。');
  expect(await box(page, '总体绩效目标').inputValue()).toBe('这里写的总体目标。');
});

test('核对文件 knows the exported file again, and says where it was changed', async () => {
  const { page } = await office.sitDown({ expected: /status of 400/u });
  await withSample(page);
  await toPage(page, '设置');
  await page.getByRole('tab', { name: '打印与导出' }).click();
  await page.getByRole('switch', { name: '每页下面印页码和校验码' }).click();
  await savedSettings(page);
  await toPage(page, '项目一览');
  await page.getByRole('button', { name: '导出全部' }).click();
  const file = await exportNow(page);
  await page.getByRole('button', { name: '好', exact: true }).click();

  await toPage(page, '核对文件');
  await page.locator('input[type=file]').setInputFiles(file);
  const result = page.getByRole('region', { name: path.basename(file) });
  await result.getByText('一致：12 张').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '清空' }).click();

  const book = await readBook(file);
  const cell = book.worksheets[0]?.getCell('D6');
  if (cell) cell.value = 91;
  const changed = path.join(path.dirname(file), '改过.xlsx');
  await book.xlsx.writeFile(changed);
  await page.locator('input[type=file]').setInputFiles(changed);
  await page.getByRole('region', { name: '改过.xlsx' }).getByText('不一致：12 张表里的 1 张').waitFor();

  const broken = fileIn(office.folder(), '坏的.xlsx', readFileSync(file).subarray(0, 5_000));
  await page.locator('input[type=file]').setInputFiles(broken);
  await page.getByRole('alert').filter({ hasText: '坏的.xlsx' }).first().waitFor();
});

test('settings of forms are accessible, and no unit is left without any', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  await toPage(page, '设置');
  await tick(page, '宁夏：目标表（附件2）').uncheck();
  await page.getByText('请至少选一种表').waitFor();
  await page.getByText('有一项不能为空，还没有保存').waitFor();
  expect(await violations(page)).toEqual([]);
  await tick(page, '河北：绩效文本').check();
  await savedSettings(page);
  const { units } = await ask<{ units: { forms: string[] }[] }>(page, 'start.state', 'query');
  expect(units[0]?.forms).toEqual(['dossier']);
});
