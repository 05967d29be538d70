import { join } from 'node:path';
import { getTemplate, listTemplates, removeTemplate, saveTemplate } from '../../../db/index.ts';
import { analyse } from '../../../shared/fill/analyse.ts';
import { applyPlan } from '../../../shared/fill/apply.ts';
import { isPerProject, planFill } from '../../../shared/fill/fill.ts';
import type { Analysis } from '../../../shared/fill/forms.ts';
import { correctionsSchema } from '../../../shared/fill/roles-schema.ts';
import type { Corrections } from '../../../shared/fill/roles.ts';
import { fillBookOf, type FillBook } from '../../../shared/fill/subject.ts';
import type { Template, TemplateTable } from '../../../shared/fill/template.ts';
import { legalFileName } from '../../../shared/grid/names.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import { isBlank } from '../../../shared/model/text.ts';
import { fillInWorker, readTemplateInWorker } from '../../office/fill-in-worker.ts';
import type { FillPreview, JobState, OpenTemplate } from '../contract.ts';
import type { JobWork } from '../jobs.ts';
import { actorOf, type Program } from '../program.ts';
import type { Services } from '../services.ts';
import { fileNames } from './names.ts';
import { isDraft, selectProjects, type Selection } from './selection.ts';

/** A template on the shelf, while its page is open. */
export interface ShelvedTemplate {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly template: Template;
}

export const fillService = (program: Program): Services['fill'] => ({
  open: async (file, bytes) => openBytes(program, file, bytes, {}),
  openKept: async (id) => {
    const { file, bytes, corrections } = getTemplate(program.db, id);
    const said = correctionsSchema.safeParse(corrections);
    return openBytes(program, file, bytes, said.success ? said.data : {});
  },
  analyse: ({ templateId, corrections }) => described(templateId, shelved(program, templateId), corrections),
  preview: ({ templateId, projectId, corrections }) => previewOf(program, templateId, projectId, corrections),
  start: ({ templateId, ids, mode, corrections }) =>
    startFill(program, shelved(program, templateId), { ids, corrections, apart: mode === 'files' }),
  list: () => listTemplates(program.db),
  keep: ({ templateId, name, corrections }) => {
    const { file, bytes } = shelved(program, templateId);
    const id = program.newId();
    saveTemplate(
      program.db,
      { id, name: isBlank(name) ? file : name.trim(), file, bytes, corrections },
      actorOf(program),
    );
    return listTemplates(program.db);
  },
  remove: (id) => {
    removeTemplate(program.db, id);
    return listTemplates(program.db);
  },
});

/** Reads a template away from the main thread and keeps it at hand. @throws ExpectedError why it can't be filled in */
export const readForFilling = async (program: Program, file: string, bytes: Uint8Array): Promise<ShelvedTemplate> => ({
  file,
  bytes,
  template: await readTemplateInWorker(bytes, file, { workerUrl: program.worker }),
});

const openBytes = async (
  program: Program,
  file: string,
  bytes: Uint8Array,
  corrections: Corrections,
): Promise<OpenTemplate> => {
  const template = await readForFilling(program, file, bytes);
  return described(program.templates.put(template), template, corrections);
};

const shelved = (program: Program, templateId: string): ShelvedTemplate => {
  const template = program.templates.get(templateId);
  if (template) return template;
  throw new ExpectedError('not-found', '这份表样已经不在了。', '请重新选择文件。');
};

const described = (templateId: string, { file, template }: ShelvedTemplate, corrections: Corrections): OpenTemplate => {
  const analysis = analyse(template, corrections);
  return {
    templateId,
    file,
    format: template.format,
    tables: template.tables.map(shown),
    marks: analysis.marks,
    notes: [...analysis.notes, ...template.tables.flatMap(cutNotes)],
    corrections,
    recognised: analysis.forms.length > 0,
    perProject: isPerProject(analysis.forms),
  };
};

/** More of a table is not drawn; it is filled in all the same. */
const MOST_ROWS = 300;

const shown = (table: TemplateTable): TemplateTable => ({
  ...table,
  rows: Math.min(table.rows, MOST_ROWS),
  heights: table.heights.slice(0, MOST_ROWS),
  cells: table.cells.filter(({ row, rows }) => row + rows <= MOST_ROWS),
});

const cutNotes = ({ name, rows }: TemplateTable): string[] =>
  rows > MOST_ROWS ? [`${name === '' ? '文档' : `“${name}”`}较长，下面只画出前 ${MOST_ROWS} 行。`] : [];

const previewOf = (program: Program, templateId: string, projectId: string, corrections: Corrections): FillPreview => {
  const { template } = shelved(program, templateId);
  const analysis = analyse(template, corrections);
  const plan = planFill(template, analysis, bookOf(selectProjects(program, 'annex2', [projectId])));
  return { tables: applyPlan(template, plan).tables.map(shown), warnings: plan.warnings };
};

const bookOf = ({ book }: Selection): FillBook => fillBookOf(book.year, book.units);

/** What a clerk or a script wants of a template. */
export interface FillWanted {
  readonly ids: readonly string[];
  readonly corrections: Corrections;
  /** A file a project. */
  readonly apart: boolean;
}

/** Begins to fill a template; the job tells how far it is. @throws ExpectedError `bad-input` where it can't be filled so */
export const startFill = (program: Program, shelvedTemplate: ShelvedTemplate, wanted: FillWanted): JobState => {
  const analysis = analyse(shelvedTemplate.template, wanted.corrections);
  refuseUnknown(shelvedTemplate, analysis);
  if (wanted.apart && !isPerProject(analysis.forms)) {
    throw new ExpectedError('bad-input', '这份表样是一整份表，不能一个项目一个文件。', '请存成一个文件。');
  }
  const selection = named(selectProjects(program, 'annex2', wanted.ids), shelvedTemplate.file);
  return program.jobs.start(workOf(program, shelvedTemplate, analysis, selection, wanted));
};

const refuseUnknown = ({ file }: ShelvedTemplate, { forms }: Analysis): void => {
  const filled = forms.some(({ fields, ...form }) => fields.length > 0 || form.kind === 'list');
  if (filled) return;
  throw new ExpectedError(
    'bad-input',
    `没有认出“${file}”里哪些格子要填。`,
    '请在画出来的表上点格子，告诉程序哪里填什么，再保存。',
  );
};

/** File names say what the county's own file is called. */
const named = (selection: Selection, file: string): Selection => ({
  ...selection,
  paper: { ...selection.paper, name: stemOf(file), span: 'project' },
});

const stemOf = (file: string): string => file.replace(/\.[^.]*$/u, '');

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Notes are gathered of so many projects: more would hold up the window, and say the same. */
const NOTED = 40;

const workOf = (
  program: Program,
  { file, bytes, template }: ShelvedTemplate,
  analysis: Analysis,
  selection: Selection,
  { corrections, apart }: FillWanted,
): JobWork => {
  const folder = program.temporary.make();
  const book = bookOf(selection);
  const count = selection.projects.length;
  const draft = selection.projects.some(isDraft) ? '（草稿）' : '';
  const name = legalFileName(`${selection.unit.name}-${selection.year}年${stemOf(file)}${draft}.${template.format}`);
  const job = { bytes, fileName: file, corrections, book, count };
  const options = (report: (done: number) => void, signal: AbortSignal): Parameters<typeof fillInWorker>[1] => ({
    onProgress: report,
    signal,
    ...(program.worker ? { workerUrl: program.worker } : {}),
  });
  return {
    title: `填写 ${count} 个项目`,
    all: count,
    notes: planFill(template, analysis, first(book, NOTED)).warnings,
    run: async (report, signal) => {
      if (apart) {
        const names = fileNames(program, selection, template.format);
        await fillInWorker({ ...job, path: folder, names }, options(report, signal));
        return () =>
          program.host.deliverFiles(folder, legalFileName(`${selection.unit.name}-${selection.year}年${stemOf(file)}`));
      }
      const path = join(folder, name);
      await fillInWorker({ ...job, path, names: [] }, options(report, signal));
      return (again) => program.host.deliverFile({ path, name, type: TYPES[template.format] }, again);
    },
    discard: () => program.temporary.remove(folder),
  };
};

const first = (book: FillBook, count: number): FillBook => {
  let left = count;
  const units = book.units.map(({ unit, projects }) => {
    const own = projects.slice(0, Math.max(0, left));
    left -= own.length;
    return { unit, projects: own };
  });
  return { ...book, units: units.filter(({ projects }) => projects.length > 0) };
};
