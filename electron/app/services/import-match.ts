import { getProjects, listProjectIds, type StoredProject } from '../../../db/index.ts';
import {
  differencesOf,
  matchProjects,
  paperTraits,
  type PaperTraits,
  type ProjectMatch,
} from '../../../shared/match/index.ts';
import type { FieldChange } from '../../../shared/model/diff.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import type { Year } from '../../../shared/model/unit.ts';
import { partsByUnit } from '../../../shared/recognise/named-unit.ts';
import type { MatchedProject, ProjectMatched } from '../contract.ts';
import { unitOf, type Program } from '../program.ts';
import type { Services } from '../services.ts';
import { knownUnit } from './named-units.ts';

type Asked = Parameters<Services['imports']['match']>[0];

/** Which stored project each project of a reading is, in the unit the clerk chose or the one its paper names. */
export const matchReading = (
  program: Program,
  { readingId, unitId, year, byUnit, contents }: Asked,
): ProjectMatched[] => {
  const { reading, contents: asRead } = program.readings.ready(readingId);
  const edited = new Map(contents.map(({ index, content }) => [index, content]));
  const paper = paperTraits(reading.recognised.document.layout);
  const now = asRead.map((content, index) => edited.get(index) ?? content);
  if (!byUnit)
    return matchIn(program, unitOf(program, unitId).id, year, { contents: now, indexes: [...now.keys()], paper });
  return partsByUnit(reading.recognised)
    .flatMap(({ named, indexes }) =>
      matchIn(program, knownUnit(program, named, unitId)?.id ?? null, year, { contents: now, indexes, paper }),
    )
    .sort((one, other) => one.index - other.index);
};

/** The projects of one unit in a paper. */
interface ReadPart {
  readonly contents: readonly ProjectContent[];
  readonly indexes: readonly number[];
  readonly paper: PaperTraits;
}

const matchIn = (
  program: Program,
  unitId: string | null,
  year: Year,
  { contents, indexes, paper }: ReadPart,
): ProjectMatched[] => {
  const stored = unitId === null ? [] : storedIn(program, unitId, year);
  const byId = new Map(stored.map((project) => [project.id, project]));
  const read = indexes.flatMap((index) => contents[index] ?? []);
  return matchProjects(read, stored, paper).map((match, place) => ({
    ...match,
    index: indexes[place] ?? 0,
    unitId: unitId ?? '',
    stored: shortly(byId.get(match.storedId ?? '')),
    others: othersOf(match, byId, (project) => differencesOf(project, read[place] ?? project, paper)),
  }));
};

const othersOf = (
  { candidates }: ProjectMatch,
  byId: ReadonlyMap<string, StoredProject>,
  differences: (stored: ProjectContent) => FieldChange[],
): ProjectMatched['others'] =>
  candidates.flatMap((id) => {
    const project = byId.get(id);
    const short = shortly(project);
    return project && short ? [{ ...short, differences: differences(project.content) }] : [];
  });

const shortly = (project: StoredProject | undefined): MatchedProject | null =>
  project ? { id: project.id, name: project.content.name, state: project.state, version: project.version } : null;

/** Every project of a unit's year, whole. */
export const storedIn = (program: Program, unitId: string, year: Year): StoredProject[] =>
  getProjects(program.db, listProjectIds(program.db, { unitId, year, search: '', state: null }));
