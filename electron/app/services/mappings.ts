import { removeMapping, saveMapping } from '../../../db/index.ts';
import type { SourceTable } from '../../../shared/grid/table.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import { proposeMapping } from '../../../shared/recognise/mapped/propose.ts';
import { readMapped } from '../../../shared/recognise/mapped/read.ts';
import { fittingMapping, signatureOf } from '../../../shared/recognise/mapped/signature.ts';
import type { ImportPreview, MappingStart } from '../contract.ts';
import { actorOf, type Program } from '../program.ts';
import type { Services } from '../services.ts';
import { previewOf } from './import-preview.ts';
import { keptMappings } from './kept-mappings.ts';

/** How tables of no known form are read, as a clerk said once. */
export const mappingService = (program: Program): Services['mappings'] => ({
  list: () => keptMappings(program.db),
  save: ({ id = program.newId(), name, mapping }) => {
    const kept = { id, name, signature: signatureOf(mapping), mapping };
    saveMapping(program.db, kept, actorOf(program));
    return kept;
  },
  remove: (id) => {
    removeMapping(program.db, id);
    return { count: 1 };
  },
  propose: (readingId) => propose(program, readingId),
  read: (input) => read(program, input),
});

/** So much of a file is shown to a clerk who says what is what. */
const MOST_TABLES = 12;
const MOST_ROWS = 300;

const propose = (program: Program, readingId: string): MappingStart => {
  const { reading } = program.readings.read(readingId);
  const tables = tablesOf(reading.tables);
  const kept = fittingMapping(reading.tables, keptMappings(program.db));
  return {
    file: reading.recognised.document.file,
    tables: tables.slice(0, MOST_TABLES).map((table) => ({ ...table, rows: table.rows.slice(0, MOST_ROWS) })),
    // What was read by a mapping names no form.
    known: reading.recognised.document.layout !== null,
    proposal: kept?.mapping ?? proposeMapping(tables),
    kept: kept && { id: kept.id, name: kept.name },
  };
};

const read = (program: Program, { readingId, mapping }: Parameters<Services['mappings']['read']>[0]): ImportPreview => {
  const { reading } = program.readings.read(readingId);
  const { file } = reading.recognised.document;
  const recognised = readMapped(tablesOf(reading.tables), mapping, file);
  if (recognised.projects.length === 0)
    throw new ExpectedError('bad-input', `按这样对应，“${file}”里没有读到项目。`, '请检查项目名称对应的是不是这一列。');
  program.readings.replace(readingId, recognised);
  return previewOf(program, readingId, program.readings.ready(readingId));
};

/** @throws ExpectedError not-found where they are no longer kept */
const tablesOf = (tables: readonly SourceTable[]): readonly SourceTable[] => {
  if (tables.length > 0) return tables;
  throw new ExpectedError('not-found', '原来的表已经不在内存里了。', '请重新选择文件。');
};
