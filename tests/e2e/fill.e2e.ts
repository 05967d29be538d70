import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDocument } from '../../electron/office/read.ts';
import { recognise } from '../../shared/recognise/index.ts';
import { download, openOffice, storedNames, withSample } from './steps.ts';

/* 填县里的表: a file of the county's own, looked at, corrected and filled in. */

const office = openOffice();

const template = path.join(import.meta.dirname, '../fixtures/fill/declaration.xlsx');

test('a blank form is recognised, shown filled in, corrected by a click, and saved', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  const names = await storedNames(page);
  await page.getByRole('button', { name: '导出全部' }).click();
  await page.getByRole('link', { name: '填进县里发的表' }).click();
  await page.getByRole('heading', { name: '填县里的表' }).waitFor();
  await page.locator('input[type=file]').setInputFiles(template);

  const form = page.getByRole('region', { name: '申报表' });
  await form.getByRole('button', { name: '填项目名称', exact: true }).waitFor();
  expect(await form.getByRole('button', { name: '填三级指标' }).count()).toBeGreaterThan(20);

  // 项目属性 stays empty because the clerk says so.
  await form.getByRole('button', { name: '填项目属性', exact: true }).click();
  await page.getByRole('button', { name: '照原样，不填' }).click();
  await form.getByRole('button', { name: '填项目属性', exact: true }).waitFor({ state: 'detached' });

  await page.getByText('填好的样子', { exact: true }).first().click();
  await form
    .getByText(names[0] ?? '')
    .first()
    .waitFor();

  const file = await download(page, office.folder(), () => page.getByRole('button', { name: /^填好并保存/u }).click());
  await page.getByText('已交给浏览器下载').waitFor();
  const read = recognise((await readDocument(readFileSync(file), 'x.xlsx')).tables, 'x.xlsx');
  expect(read.projects.map(({ name }) => name)).toEqual(names);
  expect(read.projects.every(({ attribute }) => attribute === null)).toBe(true);
});
