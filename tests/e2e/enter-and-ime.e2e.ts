import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { box, newProject, openOffice, step, storedHere, withUnit } from './steps.ts';

/* Enter picks a candidate of the Chinese input method, and Enter moves on: the two must never be taken for each other. */

const office = openOffice();

/** The input method shows its candidates for what was typed so far. */
const compose = (ime: CDPSession, text: string): Promise<unknown> =>
  ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

/** The input method takes the Enter (Chromium then says 229), or the browser sees it as an ordinary key. */
const enterKey = async (ime: CDPSession, keyCode: 229 | 13): Promise<void> => {
  const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: keyCode, nativeVirtualKeyCode: keyCode };
  await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await ime.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
};

/** The candidate goes into the box. */
const commit = (ime: CDPSession, text: string): Promise<unknown> => ime.send('Input.insertText', { text });

const atBox = async (page: Page, label: string): Promise<boolean> =>
  box(page, label).evaluate((element) => element === document.activeElement);

test('an Enter that picks a candidate stays in its box, a plain Enter moves on', async () => {
  const { page, context } = await office.sitDown();
  await withUnit(page);
  await newProject(page);
  const ime = await context.newCDPSession(page);
  await box(page, '项目名称').focus();

  await compose(ime, 'cun gan bu');
  await enterKey(ime, 229);
  await enterKey(ime, 13);
  expect(await atBox(page, '项目名称')).toBe(true);
  await commit(ime, '村干部');
  expect(await atBox(page, '项目名称')).toBe(true);
  await expect.poll(() => box(page, '项目名称').inputValue()).toBe('村干部');

  // A person's own Enter comes later than the input method's.
  await page.waitForTimeout(120);
  await page.keyboard.press('Enter');
  await expect.poll(() => atBox(page, '主管部门及代码')).toBe(true);
  expect(await box(page, '项目名称').inputValue()).toBe('村干部');
});

test('an Enter that some input methods send on after their candidate is not taken for the clerk’s', async () => {
  const { page, context } = await office.sitDown();
  await withUnit(page);
  await newProject(page);
  const ime = await context.newCDPSession(page);
  await box(page, '项目名称').focus();
  await compose(ime, 'bu tie');
  // Sent together, as the input method does.
  await Promise.all([commit(ime, '补贴'), enterKey(ime, 13)]);
  expect(await atBox(page, '项目名称')).toBe(true);
  expect(await box(page, '项目名称').inputValue()).toBe('补贴');
});

test('an Enter of the input method does not submit a new unit', async () => {
  const { page, context } = await office.sitDown();
  await page.getByRole('button', { name: '新建单位' }).click();
  await box(page, '实施单位').fill('示例县示例镇人民政府');
  const ime = await context.newCDPSession(page);
  await box(page, '填报人').focus();
  await compose(ime, 'zhang san');
  await enterKey(ime, 229);
  await commit(ime, '张三');
  expect(await page.getByRole('button', { name: '开始填报' }).isVisible()).toBe(true);
  await page.waitForTimeout(120);
  expect(await atBox(page, '填报人')).toBe(true);
  // The next stop is the list of forms; from there Enter goes on.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByText('年度还没有项目').waitFor();
});

test('>= becomes ≥ while it is typed, with the cursor where it was, and is understood', async () => {
  const { page } = await office.sitDown();
  await withUnit(page);
  await newProject(page);
  await step(page, '产出指标').click();
  const value = page.getByRole('region', { name: '质量指标（必填）' }).getByRole('textbox', { name: '指标值' });
  await value.focus();
  await page.keyboard.type('>=95%');
  expect(await value.inputValue()).toBe('≥95%');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('1');
  expect(await value.inputValue()).toBe('≥195%');
  await page.getByText('大于等于 195').waitFor();
  await expect.poll(async () => (await storedHere(page)).content.indicators[0]?.printed).toBe('≥195%');
  await page.keyboard.press('Enter');
  expect(await value.evaluate((element) => element === document.activeElement)).toBe(false);
});
