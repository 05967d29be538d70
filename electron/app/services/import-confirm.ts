import { addYear, asOneChange, removeProjects } from '../../../db/index.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import type { UnitYearContent } from '../../../shared/model/unit-year.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import type { ImportResult } from '../contract.ts';
import {
  actorOf,
  unitOf,
  type DeclaredTrace,
  type ImportTrace,
  type Program,
  type WaitingPart,
  type WaitingReading,
} from '../program.ts';
import type { Services, Undone } from '../services.ts';
import { addImported, backUp } from './add-imported.ts';
import { storeDeclared, takeBackDeclared } from './declared.ts';
import { knownUnit, makeUnit } from './named-units.ts';

/* The clerk's yes to what was read, and taking it back. */

type Confirmed = Parameters<Services['imports']['confirm']>[0];
type ConfirmedProject = Confirmed['files'][number]['projects'][number];

/** Stores what is taken: in the unit the clerk chose, or each project in the one its paper names. All of it, or nothing. */
export const confirmImport = async (
  program: Program,
  { files, unitId, year, byUnit }: Confirmed,
): Promise<ImportResult> => {
  if (!byUnit || unitId !== '') unitOf(program, unitId);
  const { waiting, putBack } = takeReadings(
    program,
    files.map(({ importId }) => importId),
  );
  const projects = files.flatMap((file) => file.projects);
  try {
    const shares = waiting.flatMap((reading, index) => {
      const taken = (files[index]?.projects ?? []).filter(({ take }) => take);
      return byUnit ? sharesByUnit(reading, taken) : shareOf(reading, taken);
    });
    const { ids, ...stored } = await storeShares(program, { unitId, year, shares });
    return { taken: ids.length, skipped: projects.length - ids.length, ids, ...stored };
  } catch (error) {
    putBack();
    throw error;
  }
};

/**
 * Takes what waits for a yes before anything is awaited: a second yes, be it a double click, stores nothing twice.
 * @returns what waited, and what to do where storing failed, so that the clerk may try again
 */
const takeReadings = (
  { readings }: Program,
  importIds: readonly string[],
): { waiting: WaitingReading[]; putBack: () => void } => {
  const waiting = importIds.flatMap((importId) => readings.get(importId) ?? []);
  if (waiting.length < importIds.length) {
    throw new ExpectedError('not-found', '这次识别的结果已经不在了。', '请重新选择文件或者重新粘贴。');
  }
  for (const importId of importIds) readings.drop(importId);
  return {
    waiting,
    putBack: () => waiting.forEach((reading, index) => readings.put(reading, importIds[index])),
  };
};

/** What goes into one unit together. */
interface Share {
  /** null for the unit the clerk chose. */
  readonly part: WaitingPart | null;
  readonly contents: readonly ProjectContent[];
  readonly declared: UnitYearContent | null;
}

const shareOf = ({ declared }: WaitingReading, taken: readonly ConfirmedProject[]): Share[] =>
  taken.length === 0 ? [] : [{ part: null, contents: taken.map(({ content }) => content), declared }];

const sharesByUnit = ({ parts, declared }: WaitingReading, taken: readonly ConfirmedProject[]): Share[] => {
  const contents = new Map<WaitingPart, ProjectContent[]>(parts.map((part) => [part, []]));
  const partOf = new Map(parts.flatMap((part) => part.indexes.map((index) => [index, part] as const)));
  for (const { index, content } of taken) {
    const part = partOf.get(index);
    if (!part) throw new ExpectedError('bad-input', '要存入的项目不在识别的结果里。', '请重新选择文件再导入。');
    contents.get(part)?.push(content);
  }
  return [...contents].flatMap(([part, own]) => (own.length === 0 ? [] : [{ part, contents: own, declared }]));
};

interface Storing {
  readonly unitId: string;
  readonly year: Year;
  readonly shares: readonly Share[];
}

type Stored = Pick<ImportResult, 'ids' | 'unitIds' | 'notes'>;

/** A verified backup, then all of it in one transaction: an import is there whole or not at all. */
const storeShares = async (program: Program, storing: Storing): Promise<Stored> => {
  if (storing.shares.length === 0) return { ids: [], unitIds: [], notes: [] };
  await backUp(program, 'import');
  const { stored, trace } = asOneChange(program.db, () => storeNow(program, storing));
  program.imported.put(trace, trace.ids[0]);
  return stored;
};

const storeNow = (program: Program, { unitId, year, shares }: Storing): { stored: Stored; trace: ImportTrace } => {
  const ids: string[] = [];
  const unitIds = new Set<string>();
  const made: Unit[] = [];
  const declared: DeclaredTrace[] = [];
  const notes: string[] = [];
  for (const { part, contents, declared: said } of shares) {
    const target = part === null ? unitId : ownUnit(program, part, { unitId, year, made });
    unitIds.add(target);
    ids.push(...addImported(program, target, year, contents));
    if (said === null) continue;
    const outcome = storeDeclared(program, { unitId: target, year }, said);
    notes.push(...outcome.notes);
    declared.push(outcome.trace);
  }
  const names = made.map(({ name }) => name);
  const told = names.length === 0 ? [] : [`新建了单位${namesOf(names)}。`];
  return {
    stored: { ids, unitIds: [...unitIds], notes: [...told, ...notes] },
    trace: { ids, declared, madeUnits: names },
  };
};

/** The unit a paper names, made where it is not there yet; for a paper that names nobody the one the clerk chose. */
const ownUnit = (
  program: Program,
  { named, proposed }: WaitingPart,
  { unitId, year, made }: { readonly unitId: string; readonly year: Year; readonly made: Unit[] },
): string => {
  const known = knownUnit(program, named, unitId);
  if (known) {
    addYear(program.db, known.id, year, actorOf(program));
    return known.id;
  }
  const unit = makeUnit(program, proposed, year);
  made.push(unit);
  return unit.id;
};

const MOST_NAMED = 5;

const namesOf = (names: readonly string[]): string => {
  const few = names.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  return `${few.join('、')}${names.length > MOST_NAMED ? `等 ${names.length} 个` : ''}`;
};

/**
 * Takes an import back: its projects, and what it stored of the whole unit where nobody has changed that since.
 * Of an import that is no longer remembered, or only in part, the projects alone.
 */
export const undoImport = (program: Program, ids: readonly string[]): Undone => {
  const [first = ''] = ids;
  const trace = program.imported.get(first);
  const given = new Set(ids);
  const whole = trace?.ids.every((id) => given.has(id)) ? trace : null;
  const notes = asOneChange(program.db, () => {
    removeProjects(program.db, ids, actorOf(program));
    return whole === null ? [] : whole.declared.flatMap((one) => takeBackDeclared(program, one));
  });
  if (whole !== null) program.imported.drop(first);
  const left = whole?.madeUnits ?? [];
  return {
    count: ids.length,
    notes: [...notes, ...(left.length === 0 ? [] : [`导入时新建的单位${namesOf(left)}还留着。`])],
  };
};
