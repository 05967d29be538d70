import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTables } from '../../electron/office/read.ts';
import { writeWorkbook } from '../../electron/office/xlsx-write.ts';
import type { Grid } from '../../shared/grid/grid.ts';
import { printableText } from '../../shared/grid/clean.ts';
import { emptyContent, type ProjectContent } from '../../shared/model/project.ts';
import { drawn } from '../shared/book.ts';
import { samples } from './odd-projects.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'office-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const draw = (projects: ProjectContent[], draft = false): Grid[] =>
  drawn('annex2', projects, { state: draft ? 'draft' : 'finished' });

const write = async (grids: Grid[], name = 'test.xlsx'): Promise<string> => {
  const path = join(folder, name);
  await writeWorkbook(grids, path, { title: '示例 <&> 标题' });
  return path;
};

const open = async (path: string): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
};

const THIN = { style: 'thin', color: { argb: 'FF000000' } };

describe('a written workbook, read by another program', () => {
  it('has every cell, merge, border, font and height of the drawn tables', async () => {
    const grids = draw(samples());
    const book = await open(await write(grids));
    expect(book.worksheets.map(({ name }) => name)).toEqual(grids.map(({ name }) => name));
    for (const [index, grid] of grids.entries()) {
      const sheet = book.worksheets[index];
      if (sheet === undefined) throw new Error('sheet missing');
      expect(grid.rows.map((_, row) => sheet.getRow(row + 1).height)).toEqual(grid.rows);
      for (const { row, column, rowSpan, columnSpan, text, number, style } of grid.cells) {
        const cell = sheet.getCell(row + 1, column + 1);
        expect(cell.value ?? '').toBe(number ?? text);
        expect(cell.font).toMatchObject({ name: style.font, size: style.size });
        expect(cell.alignment).toMatchObject({ horizontal: style.horizontal, vertical: 'middle', wrapText: true });
        const last = sheet.getCell(row + rowSpan, column + columnSpan);
        expect(last.master.address).toBe(cell.address);
        expect((last.border as Partial<ExcelJS.Borders> | undefined)?.bottom ?? null).toEqual(
          style.border ? THIN : null,
        );
        expect((last.border as Partial<ExcelJS.Borders> | undefined)?.right ?? null).toEqual(
          style.border ? THIN : null,
        );
      }
    }
  });

  it('prints on one centred A4 page a sheet, by an absolute print area', async () => {
    const path = await write(draw(samples().slice(0, 1)));
    const sheet = (await open(path)).worksheets[0];
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 1,
      horizontalCentered: true,
      printArea: 'A1:E18',
    });
    const parts = unzipSync(await readFile(path));
    expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain('村干部任职补贴&#39;!$A$1:$E$18<');
  });

  it('flows on with its header row repeated where one page would be too small to read', async () => {
    const [sample] = samples();
    const long = { ...(sample ?? emptyContent()), goals: ['很长的目标，'.repeat(500)] };
    const [grid] = draw([long]);
    if (grid === undefined) throw new Error('nothing drawn');
    const path = await write([grid]);
    const sheet = (await open(path)).worksheets[0];
    const row = Number(/^(\d+):/u.exec(sheet?.pageSetup.printTitlesRow ?? '')?.[1]);
    expect(sheet?.pageSetup.fitToHeight).toBe(0);
    expect(sheet?.getCell(row, 1).value).toBe('名称');
    const pages = grid.page.breaks.length + 1;
    expect(sheet?.headerFooter.oddFooter).toBe(`&C第 &P 页，共 ${pages} 页`);
    const xml = strFromU8(unzipSync(await readFile(path))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(Array.from(xml.matchAll(/<brk id="(\d+)" max="16383" man="1"\/>/gu), ([, id]) => Number(id) - 1)).toEqual(
      grid.page.breaks,
    );
  });

  it('stores amounts as numbers that show every digit, and formulas of others as text', async () => {
    const [sample] = samples();
    const odd = {
      ...(sample ?? emptyContent()),
      name: '=HYPERLINK("http://x","y")',
      attribute: '+1',
      period: '-1',
      implementingUnit: '@SUM(A1)',
      departmentAndCode: '_x4E2D_ <b>&amp;</b>',
      funds: { total: '95.0832', fiscal: '117', other: '0.000001' },
    };
    const sheet = (await open(await write(draw([odd])))).worksheets[0];
    expect(['D7', 'D8', 'D9'].map((at) => [sheet?.getCell(at).value, sheet?.getCell(at).numFmt])).toEqual([
      [95.0832, '0.0000'],
      [117, '0'],
      [0.000001, '0.000000'],
    ]);
    expect(['B4', 'B6', 'E6', 'E5'].map((at) => [sheet?.getCell(at).value, sheet?.getCell(at).numFmt])).toEqual([
      ['=HYPERLINK("http://x","y")', '@'],
      ['+1', '@'],
      ['-1', '@'],
      ['@SUM(A1)', '@'],
    ]);
    const [table] = await readTables(await readFile(join(folder, 'test.xlsx')), 'test.xlsx');
    expect(table?.rows[4]?.cells[1]).toBe('_x4E2D_ <b>&amp;</b>');
  });

  it('shows thousands apart where they are printed so, and counts pages on from sheet to sheet', async () => {
    const [grid] = draw(samples().slice(0, 1));
    if (grid === undefined) throw new Error('nothing drawn');
    const [first, ...others] = grid.cells;
    if (first === undefined) throw new Error('nothing drawn');
    const total = { ...first, text: '1,536.74', number: 1_536.74 };
    const page = { ...grid.page, footer: '{页}-{页}1 共 {页数} 页', firstPage: 7, allPages: 30 };
    const path = await write([{ ...grid, cells: [total, ...others], page }]);
    const sheet = (await open(path)).worksheets[0];
    expect([sheet?.getCell('A1').value, sheet?.getCell('A1').numFmt]).toEqual([1_536.74, '#,##0.00']);
    expect(sheet?.pageSetup.firstPageNumber).toBe(7);
    // A digit or a sign right after the code would be part of it.
    expect(sheet?.headerFooter.oddFooter).toBe('&C&P&"-,Regular"-&P&"-,Regular"1 共 30 页');
  });

  it('marks drafts in the page header', async () => {
    const sheet = (await open(await write(draw(samples().slice(0, 1), true)))).worksheets[0];
    expect([sheet?.name, sheet?.headerFooter.oddHeader]).toEqual(['草稿-村干部任职补贴', '&R草稿']);
  });

  it('gives back through our own reader exactly the texts that were drawn', async () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(texts, async ([name = '', attribute = '', period = '', code = '', goal = '']) => {
        const content = { ...emptyContent(), name, attribute, period, departmentAndCode: code, goals: [goal] };
        const [grid] = draw([content]);
        if (grid === undefined) throw new Error('nothing drawn');
        const [table] = await readTables(await readFile(await write([grid])), 'test.xlsx');
        const at = (row: number, column: number): string =>
          table?.rows.find((one) => one.at === row + 1)?.cells[column] ?? '';
        for (const { row, column, text } of grid.cells) expect(at(row, column)).toBe(printableText(text));
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('leaves nothing behind when it is cancelled or can not write', async () => {
    const before = await readdir(folder);
    const stopped = writeWorkbook(draw(samples()), join(folder, 'x.xlsx'), { title: '', signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    const nowhere = writeWorkbook(draw(samples()), join(folder, 'none', 'x.xlsx'), { title: '' });
    await expect(nowhere).rejects.toMatchObject({ code: 'not-writable' });
    expect(await readdir(folder)).toEqual(before);
  });
});
