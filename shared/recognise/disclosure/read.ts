import type { SourceTable } from '../../grid/table.ts';
import { parseFen } from '../../model/money.ts';
import { yearIn } from '../annex2/captions.ts';
import { joinLines } from '../clean.ts';
import type { Doubt, RecognisedDocument, RecognisedProject } from '../recognised.ts';
import { goalsOf } from './goals.ts';
import { readNarrative } from './narrative.ts';
import { type ProjectText, type Sorted, sortRows, type UnitText } from './projects.ts';
import { type WholeTable, wholeTable } from './table.ts';

/** Reads a 公开表: one table for all projects of a unit or of several, goals and indicators as text. */
export const readDisclosure = (tables: readonly SourceTable[], file: string): RecognisedDocument => {
  const table = wholeTable(tables);
  const sorted = sortRows(table.rows);
  return { document: documentOf(table, sorted, file), projects: projectsOf(table, sorted) };
};

const documentOf = ({ titles }: WholeTable, { units, total }: Sorted, file: string): RecognisedDocument['document'] => {
  const lines = titles.map(joinLines);
  const title = lines.find((text) => /绩效/u.test(text)) ?? null;
  const { department, unit } = authoritiesOf(units);
  return {
    file,
    title,
    layout: 'disclosure',
    year: lines.map(yearIn).find((year) => year !== null) ?? null,
    department: orNull(department?.name ?? '') ?? departmentIn(title ?? ''),
    unitCode: orNull(unit?.code ?? ''),
    total: orNull(total) ?? orNull(department?.amount ?? '') ?? orNull(unit?.amount ?? ''),
  };
};

/** {部门}2023年部门预算…. */
const departmentIn = (title: string): string | null => {
  const name = /^(?:附件\s*\d*\s*[:：.、]?)?\s*(.{2,60}?)\s*(?:19|20)\d{2}\s*年/u.exec(title)?.[1]?.trim();
  return name === undefined || name === '' ? null : name;
};

/** The first row is the department's, unless it is the only one; below it stands the first unit. */
const authoritiesOf = (
  units: readonly UnitText[],
): { readonly department: UnitText | undefined; readonly unit: UnitText | undefined } => {
  const [first, second] = units;
  const isAbove = first !== undefined && second !== undefined && first.code.length < second.code.length;
  return { department: first, unit: isAbove ? second : first };
};

const projectsOf = ({ amountUnit }: WholeTable, { projects, units }: Sorted): RecognisedProject[] => {
  const several = units.length > 2;
  return projects.map((project) => {
    const { indicators, doubts } = readNarrative(project.indicators, project.at);
    return {
      name: orNull(project.name),
      code: orNull(project.code),
      departmentAndCode: null,
      implementingUnit: orNull(project.unit === '' && several ? project.above : project.unit),
      attribute: null,
      period: null,
      category: null,
      amountUnit,
      total: orNull(project.amount.replace(/\s+/gu, '')),
      fiscal: null,
      other: null,
      usage: null,
      spendingPlan: null,
      goals: goalsOf(project.goals),
      indicators,
      doubts: [...project.doubts, ...upperDoubts(project), ...doubts],
      source: { table: project.table, at: project.at },
    };
  });
};

/** What every project must have, and has not. */
const upperDoubts = ({ name, amount, goals, indicators, at }: ProjectText): Doubt[] => {
  const whose = name === '' ? '这个项目' : `“${name}”`;
  const missing = (path: string, what: string): Doubt => ({
    path,
    kind: 'missing',
    message: `${whose}没有找到${what}，请核对。`,
    at,
  });
  const wrong: Doubt = {
    path: 'total',
    kind: 'not-a-number',
    message: `${whose}的金额“${amount}”不是数字，请核对。`,
    at,
  };
  return [
    ...(name === '' ? [missing('name', '项目名称')] : []),
    ...(amount === '' ? [missing('total', '金额')] : parseFen(amount, '万元') === null ? [wrong] : []),
    ...(goals === '' ? [missing('goals', '绩效目标')] : []),
    ...(indicators === '' ? [missing('indicators', '绩效指标')] : []),
  ];
};

const orNull = (text: string): string | null => (text === '' ? null : text);
