import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDocument } from '../../electron/office/docx-write.ts';
import { readTables } from '../../electron/office/read.ts';
import { writeWorkbook } from '../../electron/office/xlsx-write.ts';
import type { Grid } from '../../shared/grid/grid.ts';
import { recognise } from '../../shared/recognise/index.ts';
import { drawn } from '../shared/book.ts';
import { many, project } from '../shared/disclosure-fixtures.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disclosure-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const UNIT = { name: '示例县示例镇政府', department: '示例县示例镇政府', departmentCode: '501', code: '501001' };
const LONG = project({ name: '走访慰问经费', indicators: many(90) });
const draw = (): Grid[] => drawn('disclosure', [project(), LONG], { unit: UNIT });

const save = async (name: 'a.xlsx' | 'a.docx'): Promise<string> => {
  const path = join(folder, name);
  await (name === 'a.xlsx' ? writeWorkbook : writeDocument)(draw(), path, { title: '公开表' });
  return path;
};

describe('公开表 as files', () => {
  it('is a workbook another program opens with its labels, merges and page', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await save('a.xlsx'));
    const [sheet, ...more] = book.worksheets;
    if (sheet === undefined) throw new Error('no sheet');
    expect([more.length, sheet.name]).toEqual([0, '项目支出绩效目标公开表']);
    const texts = (row: number): string[] => [1, 2, 3, 4, 5].map((column) => sheet.getRow(row).getCell(column).text);
    expect(sheet.getCell('A1').text).toBe('示例县示例镇政府2026年部门预算项目支出绩效目标公开表');
    expect(sheet.getCell('E1').master.address).toBe('A1');
    expect(texts(2)).toEqual(['单位编码', '单位及项目名称', '金额\n(万元)', '绩效目标', '绩效指标']);
    expect(texts(3).slice(0, 2)).toEqual(['501', '示例县示例镇政府']);
    const amounts = ['C4', 'C5', 'C6'].map((address) => sheet.getCell(address));
    expect(amounts.map(({ value, numFmt }) => [value, numFmt])).toEqual([
      [4.25, '0.00'],
      [2.13, '0.00'],
      [2.13, '0.00'],
    ]);
    expect(sheet.getCell('E5').text).toContain('(一) 数量指标：\n1. 人代会召开次数 2次\n2. 人大代表人数 66人');
    expect(sheet.pageSetup).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '2:2',
    });
    sheet.eachRow(({ height }) => {
      expect(height).toBeLessThanOrEqual(409.5);
    });
  });

  it.each(['a.xlsx', 'a.docx'] as const)('comes back from %s as it was', async (name) => {
    const path = await save(name);
    const tables = await readTables(await readFile(path), name);
    const { document, projects } = recognise(tables, name);
    expect(document).toMatchObject({
      layout: 'disclosure',
      year: '2026',
      department: UNIT.name,
      unitCode: UNIT.code,
      total: '4.25',
    });
    expect(projects.map((one) => [one.name, one.total, one.indicators.length, one.doubts.length])).toEqual([
      ['人大工作经费', '2.13', 7, 0],
      ['走访慰问经费', '2.13', 90, 0],
    ]);
    expect(projects[1]?.indicators.map(({ level3, printedValue }) => [level3, printedValue])).toEqual(
      LONG.indicators.map(({ level3, printed }) => [level3, printed]),
    );
  });
});
