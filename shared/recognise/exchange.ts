import { z } from 'zod';
import { ExpectedError } from '../model/errors.ts';
import { level2KindSchema, requirementSchema, type Level2Kind } from '../model/level2.ts';
import { LONGEST_TEXT } from '../model/text.ts';
import { indicatorLabel } from './annex2/labels.ts';
import { layoutSchema } from './layout.ts';
import type { Doubt, RecognisedDocument } from './recognised.ts';

/*
 * Recognised documents as text: what `recognise --json` prints, read back. A transcription by hand may leave out what it has
 * nothing to say of: doubts, sources, kinds of indicators, every field that is null.
 */

const DOUBTS = [
  'label-moved',
  'label-missing',
  'cell-split',
  'cell-joined',
  'amount-unit',
  'not-a-number',
  'missing',
  'sum',
  'unit-word',
  'left-out',
  'read-twice',
  'odd',
  'order',
] as const satisfies readonly Doubt['kind'][];

/** Keys that are allowed to be left out are left out where they say nothing. */
type Said<T> = { readonly [Key in keyof T]: Exclude<T[Key], undefined> };

const withoutBlanks = <T extends object>(record: T): Said<T> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Said<T>;

/** A text or a number, null where absent: amounts, values and weights are often written as numbers. */
const text = z
  .union([z.string().max(LONGEST_TEXT), z.number().transform(String)])
  .nullish()
  .transform((value) => value ?? null);

const line = text.refine((value) => value === null || value.length <= 2_000);

const texts = z
  .array(z.string().max(LONGEST_TEXT))
  .max(100)
  .nullish()
  .transform((items) => items ?? []);

const paragraphs = z.array(z.string().max(LONGEST_TEXT)).max(1_000);

const step = z.object({
  by: z.string().max(2_000),
  percent: z.union([z.string().max(2_000), z.number().transform((value) => `${value}%`)]),
});

const indicator = z
  .object({
    kind: level2KindSchema.optional(),
    level1: line,
    level2: line,
    requirement: requirementSchema.optional().transform((value) => value ?? null),
    level3: text,
    description: text,
    operator: line,
    value: line,
    unit: line,
    weight: line,
    basis: text,
    printedValue: text,
    actual: text.optional(),
    score: line.optional(),
    deviation: text.optional(),
  })
  .transform((read) => ({ ...withoutBlanks(read), kind: read.kind ?? kindOf(read.level1, read.level2) }));

const indicators = z.array(indicator).max(500);

const place = z.object({ table: z.int().min(0), at: z.int().min(0), column: z.int().min(0) });

const alternative = z.object({
  label: z.string().max(2_000),
  changes: z.array(z.object({ path: z.string().max(200), value: z.string().max(LONGEST_TEXT).nullable() })).max(100),
});

const doubt = z.object({
  path: z.string().max(200),
  kind: z.enum(DOUBTS),
  message: z.string().max(2_000),
  at: z.int().nullable(),
  confidence: z.number().min(0).max(1).optional(),
  place: place.optional(),
  alternatives: z.array(alternative).max(20).optional(),
});

const midterm = z.object({ total: line, fiscal: line, other: line, goals: texts, indicators });

const amounts = z.object({ initial: line, adjusted: line, executed: line });

const project = z.object({
  name: line,
  code: line,
  departmentAndCode: line,
  implementingUnit: line,
  attribute: line,
  period: line,
  category: line,
  amountUnit: z
    .enum(['万元', '元'])
    .nullish()
    .transform((unit) => unit ?? null),
  total: line,
  fiscal: line,
  other: line,
  usage: text,
  spendingPlan: z
    .array(step)
    .max(24)
    .nullish()
    .transform((plan) => plan ?? null),
  goals: texts,
  indicators,
  midterm: midterm.optional(),
  execution: z.object({ total: amounts, fiscal: amounts, carried: amounts, other: amounts }).optional(),
  goalsActual: text.optional(),
  evaluationScore: line.optional(),
  layout: layoutSchema.optional(),
  doubts: z
    .array(doubt)
    .max(10_000)
    .nullish()
    .transform((doubts) => (doubts ?? []).map(withoutBlanks)),
  places: z.record(z.string().max(200), place).optional(),
  source: z.object({ table: z.string().max(2_000), at: z.int() }).default({ table: '', at: 1 }),
});

const recognised = z.object({
  document: z.object({
    file: z.string().max(2_000).optional(),
    title: text,
    layout: layoutSchema.nullish().transform((layout) => layout ?? null),
    year: line,
    department: line,
    unitCode: line,
    total: line.optional(),
    reviewer: z.string().max(500).optional(),
    overallGoals: paragraphs.optional(),
    subGoals: paragraphs.optional(),
    safeguards: paragraphs.optional(),
  }),
  projects: z.array(project).max(10_000),
  notes: z.array(z.string().max(2_000)).max(1_000).optional(),
});

const one = recognised.transform((document) => [document]);
const list = z.array(recognised).max(1_000);

/**
 * Reads what `recognise --json` printed: one document, or a list of them.
 * @param json the text of a file
 * @param file what the clerk knows it by; named in the errors, and of documents that name no file themselves
 * @throws ExpectedError `file-unreadable` (no JSON), `file-foreign` (another content), with the first place that does not fit
 */
export const readExchange = (json: string, file: string): RecognisedDocument[] => {
  const value = parse(json, file);
  const parsed = (Array.isArray(value) ? list : one).safeParse(value);
  if (!parsed.success) throw foreign(file, parsed.error);
  return parsed.data.map(({ document, projects, notes }) => ({
    ...(notes === undefined ? {} : { notes }),
    document: { ...withoutBlanks(document), file: document.file ?? file },
    projects: projects.map(withoutBlanks),
  }));
};

const parse = (json: string, file: string): unknown => {
  try {
    return JSON.parse(json.replace(/^\uFEFF/u, ''));
  } catch (cause) {
    throw new ExpectedError(
      'file-unreadable',
      `“${file}”不是完整的 JSON，读不出来。`,
      '请重新用 recognise --json 写出这个文件。',
      { cause },
    );
  }
};

const foreign = (file: string, { issues: [issue] }: z.ZodError): ExpectedError => {
  const place = issue?.path.join('.') ?? '';
  const where = place === '' ? '' : `：${place} 不合要求`;
  return new ExpectedError(
    'file-foreign',
    `“${file}”不是识别结果${where}。`,
    '这里只读 recognise --json 写出的内容，请核对文件。',
  );
};

/** What kind of indicator the labels of a paper say; 成本, 满意度 may stand at the first level alone. */
const kindOf = (level1: string | null, level2: string | null): Level2Kind => {
  for (const label of [level2, level1].map((one) => indicatorLabel(one ?? ''))) {
    if (label?.type === 'kind') return label.kind;
    if (label?.type === 'level1' && label.level1 === '满意度指标') return 'satisfaction';
  }
  return 'other';
};
