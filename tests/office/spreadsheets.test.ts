import * as library from '@e965/xlsx';
import type { BookType, WorkBook } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openOle } from '../../electron/office/ole-container.ts';
import { readDocument } from '../../electron/office/read.ts';
import { workbookOf } from './xlsx-parts.ts';

/* Values, formats, merges and hidden parts are read alike from every kind of spreadsheet. */

const bookOf = (): WorkBook => {
  const sheet = library.utils.aoa_to_sheet([
    ['项目支出绩效目标表'],
    ['名称', '比例', '金额', '日期', '隐藏的列'],
    ['甲', 0, 0, 0, '藏'],
    ['隐藏的行'],
    ['第一行\n第二行', true],
  ]);
  // An OpenDocument keeps what is shown.
  sheet['B3'] = { t: 'n', v: 0.955, z: '0%', w: '96%' };
  sheet['C3'] = { t: 'n', v: 12.4273, z: '#,##0.00', w: '12.43' };
  sheet['D3'] = { t: 'n', v: 45_657, z: 'yyyy"年"m"月"d"日"', w: '2024年12月31日' };
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }];
  sheet['!rows'] = [{}, {}, {}, { hidden: true }];
  sheet['!cols'] = [{}, {}, {}, {}, { hidden: true }];
  const book = library.utils.book_new();
  library.utils.book_append_sheet(book, sheet, '目标表');
  library.utils.book_append_sheet(book, library.utils.aoa_to_sheet([['旧']]), '往年');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return book;
};

const bytesOf = (bookType: BookType): Uint8Array =>
  new Uint8Array(library.write(bookOf(), { type: 'array', bookType, cellStyles: true }) as ArrayBuffer);

const ROWS = [
  { at: 1, cells: ['项目支出绩效目标表'] },
  { at: 2, cells: ['名称', '比例', '金额', '日期'] },
  { at: 3, cells: ['甲', '95.5%', '12.4273', '2024年12月31日'] },
  { at: 5, cells: ['第一行\n第二行', 'TRUE'] },
];

describe('the same workbook', () => {
  it.each<[string, BookType]>([
    ['.xlsx', 'xlsx'],
    ['XML Spreadsheet 2003', 'xlml'],
  ])('as %s', async (_, bookType) => {
    const { tables, hiddenSheets, notes } = await readDocument(bytesOf(bookType), '表.xls');
    expect(tables).toEqual([{ name: '目标表', rows: ROWS, merges: [{ at: 1, column: 0, rows: 1, columns: 4 }] }]);
    expect(hiddenSheets).toEqual(['往年']);
    expect(notes).toEqual(['工作表“目标表”里隐藏的 1 行、1 列没有读取；要导入它们，请先在表格里取消隐藏。']);
  });

  // SheetJS writes nothing hidden in these.
  it.each<[string, BookType]>([
    ['.xls of Excel 97–2003', 'biff8'],
    ['.ods', 'ods'],
  ])('as %s', async (_, bookType) => {
    const { tables } = await readDocument(bytesOf(bookType), '表');
    const visible = tables[0]?.rows.filter(({ at }) => at !== 4).map(({ cells }) => cells.slice(0, 4));
    expect(visible?.slice(0, 3)).toEqual(ROWS.slice(0, 3).map(({ cells }) => cells));
    expect(tables[0]?.merges).toEqual([{ at: 1, column: 0, rows: 1, columns: 4 }]);
  });

  it('with a link over every cell a sheet could have is read in time', async () => {
    const stream = Buffer.from(openOle(bytesOf('biff8'), '表.xls').stream('workbook') ?? []);
    // Behind the head of the last sheet: a link from the first cell to the last, and no more than its place.
    const at = stream.lastIndexOf(Buffer.from([0x09, 0x08, 0x10, 0x00])) + 20;
    const link = [0xb8, 0x01, 8, 0, 0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff];
    const linked = Buffer.concat([stream.subarray(0, at), Buffer.from(link), stream.subarray(at)]);
    const started = performance.now();
    await readDocument(linked, '表.xls');
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('of Excel 95 has its Chinese in GBK', async () => {
    const label = (row: number, text: number[]): number[] => [
      4,
      2,
      8 + text.length,
      0,
      row,
      0,
      0,
      0,
      0,
      0,
      text.length,
      0,
      ...text,
    ];
    const sheet = [0x09, 8, 8, 0, 0, 5, 0x10, 0, 0, 0, 0, 0, ...label(0, [0xcf, 0xee, 0xc4, 0xbf]), 0x0a, 0, 0, 0];
    const name = [0xb1, 0xed];
    const globals = (position: number): number[] => [
      ...[0x09, 8, 8, 0, 0, 5, 5, 0, 0, 0, 0, 0],
      ...[0x42, 0, 2, 0, 0xa8, 3],
      ...[0x85, 0, 7 + name.length, 0, position, 0, 0, 0, 0, 0, name.length, ...name],
      ...[0x0a, 0, 0, 0],
    ];
    const start = globals(0).length;
    const { tables } = await readDocument(Uint8Array.from([...globals(start), ...sheet]), '老.xls');
    expect(tables).toEqual([{ name: '表', rows: [{ at: 1, cells: ['项目'] }] }]);
  });
});

describe('an OpenDocument', () => {
  const ods = (table: string): Uint8Array =>
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': strToU8(
        `<office:document-content><office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`,
      ),
    });
  const cell = (text: string, more = ''): string =>
    `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;

  it('repeats what it says is repeated, and nothing a million times', async () => {
    const rows =
      `<table:table-row table:number-rows-repeated="2">${cell('甲', 'table:number-columns-repeated="3"')}</table:table-row>` +
      `<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` +
      `<table:table-row>${cell('末', 'table:number-columns-repeated="16384"')}</table:table-row>`;
    const { tables, notes } = await readDocument(ods(`<table:table table:name="表">${rows}</table:table>`), '表.ods');
    expect(tables[0]?.rows.map(({ at, cells }) => [at, cells.length])).toEqual([
      [1, 3],
      [2, 3],
      [1_048_573, 500],
    ]);
    expect(notes).toEqual(['工作表“表”第 500 列以后的内容没有读取。']);
  });

  it('leaves remarks, hidden sheets and filtered rows out', async () => {
    const remark = '<office:annotation><text:p>批注</text:p></office:annotation>';
    const rows =
      `<table:table-row><table:table-cell>${remark}<text:p>甲<text:s text:c="2"/>乙</text:p><text:p>丙</text:p></table:table-cell></table:table-row>` +
      `<table:table-row table:visibility="filter">${cell('滤掉')}</table:table-row>`;
    const hidden = `<table:table table:name="藏" table:style-name="ta2"><table:table-row>${cell('旧')}</table:table-row></table:table>`;
    const { tables, hiddenSheets, notes } = await readDocument(
      ods(`<table:table table:name="表">${rows}</table:table>${hidden}`),
      '表.ods',
    );
    expect(tables.map((table) => table.rows)).toEqual([[{ at: 1, cells: ['甲  乙\n丙'] }]]);
    expect([hiddenSheets, notes.length]).toEqual([['藏'], 1]);
  });
});

describe('a workbook of another program', () => {
  it('is read with prefixes, capitals, backslashes and rows and cells without places', async () => {
    const { tables } = await readDocument(
      zipSync({
        'XL\\Workbook.xml': strToU8(
          '<x:workbook xmlns:x="a" xmlns:r="b"><x:sheets><x:sheet name="表" r:id="q"/></x:sheets></x:workbook>',
        ),
        'xl/_rels/Workbook.xml.rels': strToU8(
          '<Relationships><Relationship Id="q" Type="a/worksheet" Target="/xl/Worksheets/One.xml"/></Relationships>',
        ),
        'xl/worksheets/one.xml': strToU8(
          '<x:worksheet xmlns:x="a"><x:sheetData><x:row><x:c t="str"><x:v>甲_x000D_\n乙</x:v></x:c><x:c><x:v>1</x:v></x:c></x:row><x:row><x:c t="d"><x:v>2024-12-31T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>',
        ),
      }),
      '表.xlsx',
    );
    expect(tables).toEqual([
      {
        name: '表',
        rows: [
          { at: 1, cells: ['甲\n乙', '1'] },
          { at: 2, cells: ['2024-12-31'] },
        ],
      },
    ]);
  });

  it('has the Chinese formats that are known by their number alone', async () => {
    const styles =
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="57"/></cellXfs></styleSheet>';
    const rows = '<row r="1"><c r="A1" s="1"><v>45657</v></c><c r="B1" s="2"><v>45657</v></c></row>';
    const { tables } = await readDocument(workbookOf([{ rows }], [], { 'xl/styles.xml': styles }), '表.xlsx');
    expect(tables[0]?.rows[0]?.cells).toEqual(['2024年12月31日', '2024年12月']);
  });

  it('shows shared texts without how they are read aloud', async () => {
    const strings = '<sst><si><r><t>甲</t></r><r><t>乙</t></r><rPh><t>jiǎ</t></rPh></si></sst>';
    const rows = '<row><c t="s"><v>0</v></c></row>';
    const { tables } = await readDocument(workbookOf([{ rows }], [], { 'xl/sharedStrings.xml': strings }), '表.xlsx');
    expect(tables[0]?.rows[0]?.cells).toEqual(['甲乙']);
  });
});

describe('a text', () => {
  const rowsOf = async (bytes: Uint8Array): Promise<unknown> =>
    (await readDocument(bytes, '表.csv')).tables[0]?.rows.map(({ cells }) => cells);

  it('with semicolons is a csv too, and says so in Excel’s own way', async () => {
    const rows = [
      ['名称', '一级指标', '二级指标'],
      ['甲;乙', '说"明"', '31 人'],
    ];
    const text = '名称;一级指标;二级指标\r\n"甲;乙";"说""明""";31 人\r\n';
    expect(await rowsOf(strToU8(text))).toEqual(rows);
    expect(await rowsOf(strToU8(`\ufeffsep=;\r\n${text}`))).toEqual(rows);
  });

  it('in UTF-16 without a mark is read', async () => {
    expect(await rowsOf(Uint8Array.from(Buffer.from('项目名称\t甲\n', 'utf16le')))).toEqual([['项目名称', '甲']]);
  });

  it('of one endless cell is read, one of more lines than a table has is refused', async () => {
    const long = '长'.repeat(3_000_000);
    expect(await rowsOf(strToU8(`a,b,"${long}"\n`))).toEqual([['a', 'b', long]]);
    await expect(readDocument(strToU8('甲,乙,丙\n'.repeat(200_001)), '表.csv')).rejects.toMatchObject({
      code: 'file-too-large',
    });
  });
});
