import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analyse } from '../../shared/fill/analyse.ts';
import { planFill } from '../../shared/fill/fill.ts';
import type { Corrections } from '../../shared/fill/roles.ts';
import type { FillBook } from '../../shared/fill/subject.ts';
import { fillTemplateFile, readTemplate } from './fill-file.ts';

/** A county's own form to be filled in away from the main thread. Plain data: it crosses to a worker. */
export interface FillJob {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly corrections: Corrections;
  readonly book: FillBook;
  /** How many projects the book holds. */
  readonly count: number;
  /** The file to write; the folder, which exists, where there are `names`. */
  readonly path: string;
  /** One file a project, with its extension; empty for one file with all. */
  readonly names: readonly string[];
}

/** Does a job in this thread. `onDone` is told how many projects are written. */
export const runFill = async (job: FillJob, onDone: (projects: number) => void): Promise<void> => {
  const { bytes, fileName, path, names, book } = job;
  const template = await readTemplate(bytes, fileName);
  const analysis = analyse(template, job.corrections);
  const write = async (part: FillBook, to: string, onTable?: (done: number) => void): Promise<void> =>
    writeFile(to, await fillTemplateFile(bytes, fileName, planFill(template, analysis, part), onTable));
  if (names.length === 0) {
    await write(book, path, onDone);
    onDone(job.count);
    return;
  }
  const parts = book.units.flatMap(({ unit, projects }) => projects.map((project) => ({ unit, projects: [project] })));
  for (const [index, part] of parts.entries()) {
    await write({ ...book, units: [part], before: index }, join(path, names[index] ?? `${index + 1}`));
    onDone(index + 1);
  }
};
