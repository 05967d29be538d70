import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeDocument } from '../../electron/office/docx-write.ts';
import { writeWorkbook } from '../../electron/office/xlsx-write.ts';
import { drawPaper } from '../../shared/forms/draw.ts';
import { PAPERS } from '../../shared/forms/index.ts';
import type { Grid } from '../../shared/grid/grid.ts';
import { emptyContent, type ProjectContent } from '../../shared/model/project.ts';
import { bookOf, drawn, halfDrafts } from '../shared/book.ts';
import { everywhere, many, ODD_PROJECTS, sample, samples } from './odd-projects.ts';
import { faultsOf, judged } from './validator.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'validator-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const draw = (projects: readonly ProjectContent[], draft = false): Grid[] =>
  drawn('annex2', projects, { state: draft ? 'draft' : 'finished' });

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

judged('every paper in every format, with all odd projects in one file', () => {
  it.each(PAPERS.flatMap((paper) => paper.formats.map((format) => [paper.id, format, paper] as const)))(
    '%s as %s',
    { timeout: 120_000 },
    async (_, format, paper) => {
      const odd = ODD_PROJECTS.map(([, project]) => project());
      const book = bookOf([...samples(), ...odd], {
        settings: { printCheckCode: true, printSignOff: true, operator: '<张三>' },
        declared: { overallGoals: '一\u0000二\n<三>', subGoals: '', safeguards: '四' },
      });
      const path = join(folder, `odd.${format}`);
      const write = format === 'docx' ? writeDocument : writeWorkbook;
      await write(drawPaper(paper, halfDrafts(book)), path, { title: '示例 <&> "标题"\u0000' });
      expect(await faultsOf(path)).toEqual([]);
    },
  );
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
