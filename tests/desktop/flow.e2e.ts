import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answerSaveDialog,
  buildApplication,
  closeWindow,
  removeFolder,
  startDesktop,
  temporaryFolder,
  type Desktop,
} from './desktop.ts';
import { focused, goToBox, pressButton, typeText } from './keyboard.ts';

/* The main job in a real window, by keyboard alone: from an empty program to the printed table. */

let desktop: Desktop;
let desk = '';

beforeAll(async () => {
  desktop = await startDesktop(await buildApplication(), temporaryFolder());
  desk = path.join(desktop.data, 'desk');
  mkdirSync(desk);
});

afterAll(async () => {
  await closeWindow(desktop);
  removeFolder(desktop.data);
});

const NAME = '2024年农村公路日常养护经费';
const GOAL = '对全镇 86 公里农村公路进行日常养护，保障群众出行安全。';

/** What the clerk writes into the boxes, by the name of the box. */
const FIELDS: Readonly<Record<string, string>> = {
  name: NAME,
  departmentAndCode: '示例县示例镇人民政府 407001',
  implementingUnit: '示例县示例镇人民政府本级',
  attribute: '0101-一年期项目',
  period: '1 年',
  'funds.total': '43',
  'funds.fiscal': '40.5',
  'funds.other': '2.5',
  'goals.0': GOAL,
};

/** Name and value of one indicator a required row, by the words the county prints in that row. */
const INDICATORS: readonly (readonly [RegExp, string, string])[] = [
  [/^数量指标/u, '养护里程', '≥86 公里'],
  [/^质量指标/u, '养护合格率', '≥95%'],
  [/^时效指标/u, '完成时限', '2024 年底'],
  [/^成本指标/u, '养护标准', '5000 元/公里/年'],
  [/^社会效益/u, '保障群众出行', '不断提升'],
  [/^可持续影响/u, '路况持续良好', '长期'],
  [/^服务对象满意度/u, '群众满意度', '≥90%'],
];

const textFor = ({ name, row }: { readonly name: string; readonly row: string }): string | null => {
  if (FIELDS[name] !== undefined) return FIELDS[name];
  const indicator = INDICATORS.find(([printed]) => printed.test(row));
  if (!indicator) return null;
  return name.endsWith('.level3') ? indicator[1] : name.endsWith('.printed') ? indicator[2] : null;
};

/** Fills whatever box the program puts the clerk into, until Enter has led through all steps to the last one. */
const fillEverything = async (): Promise<void> => {
  const { page } = desktop;
  for (let step = 0; step < 120; step += 1) {
    if (await atLastStep()) return;
    const at = await focused(page);
    const text = textFor(at);
    if (text !== null) await typeText(page, text);
    await page.keyboard.press(at.name.startsWith('goals.') ? 'Control+Enter' : 'Enter');
    await page.waitForTimeout(60);
  }
  throw new Error('the steps never led to 核对与完成');
};

const atLastStep = (): Promise<boolean> =>
  desktop.page.locator('[aria-current=step]', { hasText: '核对与完成' }).isVisible();

test('a new unit is made by keyboard', async () => {
  const { page } = desktop;
  await page.getByRole('button', { name: '新建单位' }).waitFor();
  await pressButton(page, '新建单位');
  await goToBox(page, '实施单位');
  for (const text of ['示例县示例镇人民政府本级', '示例县示例镇人民政府', '407001', '2024', '测试员']) {
    await typeText(page, text);
    await page.keyboard.press('Enter');
  }
  // The list of forms is one stop, with the usual one ticked.
  await page.keyboard.press('Enter');
  await page.getByText('2024 年度还没有项目').waitFor();
});

test('a project is filled in from empty to 完成', async () => {
  const { page } = desktop;
  await page.keyboard.press('n');
  await page.getByRole('navigation', { name: '填报步骤' }).waitFor();
  await fillEverything();
  await page.getByText('必填内容都已填好').waitFor();
  await pressButton(page, '完成');
  await page.getByText('这个项目已完成').waitFor();
});

test('the preview shows the official table, and it becomes a PDF of one A4 page', async () => {
  const { page, electron } = desktop;
  await page.keyboard.press('Control+P');
  const paper = page.frameLocator('iframe[title="打印预览"]');
  await paper.getByText(NAME).waitFor();
  await paper.getByText('部门项目支出预算绩效目标表').waitFor();
  expect(await paper.locator('body').innerText()).toContain('5000 元/公里/年');
  const target = path.join(desk, '目标表.pdf');
  await answerSaveDialog(electron, target);
  await pressButton(page, '存为 PDF');
  await page.getByText('已保存到 目标表.pdf').first().waitFor();
  const pdf = readFileSync(target, 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/gu)).toHaveLength(1);
  const [width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/u.exec(pdf)?.slice(1).map(Number) ?? [];
  expect(Math.abs((width ?? 0) - 595)).toBeLessThan(2);
  expect(Math.abs((height ?? 0) - 842)).toBeLessThan(2);
});

test('no hidden window is left behind by printing', async () => {
  expect(await desktop.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the table is exported to where the dialog says, and opens as a workbook', async () => {
  const { page, electron } = desktop;
  // From the preview to the project, and from there to the list.
  await page.keyboard.press('Escape');
  await page.getByRole('navigation', { name: '填报步骤' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '导出全部' }).waitFor();
  const target = path.join(desk, '目标表.xlsx');
  await answerSaveDialog(electron, target);
  await pressButton(page, '导出全部');
  await page.getByRole('dialog').waitFor();
  await pressButton(page, '开始导出');
  await page.getByText('已保存到 目标表.xlsx').first().waitFor();
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(target);
  expect(book.worksheets).toHaveLength(1);
  expect(book.worksheets[0]?.getCell('B4').text).toBe(NAME);
});

test('nothing was complained about on the way, and the desk holds what was asked for only', () => {
  expect(desktop.complaints).toEqual([]);
  expect(readdirSync(desk).sort()).toEqual(['目标表.pdf', '目标表.xlsx']);
  expect(existsSync(path.join(desktop.data, 'jixiao.db'))).toBe(true);
});
