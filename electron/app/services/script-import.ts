import { matchProjects, paperTraits, type ProjectMatch } from '../../../shared/match/index.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import { proposedContent } from '../../../shared/recognise/content.ts';
import { partsByUnit, unitAsNamed, type UnitPart } from '../../../shared/recognise/named-unit.ts';
import type { RecognisedDocument, RecognisedProject } from '../../../shared/recognise/recognised.ts';
import type { ImportedLine, ImportResult } from '../contract.ts';
import { settingsOf, type Program } from '../program.ts';
import { declaredIn } from './declared.ts';
import { storedIn } from './import-match.ts';
import { yearOf } from './import-preview.ts';
import { storeShares, type Planned, type Share } from './import-store.ts';
import { knownUnit } from './named-units.ts';

/* Importing without a clerk to ask about each project: what is new is stored, what differs only where that was said. */

export interface ScriptImportOptions {
  /** Wanted year; null to take the document's, else this year's. */
  readonly year: Year | null;
  /** Lay what differs over what is stored; else it is left as it is, and told. */
  readonly update: boolean;
  /** What is stored is what the county approved. */
  readonly approve: boolean;
}

/** A project as it was read, as it would be stored, and what it is beside what is stored. */
export interface ScriptProject {
  /** Its place in the document, from 0. */
  readonly index: number;
  readonly read: RecognisedProject;
  readonly content: ProjectContent;
  readonly match: ProjectMatch;
}

/** How the projects of one unit went into the database. */
export interface ScriptUnit {
  readonly name: string;
  readonly projects: readonly (ScriptProject & { readonly line: ImportedLine })[];
}

/** How a document went into the database. */
export interface ScriptImport {
  readonly units: readonly ScriptUnit[];
  readonly year: Year;
  readonly result: ImportResult;
}

/**
 * Stores a document under the units it names (made where there are none yet), in the year it prints. Projects are matched as in
 * the window; one that is only similar to a stored one is left to a person. A verified backup first, then one transaction.
 */
export const storeForScript = async (
  program: Program,
  document: RecognisedDocument,
  { year, update, approve }: ScriptImportOptions,
): Promise<ScriptImport> => {
  const used = year ?? yearOf(document) ?? settingsOf(program).year;
  const parts = partsByUnit(document).map((part) => planOf(program, document, part, used));
  const declared = parts.length === 1 ? declaredIn(document) : null;
  const shares = parts.map(({ part, projects }): Share => ({
    file: document.document.file,
    paper: paperTraits(document.document.layout),
    part: { named: part.named, proposed: unitAsNamed('', part.named, document) },
    plans: projects.map((project) => plannedOf(project, { update, approve })),
    declared,
    approve,
  }));
  const { unitId } = settingsOf(program);
  const result = await storeShares(program, { unitId, year: used, shares });
  return { units: unitsOf(document, parts, result), year: used, result };
};

/** The lines of the result stand in the order of what was planned. */
const unitsOf = (document: RecognisedDocument, parts: readonly Plan[], { lines }: ImportResult): ScriptUnit[] => {
  let at = 0;
  return parts.map(({ part, unit, projects }) => ({
    name: unit?.name ?? unitAsNamed('', part.named, document).name,
    projects: projects.flatMap((project) => {
      const line = lines[at];
      at += 1;
      return line ? [{ ...project, line }] : [];
    }),
  }));
};

interface Plan {
  readonly part: UnitPart;
  /** null where it is to be made. */
  readonly unit: Unit | null;
  readonly projects: readonly ScriptProject[];
}

const planOf = (program: Program, document: RecognisedDocument, part: UnitPart, year: Year): Plan => {
  const unit = knownUnit(program, part.named);
  const read = part.indexes.flatMap((index) => {
    const project = document.projects[index];
    return project ? [{ index, read: project, content: proposedContent(project, program.newId) }] : [];
  });
  const matches = matchProjects(
    read.map(({ content }) => content),
    unit === null ? [] : storedIn(program, unit.id, year),
    paperTraits(document.document.layout),
  );
  const projects = read.flatMap((one, place) => {
    const match = matches[place];
    return match ? [{ ...one, match }] : [];
  });
  return { part, unit, projects };
};

const plannedOf = (
  { content, match }: ScriptProject,
  { update, approve }: Pick<ScriptImportOptions, 'update' | 'approve'>,
): Planned => {
  const { kind, storedId, by } = match;
  if (storedId === null || kind === 'new') return { action: 'add', content };
  const over: Planned = { action: 'update', content, storedId, storedVersion: null };
  if (kind === 'same') return approve ? over : { action: 'skip', content, why: '已经有了，内容相同。' };
  if (by === 'similar')
    return { action: 'skip', content, why: '和已有的一个项目名称相近，请在窗口里核对是不是同一个。' };
  return update || approve ? over : { action: 'skip', content, why: '已经有了，内容不同，原来的没有改。' };
};
