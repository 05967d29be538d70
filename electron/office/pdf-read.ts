import { ExpectedError } from '../../shared/model/errors.ts';
import { writePages } from './pdf-flow.ts';
import { openPdf } from './pdf-library.ts';
import { readMarks } from './pdf-marks.ts';
import { readPage, type PdfPage } from './pdf-page.ts';
import type { ReadDocument, ReadDocumentOptions } from './read.ts';
import { SourceRows } from './source-rows.ts';
import { damaged } from './zip-read.ts';

/** A unit's forms of a year have a few hundred. */
const MOST_PAGES = 1_500;

/**
 * Reads a PDF that has its text in it: tables by their drawn borders, else by where their columns stand; tables, rows and
 * paragraphs that go on over pages are put together; page numbers, running heads and feet are left out.
 * @throws ExpectedError naming the file and why it can't be read: scanned, behind a password, broken, too long
 */
export const readPdf = async (
  bytes: Uint8Array,
  fileName: string,
  { onProgress }: ReadDocumentOptions = {},
): Promise<ReadDocument> => {
  const { library, document, close } = await openPdf(bytes, fileName);
  try {
    if (document.numPages > MOST_PAGES) throw tooLong(fileName, document.numPages);
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      pages.push(readPage(await readMarks(page, library.OPS)));
      page.cleanup();
      onProgress?.(number, document.numPages);
    }
    return documentOf(pages, fileName);
  } catch (cause) {
    throw cause instanceof ExpectedError ? cause : damaged(fileName, cause);
  } finally {
    await close();
  }
};

const documentOf = (pages: readonly PdfPage[], fileName: string): ReadDocument => {
  const empty = pages.flatMap(({ items }, index) => (items.some(hasText) ? [] : [index + 1]));
  if (empty.length === pages.length) throw scanned(fileName);
  const rows = new SourceRows(fileName);
  const isOpen = writePages(pages, rows);
  const table = rows.end(fileName);
  if (isGarbled(table.rows.flatMap(({ cells }) => cells).join(''))) throw garbled(fileName);
  const notes = [...(empty.length === 0 ? [] : [blankPages(empty)]), ...(isOpen ? [NO_BORDERS] : [])];
  return { tables: [table], hiddenSheets: [], notes, ...(isOpen ? { guessed: NO_BORDERS } : {}) };
};

const NO_BORDERS = '这个 PDF 没有表格线，列是按位置分的，请多核对。';

const hasText = (item: PdfPage['items'][number]): boolean =>
  item.kind === 'line' || item.cells.some(({ content }) => content.text !== '');

/** Most of it is no Chinese, no Latin letters, numbers or signs: the file does not say what its letters mean. */
const isGarbled = (text: string): boolean =>
  (text.match(/[^\x20-\x7e\s\p{Script=Han}\u2000-\u2bff\u3000-\u33ff\uff00-\uffef·°±×÷]/gu)?.length ?? 0) >
  text.length * 0.3;

const COPY_INSTEAD = '请用 WPS 或扫描软件的“文字识别”转成 Word 或 Excel 文件，核对后再导入。';

const scanned = (fileName: string): ExpectedError =>
  new ExpectedError('file-foreign', `“${fileName}”里没有文字，只有图片，可能是扫描件，无法读取。`, COPY_INSTEAD);

const garbled = (fileName: string): ExpectedError =>
  new ExpectedError('file-unreadable', `“${fileName}”没有写明它的文字是什么，读出来是乱码。`, COPY_INSTEAD);

const tooLong = (fileName: string, pages: number): ExpectedError =>
  new ExpectedError(
    'file-too-large',
    `“${fileName}”有 ${pages} 页，超过 ${MOST_PAGES} 页，无法读取。`,
    '请只留下要导入的页，另存为新的文件。',
  );

/** The first few are named, the rest counted. */
const blankPages = (numbers: readonly number[]): string => {
  const named = numbers.slice(0, 8).join('、');
  const rest = numbers.length > 8 ? `等 ${numbers.length} 页` : '页';
  return `第 ${named} ${rest}没有文字（空白，或是扫描的图片），没有读取。`;
};
