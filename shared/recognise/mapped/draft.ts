import type { SourcePlace } from '../../grid/table.ts';
import type { Level2Kind } from '../../model/level2.ts';
import { parseFen } from '../../model/money.ts';
import { readValue } from '../../model/value.ts';
import { paragraphs } from '../annex2/header.ts';
import { indicatorLabel } from '../annex2/labels.ts';
import { joinHan, joinLines } from '../clean.ts';
import { readNarrative } from '../disclosure/narrative.ts';
import type { Doubt, RecognisedIndicator, RecognisedProject } from '../recognised.ts';
import { INDICATOR_FIELDS, type MappedField } from './fields.ts';

/** The texts of one row of indicators, and where they stand. */
export type IndicatorTexts = Partial<Record<MappedField, { readonly text: string; readonly place: SourcePlace }>>;

/** A project while its cells are read one after another. */
export interface Draft {
  readonly table: string;
  readonly at: number;
  readonly fields: Map<MappedField, { text: string; place: SourcePlace }>;
  readonly goals: { text: string; place: SourcePlace }[];
  readonly rows: IndicatorTexts[];
}

export const newDraft = (table: string, at: number): Draft => ({ table, at, fields: new Map(), goals: [], rows: [] });

/** Puts the text of a cell into a draft; what is there already stays. */
export const putField = (draft: Draft, field: MappedField, text: string, place: SourcePlace): void => {
  if (text === '' || INDICATOR_FIELDS.has(field)) return;
  if (field === 'goal') {
    if (!draft.goals.some((goal) => goal.text === text)) draft.goals.push({ text, place });
  } else if (!draft.fields.has(field)) draft.fields.set(field, { text, place });
};

/** The finished project. @param unit of its amounts */
export const projectOf = (draft: Draft, unit: '万元' | '元'): RecognisedProject => {
  const text = (field: MappedField): string | null => {
    const found = draft.fields.get(field)?.text;
    return found === undefined ? null : joinLines(found);
  };
  const amount = (field: MappedField): string | null => text(field)?.replace(/\s+/gu, '') ?? null;
  const rows = draft.rows.filter((row) => row.level3 ?? row.value ?? row.description);
  const narrative = draft.fields.get('narrative');
  const told = narrative ? readNarrative(narrative.text, narrative.place.at) : { indicators: [], doubts: [] };
  const { name, code } = nameAndCode(text('name'), text('code'));
  return {
    name,
    code,
    departmentAndCode: text('department'),
    implementingUnit: text('implementingUnit'),
    attribute: text('attribute'),
    period: text('period'),
    category: text('category'),
    amountUnit: unit,
    total: amount('total'),
    fiscal: amount('fiscal'),
    other: amount('other'),
    usage: text('usage'),
    spendingPlan: null,
    goals: goalsOf(draft).map((goal) => goal.text),
    indicators: [...rows.map(indicatorOf), ...told.indicators],
    doubts: [...doubtsOf(draft, unit), ...told.doubts],
    source: { table: draft.table, at: draft.at },
    places: placesOf(draft, rows),
  };
};

/** A cell with several numbered goals is so many paragraphs. */
const goalsOf = ({ goals }: Draft): { readonly text: string; readonly place: SourcePlace }[] =>
  goals.flatMap(({ text, place }) => paragraphs([text]).map((paragraph) => ({ text: paragraph, place })));

/** 63012300024T000000550-社区工作经费: code and name in one cell. */
const nameAndCode = (
  name: string | null,
  code: string | null,
): { readonly name: string | null; readonly code: string | null } => {
  const [, first = null, rest = null] =
    code === null ? (/^([0-9A-Z]{15,24})\s*[-—－]?\s*(\D.*)$/u.exec(name ?? '') ?? []) : [];
  return first === null ? { name, code } : { name: rest, code: first };
};

const indicatorOf = (row: IndicatorTexts): RecognisedIndicator => {
  const text = (field: MappedField): string | null => {
    const found = row[field]?.text;
    return found === undefined || found === '' ? null : joinHan(found);
  };
  const printed = text('value');
  const read = readValue(`${text('operator') ?? ''}${printed ?? ''}${text('measure') ?? ''}`);
  return {
    kind: kindOf(text('level1'), text('level2')),
    level1: text('level1'),
    level2: text('level2'),
    requirement: null,
    level3: text('level3') ?? text('description'),
    description: text('description'),
    operator: text('operator') ?? (read.operator === '' ? null : read.operator),
    value: read.value === '' ? null : read.value,
    unit: text('measure') ?? (read.unit === '' ? null : read.unit),
    weight: text('weight'),
    basis: text('basis'),
    printedValue: printed,
  };
};

/** What level 2 the labels say; 满意度 and 成本 may stand at the first level alone. */
const kindOf = (level1: string | null, level2: string | null): Level2Kind => {
  for (const text of [level2, level1]) {
    const label = text === null ? null : indicatorLabel(text);
    if (label?.type === 'kind') return label.kind;
    if (label?.type === 'level1' && label.level1 === '满意度指标') return 'satisfaction';
  }
  return 'other';
};

const AMOUNTS = ['total', 'fiscal', 'other'] as const;

const doubtsOf = (draft: Draft, unit: '万元' | '元'): Doubt[] => [
  ...(draft.fields.has('name')
    ? []
    : [
        { path: 'name', kind: 'missing', message: '没有读到项目名称。', at: draft.at, confidence: 0.3 } satisfies Doubt,
      ]),
  ...AMOUNTS.flatMap((path): Doubt[] => {
    const found = draft.fields.get(path);
    if (!found || parseFen(found.text, unit) !== null || /^[-—/\\无]*$/u.test(found.text)) return [];
    const message = `“${found.text}”不是金额，请核对这一列是不是金额。`;
    return [{ path, kind: 'not-a-number', message, at: found.place.at, confidence: 0.4 }];
  }),
];

const PATHS: Partial<Record<MappedField, string>> = {
  department: 'departmentAndCode',
  value: 'printedValue',
  measure: 'unit',
};

const placesOf = (draft: Draft, rows: readonly IndicatorTexts[]): Record<string, SourcePlace> => ({
  ...Object.fromEntries([...draft.fields].map(([field, { place }]) => [PATHS[field] ?? field, place])),
  ...Object.fromEntries(goalsOf(draft).map(({ place }, index) => [`goals.${index}`, place])),
  ...Object.fromEntries(
    rows.flatMap((row, index) =>
      Object.entries(row).map(([field, { place }]) => [
        `indicators.${index}.${PATHS[field as MappedField] ?? field}`,
        place,
      ]),
    ),
  ),
});
