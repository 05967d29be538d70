import * as library from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../electron/office/read.ts';
import { recogniseInWorker } from '../../electron/office/recognise-in-worker.ts';
import { refusal } from './refusal.ts';
import { textCell, workbookOf } from './xlsx-parts.ts';

/* Every bad input of a file: a sentence with what to do, in little time and memory. */

const MB = 1024 * 1024;
const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/office', name));

describe('a zip', () => {
  const KINDS = ['annex2.xlsx', 'annex2.docx', 'annex2.ods'];

  it.each(KINDS)('that is cut off is told, wherever it is cut (%s)', async (name) => {
    const whole = fixture(name);
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const error = await refusal(whole.subarray(0, Math.floor(whole.length * share)), name);
      expect([error.code, error.message]).toEqual(['file-unreadable', `“${name}”已损坏或不完整，无法读取。`]);
      expect(error.nextStep).not.toBe('');
    }
  });

  it('with far too many entries is refused before it is unpacked', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`a${index}.xml`, new Uint8Array()]));
    const bomb = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), ...many }, { level: 0 });
    const before = process.memoryUsage().rss;
    expect((await refusal(bomb)).code).toBe('file-too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * MB);
  });

  it('whose entries overlap is refused by what they would unpack to together', async () => {
    // One megabyte of zeros, named a thousand times in the directory: 250 bytes a name, a gigabyte unpacked.
    const one = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/a.xml': new Uint8Array(MB) });
    expect((await refusal(repeatedInDirectory(one, 1_000))).code).toBe('file-too-large');
  });

  it('that stores an entry larger than it says is refused by the larger size', async () => {
    const one = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/a.xml': new Uint8Array(MB) }, { level: 0 });
    const many = repeatedInDirectory(one, 1_000);
    const view = new DataView(many.buffer);
    for (let at = 0; at + 46 < many.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 20, true) === MB)
        view.setUint32(at + 24, 1, true);
    }
    expect((await refusal(many)).code).toBe('file-too-large');
  });

  it('inside a zip is not opened', async () => {
    const inner = zipSync({ 'a.xlsx': fixture('annex2.xlsx') });
    expect(await refusal(zipSync({ 'b.zip': inner }), '一批.zip')).toMatchObject({
      code: 'file-foreign',
      nextStep: '请先解压，再导入里面的表格文件。',
    });
  });
});

/** Names the last entry of a zip again and again. */
const repeatedInDirectory = (zip: Uint8Array, times: number): Uint8Array => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  const end = zip.length - 22;
  const start = view.getUint32(end + 16, true);
  let last = start;
  for (let at = start; at < end; at += 46 + view.getUint16(at + 28, true)) last = at;
  const entry = zip.subarray(last, end);
  const whole = new Uint8Array(
    Buffer.concat([zip.subarray(0, end), ...Array.from({ length: times }, () => entry), zip.subarray(end)]),
  );
  const foot = new DataView(whole.buffer, whole.length - 22);
  foot.setUint16(8, times + 2, true);
  foot.setUint16(10, times + 2, true);
  foot.setUint32(12, whole.length - 22 - start, true);
  return whole;
};

/** A container of old Office with streams of these names. */
const container = (...names: readonly string[]): Uint8Array => {
  const { utils, write } = library.CFB as {
    utils: { cfb_new: () => object; cfb_add: (file: object, name: string, content: Uint8Array) => void };
    write: (file: object, options: { type: 'buffer' }) => Buffer;
  };
  const file = utils.cfb_new();
  for (const name of names) utils.cfb_add(file, `/${name}`, new Uint8Array(5_000));
  return new Uint8Array(write(file, { type: 'buffer' }));
};

describe('a password', () => {
  it('of a new workbook or document is told', async () => {
    const error = await refusal(container('EncryptionInfo', 'EncryptedPackage'), '加密.xlsx');
    expect([error.code, error.message]).toEqual(['file-unreadable', '“加密.xlsx”设了打开密码，无法读取。']);
    expect(error.nextStep).toContain('取消密码');
  });

  it('of an old workbook is told by its record, of an old document by its flag', async () => {
    const record = [0x2f, 0, 4, 0, 0, 0, 0, 0];
    const bare = Uint8Array.from([0x09, 0x08, 0x10, 0, 0, 6, 5, 0, ...new Array<number>(12).fill(0), ...record]);
    expect((await refusal(bare, '老.xls')).message).toContain('设了打开密码');
    const doc = Uint8Array.from(fixture('annex2.doc'));
    const at = Buffer.from(doc).indexOf(Buffer.from([0xec, 0xa5]));
    doc[at + 0x0b] = (doc[at + 0x0b] ?? 0) | 1;
    expect((await refusal(doc, '老.doc')).message).toContain('设了打开密码');
  });

  it('of an OpenDocument is told by its manifest', async () => {
    const parts = unzipSync(fixture('annex2.ods'));
    const manifest =
      '<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    const locked = zipSync({ ...parts, 'META-INF/manifest.xml': strToU8(manifest) });
    expect((await refusal(locked, '表.ods')).message).toContain('设了打开密码');
  });
});

describe('XML with definitions of its own', () => {
  const LAUGHS = `<!DOCTYPE a [<!ENTITY a "${'哈'.repeat(1_000)}">${Array.from(
    { length: 20 },
    (_, index) => `<!ENTITY a${index} "${`&a${index === 0 ? '' : index - 1};`.repeat(10)}">`,
  ).join('')}]>`;
  const OUTSIDE = '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd">';

  it.each([
    ['that swell without end', LAUGHS],
    ['that lie elsewhere', OUTSIDE],
  ])('%s is refused in every part, nothing of it expanded or fetched', async (_, doctype) => {
    const spoiled: Uint8Array[] = [];
    for (const [name, part] of [
      ['annex2.xlsx', 'xl/sharedStrings.xml'],
      ['annex2.docx', 'word/document.xml'],
      ['annex2.ods', 'content.xml'],
    ] as const) {
      const parts = unzipSync(fixture(name));
      const xml = new TextDecoder().decode(parts[part]).replace(/^<\?xml[^>]*>/u, '');
      spoiled.push(zipSync({ ...parts, [part]: strToU8(`<?xml version="1.0"?>${doctype}${xml}`) }));
    }
    spoiled.push(
      strToU8(`<?xml version="1.0"?>${doctype}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`),
    );
    for (const bytes of spoiled) {
      const error = await refusal(bytes);
      expect(error.message).toContain('自定义的内容');
      expect(error.nextStep).toContain('另存为');
    }
  });
});

describe('a sheet', () => {
  it('of a hundred thousand empty rows and all its columns is read in no time', async () => {
    const styled = Array.from(
      { length: 100_000 },
      (_, index) => `<row r="${index + 2}"><c r="A${index + 2}" s="0"/></row>`,
    );
    const wide = `<row r="1">${textCell('A1', '甲')}${textCell('XFD1', '远')}</row>`;
    const started = performance.now();
    const { tables, notes } = await readDocument(workbookOf([{ rows: wide + styled.join('') }]), '表.xlsx');
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(tables[0]?.rows).toEqual([{ cells: ['甲'], at: 1 }]);
    expect(notes).toEqual(['工作表“表1”第 500 列以后的内容没有读取。']);
  });

  it('of more rows or texts than a table for people is refused', async () => {
    const rows = Array.from({ length: 200_001 }, (_, index) => `<row><c t="str"><v>${index}</v></c></row>`).join('');
    expect(await refusal(workbookOf([{ rows }]))).toMatchObject({
      code: 'file-too-large',
      message: '“文件.xlsx”的工作表“表1”超过 200000 行，无法读取。',
    });
    const long = `<sst><si><t>${'长'.repeat(40_000)}</t></si></sst>`;
    const cells = Array.from({ length: 2_000 }, () => '<row><c t="s"><v>0</v></c></row>').join('');
    const parts = { 'xl/sharedStrings.xml': long };
    expect((await refusal(workbookOf([{ rows: cells }], [], parts))).code).toBe('file-too-large');
  });

  it('with merges that overlap, run in circles or cover everything keeps every text once, and says so', async () => {
    const rows = `<row r="1">${textCell('A1', '甲')}${textCell('B1', '乙')}${textCell('C1', '丙')}</row><row r="2">${textCell('A2', '丁')}</row>`;
    const merges = ['A1:B1', 'B1:C1', 'A1:A2', 'C1:C1', 'D9:A8', 'A1:XFD1048576', 'x', 'B2:C2'];
    const behind = `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    const { tables, notes } = await readDocument(workbookOf([{ rows, behind }]), '表.xlsx');
    expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual([['甲', '', '丙'], ['丁']]);
    expect(tables[0]?.merges).toEqual([
      { at: 1, column: 0, rows: 1, columns: 2 },
      { at: 2, column: 1, rows: 1, columns: 2 },
    ]);
    expect(notes).toEqual(['工作表“表1”的合并单元格互相重叠，重叠的没有合并，请核对。']);
  });

  it('with a hundred thousand merges is read in time', async () => {
    const rows = Array.from(
      { length: 1_000 },
      (_, index) => `<row r="${index + 1}">${textCell(`A${index + 1}`, '甲')}</row>`,
    ).join('');
    const one = '<mergeCell ref="A1:XFD1000"/>';
    const started = performance.now();
    await readDocument(workbookOf([{ rows, behind: `<mergeCells>${one.repeat(100_000)}</mergeCells>` }]), '表.xlsx');
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('with formulas that have no result says where; one with an error too', async () => {
    const rows = `<row r="3">${textCell('A3', '合计')}<c r="B3"><f>SUM(B1:B2)</f></c><c r="C3"><f>1+1</f><v/></c><c r="D3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E3" t="str"><f>""</f><v></v></c></row>`;
    const { tables, notes } = await readDocument(workbookOf([{ rows }]), '表.xlsx');
    expect(tables[0]?.rows[0]?.cells).toEqual(['合计', '', '', '#DIV/0!']);
    expect(notes).toEqual([
      '工作表“表1”有 2 个公式没有保存结果，读成了空白（B3、C3）。请用 Excel 或 WPS 打开并保存一次再导入，或者照着原表补填。',
      '工作表“表1”有 1 个公式的结果是错误（D3）。请照着原表核对。',
    ]);
  });

  it('that is hidden, or whose rows and columns are, is left out and named, or read when that is wanted', async () => {
    const rows = `<row r="1">${textCell('A1', '题目')}${textCell('B1', '藏列')}${textCell('C1', '看得见')}</row><row r="2" hidden="1">${textCell('A2', '藏行')}</row>`;
    const book = workbookOf([
      { rows, before: '<cols><col min="2" max="2" hidden="1"/></cols>' },
      { name: '往年', state: 'veryHidden', rows: `<row>${textCell('A1', '旧')}</row>` },
      { name: '空', state: 'hidden', rows: '' },
    ]);
    const left = await readDocument(book, '表.xlsx');
    expect(left.tables.map((table) => table.rows.map(({ cells }) => cells))).toEqual([[['题目', '', '看得见']]]);
    expect(left.hiddenSheets).toEqual(['往年']);
    expect(left.notes).toEqual(['工作表“表1”里隐藏的 1 行、1 列没有读取；要导入它们，请先在表格里取消隐藏。']);
    const read = await readDocument(book, '表.xlsx', { hidden: 'read' });
    expect(read.tables.map(({ name }) => name)).toEqual(['表1', '往年']);
    expect(read.tables[0]?.rows.map(({ cells }) => cells)).toEqual([['题目', '藏列', '看得见'], ['藏行']]);
    expect([read.notes, read.hiddenSheets]).toEqual([[], ['往年']]);
  });

  it('keeps the text of a merge that reaches out of a hidden column', async () => {
    const rows = `<row r="1">${textCell('A1', '标题')}</row><row r="2">${textCell('A2', '藏')}${textCell('B2', '乙')}</row>`;
    const before = '<cols><col min="1" max="1" hidden="1"/></cols>';
    const behind = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>';
    const { tables } = await readDocument(workbookOf([{ rows, before, behind }]), '表.xlsx');
    expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual([['标题'], ['', '乙']]);
  });

  it('without contents is told, and why: all hidden, or formulas only', async () => {
    const hidden = workbookOf([{ state: 'hidden', rows: `<row>${textCell('A1', '甲')}</row>` }]);
    expect((await refusal(hidden)).message).toBe('“文件.xlsx”里没有内容，只有隐藏的工作表：表1。');
    const formulas = workbookOf([{ rows: '<row><c r="A1"><f>1+1</f></c></row>' }]);
    expect((await refusal(formulas)).nextStep).toContain('公式没有保存结果');
  });
});

describe('a name that lies', () => {
  it.each([
    ['annex2.xlsx', 'annex2.xls'],
    ['annex2.xls', 'annex2.xlsx'],
    ['annex2.ods', 'annex2.docx'],
    ['annex2.doc', 'annex2.xls'],
    ['annex2.docx', 'annex2.txt'],
  ])('%s is read for what it is when it is named %s', async (real, named) => {
    const texts = async (name: string): Promise<unknown> =>
      (await readDocument(fixture(real), name)).tables.map(({ rows }) => rows.map(({ cells }) => cells));
    expect(await texts(named)).toEqual(await texts(real));
  });

  it.each<[string, Uint8Array, string]>([
    ['.xlsb', zipSync({ 'xl/workbook.bin': strToU8('x') }), '.xlsb'],
    ['slides', zipSync({ 'ppt/presentation.xml': strToU8('x') }), '演示文稿'],
    [
      'OpenDocument text',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('x') }),
      'odt',
    ],
    ['old slides', container('PowerPoint Document'), '演示文稿'],
    ['something else of old Office', container('Etwas'), '不是 Excel 或 Word 文件'],
    ['RTF', strToU8('{\\rtf1\\ansi x}'), 'RTF'],
    [
      'Word 2003 XML',
      strToU8('<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>'),
      'XML 格式的 Word',
    ],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), '图片'],
    ['an archive', Uint8Array.from([0x52, 0x61, 0x72, 0x21]), '压缩包'],
  ])('%s is refused by its kind, with what to do', async (_, bytes, word) => {
    const error = await refusal(bytes, '目标表.xlsx');
    expect(error).toMatchObject({ code: 'file-foreign' });
    expect(error.message).toContain(word);
    expect(error.nextStep).not.toBe('');
  });
});

describe('time', () => {
  it('is told while it passes, and ends: progress of a thousand sheets, and a cancel on the way', async () => {
    const sheet = { rows: `<row>${textCell('A1', '项目名称')}</row>` };
    const book = workbookOf(Array.from({ length: 1_000 }, () => sheet));
    const told: (readonly [number, number])[] = [];
    await readDocument(book, '表.xlsx', { onProgress: (done, all) => told.push([done, all]) });
    expect([told.length, told.at(-1)]).toEqual([1_000, [999, 1_000]]);
    const controller = new AbortController();
    const reading = recogniseInWorker(book, '表.xlsx', {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });
});
