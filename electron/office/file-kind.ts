import { ExpectedError } from '../../shared/model/errors.ts';
import { LARGEST_FILE } from '../../shared/model/limits.ts';
import { isHtml } from './html-file.ts';
import { isMht } from './mime.ts';
import { foreignDefinitions } from './xml-parse.ts';
import { zipKind } from './zip-read.ts';

/** Kinds of files by what they are, not by how they are named. */
export type FileKind =
  | 'xlsx' // .xlsx, .xlsm, newer .et
  | 'ods'
  | 'ole' // the container of old Office: .xls, .et, .doc, .wps, or a new file behind a password
  | 'bare-xls' // .xls older than the container
  | 'xml-sheet' // XML Spreadsheet 2003
  | 'docx'
  | 'pdf'
  | 'html'
  | 'mht'
  | 'text';

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
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'ole';
  if (BARE_XLS.some((start) => startsWith(bytes, start))) return 'bare-xls';
  if (isPdf(bytes)) return 'pdf';
  const foreign = FOREIGN.find(([start]) => startsWith(bytes, start));
  if (foreign !== undefined) throw unknownKind(fileName, `${foreign[1]}，不是表格`);
  return kindOfText(bytes, fileName);
};

/** Some programs write something before the beginning of a PDF, as its readers allow. */
const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)).includes('%PDF-');

/** First records of workbooks before 1995. */
const BARE_XLS: readonly (readonly number[])[] = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08, 0x08, 0x00],
  [0x09, 0x08, 0x10, 0x00],
];

const FOREIGN: readonly (readonly [start: readonly number[], kind: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], '图片'],
  [[0xff, 0xd8, 0xff], '图片'],
  [[0x47, 0x49, 0x46, 0x38], '图片'],
  [[0x42, 0x4d], '图片'],
  [[0x49, 0x49, 0x2a, 0x00], '图片'],
  [[0x4d, 0x4d, 0x00, 0x2a], '图片'],
  [[0x52, 0x61, 0x72, 0x21], '压缩包'],
  [[0x37, 0x7a, 0xbc, 0xaf], '压缩包'],
  [[0x1f, 0x8b], '压缩包'],
  [[0x50, 0x4b, 0x05, 0x06], '空的压缩包'],
  [[0x4d, 0x5a], '程序'],
];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** The refusal of a file that holds no table of ours. @param kind what it is, in Chinese */
export const unknownKind = (fileName: string, kind: string, nextStep = TRY_INSTEAD): ExpectedError =>
  new ExpectedError('file-foreign', `“${fileName}”是${kind}，无法读取。`, nextStep);

const TRY_INSTEAD = '请另存为 .xlsx 表格再导入，或者复制表格内容，粘贴到导入页面。';

const kindOfZip = (bytes: Uint8Array, fileName: string): FileKind => {
  const kind = zipKind(bytes, fileName);
  switch (kind) {
    case 'sheet-binary':
      throw unknownKind(fileName, '二进制格式的表格（.xlsb）', SAVE_AS_XLSX);
    case 'slides':
      throw unknownKind(fileName, '演示文稿，不是表格');
    case 'text-document':
      throw unknownKind(
        fileName,
        ' OpenDocument 文字文档（.odt）',
        '请用 WPS 或 Word 打开它，点“另存为”，类型选“Word 文档（*.docx）”，再导入新的文件。',
      );
    case 'other':
      throw unknownKind(fileName, '压缩包', '请先解压，再导入里面的表格文件。');
    case 'xlsx':
    case 'ods':
    case 'docx':
      return kind;
  }
};

/** The refusal of a file behind a password. */
export const lockedFile = (fileName: string): ExpectedError =>
  new ExpectedError(
    'file-unreadable',
    `“${fileName}”设了打开密码，无法读取。`,
    '请先在 Word、Excel 或 WPS 中取消密码再导入。',
  );

/** How far into a text its kind is looked for. */
const HEAD = 4_096;

const kindOfText = (bytes: Uint8Array, fileName: string): FileKind => {
  const head = headOf(bytes);
  if (/^\s*<\?xml/u.test(head) || /^\s*<(?:\w+:)?Workbook/u.test(head)) {
    if (head.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml-sheet';
    if (/office\/word\/2003\/wordml|office\/2006\/xmlPackage/u.test(head)) {
      throw unknownKind(fileName, ' XML 格式的 Word 文档', SAVE_AS_DOCX);
    }
  }
  if (head.startsWith('{\\rtf')) throw unknownKind(fileName, ' RTF 文档', SAVE_AS_DOCX);
  if (isMht(bytes)) return 'mht';
  if (isHtml(bytes)) return 'html';
  if (/^\s*<\?xml[\s\S]*<!(?:DOCTYPE|ENTITY)/u.test(head)) throw foreignDefinitions(fileName);
  if (/^\s*<\?xml/u.test(head)) throw unknownKind(fileName, ' XML 数据文件，不是表格');
  return 'text';
};

const SAVE_AS_XLSX = '请用 Excel 或 WPS 打开它，点“另存为”，类型选“Excel 工作簿（*.xlsx）”，再导入新的文件。';

/** What to do with a document that only Word or WPS can open. */
export const SAVE_AS_DOCX = '请用 Word 或 WPS 打开它，点“另存为”，类型选“Word 文档（*.docx）”，再导入新的文件。';

const headOf = (bytes: Uint8Array): string => {
  const head = bytes.subarray(0, HEAD);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  return new TextDecoder('latin1').decode(head).replace(/^ï»¿/u, '');
};
