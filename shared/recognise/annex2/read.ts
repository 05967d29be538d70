import type { SourceTable } from '../../grid/table.ts';
import { parseFen } from '../../model/money.ts';
import { fold } from '../../model/text.ts';
import { readValue } from '../../model/value.ts';
import { splitCode } from '../approval/wraps.ts';
import { joinLines } from '../clean.ts';
import type { Doubt, RecognisedDocument, RecognisedIndicator, RecognisedProject } from '../recognised.ts';
import { assign } from './assign.ts';
import { continuedDoubt, headerDoubts, indicatorDoubts } from './doubts.ts';
import { type HeaderReading, readHeader } from './header.ts';
import { type Entry, type Evaluated, joinRows, type LabelPlace } from './join.ts';
import { unitIn, yearIn } from './captions.ts';
import type { HeaderKey } from './header-labels.ts';
import { type Edition, editionOf, type EditionRow } from './order.ts';
import { readRows, type Row } from './rows.ts';
import { type Block, splitProjects } from './split.ts';

interface Draft {
  readonly block: Block;
  readonly header: HeaderReading;
  readonly rows: readonly Row[];
  readonly entries: readonly Entry[];
  readonly places: readonly LabelPlace[];
}

/** Reads a document of 附件2 tables, one project a table. */
export const readAnnex2 = (tables: readonly SourceTable[], file: string): RecognisedDocument =>
  readProjectTables(tables, file, { freely: false });

/**
 * The same for forms with these labels.
 */
export const readProjectTables = (
  tables: readonly SourceTable[],
  file: string,
  options: ReadOptions,
): RecognisedDocument => readBlocks(splitProjects(tables), file, options);

export interface ReadOptions {
  /** Any level-2 row may be left out of a project: the form has no 必填. */
  readonly freely: boolean;
}

/** The same for projects that are parted already. */
export const readBlocks = (blocks: readonly Block[], file: string, { freely }: ReadOptions): RecognisedDocument => {
  const drafts = blocks.map(draftOf);
  const labels = drafts.flatMap((draft) => draft.rows.flatMap((row) => row.labels));
  const edition = editionOf(
    drafts.map((draft) => draft.places),
    labels,
    freely,
  );
  const projects = drafts.map((draft) => projectOf(draft, edition));
  return { document: documentOf(drafts, projects, file), projects };
};

const draftOf = (block: Block): Draft => {
  const { rows, columns } = readRows(block.indicators);
  return { block, header: readHeader(block.header), rows, ...joinRows(rows, columns) };
};

const documentOf = (
  drafts: readonly Draft[],
  projects: readonly RecognisedProject[],
  file: string,
): RecognisedDocument['document'] => {
  const titles = drafts.flatMap((draft) => draft.block.titles).map(joinLines);
  const title = titles.find((text) => /附件/u.test(text)) ?? titles.find((text) => /目标|绩效/u.test(text)) ?? null;
  const year = titles.map(yearIn).find((found) => found !== null) ?? null;
  const department =
    titles.map(departmentIn).find((found) => found !== null) ??
    projects.map((project) => project.departmentAndCode).find((found) => found !== null);
  return { file, title, layout: 'annex2', year, department: department ?? null, unitCode: null };
};

/** 附件 2：{单位}项目支出预算绩效目标表. */
const departmentIn = (title: string): string | null => {
  const name =
    /^(?:附件\s*\d*\s*[:：.、]?)?\s*(.{2,60}?)(?:(?:19|20)\d{2}\s*年度?)?(?:部门)?(?:预算)?项目支出(?:预算)?绩效目标/u
      .exec(title)?.[1]
      ?.trim();
  return name === undefined || /^(?:部门|自治区本级部门|预算|(?:19|20)\d{2}\s*年?度?)*$/u.test(fold(name))
    ? null
    : name;
};

const projectOf = (draft: Draft, edition: Edition): RecognisedProject => {
  const { header, block } = draft;
  const value = (key: HeaderKey): string | null => header.values.get(key) ?? null;
  const first = block.header[0] ?? block.indicators[0];
  const upper = {
    ...named(value('name'), value('code')),
    departmentAndCode: value('departmentAndCode'),
    implementingUnit: value('implementingUnit'),
    attribute: value('attribute'),
    period: value('period'),
    category: value('category'),
    amountUnit: amountUnitOf(draft),
    total: value('funds.total') ?? amountOrNull(value('funds')),
    fiscal: value('funds.fiscal'),
    other: value('funds.other'),
    usage: value('usage'),
    spendingPlan: null,
    goals: header.goals,
  } satisfies Partial<RecognisedProject>;
  const { indicators, doubts } = indicatorsOf(draft, edition);
  const at = (key: string): number | null => header.at.get(key as HeaderKey) ?? null;
  return {
    ...upper,
    indicators,
    doubts: [...headerDoubts(upper, at), ...doubts],
    source: { table: first?.table ?? '', at: first?.at ?? 1 },
  };
};

/** `63012300024T000000550-社区工作经费`: systems print the code before the name. */
const named = (name: string | null, code: string | null): Pick<RecognisedProject, 'name' | 'code'> => {
  const split = code === null ? splitCode(name ?? '') : null;
  return split === null || split.code === '' ? { name, code } : split;
};

const amountUnitOf = ({ header, block }: Draft): RecognisedProject['amountUnit'] =>
  header.amountUnit ?? block.titles.map(unitIn).find((unit) => unit !== null) ?? null;

const indicatorsOf = (draft: Draft, edition: Edition): { indicators: RecognisedIndicator[]; doubts: Doubt[] } => {
  const { entries, places, header } = draft;
  const total = header.values.get('funds.total');
  const rows = assign(
    entries,
    places,
    edition,
    total === undefined ? null : parseFen(total, amountUnitOf(draft) ?? '万元'),
  );
  const paired = entries.flatMap((entry, index) => {
    const row = rows[index];
    return row ? [{ entry, row, index, first: rows[index - 1] !== row }] : [];
  });
  return {
    indicators: paired.map(({ entry, row }) => indicatorOf(entry, row)),
    doubts: nearMoved(
      paired.map(({ entry, row, index, first }) => ({
        entry,
        row,
        doubts: indicatorDoubts(entry, row, { index, first, places, position: index }),
      })),
    ),
  };
};

interface Doubtful {
  readonly entry: Entry;
  readonly row: EditionRow;
  readonly doubts: readonly Doubt[];
}

/** Beside a row whose label has moved or is lost, a row without a label is no surer. */
const nearMoved = (rows: readonly Doubtful[]): Doubt[] => {
  const moved = rows.map(({ doubts }) => doubts.some((doubt) => doubt.path.endsWith('.level2')));
  return rows.flatMap(({ entry, row, doubts }, index) => {
    const near = moved[index - 1] === true || moved[index + 1] === true;
    if (!near || moved[index] === true || entry.label !== null) return [...doubts];
    return [continuedDoubt(entry, row, index), ...doubts];
  });
};

const indicatorOf = (entry: Entry, row: EditionRow): RecognisedIndicator => {
  const reading = readValue(entry.value);
  const own = entry.label?.kind === row.kind ? entry.label : null;
  return {
    kind: row.kind,
    level1: row.level1,
    level2: orNull((own?.bare === true ? '' : own?.printed) || row.level2),
    requirement: own?.requirement ?? row.requirement,
    level3: orNull(entry.name),
    description: orNull(entry.description),
    operator: orNull(reading.operator),
    value: orNull(reading.value),
    unit: orNull(reading.unit),
    weight: orNull(entry.weight),
    basis: orNull(entry.basis),
    printedValue: orNull(entry.value),
    ...(entry.evaluated === null ? {} : evaluatedOf(entry.evaluated)),
  };
};

const evaluatedOf = ({ actual, score, deviation }: Evaluated): Partial<RecognisedIndicator> => ({
  actual: orNull(actual),
  score: orNull(score),
  deviation: orNull(deviation),
});

/** An amount printed beside 项目资金 itself is the total where no row of its own gives it. */
const amountOrNull = (text: string | null): string | null =>
  text !== null && parseFen(text, '万元') !== null ? text : null;

const orNull = <Text extends string>(text: Text): Text | null => (text === '' ? null : text);
