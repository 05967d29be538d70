import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument, readTables } from '../../electron/office/read.ts';
import { ExpectedError } from '../../shared/model/errors.ts';

const xlsx = async (fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

const refusal = async (bytes: Uint8Array, name = '文件.xlsx'): Promise<ExpectedError> => {
  try {
    await readTables(bytes, name);
  } catch (error) {
    if (error instanceof ExpectedError) return error;
    throw error;
  }
  throw new Error('was read');
};

const GB18030 = Uint8Array.from([0xcf, 0xee, 0xc4, 0xbf, 0x09, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a]);

describe('reading a workbook', () => {
  it('gives values as they print, merges once, formulas by their results', async () => {
    const bytes = await xlsx((book) => {
      const sheet = book.addWorksheet('表一');
      sheet.getCell('A1').value = '标题';
      sheet.mergeCells('A1:C1');
      sheet.getCell('A3').value = 0.1 + 0.2;
      sheet.getCell('B3').value = 0.95;
      sheet.getCell('B3').numFmt = '0%';
      sheet.getCell('C3').value = { formula: '1+1', result: 2 };
      sheet.getCell('D3').value = { richText: [{ text: '甲' }, { text: '乙' }] };
      sheet.getCell('E3').value = new Date(Date.UTC(2024, 11, 31));
      sheet.getCell('F3').value = 101;
      sheet.getCell('F3').numFmt = '0000';
      sheet.getCell('G3').value = 31;
      sheet.getCell('G3').numFmt = '0"人"';
      sheet.getCell('A4').value = 68;
      sheet.getCell('A4').numFmt = '#,##0.00';
      sheet.getCell('B4').value = 12.4273;
      sheet.getCell('B4').numFmt = '0.00';
      sheet.getCell('H3').value = '=1+1';
      sheet.getCell('I3').value = { text: '链接', hyperlink: 'http://example.invalid' };
    });
    expect(await readTables(bytes, '甲.xlsx')).toEqual([
      {
        name: '表一',
        rows: [
          { cells: ['标题'], at: 1 },
          { cells: ['0.3', '95%', '2', '甲乙', '2024-12-31', '0101', '31人', '=1+1', '链接'], at: 3 },
          // Zeros that a format always shows are kept, digits it hides come back.
          { cells: ['68.00', '12.4273'], at: 4 },
        ],
        merges: [{ at: 1, column: 0, rows: 1, columns: 3 }],
      },
    ]);
  });

  it('leaves hidden sheets out and tells their names', async () => {
    const bytes = await xlsx((book) => {
      book.addWorksheet('看得见').getCell('A1').value = 1;
      book.addWorksheet('草稿箱', { state: 'hidden' }).getCell('A1').value = 2;
    });
    const { tables, hiddenSheets } = await readDocument(bytes, 'a.xlsx');
    expect([tables.map(({ name }) => name), hiddenSheets]).toEqual([['看得见'], ['草稿箱']]);
  });

  it('is decided by content: a workbook named .txt is a workbook, a text named .xlsx is a text', async () => {
    const bytes = await xlsx((book) => {
      book.addWorksheet('表').getCell('A1').value = '项目名称';
    });
    expect((await readTables(bytes, 'a.txt'))[0]?.name).toBe('表');
    expect((await readTables(strToU8('项目名称\t甲'), 'a.xlsx'))[0]?.rows[0]?.cells).toEqual(['项目名称', '甲']);
  });

  it('names the file and the reason when it can not be read', async () => {
    const whole = await xlsx((book) => {
      book.addWorksheet('表').getCell('A1').value = '很多内容'.repeat(100);
    });
    const truncated = await refusal(whole.slice(0, whole.length / 2));
    expect([truncated.code, truncated.message]).toEqual(['file-unreadable', '“文件.xlsx”已损坏或不完整，无法读取。']);
    expect(await refusal(new Uint8Array())).toMatchObject({ code: 'file-empty' });
    expect(await refusal(new Uint8Array(51 * 1024 * 1024))).toMatchObject({ code: 'file-too-large' });
    expect(await refusal(await xlsx((book) => void book.addWorksheet('空')))).toMatchObject({ code: 'file-empty' });
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    expect(await refusal(old)).toMatchObject({ code: 'file-unreadable' });
    expect(await refusal(strToU8('%PDF-1.7 ...'), '批复.pdf')).toMatchObject({ code: 'file-unreadable' });
    expect(await refusal(zipSync({ 'a.txt': strToU8('x') }))).toMatchObject({ code: 'file-foreign' });
    const broken = zipSync({ 'xl/workbook.xml': strToU8('<not xml') });
    expect(await refusal(broken)).toMatchObject({ code: 'file-unreadable' });
  });

  it('refuses a zip that would unpack to a flood, even one that lies about its size', async () => {
    const flood = new Uint8Array(210 * 1024 * 1024);
    const workbook = strToU8('<workbook><sheets><sheet name="甲"/></sheets></workbook>');
    const bomb = zipSync({ 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': flood });
    expect(await refusal(bomb)).toMatchObject({ code: 'file-too-large' });
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 46 < lying.length; at += 1) {
      // Size unpacked in the directory entry (24 bytes in) of what claims to be bigger than 1 MB.
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1e6)
        view.setUint32(at + 24, 9, true);
    }
    const before = process.memoryUsage().rss;
    expect(await refusal(lying)).toMatchObject({ code: 'file-unreadable' });
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });
});

describe('reading a text', () => {
  it('takes UTF-8 with and without mark, UTF-16 with mark, and GB18030', async () => {
    const text = '项目名称\t甲\n';
    const files = [strToU8(text), strToU8(`\ufeff${text}`), Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'))];
    for (const bytes of files)
      expect((await readTables(bytes, 'a.txt'))[0]?.rows[0]?.cells).toEqual(['项目名称', '甲']);
    expect((await readTables(GB18030, 'a.txt'))[0]?.rows[0]?.cells).toEqual(['项目', '名称']);
  });

  it('takes csv with quoted commas, quotes and line breaks', async () => {
    const csv = '名称,一级指标,二级指标\r\n"甲,乙","说""明""\n第二行",31 人\r\n\r\n,,x';
    expect((await readTables(strToU8(csv), 'a.csv'))[0]?.rows).toEqual([
      { cells: ['名称', '一级指标', '二级指标'], at: 1 },
      { cells: ['甲,乙', '说"明"\n第二行', '31 人'], at: 2 },
      { cells: ['', '', 'x'], at: 5 },
    ]);
  });

  it('refuses what is no text', async () => {
    const noise = Uint8Array.from({ length: 2_000 }, (_, index) => (index * 7919 + (index >> 3)) % 256);
    expect(await refusal(noise, '照片.dat')).toMatchObject({ code: 'file-foreign' });
    expect(await refusal(strToU8('  \n\t\n'), '空白.txt')).toMatchObject({ code: 'file-empty' });
  });
});
