import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { focused, goToBox, pressButton } from '../desktop/keyboard.ts';
import { openOffice } from './steps.ts';

/* The main job without a mouse: from an empty data folder to the printed table. */

const office = openOffice();

const UNIT = ['示例县示例镇人民政府本级', '示例县示例镇人民政府', '407001', '2024', '填报员甲'];

/** What the clerk types into the boxes, by the name of the box. */
const FIELDS: Readonly<Record<string, string>> = {
  name: '2024年农村公路日常养护经费',
  departmentAndCode: '示例县示例镇人民政府407001',
  implementingUnit: '示例县示例镇人民政府本级',
  attribute: '0101-一年期项目',
  period: '1 年',
  'funds.total': '43',
  'funds.fiscal': '40.5',
  'funds.other': '2.5',
  'goals.0': '对全镇86公里农村公路进行日常养护，保障群众出行安全。',
};

/** Name and value of one indicator a required row, by how the paper's row begins. */
const INDICATORS: readonly (readonly [row: string, level3: string, value: string])[] = [
  ['数量指标', '养护里程', '≥86公里'],
  ['质量指标', '养护合格率', '≥95%'],
  ['时效指标', '完成时限', '2024年底'],
  ['成本指标', '养护标准', '5000元/公里/年'],
  ['社会效益', '群众出行条件', '不断提升'],
  ['可持续影响', '路况良好', '长期保持'],
  ['服务对象满意度', '沿线群众满意度', '≥90%'],
];

const textFor = ({ name, row }: { readonly name: string; readonly row: string }): string => {
  const [, level3, value] = INDICATORS.find(([start]) => row.startsWith(start)) ?? [];
  const text = FIELDS[name] ?? (name.endsWith('.level3') ? level3 : name.endsWith('.printed') ? value : undefined);
  if (text === undefined) throw new Error(`nothing to type into ${name} of ${row}`);
  return text;
};

/** Types into whatever box the program puts the clerk; Enter leads through all steps to 核对与完成. */
const fillEverything = async (page: Page): Promise<void> => {
  const last = page.locator('[aria-current=step]', { hasText: '核对与完成' });
  while (!(await last.isVisible())) {
    const at = await focused(page);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(textFor(at));
    await page.keyboard.press(at.name === 'goals.0' ? 'Control+Enter' : 'Enter');
    await page.waitForFunction(
      (before) => (document.activeElement?.getAttribute('name') ?? document.activeElement?.textContent) !== before,
      at.name,
    );
  }
};

test('a project is made, filled in, finished and printed on one A4 page by keyboard alone', async () => {
  const { page, context } = await office.sitDown();

  await pressButton(page, '新建单位');
  await goToBox(page, '实施单位');
  for (const text of UNIT) {
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  // The list of forms is one stop, with the usual one ticked.
  await page.keyboard.press('Enter');
  await page.getByText('2024 年度还没有项目').waitFor();

  await page.keyboard.press('Control+N');
  await page.getByRole('navigation', { name: '填报步骤' }).waitFor();
  await fillEverything(page);
  await page.getByText('必填内容都已填好').waitFor();
  await pressButton(page, '完成');
  await page.getByText('这个项目已完成').waitFor();

  await page.keyboard.press('Control+P');
  await page.getByText('1 个项目，共 1 页 A4').waitFor();
  const paper = page.frameLocator('iframe[title="打印预览"]').locator('body');
  const printed = await paper.innerText();
  const typed = [...Object.values(FIELDS), ...INDICATORS.flatMap(([, level3, value]) => [level3, value])];
  expect(typed.filter((text) => !printed.includes(text))).toEqual([]);
  expect(printed).toContain('附件 2：示例县示例镇人民政府项目支出预算绩效目标表');
  expect(printed).not.toContain('草稿');

  const href = await page.locator('iframe[title="打印预览"]').getAttribute('src');
  const sheet = await context.newPage();
  await sheet.goto(new URL(href ?? '', page.url()).href);
  const { pages, width, height } = sizeOf(await sheet.pdf({ preferCSSPageSize: true }));
  expect(pages).toBe(1);
  // A4 in points.
  expect(Math.abs(width - 595.28)).toBeLessThan(2);
  expect(Math.abs(height - 841.89)).toBeLessThan(2);
});

const sizeOf = (pdf: Buffer): { readonly pages: number; readonly width: number; readonly height: number } => {
  const text = pdf.toString('latin1');
  const [width = 0, height = 0] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/u.exec(text)?.slice(1).map(Number) ?? [];
  return { pages: text.match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0, width, height };
};
