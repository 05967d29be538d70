import { unzipSync } from 'fflate';
import { ExpectedError } from '../../shared/model/errors.ts';

/** What a workbook of this trade may be at most once unpacked; more is a mistake or a zip bomb. */
const MOST_ENTRIES = 20_000;
const MOST_BYTES = 200 * 1024 * 1024;
/** XML packs well, but not a thousandfold. */
const HIGHEST_RATIO = 1_000;

/**
 * What lies in a zip, from its directory alone.
 * @throws ExpectedError where the zip is damaged, or would unpack to more than can be meant
 */
export const zipKind = (bytes: Uint8Array, fileName: string): 'xlsx' | 'docx' | 'other' => {
  const names = new Set<string>();
  let size = 0;
  readDirectory(bytes, fileName, (entry) => {
    names.add(entry.name.toLowerCase().replace(/^\//u, ''));
    size += entry.originalSize;
    return false;
  });
  if (names.size > MOST_ENTRIES || size > MOST_BYTES || size > bytes.length * HIGHEST_RATIO) {
    throw new ExpectedError(
      'file-too-large',
      `“${fileName}”解开后内容过大，无法读取。`,
      '请把要导入的表另存为单独的文件。',
    );
  }
  if (names.has('xl/workbook.xml')) return 'xlsx';
  return [...names].some((name) => /^word\/document\d*\.xml$/u.test(name)) ? 'docx' : 'other';
};

/**
 * Unpacks every XML part. An entry gives as many bytes as the directory promised, whatever its data would swell to.
 * @throws ExpectedError where the zip is damaged
 */
export const unpackParts = (bytes: Uint8Array, fileName: string): Record<string, Uint8Array> =>
  readDirectory(bytes, fileName, ({ name }) => /\.(?:xml|rels)$/iu.test(name));

type Filter = (entry: { name: string; originalSize: number }) => boolean;

const readDirectory = (bytes: Uint8Array, fileName: string, filter: Filter): Record<string, Uint8Array> => {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    throw damaged(fileName, cause);
  }
};

/** A file that begins well and does not end well. */
export const damaged = (fileName: string, cause: unknown): ExpectedError =>
  new ExpectedError(
    'file-unreadable',
    `“${fileName}”已损坏或不完整，无法读取。`,
    '请重新复制或下载这个文件，能在 Office 或 WPS 中打开后再导入。',
    {
      cause,
    },
  );
