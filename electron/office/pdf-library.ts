import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type * as Pdf from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ExpectedError } from '../../shared/model/errors.ts';
import { damaged } from './zip-read.ts';

/**
 * Opens a PDF. Nothing of it is run or fetched, no font or picture of it is drawn.
 * @throws ExpectedError where it wants a password or is broken
 */
export const openPdf = async (
  bytes: Uint8Array,
  fileName: string,
): Promise<{
  readonly library: typeof Pdf;
  readonly document: Pdf.PDFDocumentProxy;
  readonly close: () => Promise<void>;
}> => {
  const library = await loadLibrary();
  const task = library.getDocument({
    // The library takes its bytes for its own.
    data: new Uint8Array(bytes),
    cMapUrl: cMapFolder(),
    cMapPacked: true,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    // No picture is decoded.
    maxImageSize: 0,
    verbosity: library.VerbosityLevel.ERRORS,
  });
  try {
    return { library, document: await task.promise, close: () => task.destroy() };
  } catch (cause) {
    await task.destroy();
    if (cause instanceof Error && cause.name === 'PasswordException') throw locked(fileName, cause);
    throw damaged(fileName, cause);
  }
};

const locked = (fileName: string, cause: unknown): ExpectedError =>
  new ExpectedError(
    'file-unreadable',
    `“${fileName}”设了打开密码，无法读取。`,
    '请用打开它的程序另存为没有密码的 PDF，再导入。',
    { cause },
  );

/**
 * The library draws too, and wants names of a browser for that as soon as it is loaded; here it only reads, so they may be
 * empty. Its worker's program runs in this thread, which is a worker already.
 */
const loadLibrary = async (): Promise<typeof Pdf> => {
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData']) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: Object, configurable: true });
  }
  // @ts-expect-error -- it comes without types; loaded, it registers itself
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
};

/** Adobe's tables of Chinese character codes: beside the bundle, or in the library's package. */
const cMapFolder = (): string => {
  const bundled = fileURLToPath(new URL('../cmaps/', import.meta.url));
  return existsSync(bundled)
    ? bundled
    : fileURLToPath(new URL('cmaps/', import.meta.resolve('pdfjs-dist/package.json')));
};
