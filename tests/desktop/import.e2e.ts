import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, read, store } from '../e2e/importing.ts';
import {
  buildApplication,
  closeWindow,
  removeFolder,
  root,
  startDesktop,
  temporaryFolder,
  type Desktop,
} from './desktop.ts';

/* 导入 in a real window: a file through the sandbox, a table from the system's clipboard, checked by keyboard, taken back. */

let desktop: Desktop;

beforeAll(async () => {
  desktop = await startDesktop(await buildApplication(), temporaryFolder());
});

afterAll(async () => {
  await closeWindow(desktop);
  removeFolder(desktop.data);
});

const fixture = (name: string): string => path.join(root, 'tests/fixtures/annex2', name);

test('a file is read, checked by keyboard beside its source, stored, and taken back', async () => {
  const { page } = desktop;
  await page.getByRole('button', { name: '使用示例数据' }).click();
  await page.getByRole('grid', { name: '项目一览' }).waitFor();
  await page.getByRole('link', { name: '导入' }).click();
  await choose(page, [fixture('labels-moved.txt')]);
  await read(page, 3);
  await page.keyboard.press('F8');
  await page.getByRole('heading', { name: '村级会计委托代理费' }).waitFor();
  for (const name of ['农村厕所改造', '村级文化活动']) {
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name }).waitFor();
  }
  await page.keyboard.press('Control+Enter');
  await page.getByText('✓ 都没有疑问').waitFor();
  await store(page).click();
  await page.getByText('已存入。新增 3 个项目。').waitFor();
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await page.getByText('已撤销这次导入。').waitFor();
});

test('a table on the clipboard is pasted with its cells', async () => {
  const { page, electron } = desktop;
  const rows = readFileSync(fixture('plain.txt'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  const cells = (row: readonly string[]): string => row.map((cell) => `<td>${cell}</td>`).join('');
  const html = `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
  await page.getByRole('heading', { name: '导入绩效目标表' }).click();
  // By the window's own commands: what Electron itself offers for the clipboard is another thing in every version.
  await page.evaluate(
    (copied) => {
      const copy = (event: ClipboardEvent): void => {
        event.preventDefault();
        for (const [type, text] of Object.entries(copied)) event.clipboardData?.setData(type, text);
        document.documentElement.dataset['copied'] = 'true';
      };
      document.addEventListener('copy', copy);
      const told = (): void => void (document.documentElement.dataset['pasted'] = 'true');
      document.addEventListener('paste', told, { capture: true });
    },
    { 'text/html': html, 'text/plain': rows.flat().join('') },
  );
  // A command is only on its way when it was given, and a window just shown may miss it.
  const command = async (name: 'copy' | 'paste', done: string): Promise<void> => {
    for (let tries = 0; tries < 20 && (await page.locator(done).count()) === 0; tries += 1) {
      await electron.evaluate(
        ({ BrowserWindow }, given) => BrowserWindow.getAllWindows()[0]?.webContents[given](),
        name,
      );
      await page.waitForTimeout(250);
    }
    await page.locator(done).waitFor({ state: 'attached' });
  };
  await command('copy', 'html[data-copied]');
  await command('paste', 'html[data-pasted]');
  await read(page, 1);
  await page.getByText('村道路灯维护').first().waitFor();
});

test('nothing was complained about on the way', () => {
  expect(desktop.complaints).toEqual([]);
});
