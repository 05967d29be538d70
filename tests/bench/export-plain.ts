import { mkdirSync } from 'node:fs';
import { paperById } from '../../shared/forms/index.ts';
import { wantedExport } from './export-wanted.ts';
import { plainDocument } from './plain-docx.ts';
import { plainWorkbook } from './plain-exceljs.ts';

/*
 * What the export is compared with: the same cells written by a library in the simplest way. Drawing them is a present: prints
 * its peak memory in MiB and how many milliseconds the drawing took, to be taken off. Arguments: see export-wanted.ts.
 */

const { form, format, mode, book, target } = wantedExport();
const write = format === 'xlsx' ? plainWorkbook : plainDocument;
const start = performance.now();
const grids = [...paperById(form).layout(book)];
const drawing = performance.now() - start;
if (mode === 'workbook') {
  await write(grids, target);
} else {
  mkdirSync(target, { recursive: true });
  for (const [index, grid] of grids.entries()) await write([grid], `${target}/${index + 1}.${format}`);
}
console.log(process.resourceUsage().maxRSS / 1024, drawing);
