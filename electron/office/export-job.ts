import { join } from 'node:path';
import { drawPaper } from '../../shared/forms/draw.ts';
import { paperById } from '../../shared/forms/index.ts';
import type { Book, FileFormat, PaperId } from '../../shared/forms/form.ts';
import type { Grid } from '../../shared/grid/grid.ts';

/** Projects to be drawn and written away from the main thread. Plain data: it crosses to a worker. */
export interface ExportJob {
  /** One file with everything, or one file a project (papers whose span is `project`). */
  readonly kind: 'workbook' | 'files';
  readonly form: PaperId;
  readonly format: FileFormat;
  readonly book: Book;
  /** workbook: the file to write. files: the folder, which exists. */
  readonly path: string;
  /** files: legal, different file names with their extension, one a project (see legalFileNames). workbook: not used. */
  readonly names: readonly string[];
  /** Document property. */
  readonly title: string;
}

/** Writes grids to a path of our own, as one file. */
type WriteTo = (
  grids: Iterable<Grid>,
  path: string,
  options: { readonly title: string; readonly onSheet?: (written: number) => void },
) => Promise<void>;

/** Only the library that is needed is loaded. */
const writers: Readonly<Record<FileFormat, () => Promise<WriteTo>>> = {
  xlsx: async () => (await import('./xlsx-write.ts')).writeWorkbookTo,
  docx: async () => (await import('./docx-write.ts')).writeDocumentTo,
};

/** Does a job, or a part of it, in this thread. `onDone` is told how many projects are written. */
export const runExport = async (job: ExportJob, onDone: (projects: number) => void): Promise<void> => {
  const write = await writers[job.format]();
  if (job.kind === 'workbook') {
    await write(gridsOf(job), job.path, { title: job.title, onSheet: (written) => onDone(projectsIn(job, written)) });
    onDone(job.book.units.reduce((sum, { projects }) => sum + projects.length, 0));
    return;
  }
  const projects = job.book.units.flatMap((unit) => unit.projects);
  for (const [index, grid] of enumerate(gridsOf(job))) {
    const title = projects[index]?.content.name ?? job.title;
    await write([grid], join(job.path, job.names[index] ?? `${index + 1}.${job.format}`), { title });
    onDone(index + 1);
  }
};

/** Drawn one after another, each only when it is asked for: never all of them in memory. */
const gridsOf = ({ form, book }: ExportJob): Iterable<Grid> => drawPaper(paperById(form), book);

/** How many projects so many grids hold, for the clerk who waits: a grid is a project, or the table of a whole unit. */
const projectsIn = ({ form, book: { units } }: ExportJob, grids: number): number => {
  const all = units.reduce((sum, { projects }) => sum + projects.length, 0);
  const ofUnits = units.slice(0, grids).reduce((sum, { projects }) => sum + projects.length, 0);
  const unitwise = paperById(form).span === 'book' && units.length > 1;
  return Math.min(all, unitwise ? ofUnits : grids);
};

function* enumerate<T>(items: Iterable<T>): Generator<[number, T]> {
  let index = 0;
  for (const item of items) {
    yield [index, item];
    index += 1;
  }
}
