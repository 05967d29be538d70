import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { placeFile } from '../../electron/desktop/place.ts';

/** What the system answers to the next copy and rename; empty where it does its work. */
const answers = vi.hoisted(() => ({ copy: '', rename: '' }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>();
  const refuse = (code: string): Promise<never> => Promise.reject(Object.assign(new Error(code), { code }));
  return {
    ...real,
    copyFile: (from: string, to: string) => (answers.copy ? refuse(answers.copy) : real.copyFile(from, to)),
    rename: (from: string, to: string) => (answers.rename ? refuse(answers.rename) : real.rename(from, to)),
  };
});

let scratch = '';
let target = '';
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'jixiao-refused-'));
  target = path.join(scratch, '目标表.xlsx');
  writeFileSync(path.join(scratch, 'ready'), 'new');
  writeFileSync(target, 'old');
  Object.assign(answers, { copy: '', rename: '' });
});

test.each(['EBUSY', 'EPERM', 'EACCES'])(
  'a table open in Excel or WPS (%s) stays as it is and is named',
  async (code) => {
    answers.rename = code;
    await expect(placeFile(path.join(scratch, 'ready'), target)).rejects.toMatchObject({
      code: 'target-open',
      message: '“目标表.xlsx”正在被别的程序使用。',
      nextStep: '请先关闭正在打开的表格，再重试。',
    });
    expect(readFileSync(target, 'utf8')).toBe('old');
    expect(readdirSync(scratch).sort()).toEqual(['ready', '目标表.xlsx']);
  },
);

test('a full disk leaves the old file and no half of the new one', async () => {
  answers.copy = 'ENOSPC';
  await expect(placeFile(path.join(scratch, 'ready'), target)).rejects.toMatchObject({ code: 'disk-full' });
  expect(readFileSync(target, 'utf8')).toBe('old');
});

test('a folder that may not be written is told as such, not as an open table', async () => {
  answers.copy = 'EACCES';
  await expect(placeFile(path.join(scratch, 'ready'), target)).rejects.toMatchObject({ code: 'not-writable' });
});

test('what nobody expects stays a bug', async () => {
  answers.rename = 'EWHATEVER';
  await expect(placeFile(path.join(scratch, 'ready'), target)).rejects.toMatchObject({ code: 'EWHATEVER' });
  expect(existsSync(target)).toBe(true);
});
