import { listMappings, type Readable } from '../../../db/index.ts';
import { keptMappingSchema, type KeptMapping } from '../../../shared/recognise/mapped/mapping.ts';
import { readMapped } from '../../../shared/recognise/mapped/read.ts';
import { fittingMapping } from '../../../shared/recognise/mapped/signature.ts';
import type { Reading } from '../../office/recognise-job.ts';

/** Every kept mapping, the newest first; one that a later program may have written otherwise is left alone. */
export const keptMappings = (db: Readable): KeptMapping[] =>
  listMappings(db).flatMap((stored) => keptMappingSchema.safeParse(stored).data ?? []);

/** Where no known form was found, or a clerk said so of this form: read as it was said once, and told so. */
export const byKeptMapping = (db: Readable, file: string, reading: Reading): Reading => {
  const kept = fittingFor(reading, keptMappings(db));
  if (kept === null) return reading;
  const recognised = readMapped(reading.tables, kept.mapping, file);
  if (recognised.projects.length === 0) return reading;
  const told = `这个文件和“${kept.name}”一样，按以前手工对应的方式读取。`;
  return { ...reading, recognised, unknown: null, notes: [...reading.notes, told] };
};

const fittingFor = ({ unknown, tables }: Reading, kept: readonly KeptMapping[]): KeptMapping | null =>
  unknown === null
    ? fittingMapping(
        tables,
        kept.filter(({ mapping }) => mapping.instead === true),
        1,
      )
    : fittingMapping(tables, kept);
