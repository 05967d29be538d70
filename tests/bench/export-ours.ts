import { mkdirSync } from 'node:fs';
import { exportInWorker } from '../../electron/office/pool.ts';
import { legalFileNames } from '../../shared/grid/names.ts';
import { benchContext, benchProjects } from './export-projects.ts';

/* The export as the program does it: `node export-ours.ts workbook|files COUNT TARGET`; prints its peak memory in MiB. */

const [mode, count = '0', target = ''] = process.argv.slice(2);
const projects = benchProjects(Number(count)).map((content) => ({ content, draft: false }));
const { unit, year, settings } = benchContext();
if (mode === 'files') mkdirSync(target, { recursive: true });
await exportInWorker(
  {
    kind: mode === 'workbook' ? 'workbook' : 'files',
    form: 'annex2',
    projects,
    context: { unit, year, settings },
    path: target,
    names: legalFileNames(projects.map(({ content }) => `${content.name}.xlsx`)),
    title: '示例',
  },
  { onProgress: () => undefined, signal: new AbortController().signal },
);
console.log(process.resourceUsage().maxRSS / 1024);
