import {
  addImport,
  addYear,
  approveNew,
  approveProject,
  asOneChange,
  createProjects,
  getProject,
  updateProject,
  type ImportedProject,
  type StoredProject,
} from '../../../db/index.ts';
import { mergeRead, type PaperTraits } from '../../../shared/match/index.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import type { UnitYearContent } from '../../../shared/model/unit-year.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import type { NamedUnit } from '../../../shared/recognise/named-unit.ts';
import type { ImportedLine, ImportResult } from '../contract.ts';
import { actorOf, type DeclaredTrace, type ImportTrace, type Program } from '../program.ts';
import { backUp } from './back-up.ts';
import { storeDeclared } from './declared.ts';
import { knownUnit, makeUnit } from './named-units.ts';
import { recomputeWith } from './new-project.ts';

/* Storing what was read: one verified backup, one transaction, one run that can be taken back. */

/** What becomes of one project. */
export type Planned =
  | { readonly action: 'add'; readonly content: ProjectContent }
  | {
      readonly action: 'update';
      readonly content: ProjectContent;
      readonly storedId: string;
      /** As it was matched; null takes whatever is stored now. */
      readonly storedVersion: number | null;
    }
  | { readonly action: 'skip'; readonly content: ProjectContent; readonly why: string };

/** What goes into one unit together. */
export interface Share {
  readonly file: string;
  /** How it prints what is laid over stored projects. */
  readonly paper: PaperTraits;
  /** The unit a paper names, and what would be made of it; null for the unit that was chosen. */
  readonly part: { readonly named: NamedUnit; readonly proposed: Unit } | null;
  readonly plans: readonly Planned[];
  /** What the paper says of the unit as a whole; null where it is of several. */
  readonly declared: UnitYearContent | null;
  /** What it says was approved by the county. */
  readonly approve: boolean;
}

export interface Storing {
  readonly unitId: string;
  readonly year: Year;
  readonly shares: readonly Share[];
}

/** Stores all of it, or nothing. @throws ExpectedError stale, not-found, backup-failed */
export const storeShares = async (program: Program, storing: Storing): Promise<ImportResult> => {
  const plans = storing.shares.flatMap((share) => share.plans);
  refuseTwice(plans);
  if (plans.every(({ action }) => action === 'skip')) return nothingStored(storing);
  await backUp(program, 'import');
  return asOneChange(program.db, () => storeNow(program, storing));
};

const refuseTwice = (plans: readonly Planned[]): void => {
  const seen = new Set<string>();
  for (const plan of plans) {
    if (plan.action !== 'update') continue;
    if (seen.has(plan.storedId))
      throw new ExpectedError(
        'bad-input',
        `有两个项目都要更新已有的“${plan.content.name}”，没有存入。`,
        '请把其中一个改为新增或者跳过。',
      );
    seen.add(plan.storedId);
  }
};

const nothingStored = ({ shares }: Storing): ImportResult =>
  resultOf(
    '',
    shares.flatMap(({ file, plans }) => plans.map((plan) => skippedLine(file, plan))),
    [],
    [],
  );

/** What one project became, and how to take it back; null where nothing is to be taken back. */
interface Deed {
  readonly line: ImportedLine;
  readonly trace: ImportedProject | null;
}

const storeNow = (program: Program, storing: Storing): ImportResult => {
  const store = storingIn(program, storing);
  const made: Unit[] = [];
  const declared: DeclaredTrace[] = [];
  const notes: string[] = [];
  const unitIds = new Set<string>();
  const deeds: Deed[] = [];
  const added = new Map<string, string[]>();
  for (const share of storing.shares) {
    if (share.plans.every(({ action }) => action === 'skip')) {
      deeds.push(...share.plans.map((plan) => ({ line: skippedLine(share.file, plan), trace: null })));
      continue;
    }
    const unitId = share.part === null ? storing.unitId : ownUnit(program, share.part, storing, made);
    unitIds.add(unitId);
    const own = share.plans.map((plan) => store(plan, share, unitId));
    deeds.push(...own);
    added.set(unitId, [
      ...(added.get(unitId) ?? []),
      ...own.filter(({ line }) => line.deed === 'added').map(({ line }) => line.name),
    ]);
    if (share.declared === null) continue;
    const outcome = storeDeclared(program, { unitId, year: storing.year }, share.declared);
    notes.push(...outcome.notes);
    declared.push(outcome.trace);
  }
  const names = made.map(({ name }) => name);
  const told = names.length === 0 ? [] : [`新建了单位${namesOf(names)}。`];
  const trace = { declared, madeUnits: names };
  return writeRun(program, storing, {
    ...{ deeds, trace, unitIds: [...unitIds] },
    notes: [...told, ...twinNotes(added), ...notes],
  });
};

/** The same paper twice in one go, or two papers with the same project: stored as they were confirmed, and told. */
const twinNotes = (added: ReadonlyMap<string, readonly string[]>): string[] => {
  const twins = [...added.values()].flatMap((names) =>
    names.filter((name, index) => name !== '' && names.indexOf(name) < index),
  );
  return twins.length === 0 ? [] : [`存入了同名的项目：${namesOf([...new Set(twins)])}，请看看是不是重复。`];
};

interface Run {
  readonly deeds: readonly Deed[];
  readonly trace: ImportTrace;
  readonly unitIds: readonly string[];
  readonly notes: readonly string[];
}

const writeRun = (program: Program, { year, shares }: Storing, { deeds, trace, unitIds, notes }: Run): ImportResult => {
  const projects = deeds.flatMap((deed) => deed.trace ?? []);
  const wrote = projects.length > 0 || trace.declared.some(({ before, after }) => before !== after);
  const id = wrote ? program.newId() : '';
  const lines = deeds.map(({ line }) => line);
  const result = resultOf(id, lines, unitIds, notes);
  if (!wrote) return result;
  const { added, updated, unchanged, approved, skipped } = result;
  const outcome = { added, updated, unchanged, approved, skipped: skipped.length };
  const files = [...new Set(shares.map(({ file }) => file))];
  addImport(program.db, { id, year, files, outcome, trace, projects }, actorOf(program));
  return result;
};

const resultOf = (
  importId: string,
  lines: readonly ImportedLine[],
  unitIds: readonly string[],
  notes: readonly string[],
): ImportResult => {
  const count = (deed: ImportedLine['deed']): number => lines.filter((line) => line.deed === deed).length;
  return {
    importId,
    added: count('added'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    skipped: lines.filter(({ deed }) => deed === 'skipped').map(({ name, why }) => ({ name, why })),
    approved: lines.filter(({ approved }) => approved).length,
    lines,
    ids: lines.flatMap(({ id, deed, approved }) => (id !== '' && (deed !== 'unchanged' || approved) ? [id] : [])),
    unitIds,
    notes,
  };
};

const skippedLine = (file: string, plan: Planned): ImportedLine => ({
  ...{ name: plan.content.name, file, deed: 'skipped', approved: false, id: '' },
  why: plan.action === 'skip' ? plan.why : '',
});

/** Stores one project; what is asked of a unit is looked up once for all. */
const storingIn = (program: Program, { year }: Storing): ((plan: Planned, share: Share, unitId: string) => Deed) => {
  const progressOf = recomputeWith(program);
  const actor = actorOf(program);
  const add = (content: ProjectContent, { file, approve }: Share, unitId: string): Deed => {
    const project = { id: program.newId(), unitId, year, content, progress: progressOf(unitId, content) };
    createProjects(program.db, [{ ...project, action: 'import' }], actor);
    const version = approve ? approveNew(program.db, project.id, actor).version : 1;
    const line = { name: content.name, file, deed: 'added', approved: approve, id: project.id, why: '' } as const;
    return { line, trace: { id: project.id, versionBefore: null, stateBefore: null, versionAfter: version } };
  };
  const update = (
    plan: Extract<Planned, { action: 'update' }>,
    { file, paper, approve }: Share,
    unitId: string,
  ): Deed => {
    const before = getProject(program.db, plan.storedId);
    refuseElsewhere(before, unitId, year);
    const content = mergeRead(before.content, plan.content, paper);
    const { id } = before;
    const version = plan.storedVersion ?? before.version;
    const save = { id, version, content, progress: progressOf(unitId, content) };
    const after = (approve ? approveProject : updateProject)(program.db, save, actor);
    return deedOf(before, after, file);
  };
  return (plan, share, unitId) => {
    switch (plan.action) {
      case 'add':
        return add(plan.content, share, unitId);
      case 'update':
        return update(plan, share, unitId);
      case 'skip':
        return { line: skippedLine(share.file, plan), trace: null };
    }
  };
};

const deedOf = (before: StoredProject, after: StoredProject, file: string): Deed => {
  const changed = after.version !== before.version;
  const rewritten = JSON.stringify(after.content) !== JSON.stringify(before.content);
  const approved = after.state === 'approved';
  const deed = rewritten ? 'updated' : 'unchanged';
  const line = {
    name: after.content.name,
    file,
    deed,
    approved: approved && changed,
    id: before.id,
    why: whyOf(before, after, rewritten),
  } as const;
  const trace = {
    id: before.id,
    versionBefore: before.version,
    stateBefore: before.state,
    versionAfter: after.version,
  };
  return { line, trace: changed ? trace : null };
};

/** What a clerk should know of a project that was there. */
const whyOf = (before: StoredProject, after: StoredProject, rewritten: boolean): string => {
  if (!rewritten) return after.state === before.state ? '与已有的内容相同。' : '与申报的内容相同。';
  if (before.state === 'draft' || after.state === 'approved') return '';
  return before.state === 'finished'
    ? '原来已经完成，更新后要重新点“完成”；完成时的内容留在修改记录里。'
    : '原来已经批复，更新后是草稿；批复的内容留在修改记录里。';
};

/** A stored project is updated where it is, never through a paper of another unit or year. */
const refuseElsewhere = (stored: StoredProject, unitId: string, year: Year): void => {
  if (stored.unitId === unitId && stored.year === year) return;
  throw new ExpectedError(
    'bad-input',
    `要更新的项目“${stored.content.name}”不在这个单位这一年里，没有存入。`,
    '请重新核对后再存入。',
  );
};

/** The unit a paper names, made where it is not there yet; for a paper that names nobody the one the clerk chose. */
const ownUnit = (
  program: Program,
  { named, proposed }: NonNullable<Share['part']>,
  { unitId, year }: Storing,
  made: Unit[],
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

/** `“甲”、“乙”`, and how many where there are more than a few. */
export const namesOf = (names: readonly string[]): string => {
  const few = names.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  return `${few.join('、')}${names.length > MOST_NAMED ? `等 ${names.length} 个` : ''}`;
};
