import { unzipSync, type UnzipOptions } from 'fflate';
import { ExpectedError } from '../../shared/model/errors.ts';

/** What a workbook of this trade may be at most once unpacked; more is a mistake or a zip bomb. */
const MOST_ENTRIES = 20_000;
const MOST_BYTES = 200 * 1024 * 1024;
/** XML packs well, but not a thousandfold. */
const HIGHEST_RATIO = 1_000;

/** Kinds of office files that are a zip inside; `sheet-binary` is .xlsb. */
export type ZipKind = 'xlsx' | 'sheet-binary' | 'ods' | 'docx' | 'slides' | 'text-document' | 'other';

/**
 * What lies in a zip, from its directory alone.
 * @throws ExpectedError where the zip is damaged, or would unpack to more than can be meant
 */
export const zipKind = (bytes: Uint8Array, fileName: string): ZipKind => {
  const names = new Set<string>();
  let entries = 0;
  let size = 0;
  readDirectory(bytes, fileName, ({ name, size: packed, originalSize, compression }) => {
    names.add(plainName(name));
    entries += 1;
    // What is stored as it is gives its packed size, whatever else it claims.
    size += compression === 0 ? Math.max(packed, originalSize) : originalSize;
    // At once: a directory may say that it goes on without end.
    if (entries > MOST_ENTRIES || size > MOST_BYTES || size > bytes.length * HIGHEST_RATIO) throw flood(fileName);
    return false;
  });
  const has = (pattern: RegExp): boolean => [...names].some((name) => pattern.test(name));
  if (has(/^xl\/workbook\d*\.xml$/u)) return 'xlsx';
  if (has(/^xl\/workbook\d*\.bin$/u)) return 'sheet-binary';
  if (has(/^word\/document\d*\.xml$/u)) return 'docx';
  if (has(/^ppt\/presentation\.xml$/u)) return 'slides';
  return names.has('content.xml') && names.has('mimetype') ? openDocument(bytes, fileName) : 'other';
};

/** OpenDocument says in its first part what it is. */
const openDocument = (bytes: Uint8Array, fileName: string): ZipKind => {
  const parts = readDirectory(bytes, fileName, ({ name, originalSize }) => name === 'mimetype' && originalSize < 200);
  const type = new TextDecoder().decode(parts['mimetype']);
  if (type.includes('spreadsheet')) return 'ods';
  return type.includes('opendocument.text') ? 'text-document' : 'other';
};

const flood = (fileName: string): ExpectedError =>
  new ExpectedError('file-too-large', `“${fileName}”解开后内容过大，无法读取。`, '请把要导入的表另存为单独的文件。');

/**
 * Unpacks every XML part, by its plain name. An entry gives as many bytes as the directory promised, whatever its data would
 * swell to.
 * @throws ExpectedError where the zip is damaged
 */
export const unpackParts = (bytes: Uint8Array, fileName: string): Readonly<Record<string, Uint8Array>> => {
  const parts: Record<string, Uint8Array> = Object.create(null) as Record<string, Uint8Array>;
  const unpacked = readDirectory(bytes, fileName, ({ name }) => /\.(?:xml|rels)$/iu.test(name));
  for (const [name, part] of Object.entries(unpacked)) parts[plainName(name)] = part;
  return parts;
};

/** Some programs write capitals, a slash before, or backslashes. */
export const plainName = (name: string): string => name.toLowerCase().replaceAll('\\', '/').replace(/^\/+/u, '');

type Filter = NonNullable<UnzipOptions['filter']>;

const readDirectory = (bytes: Uint8Array, fileName: string, filter: Filter): Record<string, Uint8Array> => {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    throw cause instanceof ExpectedError ? cause : damaged(fileName, cause);
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
