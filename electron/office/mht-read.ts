import { ExpectedError } from '../../shared/model/errors.ts';
import { decodeHtml } from './html-file.ts';
import { tablesOfHtml } from './html-read.ts';
import { mimeParts } from './mime.ts';
import type { ReadDocument } from './read.ts';

/**
 * Reads a page saved as one file by Word, Excel, WPS or a browser: the tables of every page in it.
 * @throws ExpectedError naming the file and why it can't be read
 */
export const readMht = (bytes: Uint8Array, fileName: string): ReadDocument => {
  const pages = mimeParts(bytes, (type) => type === 'text/html')
    // Excel's strip with the names of the sheets.
    .filter(({ location }) => !/tabstrip\.html?$/iu.test(location))
    .map(({ location, body, charset }) => ({ location, html: decodeHtml(body, fileName, charset) }));
  const names = new Map(pages.flatMap(({ html }) => sheetNames(html)));
  const tables = pages.flatMap(({ location, html }) => tablesOfHtml(html, fileName, names.get(lastOf(location))));
  if (tables.length === 0) throw new ExpectedError('file-empty', `“${fileName}”里没有内容。`);
  return { tables, hiddenSheets: [], notes: [] };
};

/** Excel's first page names the sheets and the pages they are on. */
const sheetNames = (html: string): [page: string, name: string][] =>
  [
    ...html.matchAll(/<x:Name>([^<]{1,200})<\/x:Name>\s{0,200}<x:WorksheetSource\s{1,200}HRef="([^"<>]{1,2000})"/giu),
  ].map(([, name = '', href = '']) => [lastOf(href), name]);

const lastOf = (address: string): string => address.slice(address.lastIndexOf('/') + 1).toLowerCase();
