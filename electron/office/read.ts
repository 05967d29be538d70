import type { SourceTable } from '../../shared/grid/table.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { LARGEST_FILE } from '../../shared/model/limits.ts';
import { isHtml } from './html-file.ts';
import { isMht } from './mime.ts';
import { readText } from './text-read.ts';
import { zipKind } from './zip-read.ts';

export interface ReadDocument {
  readonly tables: readonly SourceTable[];
  /** Names of hidden sheets with contents, whether they were read or not. */
  readonly hiddenSheets: readonly string[];
  /** What the clerk should know of the file as a whole, one Chinese sentence each: hidden rows, formulas without a result. */
  readonly notes: readonly string[];
}

export interface ReadDocumentOptions {
  /** Whether hidden sheets are read; left where it is not said: the clerk can't see them either. */
  readonly hidden?: 'leave' | 'read';
  /** Told now and then how far it is: sheets, pages or parts. */
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Reads the tables of a file. What it is is decided by its content, never by its name: xlsx, docx, a page of HTML
 * (.htm, .mht, many an .xls), or text (tab separated or csv; UTF-8, UTF-16 with mark, GB18030).
 * @throws ExpectedError naming the file and why it can't be read
 */
export const readDocument = async (
  bytes: Uint8Array,
  fileName: string,
  options: ReadDocumentOptions = {},
): Promise<ReadDocument> => {
  switch (kindOfFile(bytes, fileName)) {
    case 'xlsx':
      // The library behind it takes longer to load than a text to read.
      return (await import('./xlsx-read.ts')).readXlsx(bytes, fileName, options);
    case 'docx':
      return (await import('./docx-read.ts')).readDocx(bytes, fileName);
    case 'html': {
      const [{ decodeHtml }, { readHtml }] = await Promise.all([import('./html-file.ts'), import('./html-read.ts')]);
      return readHtml(decodeHtml(bytes, fileName), fileName);
    }
    case 'mht':
      return (await import('./mht-read.ts')).readMht(bytes, fileName);
    case 'text':
      return { tables: readText(bytes, fileName), hiddenSheets: [], notes: [] };
  }
};

/** The tables of a file; see {@link readDocument}. */
export const readTables = async (bytes: Uint8Array, fileName: string): Promise<SourceTable[]> => [
  ...(await readDocument(bytes, fileName)).tables,
];

export type FileKind = 'xlsx' | 'docx' | 'html' | 'mht' | 'text';

/**
 * What a file is, from its content alone.
 * @throws ExpectedError naming the file where it is empty, too large, or nothing that can be read
 */
export const kindOfFile = (bytes: Uint8Array, fileName: string): FileKind => {
  if (bytes.length === 0) throw new ExpectedError('file-empty', `“${fileName}”是空文件，里面没有内容。`);
  if (bytes.length > LARGEST_FILE) {
    throw new ExpectedError('file-too-large', `“${fileName}”超过 50 MB，太大了。`, '请把要导入的表另存为单独的文件。');
  }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return kindOfZip(bytes, fileName);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldOffice(bytes, fileName);
  const foreign = FOREIGN.find(([start]) => startsWith(bytes, start));
  if (foreign !== undefined) throw unknownKind(fileName, foreign[1]);
  if (isMht(bytes)) return 'mht';
  return isHtml(bytes) ? 'html' : 'text';
};

const FOREIGN: readonly (readonly [start: readonly number[], kind: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'PDF 文件'],
  [[0x89, 0x50, 0x4e, 0x47], '图片'],
  [[0xff, 0xd8, 0xff], '图片'],
  [[0x47, 0x49, 0x46, 0x38], '图片'],
  [[0x42, 0x4d], '图片'],
  [[0x52, 0x61, 0x72, 0x21], '压缩包'],
  [[0x37, 0x7a, 0xbc, 0xaf], '压缩包'],
  [[0x1f, 0x8b], '压缩包'],
  [[0x50, 0x4b, 0x05, 0x06], '空的压缩包'],
  [[0x4d, 0x5a], '程序'],
];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const unknownKind = (fileName: string, kind: string): ExpectedError =>
  new ExpectedError('file-foreign', `“${fileName}”是${kind}，不是表格，无法读取。`, TRY_INSTEAD);

const TRY_INSTEAD = '请另存为 .xlsx 表格再导入，或者复制表格内容，粘贴到导入页面。';

const kindOfZip = (bytes: Uint8Array, fileName: string): 'xlsx' | 'docx' => {
  const kind = zipKind(bytes, fileName);
  if (kind === 'other') throw unknownKind(fileName, '压缩包');
  return kind;
};

/** Office before 2007, or a new file behind a password: both lie in the same container, whose streams have names. */
const oldOffice = (bytes: Uint8Array, fileName: string): ExpectedError => {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const has = (stream: string): boolean => whole.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage')) {
    return new ExpectedError(
      'file-unreadable',
      `“${fileName}”设了打开密码，无法读取。`,
      '请先在 Word、Excel 或 WPS 中取消密码再导入。',
    );
  }
  return has('WordDocument')
    ? new ExpectedError(
        'file-foreign',
        `“${fileName}”是旧版 Word 文件（.doc），无法读取。`,
        '请用 Word 或 WPS 打开它，点“另存为”，类型选“Word 文档（*.docx）”，再导入新的文件。',
      )
    : new ExpectedError('file-foreign', `“${fileName}”是旧版 Office 文件（如 .xls），无法读取。`, TRY_INSTEAD);
};
