import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { emptyContent, emptyIndicator, type ProjectContent } from '../../shared/model/project.ts';
import { FORM_IDS } from '../../shared/model/form-id.ts';
import { readValue } from '../../shared/model/value.ts';
import { violations } from './axe.ts';
import { ask, openOffice, step, storedHere, UNIT, YEAR, type Stored } from './steps.ts';

/* A unit that hands in two forms at once: what either of them needs is asked in one wizard. */

const office = openOffice();

/** Saves come within a second; the machine may be busy. */
const SOON = { timeout: 10_000 };

const INDICATORS = [
  ['quantity', '养护里程', '=86公里'],
  ['quality', '养护合格率', '≥95%'],
  ['timeliness', '完成时限', '2024年底'],
  ['cost', '养护标准', '≤5000元/公里/年'],
  ['social', '群众出行条件', '不断提升'],
  ['satisfaction', '沿线群众满意度', '≥90%'],
] as const;

const indicators: ProjectContent['indicators'] = INDICATORS.map(([kind, level3, printed], index) => {
  const { operator, value, unit } = readValue(printed);
  const description = `${level3}是多少`;
  return { ...emptyIndicator(`i${index}`, kind), level3, printed, operator, value, unit, description };
});

/** As another county's form left it: no code, no weights, no plan, no basis. */
const content: ProjectContent = {
  ...emptyContent(),
  name: '2024年农村公路日常养护经费',
  implementingUnit: UNIT.name,
  funds: { total: '43', fiscal: '40.5', other: '2.5' },
  goals: ['对全镇86公里农村公路进行日常养护，保障群众出行安全。'],
  indicators,
};

/** The project of a unit with these forms, opened at a step; the window then shows the wizard. */
const openProject = async (
  page: Page,
  forms: readonly string[],
  project: ProjectContent,
  at: string,
): Promise<void> => {
  const { units } = await ask<{ units: { id: string }[] }>(page, 'start.createUnit', 'mutation', {
    ...UNIT,
    forms,
    year: YEAR,
    operator: '测试员',
  });
  const unitId = units[0]?.id ?? '';
  const { id, version } = await ask<Stored>(page, 'projects.create', 'mutation', { unitId, year: YEAR, name: '新' });
  await ask(page, 'projects.save', 'mutation', { id, version, content: project });
  await page.reload();
  await page.goto(`${page.url().replace(/#.*$/u, '')}#/projects/${id}/${at}`);
  await page.getByRole('navigation', { name: '填报步骤' }).waitFor();
};

const stored = async (page: Page): Promise<ProjectContent> =>
  (await storedHere(page)).content as unknown as ProjectContent;

const field = (page: Page, path: string) => page.locator(`[name="${path}"]`);

test('a project of another county is completed for two forms: code, plan, weights by a button, basis; then finished', async () => {
  const { page } = await office.sitDown({ viewport: { width: 1280, height: 800 } });
  await openProject(page, ['approval', 'dossier'], content, 'check');
  await page.getByText('请填写资金支出计划').waitFor();

  await page.getByRole('button', { name: '请填写项目编码' }).click();
  await page.keyboard.type('13073024P00888510015C');
  await field(page, 'category').fill('3-特定目标类');

  await step(page, '资金').click();
  await field(page, 'usage').fill('用于农村公路日常养护');
  await page.getByRole('button', { name: '填入 3月底、6月底、10月底、12月底' }).click();
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'spendingPlan.0.percent');
  for (const percent of ['25', '50', '75', '100']) {
    await page.keyboard.type(percent);
    await page.keyboard.press('ArrowDown');
  }
  await page.getByText('累计到 100%').waitFor();

  await step(page, '产出指标').click();
  await page.getByText('权重合计 0 / 90，还差 90，6 条没有填').waitFor();
  await page.getByRole('button', { name: '平均分配其余权重' }).click();
  await page.getByText('权重合计 90 / 90').waitFor();
  expect(await field(page, 'indicators.0.weight').inputValue()).toBe('15');
  await page.getByRole('button', { name: '按常用比例' }).click();
  await page.getByRole('menuitem', { name: '产出 50、效益 30、满意度 10' }).click();
  await page.waitForFunction(() => document.querySelector('[role=menu]') === null);
  expect(await field(page, 'indicators.0.weight').inputValue()).toBe('13');

  for (const [index, name] of ['产出指标', '产出指标', '产出指标', '产出指标', '效益指标', '满意度指标'].entries()) {
    await step(page, name).click();
    await field(page, `indicators.${index}.basis`).fill('年度工作计划');
  }

  await step(page, '核对与完成').click();
  await page.getByText('必填内容都已填好').waitFor();
  await page.getByRole('button', { name: '完成', exact: true }).click();
  await page.getByText('这个项目已完成').waitFor();
  expect(await stored(page)).toMatchObject({
    code: '13073024P00888510015C',
    spendingPlan: [
      { by: '3月底', percent: '25%' },
      { by: '6月底', percent: '50%' },
      { by: '10月底', percent: '75%' },
      { by: '12月底', percent: '100%' },
    ],
    indicators: ['13', '13', '12', '12', '30', '10'].map((weight) => ({ weight, basis: '年度工作计划' })),
  });
});

test('either paper is shown beside the boxes, and a click on a cell of it goes to the box', async () => {
  const { page } = await office.sitDown();
  await openProject(page, ['approval', 'dossier'], { ...content, usage: '用于农村公路日常养护' }, 'basics');
  const paper = page.getByRole('region', { name: '纸面预览' });
  await paper.getByText('分值权重').waitFor();
  await page.getByText('绩效文本（河北）').click();
  await paper.getByText('用于农村公路日常养护').click();
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'usage');
  await paper.getByText('养护里程是多少').click();
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'indicators.0.description');
  await page.reload();
  await paper.getByText('用于农村公路日常养护').waitFor();
});

test('Ctrl+Z outside of a box takes back what a button wrote into many', async () => {
  const { page } = await office.sitDown();
  await openProject(page, ['approval'], content, 'benefit');
  await page.getByRole('button', { name: '平均分配其余权重' }).click();
  await expect.poll(async () => (await stored(page)).indicators.map(({ weight }) => weight), SOON).toContain('15');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await stored(page)).indicators.map(({ weight }) => weight), SOON).not.toContain('15');
  expect(await field(page, 'indicators.4.weight').inputValue()).toBe('');
});

test('every step is accessible and fits the window where all five forms are handed in', async () => {
  const { page } = await office.sitDown({ viewport: { width: 1092, height: 614 }, scale: 1.25 });
  await openProject(page, FORM_IDS, content, 'basics');
  const steps = page.getByRole('navigation', { name: '填报步骤' }).getByRole('button');
  expect(await steps.count()).toBe(8);
  for (const each of await steps.all()) {
    await each.click();
    await page.locator('[aria-current=step]', { hasText: (await each.innerText()).split('\n')[0] ?? '' }).waitFor();
    expect(await violations(page)).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
  }
});

test('with 200 indicators a key costs one layout of the page, not one for each box', async () => {
  const { page, context } = await office.sitDown();
  const many = Array.from({ length: 200 }, (_, index) => ({
    ...emptyIndicator(`m${index}`, INDICATORS[index % INDICATORS.length]?.[0] ?? 'quantity'),
    level3: `养护里程第${index}段`,
    printed: `=${index}公里`,
    weight: '1',
  }));
  await openProject(page, ['approval', 'dossier'], { ...content, indicators: many }, 'output');
  const typed = field(page, 'indicators.0.level3');
  await typed.waitFor();
  await typed.focus();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  const layouts = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? 0;
  };
  const before = await layouts();
  const keys = 20;
  await page.keyboard.type('a'.repeat(keys), { delay: 50 });
  await expect.poll(async () => (await stored(page)).indicators[0]?.level3, SOON).toContain('a'.repeat(keys));
  // One for the key, and now and then one for the paper, the counts and the note of the save.
  expect((await layouts()) - before).toBeLessThan(keys * 3);
});
