import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addYear, closeDatabase, createProjects, createUnit, openDatabase, saveSettings } from '../../db/index.ts';
import { emptyContent, emptyIndicator } from '../../shared/model/project.ts';
import { defaultSettings } from '../../shared/model/unit.ts';
import { box, grid, openOffice, rowOf, rows, storedNames, UNIT, withSample, YEAR } from './steps.ts';

/* 项目一览, small and very large. */

const office = openOffice();

test('a search by the initials of the pinyin finds a project, / goes to the search box, Escape shows all again', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  await rowOf(page, '村干部任职补贴').waitFor();
  const count = await rows(page).count();
  await page.keyboard.press('/');
  expect(await box(page, '搜索项目').evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type('cgbrz');
  await page.getByText('共 1 个项目').waitFor();
  await rowOf(page, '村干部任职补贴').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText(`共 ${(await storedNames(page)).length} 个项目`).waitFor();
  await expect.poll(() => rows(page).count()).toBe(count);
});

test('a search that finds nothing says so and shows the way back', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  await box(page, '搜索项目').fill('没有这样的项目');
  await page.getByText('没有找到符合条件的项目').waitFor();
  await page.getByRole('button', { name: '显示全部' }).click();
  await rowOf(page, '村干部任职补贴').waitFor();
});

const MANY = 10_000;

/** A data folder of a whole county, made past the program. */
const fillFolder = async (folder: string): Promise<void> => {
  const actor = { operator: '测试员', at: '2024-03-01T08:00:00.000Z' };
  const db = await openDatabase(path.join(folder, 'jixiao.db'), {
    backupFolder: path.join(folder, 'backups'),
    at: actor.at,
  });
  const unit = { ...UNIT, id: randomUUID() };
  createUnit(db, unit, actor);
  addYear(db, unit.id, YEAR, actor);
  saveSettings(db, { ...defaultSettings(YEAR), unitId: unit.id, year: YEAR }, actor);
  const projects = Array.from({ length: MANY }, (_, index) => ({
    id: randomUUID(),
    unitId: unit.id,
    year: YEAR,
    content: {
      ...emptyContent(),
      name: `第${index + 1}号村道养护`,
      funds: { total: '12.5', fiscal: '12.5', other: '0' },
      goals: ['养护村道。'],
      indicators: [
        { ...emptyIndicator('1', 'quantity'), level3: '里程', printed: '12 公里', value: '12', unit: '公里' },
      ],
    },
    progress: { requiredDone: 5, requiredAll: 16 },
    action: 'import' as const,
  }));
  createProjects(db, projects, actor);
  closeDatabase(db);
};

test('ten thousand projects scroll to their end and are searched while one types', async () => {
  const folder = office.folder();
  await fillFolder(folder);
  const { page } = await office.sitDown({ data: folder });
  await rowOf(page, '第1号村道养护').waitFor();
  await page.getByText(`共 ${MANY} 个项目`).waitFor();
  expect(await rows(page).count()).toBeLessThan(80);

  await page.keyboard.press('End');
  await rowOf(page, `第${MANY}号村道养护`).waitFor({ timeout: 3_000 });
  expect(await rows(page).count()).toBeLessThan(80);
  await page.keyboard.press('Home');
  await rowOf(page, '第1号村道养护').waitFor({ timeout: 3_000 });

  // Wherever the scroll bar is dropped, the rows of that stretch come.
  for (const share of [0.2, 0.5, 0.9]) {
    await grid(page).evaluate((element, at) => element.scrollTo({ top: element.scrollHeight * at }), share);
    await rowOf(page, `第${MANY * share + 5}号村道养护`).waitFor({ timeout: 3_000 });
  }

  await page.keyboard.press('/');
  await page.keyboard.type('9999hao');
  await page.getByText('共 1 个项目').waitFor({ timeout: 3_000 });
  await rowOf(page, '第9999号村道养护').waitFor({ timeout: 3_000 });
});
