import { join } from 'node:path';
import { paperById } from '../../shared/forms/index.ts';
import type { Book, PaperId } from '../../shared/forms/form.ts';
import type { Grid } from '../../shared/grid/grid.ts';
import { writeWorkbookTo } from './xlsx-write.ts';

/** Projects to be drawn and written away from the main thread. Plain data: it crosses to a worker. */
export interface ExportJob {
  /** One workbook with a sheet a project, or one file a project. */
  readonly kind: 'workbook' | 'files';
  readonly form: PaperId;
  readonly book: Book;
  /** workbook: the file to write. files: the folder, which exists. */
  readonly path: string;
  /** files: legal, different file names, one a project (see legalFileNames). workbook: not used. */
  readonly names: readonly string[];
  /** Document property. */
  readonly title: string;
}

/** Does a job, or a part of it, in this thread. `onDone` is told after each project. */
export const runExport = async (job: ExportJob, onDone: () => void): Promise<void> => {
  if (job.kind === 'workbook') {
    await writeWorkbookTo(gridsOf(job), job.path, { title: job.title, onSheet: onDone });
    return;
  }
  const projects = job.book.units.flatMap((unit) => unit.projects);
  for (const [index, grid] of enumerate(gridsOf(job))) {
    const title = projects[index]?.content.name ?? job.title;
    await writeWorkbookTo([grid], join(job.path, job.names[index] ?? `${index + 1}.xlsx`), { title });
    onDone();
  }
};

/** Drawn one after another, each only when it is asked for: never all of them in memory. */
const gridsOf = ({ form, book }: ExportJob): Iterable<Grid> => paperById(form).layout(book);

function* enumerate<T>(items: Iterable<T>): Generator<[number, T]> {
  let index = 0;
  for (const item of items) {
    yield [index, item];
    index += 1;
  }
}
