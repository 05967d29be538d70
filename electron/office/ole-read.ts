import { ExpectedError } from '../../shared/model/errors.ts';
import { lockedFile, unknownKind } from './file-kind.ts';
import { openOle } from './ole-container.ts';
import type { ReadDocument, ReadDocumentOptions } from './read.ts';

/**
 * Reads an old Office file: .xls and .et, .doc and .wps. What it is, its streams say.
 * @throws ExpectedError naming the file and why it can't be read; a password is said
 */
export const readOle = async (
  bytes: Uint8Array,
  fileName: string,
  options: ReadDocumentOptions,
): Promise<ReadDocument> => {
  const container = openOle(bytes, fileName);
  if (container.names.has('encryptedpackage')) throw lockedFile(fileName);
  const workbook = container.stream('workbook') ?? container.stream('book');
  if (workbook !== null) return (await import('./xls-read.ts')).readXls(workbook, fileName, options);
  if (container.names.has('worddocument')) {
    return (await import('./doc-read.ts')).readDoc(container, fileName);
  }
  if (container.names.has('powerpoint document')) throw unknownKind(fileName, '演示文稿，不是表格');
  throw new ExpectedError(
    'file-foreign',
    `“${fileName}”不是 Excel 或 Word 文件，无法读取。`,
    '请另存为 .xlsx 表格再导入，或者复制表格内容，粘贴到导入页面。',
  );
};
