import { z } from 'zod';
import type { Book, FileFormat, PaperId } from '../../shared/forms/form.ts';
import { paperIdSchema } from '../../shared/model/form-id.ts';
import { benchBook } from './export-projects.ts';

/** One export to be measured. */
export interface WantedExport {
  readonly form: PaperId;
  readonly format: FileFormat;
  readonly mode: 'workbook' | 'files';
  readonly projects: number;
  /** Units the projects are shared out over. */
  readonly units: number;
}

const schema = z.tuple([
  paperIdSchema,
  z.enum(['xlsx', 'docx']),
  z.enum(['workbook', 'files']),
  z.coerce.number(),
  z.coerce.number(),
  z.string(),
]);

/** The arguments of the two programs that are compared. */
export const argumentsOf = ({ form, format, mode, projects, units }: WantedExport, target: string): string[] => [
  form,
  format,
  mode,
  String(projects),
  String(units),
  target,
];

/** What this process was started for. */
export const wantedExport = (): WantedExport & { readonly book: Book; readonly target: string } => {
  const [form, format, mode, projects, units, target] = schema.parse(process.argv.slice(2));
  return { form, format, mode, projects, units, target, book: benchBook(projects, units) };
};
