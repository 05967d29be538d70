import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { expect, it, describe, onTestFinished } from 'vitest';
import { samples } from '../shared/samples.ts';
import { fillWith, fixture, partsOf, partText, readBack, sameParts, withPart } from './filling.ts';
import { faultsOf, judged } from './validator.ts';

const opened = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  // The library knows neither targets seen from the root nor drawings without a prefix, as openpyxl writes both.
  const parts = Object.entries(partsOf(bytes)).flatMap(([name, part]): [string, Uint8Array][] => {
    if (name.startsWith('xl/drawings/') || name.startsWith('xl/worksheets/_rels/')) return [];
    const text = new TextDecoder().decode(part).replaceAll(/<(?:drawing|legacyDrawing) [^>]*\/>/gu, '');
    return [[name, name.startsWith('xl/worksheets/') ? new TextEncoder().encode(text) : part]];
  });
  await book.xlsx.load(Buffer.from(zipSync(Object.fromEntries(parts))) as unknown as ArrayBuffer);
  return book;
};

const sheetOf = (book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet => {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};

const projects = samples().slice(8, 11);

/** Twelve rows of quantity where the form has three. */
const many = {
  ...projects[0],
  indicators: Array.from({ length: 12 }, (_, index) => ({
    ...projects[0]?.indicators[0],
    id: `q${index}`,
    level3: `事项${index}`,
  })),
} as (typeof projects)[number];

const essence = (all: readonly { name: string | null; indicators: readonly unknown[] }[]): unknown =>
  all.map(({ name, indicators }) => [name, indicators.length]);

describe('a workbook made by openpyxl, a sheet a project', () => {
  it('keeps styles, widths, heights, page set-up, protection, rules, remarks and pictures on every sheet', async () => {
    const before = sheetOf(await opened(fixture('declaration.xlsx')), '申报表');
    const bytes = await fillWith(fixture('declaration.xlsx'), 'x.xlsx', projects);
    const book = await opened(bytes);
    for (const kind of ['drawings/drawing', 'drawings/_rels/drawing', 'comments/comment', 'drawings/commentsDrawing'])
      expect(
        Object.keys(partsOf(bytes)).filter((name) => name.startsWith(`xl/${kind}`)),
        kind,
      ).toHaveLength(3);
    expect(book.worksheets.map(({ name }) => name)).toEqual([...projects.map(({ name }) => name), '填报说明', '字典']);
    for (const { name } of projects) {
      const sheet = sheetOf(book, name);
      expect(sheet.columns.map(({ width }) => width)).toEqual(before.columns.map(({ width }) => width));
      expect({ ...sheet.pageSetup, printArea: '' }).toEqual({ ...before.pageSetup, printArea: '' });
      expect(sheet.headerFooter).toEqual(before.headerFooter);
      expect((sheet as { sheetProtection?: unknown }).sheetProtection).toEqual(
        (before as { sheetProtection?: unknown }).sheetProtection,
      );
      expect(sheet.getCell('B5').dataValidation.formulae).toEqual(before.getCell('B5').dataValidation.formulae);
      for (let row = 1; row <= 41; row += 1)
        for (const column of 'ABCDEFGH')
          expect(sheet.getCell(`${column}${row}`).style, `${column}${row}`).toEqual(
            before.getCell(`${column}${row}`).style,
          );
    }
  });

  it('adds rows where a level 2 needs them: merges, heights, names, rules and pictures follow', async () => {
    const before = sheetOf(await opened(fixture('declaration.xlsx')), '申报表');
    const bytes = await fillWith(fixture('declaration.xlsx'), 'x.xlsx', [many]);
    const sheet = sheetOf(await opened(bytes), '申报表');
    const merges = new Set((sheet.model as unknown as { merges: string[] }).merges);
    // Three rows became twelve.
    for (const range of ['C12:C23', 'F12:F23', 'B12:B33', 'A11:A50']) expect(merges).toContain(range);
    expect(sheet.getCell('G23').style).toEqual(before.getCell('G14').style);
    expect(sheet.getCell('G24').style).toEqual(before.getCell('G15').style);
    expect(sheet.getRow(23).height).toBeGreaterThanOrEqual(before.getRow(14).height);
    // Below the last row, which was the forty-second.
    expect(partText(bytes, 'xl/drawings/drawing1.xml')).toContain('<row>50</row>');
    const workbook = partText(bytes, 'xl/workbook.xml');
    expect(workbook).toMatch(/\$D\$12:\$H\$50/u);
    expect(workbook).toMatch(/\$A\$1:\$H\$51/u);
    expect(partText(bytes, 'xl/worksheets/sheet1.xml')).toContain('sqref="H12:H50"');
    expect(partText(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<brk id="29"/u);
  });

  it('leaves the county’s formulas to count, and those of other sheets follow', async () => {
    const book = await opened(await fillWith(fixture('declaration.xlsx'), 'x.xlsx', projects));
    const [first] = book.worksheets;
    expect(first?.getCell('G6').value).toMatchObject({ formula: 'G7+G8', result: 28.64 });
    expect(sheetOf(book, '填报说明').getCell('A2').value).toMatchObject({ formula: `'${projects[0]?.name ?? ''}'!G6` });
  });

  it('touches no part it has no need to', async () => {
    const before = fixture('declaration.xlsx');
    const same = sameParts(before, await fillWith(before, 'x.xlsx', [many]));
    expect(same).toEqual(expect.arrayContaining(['xl/styles.xml', 'xl/theme/theme1.xml', 'xl/media/image1.png']));
  });

  it('is read back as the projects it was filled with', async () => {
    for (const name of ['declaration.xlsx', 'list.xlsx']) {
      const read = await readBack(await fillWith(fixture(name), name, projects), name);
      expect(essence(read)).toEqual(essence(projects));
    }
  });
});

describe('a list of projects', () => {
  it('is as long as it needs to be, with its sum, its spare rows and its foot', async () => {
    const sheet = sheetOf(await opened(await fillWith(fixture('list.xlsx'), 'x.xlsx', projects.slice(0, 1))), 'Sheet1');
    expect(sheet.getCell('D5').value).toMatchObject({ result: 286400 });
    expect(sheet.getCell('D6').value).toBe(286400);
    expect(sheet.getCell('A26').value).toBe('注：本表由县财政局批复。');
    const longer = sheetOf(await opened(await fillWith(fixture('list.xlsx'), 'x.xlsx', projects)), 'Sheet1');
    expect(longer.getCell('D5').formula).toBe('SUM(D6:D38)');
    expect(longer.getCell('A39').value).toBe('注：本表由县财政局批复。');
    expect(longer.getCell('K38').style).toEqual(sheet.getCell('K6').style);
  });
});

describe('what real files hold', () => {
  const sheet = 'xl/worksheets/sheet1.xml';

  it('shared formulas are opened before rows move', async () => {
    const odd = withPart(fixture('list.xlsx'), sheet, (text) =>
      text
        .replace(/<c r="M6"([^>]*?)\/>/u, '<c r="M6"$1><f t="shared" ref="M6:M25" si="0">D6*2</f><v>0</v></c>')
        .replace(/<c r="M26"([^>]*?)\/>/u, '<c r="M26"$1><f t="shared" si="0"/><v>0</v></c>'),
    );
    expect(partText(await fillWith(odd, 'x.xlsx', projects), sheet)).not.toContain('t="shared"');
  });

  it('letters of a label in one cell keep their look, the value takes that of the place it stands in', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('表');
    sheet.getCell('A1').value = '项目支出绩效目标表（    年度）';
    sheet.getCell('A2').value = {
      richText: [
        { font: { bold: true }, text: '项目名称：' },
        { font: { underline: true }, text: '        ' },
      ],
    };
    sheet.mergeCells('A2:D2');
    sheet.getRow(3).values = ['一级指标', '二级指标', '三级指标', '指标值'];
    sheet.getRow(4).values = ['产出指标', '数量指标', '', ''];
    const template = new Uint8Array(await book.xlsx.writeBuffer());
    const filled = sheetOf(await opened(await fillWith(template, 'x.xlsx', [many])), '表');
    expect(filled.getCell('A2').value).toMatchObject({
      richText: [
        { font: { bold: true }, text: '项目名称：' },
        { font: { underline: true }, text: many.name },
      ],
    });
    expect(filled.getCell('A1').value).toBe('项目支出绩效目标表（2026年度）');
    expect(filled.getCell('C15').value).toBe('事项11');
  });

  it('rules of newer programs (x14) follow the rows', async () => {
    const rule =
      '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}">' +
      '<x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list">' +
      '<x14:formula1><xm:f>字典!$A$1</xm:f></x14:formula1><xm:sqref>H40</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';
    const odd = withPart(fixture('declaration.xlsx'), sheet, (text) =>
      text.replace('</worksheet>', `${rule}</worksheet>`),
    );
    expect(partText(await fillWith(odd, 'x.xlsx', [many]), sheet)).toContain('<xm:sqref>H49</xm:sqref>');
  });

  it('a document type is refused', async () => {
    const odd = withPart(fixture('list.xlsx'), sheet, (text) =>
      text.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet'),
    );
    await expect(fillWith(odd, 'x.xlsx', projects)).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});

judged('Open XML', () => {
  it.each(['declaration.xlsx', 'list.xlsx', 'targets.docx', 'county.docx'])(
    '%s filled has no fault it had not before',
    async (name) => {
      const folder = mkdtempSync(join(tmpdir(), 'jixiao-fill-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const faults = async (bytes: Uint8Array, file: string): Promise<string[]> => {
        writeFileSync(join(folder, file), bytes);
        return faultsOf(join(folder, file));
      };
      const before = await faults(fixture(name), `before-${name}`);
      const after = await faults(await fillWith(fixture(name), name, [...projects, many]), `after-${name}`);
      expect(after.filter((fault) => !before.includes(fault))).toEqual([]);
    },
  );
});
