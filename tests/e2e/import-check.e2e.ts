import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { choose, fixture, lit, openRead, read, readRow, store, toImport } from './importing.ts';
import { ask, box, download, fileIn, openOffice, storedNames, withSample, withUnit } from './steps.ts';

/* Checking what was read beside its source, by keyboard and by mouse, and what becomes of what is stored already. */

const office = openOffice();

const withFile = async (page: Page, file: string, projects: number): Promise<void> => {
  await withUnit(page);
  await toImport(page);
  await choose(page, [file]);
  await read(page, projects);
};

/** How many doubts of the open project are still to be checked; 0 where none is. */
const left = async (page: Page): Promise<number> => {
  const said = await page.getByText(/^⚠ 还有 \d+ 处请核对$|^✓ 没有要核对的$/u).innerText();
  return Number(/\d+/u.exec(said)?.[0] ?? 0);
};

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

test('every doubt is settled by keyboard, from the first project to the last, and then all of it is stored', async () => {
  const { page } = await office.sitDown();
  await withFile(page, fixture('labels-moved.txt'), 3);
  await page.keyboard.press('F8');
  await page.getByRole('heading', { name: '村级会计委托代理费' }).waitFor();
  const first = await left(page);
  expect(first).toBeGreaterThan(2);
  expect(await focused(page)).toBe('✓ 没错');
  // Forward, back, and round.
  await page.keyboard.press('F8');
  const second = await page.evaluate(() => document.activeElement?.closest('[data-doubt]')?.textContent);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Shift+F8');
  expect(await page.evaluate(() => document.activeElement?.closest('[data-doubt]')?.textContent)).toBe(second);
  await page.keyboard.press('Alt+ArrowUp');
  for (let open = first; open > 0; open -= 1) {
    await page.keyboard.press('Enter');
    await expect.poll(() => left(page)).toBe(open - 1);
  }
  // The last yes leads to the button that leads on.
  await expect.poll(() => focused(page)).toBe('核对好了，看下一个');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '农村厕所改造' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '村级文化活动' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('✓ 都没有疑问').waitFor();
  await store(page).click();
  await page.getByText('已存入。新增 3 个项目。').waitFor();
});

test('the cell of the focused field is lit in the source, and a click on a cell leads to its field', async () => {
  const { page } = await office.sitDown();
  await withFile(page, fixture('labels-moved.txt'), 3);
  await openRead(page, '农村厕所改造');
  await box(page, '项目名称').focus();
  await expect.poll(() => lit(page).innerText()).toContain('农村厕所改造');
  await page.getByRole('textbox', { name: '指标值' }).last().focus();
  await expect.poll(() => lit(page).innerText()).not.toContain('农村厕所改造');
  const source = page.getByRole('grid', { name: /^原表/u });
  // The source has scrolled to it.
  await expect.poll(() => lit(page).isVisible()).toBe(true);
  await page.waitForTimeout(300);
  const place = await source
    .locator('[data-place]:not([data-lit], [data-doubtful])')
    .first()
    .getAttribute('data-place');
  const cell = source.locator(`[data-place="${place ?? ''}"]`);
  const text = (await cell.innerText()).trim();
  await cell.click();
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(text);
  expect((await lit(page).innerText()).trim()).toBe(text);
});

test('what was settled is taken back, and typing into the field settles its doubt', async () => {
  const { page } = await office.sitDown();
  await withFile(page, fixture('amounts.txt'), 3);
  await openRead(page, '待定项目');
  const open = await left(page);
  await page.keyboard.press('F8');
  await page.keyboard.press('Enter');
  await expect.poll(() => left(page)).toBe(open - 1);
  await page.getByRole('button', { name: '撤销：✓ 已核对，没错' }).first().click();
  await expect.poll(() => left(page)).toBe(open);
  await box(page, '资金总额').fill('10');
  await page.getByText('✓ 已改').first().waitFor();
});

test('plain projects are stored at once, and those in doubt stay to be checked', async () => {
  const { page } = await office.sitDown();
  await withUnit(page);
  await toImport(page);
  const folder = office.folder();
  const plain = readFileSync(fixture('plain.txt'), 'utf8');
  const files = Array.from({ length: 5 }, (_, at) =>
    fileIn(folder, `${at}.txt`, plain.replaceAll('村道路灯维护', `村道路灯维护${'甲乙丙丁戊'[at] ?? ''}`)),
  );
  await choose(page, [...files, fixture('labels-moved.txt')]);
  await read(page, 8);
  await page.getByRole('switch', { name: '只看要核对的' }).click();
  await expect.poll(() => page.getByRole('checkbox', { name: /^导入 / }).count()).toBe(3);
  await page.getByRole('button', { name: '先存没有疑问的 5 个' }).click();
  await page.getByText('已存入。新增 5 个项目。').waitFor();
  expect(await storedNames(page)).toHaveLength(5);
  // The rest is still there, and is stored after it.
  await read(page, 3);
  await store(page).click();
  await page.getByText('已存入。新增 3 个项目。').waitFor();
  expect(await storedNames(page)).toHaveLength(8);
});

test('what is stored already is updated, with the differences side by side, or left alone', async () => {
  const { page } = await office.sitDown();
  await withFile(page, fixture('labels-moved.txt'), 3);
  await store(page).click();
  await page.getByText('已存入。新增 3 个项目。').waitFor();
  const [, second] = await ask<{ id: string }[]>(page, 'start.state', 'query').then(async () => {
    const { settings } = await ask<{ settings: { unitId: string; year: number } }>(page, 'start.state', 'query');
    const query = { unitId: settings.unitId, year: settings.year, search: '', sort: 'position', descending: false };
    return (
      await ask<{ rows: { id: string }[] }>(page, 'projects.list', 'query', {
        ...query,
        state: null,
        offset: 0,
        limit: 9,
      })
    ).rows;
  });
  const stored = await ask<{ id: string; version: number; content: object & { goals: string[] } }>(
    page,
    'projects.get',
    'query',
    { id: second?.id },
  );
  const content = { ...stored.content, goals: ['去年写的目标。'] };
  await ask(page, 'projects.save', 'mutation', { id: stored.id, version: stored.version, content });

  await choose(page, [fixture('labels-moved.txt')]);
  await read(page, 3);
  await page.getByText('更新 1 个，相同 2 个').waitFor();
  await openRead(page, '农村厕所改造');
  await page.getByText(/^和已存的比较（1 处不同）$/u).click();
  const compared = page.getByRole('region', { name: '和已存的比较' });
  await compared.getByText('去年写的目标。').waitFor();
  await compared.getByRole('button', { name: '去“年度总体目标”这一栏' }).click();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await page.keyboard.press('Escape');
  await store(page).click();
  await page.getByText('已存入。更新 1 个项目，2 个没有变化。').waitFor();
  expect(await storedNames(page)).toHaveLength(3);
  // Taken back: the old goal stands there again.
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await page.getByText('已撤销这次导入。').waitFor();
  const again = await ask<{ content: { goals: string[] } }>(page, 'projects.get', 'query', { id: stored.id });
  expect(again.content.goals).toEqual(['去年写的目标。']);
});

test('a project that is there is skipped, or stored once more, where the clerk says so', async () => {
  const { page } = await office.sitDown();
  await withFile(page, fixture('plain.txt'), 1);
  await store(page).click();
  await page.getByText('已存入。新增 1 个项目。').waitFor();
  await choose(page, [fixture('plain.txt')]);
  await read(page, 1);
  const outcome = readRow(page, '村道路灯维护').getByRole('combobox', { name: '怎么存 村道路灯维护' });
  await outcome.selectOption({ label: '跳过，不存' });
  await page.getByText('跳过 1 个').waitFor();
  expect(await store(page).isDisabled()).toBe(true);
  await outcome.selectOption({ label: '新增（另存一个）' });
  await store(page).click();
  await page.getByText('已存入。新增 1 个项目。').waitFor();
  expect(await storedNames(page)).toEqual(['村道路灯维护', '村道路灯维护']);
});

test('a 批复表 marks what it approves, keeps what was declared, and shows where they differ', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  const { settings } = await ask<{ settings: { unitId: string; year: number } }>(page, 'start.state', 'query');
  const where = { unitId: settings.unitId, year: settings.year, search: '', state: null };
  const ids = await ask<string[]>(page, 'projects.ids', 'query', where);
  // The county's table is what was declared; then the clerk's copy changes, so that the county seems to have cut it.
  await page.getByRole('button', { name: '导出全部' }).click();
  await page.getByRole('combobox', { name: '哪种表' }).selectOption('approval');
  const file = await download(page, office.folder(), () => page.getByRole('button', { name: '开始导出' }).click());
  await page.getByRole('button', { name: '好', exact: true }).click();
  const declared = await ask<{ version: number; content: { funds: object } }>(page, 'projects.get', 'query', {
    id: ids[0],
  });
  const content = { ...declared.content, funds: { total: '99', fiscal: '99', other: '0' } };
  await ask(page, 'projects.save', 'mutation', { id: ids[0], version: declared.version, content });

  await toImport(page);
  await choose(page, [file]);
  await read(page, ids.length);
  const approve = page.getByRole('switch', { name: '这是县里的批复，存入后标为已批复' });
  expect(await approve.isChecked()).toBe(true);
  await page.getByText(`更新 1 个，相同 ${ids.length - 1} 个`).waitFor();
  await openRead(page, '村干部任职补贴');
  await page.getByText(/^申报数和批复数（\d 处不同）$/u).click();
  await page.getByRole('region', { name: '申报数和批复数' }).getByText('99').first().waitFor();
  await page.keyboard.press('Escape');
  await store(page).click();
  await page
    .getByText(new RegExp(`标为已批复 ${ids.length} 个`, 'u'))
    .first()
    .waitFor();
  expect(await ask<{ state: string }>(page, 'projects.get', 'query', { id: ids[0] })).toMatchObject({
    state: 'approved',
  });
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await page.getByText('已撤销这次导入。').waitFor();
  expect(await ask<{ state: string; content: object }>(page, 'projects.get', 'query', { id: ids[0] })).toMatchObject({
    state: 'draft',
    content: { funds: { total: '99' } },
  });
});

test('hidden sheets are asked about, and read where the clerk wants them', async () => {
  const { page } = await office.sitDown();
  await withUnit(page);
  await toImport(page);
  const rows = (name: string): string[][] =>
    readFileSync(fixture('plain.txt'), 'utf8')
      .replaceAll('村道路灯维护', name)
      .split('\n')
      .map((line) => line.split('\t'));
  const book = new ExcelJS.Workbook();
  book.addWorksheet('今年').addRows(rows('村道路灯维护'));
  book.addWorksheet('去年', { state: 'hidden' }).addRows(rows('村道路灯更换'));
  const file = fileIn(office.folder(), '两年.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
  await choose(page, [file]);
  await read(page, 1);
  await page.getByText('有 1 张隐藏的工作表：“去年”，要读吗？').waitFor();
  await page.getByRole('button', { name: '一起读' }).click();
  await read(page, 2);
  expect(await page.getByText(/要读吗/u).count()).toBe(0);
  await openRead(page, '村道路灯更换');
  await box(page, '项目名称').focus();
  await expect.poll(() => lit(page).innerText()).toContain('村道路灯更换');
});
