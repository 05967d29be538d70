import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './axe.ts';
import { choose, openRead, store } from './importing.ts';
import { box, openOffice, rowOf, step, withSample } from './steps.ts';

/* Every page can be used by everybody, and fits the screens of offices. */

const office = openOffice();

const SAMPLE = '村干部任职补贴';
const PAPER = '[aria-label="纸面预览"]';
const STEPS = ['基本信息', '资金', '年度总体目标', '产出指标', '效益指标', '满意度指标', '核对与完成'];

const openSample = async (page: Page): Promise<void> => {
  await withSample(page);
  await rowOf(page, SAMPLE).click();
  await box(page, '项目名称').waitFor();
};

const toPage = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name }).click();

const withDoubts = async (page: Page): Promise<void> => {
  await toPage(page, '导入');
  const file = path.resolve(import.meta.dirname, '../fixtures/annex2/labels-moved.txt');
  await choose(page, [file]);
  await page
    .getByText(/⚠ \d+ 处请核对/u)
    .first()
    .waitFor();
};

test('the first run and the form of a new unit are accessible', async () => {
  const { page } = await office.sitDown();
  await page.getByRole('heading', { name: '欢迎使用绩效填报' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '新建单位' }).click();
  await box(page, '实施单位').waitFor();
  expect(await violations(page)).toEqual([]);
});

test('the list and its dialogs are accessible', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  await rowOf(page, SAMPLE).waitFor();
  expect(await violations(page)).toEqual([]);
  for (const name of ['导出全部', '发送']) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
});

test('every step of the wizard is accessible, filled and empty', async () => {
  const { page } = await office.sitDown();
  await openSample(page);
  expect(await violations(page)).toEqual([]);
  // The paper beside the form is the same at every step.
  for (const name of STEPS) {
    await step(page, name).click();
    await page.getByRole('heading', { name, level: 2 }).waitFor();
    expect(await violations(page, [PAPER])).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '新建项目' }).click();
  await step(page, '核对与完成').click();
  await page.getByText(/还有 \d+ 处要补充/u).waitFor();
  expect(await violations(page, [PAPER])).toEqual([]);
  await step(page, '资金').click();
  for (const [label, amount] of [
    ['年度资金总额', '十万'],
    ['财政拨款', '7'],
    ['其他资金', '1'],
  ] as const) {
    await box(page, label).fill(amount);
  }
  await page.getByText('合计与两项之和不一致').waitFor();
  expect(await violations(page, [PAPER])).toEqual([]);
  await step(page, '产出指标').click();
  await page.getByRole('region', { name: '数量指标（必填硬性指标）' }).waitFor();
  expect(await violations(page, [PAPER])).toEqual([]);
});

test('a finished project is accessible, and so is its history', async () => {
  const { page } = await office.sitDown();
  await openSample(page);
  await step(page, '核对与完成').click();
  await page.getByRole('button', { name: '完成', exact: true }).click();
  await page.getByText('已完成，内容已锁定').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '修改记录' }).click();
  await page.getByRole('dialog', { name: '修改记录' }).waitFor();
  expect(await violations(page, [PAPER])).toEqual([]);
});

test('the import with its doubts is accessible', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  await toPage(page, '导入');
  await page.getByRole('heading', { name: '导入绩效目标表' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await withDoubts(page);
  expect(await violations(page)).toEqual([]);
  // A project beside its source, with a doubt settled and others open.
  await page.keyboard.press('F8');
  await page.getByRole('region', { name: '读到的内容' }).waitFor();
  await page.keyboard.press('Enter');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await store(page).click();
  await page.getByText(/^已存入。/u).waitFor();
  expect(await violations(page)).toEqual([]);
});

test('the settings are accessible', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  await toPage(page, '设置');
  for (const name of ['单位', '填报', '打印与导出', '发送', '数据']) {
    await page.getByRole('tab', { name, exact: true }).click();
    await page.getByRole('tabpanel', { name }).waitFor();
    expect(await violations(page)).toEqual([]);
  }
});

test('the print preview and the page that is printed are accessible', async () => {
  const { page, context } = await office.sitDown();
  await withSample(page);
  await page.getByRole('button', { name: '打印预览' }).click();
  await page.frameLocator('iframe[title="打印预览"]').getByText(SAMPLE).first().waitFor();
  const href = await page.locator('iframe[title="打印预览"]').getAttribute('src');
  // No script runs in the sheets' frame, not even axe: they are looked at as a page of their own.
  expect(await violations(page, ['iframe'])).toEqual([]);
  const sheets = await context.newPage();
  await sheets.goto(new URL(href ?? '', page.url()).href);
  expect(await violations(sheets)).toEqual([]);
});

/** Windows’ scales on the commonest office screen: the window has fewer pixels of its own, each drawn finer. */
const SCREENS = [
  { scale: 1.25, width: 1366, height: 768 },
  { scale: 1.5, width: 1366, height: 768 },
  { scale: 1.25, width: Math.floor(1366 / 1.25), height: Math.floor(768 / 1.25) },
  { scale: 1.5, width: Math.floor(1366 / 1.5), height: Math.floor(768 / 1.5) },
];

/** What sticks out of the window sideways: the page itself, or a button nobody can reach. */
const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = document.documentElement.scrollWidth > window.innerWidth ? ['the page'] : [];
    for (const element of document.querySelectorAll('button, input, textarea, a')) {
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 0 && (left < -1 || right > window.innerWidth + 1)) found.push(element.outerHTML.slice(0, 120));
    }
    return found;
  });

test.each(SCREENS)('nothing has to be scrolled sideways at $width × $height, drawn at $scale', async (screen) => {
  const { page } = await office.sitDown({ viewport: screen, scale: screen.scale });
  await page.getByRole('heading', { name: '欢迎使用绩效填报' }).waitFor();
  expect(await sticksOut(page)).toEqual([]);
  await openSample(page);
  for (const name of STEPS) {
    await step(page, name).click();
    expect(await sticksOut(page)).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await rowOf(page, SAMPLE).waitFor();
  expect(await sticksOut(page)).toEqual([]);
  await withDoubts(page);
  expect(await sticksOut(page)).toEqual([]);
  await openRead(page, '村级会计委托代理费');
  expect(await sticksOut(page)).toEqual([]);
  await toPage(page, '设置');
  await page.getByRole('tab', { name: '打印与导出' }).click();
  expect(await sticksOut(page)).toEqual([]);
  // With 绩效文本 there is one more page to go to.
  await page.getByRole('tab', { name: '单位' }).click();
  await page.getByRole('checkbox', { name: '河北：绩效文本' }).check();
  await page.getByText('✓ 已保存').waitFor();
  for (const name of ['部门整体目标', '汇总', '核对文件', '设置', '项目一览']) {
    await toPage(page, name);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await sticksOut(page)).toEqual([]);
  }
  await page.getByRole('button', { name: '打印预览' }).click();
  await page.getByText(/共 \d+ 页 A4/u).waitFor();
  expect(await sticksOut(page)).toEqual([]);
});
