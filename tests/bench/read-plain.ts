import { readFileSync } from 'node:fs';

/* Merely reads a file with a library. Prints milliseconds, 0, and peak memory in MiB. Arguments: file, library. */

const READERS: Readonly<Record<string, (bytes: Buffer) => Promise<() => unknown>>> = {
  exceljs: async (bytes) => {
    const { default: ExcelJS } = await import('exceljs');
    return () => new ExcelJS.Workbook().xlsx.load(Uint8Array.from(bytes).buffer);
  },
  SheetJS: async (bytes) => {
    const { read } = await import('@e965/xlsx');
    return () => read(bytes, { dense: true, cellNF: true });
  },
  saxes: async (bytes) => {
    const [{ unzipSync }, { SaxesParser }] = await Promise.all([import('fflate'), import('saxes')]);
    return () => new SaxesParser().write(new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])).close();
  },
  parse5: async (bytes) => {
    const { parse } = await import('parse5');
    return () => parse(bytes.toString('utf8'));
  },
  pdfjs: async (bytes) => {
    const { openPdf } = await import('../../electron/office/pdf-library.ts');
    return async () => {
      const { document } = await openPdf(bytes, '');
      for (let page = 1; page <= document.numPages; page += 1) await (await document.getPage(page)).getOperatorList();
    };
  },
};

const [file = '', library = ''] = process.argv.slice(2);
const reader = READERS[library];
if (reader === undefined) throw new Error(`no library ${library}`);
const bytes = readFileSync(file);
// Loading the library counts, as it does for ours.
const start = performance.now();
await (
  await reader(bytes)
)();
console.log(performance.now() - start, 0, process.resourceUsage().maxRSS / 1024);
