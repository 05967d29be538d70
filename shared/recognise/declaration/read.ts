import type { SourceTable } from '../../grid/table.ts';
import { readProjectTables } from '../annex2/read.ts';
import { unstackOnly } from '../annex2/unstack.ts';
import type { Doubt, RecognisedDocument, RecognisedProject } from '../recognised.ts';
import { halfOf } from './halves.ts';

/** Reads 申报表: both halves of every table. */
export const readDeclaration = (stacked: readonly SourceTable[], file: string): RecognisedDocument => {
  const tables = stacked.map(unstackOnly);
  const { document, projects } = readProjectTables(halfOf(tables, 'year'), file, { freely: true });
  const midterm = readProjectTables(halfOf(tables, 'midterm'), file, { freely: true }).projects;
  return {
    document: { ...document, layout: 'declaration', department: document.department ?? departmentOf(projects) },
    projects: projects.map((project, index) => withMidterm(project, midterm[index])),
  };
};

const departmentOf = (projects: readonly RecognisedProject[]): string | null => projects[0]?.departmentAndCode ?? null;

const withMidterm = (project: RecognisedProject, half: RecognisedProject | undefined): RecognisedProject => {
  if (half === undefined || half.name !== project.name) return project;
  const { total, fiscal, other, goals, indicators } = half;
  const empty = [total, fiscal, other].every((amount) => amount === null) && goals.length + indicators.length === 0;
  if (empty) return project;
  return {
    ...project,
    midterm: { total, fiscal, other, goals, indicators },
    doubts: [...project.doubts, ...half.doubts.flatMap(midtermDoubt)],
  };
};

const OWN = /^(?:total|fiscal|other|indicators\.)/u;

/** Nothing of the left half must be filled in; what the halves share is told once. */
const midtermDoubt = (doubt: Doubt): Doubt[] =>
  OWN.test(doubt.path) && !(doubt.kind === 'missing' && !doubt.path.startsWith('indicators.'))
    ? [{ ...doubt, path: `midterm.${doubt.path}`, message: `中期：${doubt.message}` }]
    : [];
