import { z } from 'zod';
import { correctionsSchema } from '../../shared/fill/roles-schema.ts';
import { paperIdSchema } from '../../shared/model/form-id.ts';
import { projectContentSchema, projectStateSchema } from '../../shared/model/project.ts';
import { unitYearContentSchema } from '../../shared/model/unit-year.ts';
import { settingsSchema, unitSchema, yearSchema } from '../../shared/model/unit.ts';
import { mappingSchema } from '../../shared/recognise/mapped/mapping.ts';

/* What the window may ask of the program: every input is a schema, checked and bounded. The answers are in contract.ts. */

const id = z.string().min(1).max(64);
const ids = z.array(id).min(1).max(100_000);
const line = z.string().max(500);

/** Where projects go. */
const target = {
  /** Empty only with `byUnit`, where there is no unit yet. */
  unitId: z.string().max(64),
  year: yearSchema,
  /** Each project into the unit its paper names, made where it is not there yet; what names nobody into `unitId`. */
  byUnit: z.boolean().default(false),
};

/** What becomes of one project of a recognised document. */
const confirmedProject = z
  .object({
    index: z.int().min(0),
    action: z.enum(['add', 'update', 'skip']),
    /** The stored project it is; needed for `update`, told with `skip` where there is one. */
    storedId: id.nullable().default(null),
    /** Its version as it was matched; a newer one stored meanwhile refuses the whole import with `stale`. */
    storedVersion: z.int().min(0).nullable().default(null),
    /** As the clerk confirmed it; left out where it is as it was read. */
    content: projectContentSchema.optional(),
  })
  .refine(
    ({ action, storedId, storedVersion }) => action !== 'update' || (storedId !== null && storedVersion !== null),
  );

export const inputs = {
  unitCreate: unitSchema.omit({ id: true }).extend({ year: yearSchema, operator: line }),
  /** A further unit: the window goes on showing the one it shows. */
  unitAdd: unitSchema.omit({ id: true }).extend({ year: yearSchema }),
  unitSave: unitSchema,
  settingsSave: settingsSchema,
  projectList: z.object({
    unitId: id,
    year: yearSchema,
    search: line,
    sort: z.enum(['position', 'name', 'total', 'progress', 'state', 'updated']),
    descending: z.boolean(),
    state: projectStateSchema.nullable(),
    /** Only what one run of an import stored. */
    importId: id.nullable().optional(),
    offset: z.int().min(0),
    limit: z.int().min(1).max(500),
  }),
  /** Ids of everything a query finds, for 全选. */
  projectIds: z.object({
    unitId: id,
    year: yearSchema,
    search: line,
    state: projectStateSchema.nullable(),
    importId: id.nullable().optional(),
  }),
  project: z.object({ id }),
  projectCreate: z.object({ unitId: id, year: yearSchema, name: line }),
  projectSave: z.object({
    id,
    /** The version the window started from; a newer one stored meanwhile refuses the save with `stale`. */
    version: z.int().min(0),
    content: projectContentSchema,
  }),
  projectsOf: z.object({ ids }),
  exportStart: z.object({
    form: paperIdSchema,
    /** Of one year; of several units where they are of one department. */
    ids,
    format: z.enum(['xlsx', 'docx']),
    /** One file with everything, or one file a project (papers whose span is `project`). */
    mode: z.enum(['workbook', 'files']),
  }),
  /** After `target-open`: `same` tries the place chosen before once more, `ask` asks for another. */
  exportDeliver: z.object({ jobId: id, again: z.enum(['ask', 'same']).default('ask') }),
  job: z.object({ jobId: id }),
  /** A kept template. */
  template: z.object({ id }),
  fillAnalyse: z.object({ templateId: id, corrections: correctionsSchema }),
  fillPreview: z.object({ templateId: id, projectId: id, corrections: correctionsSchema }),
  fillStart: z.object({
    templateId: id,
    /** Of one year and one department. */
    ids: z.array(id).min(1).max(2_000),
    /** One file with everything, or one file a project (forms of one project). */
    mode: z.enum(['one', 'files']),
    corrections: correctionsSchema,
  }),
  fillKeep: z.object({ templateId: id, name: line, corrections: correctionsSchema }),
  printPrepare: z.object({ form: paperIdSchema, ids }),
  mailPrepare: z.object({
    form: paperIdSchema,
    ids,
    format: z.enum(['xlsx', 'docx']),
    to: line,
    subject: line,
    body: z.string().max(5_000),
  }),
  /** A unit's year; `department`: all units of the same department. */
  scope: z.object({ unitId: id, year: yearSchema, scope: z.enum(['unit', 'department']) }),
  unitYear: z.object({ unitId: id, year: yearSchema }),
  unitYearSave: z.object({
    unitId: id,
    year: yearSchema,
    /** The version the window started from, 0 where nothing was stored; a newer one refuses the save with `stale`. */
    version: z.int().min(0),
    content: unitYearContentSchema,
  }),
  /** What would be taken over; a mutation only because so many ids fit no address. */
  carryPrepare: z.object({ ids, toYear: yearSchema }),
  carryRun: z.object({
    toYear: yearSchema,
    projects: z
      .array(
        z.object({
          id,
          /** The version the clerk saw; a newer one stored meanwhile refuses all of it with `stale`. */
          version: z.int().min(0),
          /** Ids of the marks that take their proposed text. */
          ticked: z.array(z.string().max(300)).max(20_000),
        }),
      )
      .min(1)
      .max(100_000),
    clearAmounts: z.boolean(),
    clearValues: z.boolean(),
    clearCode: z.boolean(),
  }),
  /** What was pasted; `html` as the clipboard gives it, empty where it has none. A file comes in a form instead. */
  importPaste: z.object({
    name: line,
    text: z.string().max(50_000_000),
    html: z.string().max(50_000_000).default(''),
  }),
  /** Empty: all that are read or being read. */
  readings: z.object({ readingIds: z.array(id).max(200) }),
  reading: z.object({ readingId: id }),
  /** A reading with the projects `from` … `to`, the last one excluded: a thousand at once would hold up the window. */
  importPreview: z.object({
    readingId: id,
    from: z.int().min(0).default(0),
    to: z.int().min(0).default(100_000),
  }),
  /** Rows of one table of what was read, `from` and `to` as the rows are numbered (`at`), both included. */
  importSource: z.object({
    readingId: id,
    table: z.int().min(0).max(100_000),
    from: z.int().min(0),
    to: z.int().min(0),
  }),
  importMatch: z.object({
    readingId: id,
    ...target,
    /** Projects the clerk has changed since they were read; the others count as read. */
    contents: z
      .array(z.object({ index: z.int().min(0), content: projectContentSchema }))
      .max(10_000)
      .default([]),
  }),
  importConfirm: z.object({
    /**
     * Every file or text that was read and is stored now: all of them, or none. A project that is not named waits for another
     * yes; one that was named, be it to be skipped, is done with.
     */
    files: z
      .array(z.object({ importId: id, projects: z.array(confirmedProject).max(10_000) }))
      .min(1)
      .max(1_000)
      .refine((files) => new Set(files.map(({ importId }) => importId)).size === files.length),
    ...target,
    /**
     * What is stored is what the county approved (of several files only what stands in a 批复表, where one is among them): it is frozen as 批复, and what stood there before is kept as declared. What
     * is the same as stored is sent as `update` too, to be marked.
     */
    approve: z.boolean().default(false),
  }),
  importRun: z.object({ importId: id }),
  /** With the id of a kept one: in its place. */
  mappingSave: z.object({ id: id.optional(), name: line.trim().min(1).max(100), mapping: mappingSchema }),
  mapping: z.object({ id }),
  importReadMapped: z.object({ readingId: id, mapping: mappingSchema }),
} as const;
