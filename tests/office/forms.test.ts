import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDocument } from '../../electron/office/docx-write.ts';
import { readTables } from '../../electron/office/read.ts';
import { writeWorkbook } from '../../electron/office/xlsx-write.ts';
import { drawPaper } from '../../shared/forms/draw.ts';
import type { Book, Paper } from '../../shared/forms/form.ts';
import { PAPERS } from '../../shared/forms/index.ts';
import { gridTexts, tableTexts } from '../../shared/grid/check-code.ts';
import { printableText } from '../../shared/grid/clean.ts';
import { mm, type Grid } from '../../shared/grid/grid.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { bookOf } from '../shared/book.ts';
import { ODD_PROJECTS, samples } from './odd-projects.ts';
import { all, cellsOf, first, numberOf, openDocument, openWorkbook, textOf, type Element } from './opened.ts';

/* Every form alike: what is drawn stands in each of its files, cell by cell. */

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forms-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const book = (projects: readonly ProjectContent[]): Book =>
  bookOf(projects, {
    unit: { code: '816001', reviewer: '示例县财政局' },
    settings: { printSignOff: true, printCheckCode: true, operator: '张三' },
    declared: { overallGoals: '总体绩效目标。\n第二段。', subGoals: '分项绩效目标。', safeguards: '工作保障措施。' },
  });

const CASES = PAPERS.flatMap((paper) => [
  { paper, what: 'the sample projects', projects: samples },
  ...ODD_PROJECTS.map(([what, project]) => ({ paper, what, projects: () => [project(), ...samples().slice(0, 1)] })),
]).map((one): [string, string, typeof one] => [one.paper.id, one.what, one]);

const withDocx = CASES.filter(([, , { paper }]) => paper.formats.includes('docx'));

const draw = (paper: Paper, projects: readonly ProjectContent[]): Grid[] => [...drawPaper(paper, book(projects))];

const bare = (texts: readonly string[]): string[] =>
  texts.map((text) => text.replace(/\s/gu, '')).filter((text) => text !== '');

/** What stands below each other, one text a column: a text that flows on is whole again, whether it says so or not. */
const byColumn = (grids: readonly Grid[]): string[] => {
  const columns = new Map<number, string>();
  for (const { cells } of grids) {
    for (const { column, text } of [...cells].sort((one, other) => one.row - other.row)) {
      columns.set(column, (columns.get(column) ?? '') + text.replace(/^（续）|\s/gu, ''));
    }
  }
  return [...columns.values()];
};

describe('every paper', () => {
  it.each(CASES)('%s prints %s with nothing cut, lost or corrupt', (_, __, { paper, projects }) => {
    const contents = projects();
    const columns = byColumn(draw(paper, contents));
    for (const { name, goals, indicators } of contents) {
      const indicated = paper.id === 'summary' ? [] : indicators.map(({ level3 }) => level3);
      const typed = [name, ...(paper.id === 'summary' ? [] : goals), ...indicated];
      for (const text of bare(typed.map(printableText))) {
        expect(
          columns.some((column) => column.includes(text)),
          text.slice(0, 40),
        ).toBe(true);
      }
    }
  });
});

describe('every paper as a workbook, read by another program', () => {
  it.each(CASES)('%s with %s: texts, merges, page set-up', async (_, __, { paper, projects }) => {
    const grids = draw(paper, projects());
    const path = join(folder, 'forms.xlsx');
    await writeWorkbook(grids, path, { title: '示例' });
    const { worksheets } = await openWorkbook(path);
    expect(worksheets).toHaveLength(grids.length);
    for (const [index, grid] of grids.entries()) {
      const sheet = worksheets[index];
      if (sheet === undefined) throw new Error('sheet missing');
      for (const { row, column, rowSpan, columnSpan, text, number } of grid.cells) {
        const cell = sheet.getCell(row + 1, column + 1);
        expect(cell.value ?? '').toBe(number ?? text);
        expect(sheet.getCell(row + rowSpan, column + columnSpan).master.address).toBe(cell.address);
      }
      const [from, to] = grid.page.headerRows ?? [];
      expect(sheet.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: grid.page.orientation,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: grid.page.fit === 'page' ? 1 : 0,
        firstPageNumber: grid.page.firstPage ?? 1,
        ...(from === undefined || to === undefined ? {} : { printTitlesRow: `${from + 1}:${to + 1}` }),
      });
      expect(sheet.rowCount).toBeLessThanOrEqual(grid.rows.length);
      expect(Math.max(...grid.rows)).toBeLessThanOrEqual(409);
    }
    const tables = await readTables(await readFile(path), 'forms.xlsx');
    expect(bare(tables.flatMap(tableTexts)).length).toBe(bare(grids.flatMap(gridTexts)).length);
  });
});

const isTable = ({ name }: Element): boolean => name === 'w:tbl';

describe('every paper as a document of Word', () => {
  it.each(withDocx)('%s with %s: texts, merges, page set-up', async (_, __, { paper, projects }) => {
    const grids = draw(paper, projects());
    const path = join(folder, 'forms.docx');
    await writeDocument(grids, path, { title: '示例' });
    const { sections } = await openDocument(path);
    expect(sections).toHaveLength(grids.length);
    for (const [index, grid] of grids.entries()) {
      const { blocks, properties } = sections[index] ?? { blocks: [], properties: undefined };
      const texts = blocks.flatMap((block) =>
        isTable(block)
          ? cellsOf(block).map(({ text }) => text)
          : all({ ...block, children: [block] }, 'w:p').map(textOf),
      );
      // 目录 has title and page in one paragraph.
      if (grid.role === 'contents') expect(bare(texts).join('')).toBe(bare(gridTexts(grid)).join(''));
      else expect(bare(texts)).toEqual(bare(gridTexts(grid)));
      expectMerges(grid, blocks);
      expectPage(grid, properties);
    }
    const tables = await readTables(await readFile(path), 'forms.docx');
    expect(bare(tables.flatMap(tableTexts)).join('')).toBe(bare(grids.flatMap(gridTexts)).join(''));
  });
});

/** Cells with text are as wide as drawn, and as high where no row is there for height alone. */
const expectMerges = (grid: Grid, blocks: readonly Element[]): void => {
  const begins = new Set(grid.cells.map(({ row }) => row));
  const plain = grid.rows.every((__, row) => begins.has(row));
  const spans = (cells: readonly { text: string; columnSpan: number; rowSpan: number }[]): string[] =>
    cells
      .filter(({ text }) => text.trim() !== '')
      .map(({ columnSpan, rowSpan, text }) => `${columnSpan}×${plain ? rowSpan : ''} ${text.replace(/\s/gu, '')}`);
  const drawn = [...grid.cells]
    .sort((one, other) => one.row - other.row || one.column - other.column)
    .filter(({ columnSpan, style }) => style.border || columnSpan < grid.columns.length);
  if (grid.role !== 'contents') expect(spans(blocks.filter(isTable).flatMap(cellsOf))).toEqual(spans(drawn));
};

const expectPage = ({ page }: Grid, properties: Element | undefined): void => {
  const size = [numberOf(properties, 'w:pgSz', 'w:w'), numberOf(properties, 'w:pgSz', 'w:h')];
  expect(size).toEqual(page.orientation === 'portrait' ? [11_906, 16_838] : [16_838, 11_906]);
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    expect(Math.abs(numberOf(properties, 'w:pgMar', `w:${side}`) - mm(page.margins[side]) * 20)).toBeLessThan(1);
  }
  expect(numberOf(properties, 'w:pgNumType', 'w:start')).toBe(page.firstPage ?? 1);
  expect(first(properties ?? { name: '', attributes: {}, children: [], text: '' }, 'w:titlePg')).toBeUndefined();
};
