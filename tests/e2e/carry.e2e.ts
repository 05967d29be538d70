import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './axe.ts';
import { ask, box, grid, openOffice, rowOf, saved, step, storedHere, storedNames, withSample } from './steps.ts';

/* 结转, from last year's list to a finished look at this year's, by keyboard. */

const office = openOffice();

const NAME = '村干部任职补贴';
const PAPER = '[aria-label="纸面预览"]';

const yearOf = async (page: Page): Promise<number> =>
  (await ask<{ settings: { year: number } }>(page, 'start.state', 'query')).settings.year;

/** Presses Tab until the focus is on what is looked for. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let presses = 0; presses < 80; presses += 1) {
    const label = await page.evaluate(() => {
      const { activeElement: at } = document;
      const own = at?.getAttribute('aria-label') ?? at?.textContent ?? '';
      return own === '' && at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : own;
    });
    if (name.test(label)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`nothing called ${String(name)} gets the focus`);
};

/** The old year in the name and the goal of the first project, beside a document number and a thing of the past. */
const writeYears = async (page: Page, year: number): Promise<void> => {
  await rowOf(page, NAME).click();
  await box(page, '项目名称').fill(`${year}年${NAME}`);
  await step(page, '年度总体目标').click();
  await box(page, '年度总体目标').fill(`按示财预〔${year - 1}〕12号，${year}年底前发放完毕。2004年撤乡设镇。`);
  await saved(page).waitFor();
  await page.keyboard.press('Escape');
  await grid(page).waitFor();
};

test('chosen projects are taken to the next year by keyboard, and compared in the wizard', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  const year = await yearOf(page);
  await writeYears(page, year);

  // Two of the twelve.
  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page
    .getByText('已选 2 个')
    .or(page.getByRole('button', { name: '导出（2）' }))
    .first()
    .waitFor();
  await tabTo(page, /^结转$/u);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '结转到下一年度' });
  await dialog.getByRole('button', { name: '结转 2 个项目' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await tabTo(page, new RegExp(`^${year}年${NAME}：展开$`, 'u'));
  await page.keyboard.press('Enter');
  await dialog.getByText('是文件名或者文号，一般不改；有新文件的换成新的。').waitFor();
  await dialog.getByText('像是过去的事，一般不改。').waitFor();
  await tabTo(page, /^结转 2 个项目$/u);
  await page.keyboard.press('Enter');
  await page.getByText(`已把 2 个项目结转到 ${year + 1} 年度。`).waitFor();
  await page.getByText('共 2 个项目').waitFor();
  expect(await storedNames(page)).toEqual([`${year + 1}年${NAME}`, '村干部、社区干部民族团结奖']);

  // Last year stands below each box.
  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.getByText(`去年：${year}年${NAME}`).waitFor();
  await step(page, '年度总体目标').click();
  const goal = box(page, '年度总体目标');
  expect(await goal.inputValue()).toBe(`按示财预〔${year - 1}〕12号，${year + 1}年底前发放完毕。2004年撤乡设镇。`);
  await goal.fill(`${year}年底前发放完毕。`);
  await page.getByText(`还写着 ${year}年`).waitFor();
  expect(await violations(page, [PAPER])).toEqual([]);
  await page.getByRole('button', { name: '用去年的' }).click();
  await page.getByText('与去年相同').waitFor();
  await expect.poll(async () => (await storedHere(page)).content.goals[0]).toContain(`〔${year - 1}〕12号`);
  await step(page, '核对与完成').click();
  await page.getByRole('list', { name: `仍写着 ${year} 的地方（1）` }).waitFor();
  await page.getByRole('list', { name: /^与去年相同的数字/u }).waitFor();
  expect(await violations(page, [PAPER])).toEqual([]);
});

test('an empty year offers the projects of the year before, what is there already is left out, and one click takes all back', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  const year = await yearOf(page);
  await page.getByRole('button', { name: `${year} 年度` }).click();
  await page.getByRole('menuitem', { name: `新开 ${year + 1} 年度` }).click();
  await page.getByRole('button', { name: `从 ${year} 年度结转（12）` }).click();
  await page.getByRole('button', { name: '结转 12 个项目' }).click();
  await page.getByText('共 12 个项目').waitFor();
  await page.getByRole('button', { name: '撤销结转' }).click();
  await page.getByText('已撤销结转，12 个项目已去掉。').waitFor();
  await page.getByText(`${year + 1} 年度还没有项目`).waitFor();
});
