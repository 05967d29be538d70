import { mkdirSync } from 'node:fs';
import { exportInWorker } from '../../electron/office/pool.ts';
import { legalFileNames } from '../../shared/grid/names.ts';
import { wantedExport } from './export-wanted.ts';

/* The export as the program does it; prints its peak memory in MiB. Arguments: see export-wanted.ts. */

const { form, format, mode, book, target } = wantedExport();
if (mode === 'files') mkdirSync(target, { recursive: true });
const contents = book.units.flatMap(({ projects }) => projects.map(({ content }) => content));
await exportInWorker(
  {
    kind: mode,
    form,
    format,
    book,
    path: target,
    names: legalFileNames(contents.map(({ name }) => `${name}.${format}`)),
    title: '示例',
  },
  { onProgress: () => undefined, signal: new AbortController().signal },
);
console.log(process.resourceUsage().maxRSS / 1024);
