import { expect, test } from 'vitest';
import {
  ask,
  box,
  newProject,
  openOffice,
  projectId,
  rowOf,
  saved,
  step,
  storedHere,
  storedNames,
  storedProject,
  withSample,
  withUnit,
  type Desk,
} from './steps.ts';

/* Whatever happens to the window, to the program or to the clerk's patience: what was typed is there. */

const office = openOffice();

const openGoal = async ({ page }: Desk): Promise<string> => {
  await withUnit(page);
  await newProject(page);
  await step(page, '年度总体目标').click();
  await box(page, '年度总体目标').focus();
  return projectId(page);
};

/** Types until the program is killed, at a moment nobody chose; answers what was typed a second before that. */
const typeUntilKilled = async ({ page, program }: Desk, wait: number): Promise<{ all: string; safe: string }> => {
  const typed: { readonly text: string; readonly at: number }[] = [];
  let killedAt = 0;
  const killing = new Promise((resolve) => setTimeout(resolve, wait)).then(() => {
    killedAt = Date.now();
    return program.stop('SIGKILL');
  });
  for (let count = 0; killedAt === 0; count += 1) {
    const text = `第${count}句。`;
    await page.keyboard.type(text, { delay: 5 });
    typed.push({ text, at: Date.now() });
  }
  await killing;
  const textOf = (some: typeof typed): string => some.map(({ text }) => text).join('');
  return { all: textOf(typed), safe: textOf(typed.filter(({ at }) => at < killedAt - 1_000)) };
};

// After the kill the window asks a program that is gone, or the next one, which has another secret and refuses.
const GONE = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_SOCKET|ERR_EMPTY_RESPONSE|status of 403/u;

test.each([1_500, 700, 1_130, 1_870, 2_410].map((wait) => wait + Math.round(Math.random() * 400)))(
  'a program killed %i ms into typing has lost at most the last second',
  async (wait) => {
    const data = office.folder();
    const desk = await office.sitDown({ data, expected: GONE });
    const id = await openGoal(desk);
    const { all, safe } = await typeUntilKilled(desk, wait);
    const again = await office.sitDown({ data });
    const goal = (await storedProject(again.page, id)).content.goals[0] ?? '';
    expect(all.startsWith(goal)).toBe(true);
    expect(goal.startsWith(safe)).toBe(true);
  },
);

test('a window that is loaded anew right after typing has everything', async () => {
  const desk = await office.sitDown();
  await openGoal(desk);
  await desk.page.keyboard.insertText('刚刚填写的目标');
  await desk.page.reload();
  expect(await box(desk.page, '年度总体目标').inputValue()).toBe('刚刚填写的目标');
});

test('a tab that is closed right after typing has stored everything', async () => {
  const desk = await office.sitDown();
  const id = await openGoal(desk);
  await desk.page.keyboard.insertText('关闭之前填写的目标');
  await desk.page.close({ runBeforeUnload: true });
  const other = await desk.secondWindow();
  await expect.poll(async () => (await storedProject(other, id)).content.goals).toEqual(['关闭之前填写的目标']);
});

test('leaving a project for the list right after typing stores everything', async () => {
  const desk = await office.sitDown();
  const id = await openGoal(desk);
  await desk.page.keyboard.insertText('离开之前填写的目标');
  await desk.page.keyboard.press('Escape');
  await desk.page.getByRole('button', { name: '导出全部' }).waitFor();
  expect((await storedProject(desk.page, id)).content.goals).toEqual(['离开之前填写的目标']);
});

test('two windows on one project lose nothing of either', async () => {
  // The second save meets a newer version and is refused once.
  const desk = await office.sitDown({ expected: /status of 409/u });
  const { page: first } = desk;
  await withUnit(first);
  await newProject(first);
  const second = await desk.secondWindow();
  await second.goto(first.url());
  await box(second, '项目名称').waitFor();

  await box(first, '项目名称').fill('第一个窗口填的名称');
  await saved(first).waitFor();
  await box(second, '项目期').fill('3 年');
  await second.getByText('刚才填的内容没有保存').waitFor();
  await second.getByRole('button', { name: '重新载入，保留我填的' }).click();
  await saved(second).waitFor();

  expect(await box(second, '项目名称').inputValue()).toBe('第一个窗口填的名称');
  expect((await storedHere(second)).content).toMatchObject({ name: '第一个窗口填的名称', period: '3 年' });
});

test('a deleted project comes back by 撤销, whole and at its place', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  const before = await storedNames(page);
  const name = before[2] ?? '';
  await rowOf(page, name).hover();
  await rowOf(page, name)
    .getByRole('button', { name: `删除 ${name}` })
    .click();
  await rowOf(page, name).waitFor({ state: 'detached' });
  expect(await storedNames(page)).not.toContain(name);
  await page.getByRole('button', { name: '撤销' }).click();
  await rowOf(page, name).waitFor();
  expect(await storedNames(page)).toEqual(before);
});

test('a finished project can be read but not changed until 修改 opens it again', async () => {
  const { page } = await office.sitDown();
  await withSample(page);
  const { id, content } = await finishFirst(page);
  await page.reload();
  await page.getByText('已完成，内容已锁定').waitFor();
  const period = box(page, '项目期');
  await period.focus();
  await page.keyboard.type('9 年');
  expect(await period.inputValue()).toBe(content.period);

  await page.getByRole('button', { name: '修改', exact: true }).click();
  await page.getByText('已完成，内容已锁定').waitFor({ state: 'detached' });
  await period.fill('2 年');
  await saved(page).waitFor();
  expect(await storedProject(page, id)).toMatchObject({ state: 'draft', content: { period: '2 年' } });
});

const finishFirst = async (page: Desk['page']) => {
  await page.getByRole('row').filter({ hasText: '草稿' }).first().click();
  await box(page, '项目名称').waitFor();
  const before = await storedHere(page);
  expect(await ask(page, 'projects.finish', 'mutation', { id: before.id })).toMatchObject({ finished: true });
  return before;
};

test('texts come back exactly as they were typed', async () => {
  const { page } = await office.sitDown();
  await withUnit(page);
  await newProject(page);
  const name = '䶮镇㛃河𬀩渠👩‍🌾整治“一期” <b>&amp;</b>';
  await box(page, '项目名称').focus();
  await page.keyboard.insertText(name);
  await step(page, '年度总体目标').click();
  await box(page, '年度总体目标').focus();
  await page.keyboard.insertText('一、修渠 3 公里；');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('  二、惠及群众≥1 200 人。');
  const goal = '一、修渠 3 公里；\n\n  二、惠及群众≥1 200 人。';
  await saved(page).waitFor();
  await page.reload();
  expect(await box(page, '年度总体目标').inputValue()).toBe(goal);
  await step(page, '基本信息').click();
  expect(await box(page, '项目名称').inputValue()).toBe(name);
  expect((await storedHere(page)).content).toMatchObject({ name, goals: [goal] });
});
