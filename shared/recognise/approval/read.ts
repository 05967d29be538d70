import type { SourceTable } from '../../grid/table.ts';
import { parseFen, type AmountUnit, type Fen } from '../../model/money.ts';
import { yearIn } from '../annex2/captions.ts';
import { paragraphs } from '../annex2/header.ts';
import { partedOnly } from '../annex2/unstack.ts';
import { joinLines } from '../clean.ts';
import type { Doubt, RecognisedDocument, RecognisedProject } from '../recognised.ts';
import { headDoubts, indicatorDoubts, usualWeights, weightDoubts } from './doubts.ts';
import { type Group, groupRows } from './groups.ts';
import { readingsAddingUp, readingsOf } from './halves.ts';
import { type ReadIndicator, readIndicators, wordingOf } from './indicators.ts';
import { type List, readList } from './list.ts';
import { splitCode, unitText, withoutBlanks, withoutWraps } from './wraps.ts';

/** Reads 批复表: all projects of one or several units in one list. */
export const readApproval = (tables: readonly SourceTable[], file: string): RecognisedDocument => {
  const list = readList(tables.map(partedOnly));
  const groups = groupRows(list.rows);
  const unit = list.amountUnit ?? '万元';
  const amounts = amountsOf(groups, list, unit);
  const wording = wordingOf(list.rows);
  const read = groups.map((group) => readIndicators(group.rows, wording));
  const usual = usualWeights(read);
  const projects = groups.map((group, index) =>
    projectOf(group, read[index] ?? [], { ...(amounts[index] ?? NO_AMOUNT), unit: list.amountUnit, usual }),
  );
  return { document: documentOf(list, groups, file), projects };
};

const documentOf = (list: List, groups: readonly Group[], file: string): RecognisedDocument['document'] => {
  const [title = null] = list.titles.map(joinLines);
  const unit = unitText(groups[0]?.unit ?? '');
  return {
    file,
    title,
    layout: 'approval',
    year: title === null ? null : yearIn(title),
    department: orNull(unitName(unit)),
    unitCode: /^(\d{3,9})/u.exec(unit)?.[1] ?? null,
    total: list.total,
  };
};

/** `744001-某某镇人民政府（本级）` → 某某镇人民政府. */
const unitName = (unit: string): string =>
  unit.replace(/^\d{3,9}\s*[-－—:：]?\s*/u, '').replace(/\s*[（(]?本级[)）]?$/u, '');

interface Amount {
  readonly text: string;
  /** How it was found where the row was cut in two. */
  readonly cut: 'sum' | 'upper' | null;
}

const NO_AMOUNT: Amount = { text: '', cut: null };

/** The amounts of all projects; those cut by a page end are read so that all add up to the printed total. */
const amountsOf = (groups: readonly Group[], list: List, unit: AmountUnit): Amount[] => {
  const cut = groups.filter(isCut);
  const total = parseFen(list.total ?? '', unit);
  const others = groups.filter((group) => !isCut(group)).map(({ head }) => parseFen(head.amount, unit));
  const whole = others.reduce<Fen | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
  const readings = cut.map(({ head, lowerAmount }) => readingsOf(head.amount, lowerAmount));
  const found =
    total === null || whole === null || cut.length === 0 ? null : readingsAddingUp(readings, whole, total, unit);
  return groups.map((group) => {
    const text = withoutBlanks(group.head.amount);
    if (!isCut(group)) return { text, cut: null };
    const sure = found?.[cut.indexOf(group)];
    return sure === undefined ? { text, cut: 'upper' } : { text: sure, cut: 'sum' };
  });
};

const isCut = ({ lowerAmount }: Group): boolean => lowerAmount !== '';

const projectOf = (
  group: Group,
  read: readonly ReadIndicator[],
  { text, cut, unit, usual }: Amount & { unit: AmountUnit | null; usual: number | null },
): RecognisedProject => {
  const { head } = group;
  const { code, name } = splitCode(head.project);
  const project = {
    name: orNull(name),
    code: orNull(head.code === '' ? code : withoutBlanks(head.code)),
    departmentAndCode: orNull(unitText(group.unit)),
    implementingUnit: null,
    attribute: null,
    period: null,
    category: orNull(withoutWraps(head.category)),
    amountUnit: unit,
    total: orNull(text),
    fiscal: null,
    other: null,
    usage: null,
    spendingPlan: null,
    goals: paragraphs([head.goal]).map(withoutWraps),
    indicators: read.map(({ indicator }) => indicator),
  };
  const doubts: Doubt[] = [
    ...headDoubts(project, group, cut),
    ...read.flatMap((one, index) => indicatorDoubts(one, index, group)),
    ...weightDoubts(read, usual),
  ];
  return { ...project, doubts, source: { table: group.table, at: group.at } };
};

const orNull = (text: string): string | null => (text === '' ? null : text);
