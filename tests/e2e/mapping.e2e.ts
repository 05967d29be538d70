import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './axe.ts';
import { fileIn, openOffice, withSample } from './steps.ts';

/* A form nobody knows: said by hand once, read by itself from then on. */

const office = openOffice();

const FIRST = [
  '某县民生实事一览,,,,',
  '序号,实事,钱数,做什么,做到多少',
  '1,河道清淤,12,清淤里程,3 公里',
  ',,,群众满意,≥90%',
  '2,路灯维修,4.5,维修盏数,60 盏',
].join('\n');

/** Next year's: a column more, and other projects. */
const SECOND = ['镇,序号,实事,钱数,做什么,做到多少', '甲镇,1,公园改造,30,改造面积,2000 平方米'].join('\n');

const give = (page: Page, file: string): Promise<void> => page.locator('input[type=file]').first().setInputFiles(file);

const toImport = (page: Page): Promise<void> =>
  page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '导入' }).click();

test('columns are said by hand, kept, and the next file of the form is read at once', async () => {
  const { page } = await office.sitDown();
  const folder = office.folder();
  await withSample(page);
  await toImport(page);
  await give(page, fileIn(folder, '民生实事.csv', FIRST));
  await page.getByRole('button', { name: '手工对应' }).click();
  const desk = page.getByRole('dialog', { name: /^手工对应/u });
  await desk.getByRole('combobox', { name: '第 2 列是什么' }).waitFor();
  expect(await violations(page)).toEqual([]);

  await desk.getByRole('textbox', { name: '表头从第几行开始' }).fill('2');
  for (const [column, field] of [
    [2, '项目名称'],
    [3, '预算数（总额）'],
    [4, '三级指标'],
    [5, '指标值'],
  ] as const) {
    await desk.getByRole('combobox', { name: `第 ${column} 列是什么` }).selectOption({ label: field });
  }
  await desk.getByText('这样能读出 2 个项目').waitFor();
  await desk.getByRole('textbox', { name: '记住的名称' }).fill('民生实事表');
  await desk.getByRole('button', { name: '就这样读' }).click();
  await desk.waitFor({ state: 'detached' });
  await page.getByText('河道清淤').first().waitFor();
  await page.getByText('路灯维修').first().waitFor();

  await give(page, fileIn(folder, '明年的.csv', SECOND));
  await page.getByText('这个文件和“民生实事表”一样，按以前手工对应的方式读取。').waitFor();
  await page.getByText('公园改造').first().waitFor();

  await page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '设置' }).click();
  await page.getByRole('tab', { name: '导入' }).click();
  const name = page.getByRole('textbox', { name: '“民生实事表”的名称' });
  await name.fill('县里的实事表');
  await page.getByRole('button', { name: '改名' }).click();
  await page.getByRole('button', { name: '删除“县里的实事表”' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '删除“县里的实事表”' }).click();
  await page.getByText(/^还没有。/u).waitFor();
});

test('a file that was read can be read otherwise', async () => {
  const { page } = await office.sitDown();
  const folder = office.folder();
  await withSample(page);
  await toImport(page);
  const list = [
    '单位名称\t项目名称\t项目类别\t预算数（万元）\t绩效目标\t一级指标\t二级指标\t三级指标\t绩效指标性质\t绩效指标值\t度量单位\t分值权重',
    '某镇\t修路\t特定目标类\t5\t修好路\t产出指标\t数量指标\t里程\t=\t3\t公里\t10',
  ].join('\n');
  await give(page, fileIn(folder, '批复.txt', list));
  await page.getByRole('button', { name: /^读得不对？手工对应/u }).click();
  const desk = page.getByRole('dialog', { name: /^手工对应/u });
  await desk.getByText('这样能读出 1 个项目').waitFor();
  await desk.getByRole('combobox', { name: '第 5 列是什么' }).selectOption({ label: '资金用途' });
  await desk.getByRole('checkbox', { name: '记住，下次同样的表自动这样读' }).uncheck();
  await desk.getByRole('button', { name: '就这样读' }).click();
  await desk.waitFor({ state: 'detached' });
  await page.getByText('修路').first().waitFor();
});
