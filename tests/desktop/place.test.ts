import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { freeName, placeFile, placeFolder } from '../../electron/desktop/place.ts';

let scratch = '';
let ready = '';
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'jixiao-place-'));
  ready = path.join(scratch, 'ready.xlsx');
  writeFileSync(ready, 'new');
  mkdirSync(path.join(scratch, 'desk'));
});
const desk = (...names: string[]): string => path.join(scratch, 'desk', ...names);

test('a file is placed whole, over an older one too, and nothing else is left behind', async () => {
  writeFileSync(desk('表.xlsx'), 'old');
  await placeFile(ready, desk('表.xlsx'));
  expect(readFileSync(desk('表.xlsx'), 'utf8')).toBe('new');
  expect(readdirSync(desk())).toEqual(['表.xlsx']);
});

test('a target that will not be replaced keeps its contents, and the clerk hears which one', async () => {
  // A folder of that name refuses to be replaced, as an open workbook does on Windows.
  mkdirSync(desk('表.xlsx'));
  writeFileSync(desk('表.xlsx', 'inside'), 'old');
  await expect(placeFile(ready, desk('表.xlsx'))).rejects.toThrow();
  expect(readdirSync(desk())).toEqual(['表.xlsx']);
  expect(readFileSync(desk('表.xlsx', 'inside'), 'utf8')).toBe('old');
});

test('a folder that is gone is named in Chinese', async () => {
  await expect(placeFile(ready, desk('没有', '表.xlsx'))).rejects.toMatchObject({
    code: 'not-writable',
    message: '“没有”这个文件夹里不能保存文件。',
  });
});

test('so is one that is no folder at all', async () => {
  writeFileSync(desk('file'), '');
  await expect(placeFile(ready, desk('file', '表.xlsx'))).rejects.toMatchObject({ code: 'not-writable' });
});

test('many files become a folder; one that is there already is left alone', async () => {
  const many = path.join(scratch, 'many');
  mkdirSync(many);
  writeFileSync(path.join(many, 'a.xlsx'), 'a');
  expect(await placeFolder(many, desk(), '2024年')).toBe('2024年');
  writeFileSync(path.join(many, 'b.xlsx'), 'b');
  expect(await placeFolder(many, desk(), '2024年')).toBe('2024年 (2)');
  expect(readdirSync(desk()).sort()).toEqual(['2024年', '2024年 (2)']);
  expect(readdirSync(desk('2024年'))).toEqual(['a.xlsx']);
  expect(readdirSync(desk('2024年 (2)')).sort()).toEqual(['a.xlsx', 'b.xlsx']);
});

test('names that differ only in case are the same name', () => {
  expect(freeName('Tables', new Set(['tables', 'tables (2)']))).toBe('Tables (3)');
});
