import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openOffice, storedNames, withSample } from './steps.ts';
import { startProgram } from './support.ts';

/* Starts that go wrong say so in Chinese and touch nothing; nobody but our own window is answered. */

const office = openOffice();

const root = path.resolve(import.meta.dirname, '../..');

// The page that says what is wrong is itself an answer that says: not available.
const REFUSED = /status of 503/u;

/** Everything that lies in a data folder, with its size and the time of its last change. */
const snapshot = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => {
      const { size, mtimeMs } = statSync(path.join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .sort();

test('a second start says where the first one runs, touches nothing and ends', async () => {
  const { page, program } = await office.sitDown();
  await withSample(page);
  const before = snapshot(program.data);
  const args = ['electron/browser/main.ts', '--data', program.data, '--no-open'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  expect(stdout).toContain('绩效填报已经在运行');
  expect(stdout).toContain(program.address);
  expect(snapshot(program.data)).toEqual(before);
  expect(await storedNames(page)).toHaveLength(12);
});

const failure = async (page: Page): Promise<string> => {
  await page.getByRole('heading', { name: '绩效填报没有能够启动' }).waitFor();
  return page.getByRole('alert').innerText();
};

test('a damaged database is left as it is, and the window says what to do', async () => {
  const data = office.folder();
  const file = path.join(data, 'jixiao.db');
  await damagedDatabase(data);
  const before = readFileSync(file);
  const { page } = await office.sitDown({ data, expected: REFUSED });
  const said = await failure(page);
  expect(said).toContain('损坏');
  expect(said).toContain('备份');
  expect(said).toContain(data);
  expect(readFileSync(file).equals(before)).toBe(true);
});

/** A database of ours with its inner pages overwritten, as a broken disk leaves it. */
const damagedDatabase = async (data: string): Promise<void> => {
  const program = await startProgram(data);
  await program.stop();
  const file = path.join(data, 'jixiao.db');
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 4_096);
  writeFileSync(file, bytes);
};

test('a file that is no database at all is left as it is', async () => {
  const data = office.folder();
  const file = path.join(data, 'jixiao.db');
  writeFileSync(file, '这不是数据库。'.repeat(500));
  const before = readFileSync(file);
  const { page } = await office.sitDown({ data, expected: REFUSED });
  expect(await failure(page)).toContain(data);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a database of a newer program is refused and not changed', async () => {
  const data = office.folder();
  const program = await startProgram(data);
  await program.stop();
  const file = path.join(data, 'jixiao.db');
  const db = new Database(file);
  db.pragma('user_version = 999');
  db.close();
  const before = readFileSync(file);
  const { page } = await office.sitDown({ data, expected: REFUSED });
  expect(await failure(page)).toContain('更新版本');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a data folder that is a file is named, and the file stays', async () => {
  const data = path.join(office.folder(), '数据');
  writeFileSync(data, '我是一个文件');
  const { page } = await office.sitDown({ data, expected: REFUSED });
  expect(await failure(page)).toContain(data);
  expect(readFileSync(data, 'utf8')).toBe('我是一个文件');
});

/** One request by hand: a browser would not let a page lie about these headers, a program would. */
const knock = (url: URL, method: string, headers: Record<string, string>): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
    });
    asked.on('error', reject);
    asked.end(method === 'POST' ? '{}' : undefined);
  });

test('without the secret, under another name or from another site nothing is answered', async () => {
  const { program, context } = await office.sitDown();
  const { origin, host } = new URL(program.address);
  const [cookie] = await context.cookies();
  const ours = { cookie: `${cookie?.name ?? ''}=${cookie?.value ?? ''}` };
  const state = new URL('/trpc/start.state', origin);
  const sample = new URL('/trpc/start.loadSample', origin);
  const json = { 'content-type': 'application/json' };

  // What our own window asks is answered: the refusals below are for what they change.
  expect((await knock(state, 'GET', ours)).status).toBe(200);
  const strangers = [
    await knock(new URL('/', origin), 'GET', {}),
    await knock(new URL('/?k=guess', origin), 'GET', {}),
    await knock(state, 'GET', {}),
    await knock(state, 'GET', { ...ours, host: `localhost:${new URL(origin).port}` }),
    await knock(state, 'GET', { ...ours, host: 'evil.example' }),
    await knock(state, 'GET', { ...ours, host, origin: 'http://evil.example' }),
    await knock(state, 'GET', { ...ours, 'sec-fetch-site': 'cross-site' }),
    await knock(sample, 'POST', { ...ours, ...json, origin: 'http://evil.example' }),
    await knock(sample, 'POST', { ...ours, ...json }),
  ];
  expect(strangers.map(({ status }) => status)).toEqual(strangers.map(() => 403));
  expect(new Set(strangers.map(({ text }) => text))).toEqual(new Set(['请从程序启动时显示的地址打开。']));
});

test('the secret does not stay in the address', async () => {
  const { page, program } = await office.sitDown();
  await page.getByRole('heading', { name: '欢迎使用绩效填报' }).waitFor();
  const secret = new URL(program.address).searchParams.get('k') ?? '';
  expect(secret.length).toBeGreaterThanOrEqual(22);
  expect(page.url()).not.toContain(secret);
});
