import {
  addYear,
  asOneChange,
  carriedTo,
  createProjects,
  getProject,
  getProjects,
  listProjectIds,
  takeBack,
  type StoredProject,
} from '../../../db/index.ts';
import { applyWishes, carryOver, sureMarks, type CarryWishes, type CarryMark } from '../../../shared/carry/carry.ts';
import { placeLabel } from '../../../shared/carry/labels.ts';
import type { Years } from '../../../shared/carry/mark.ts';
import { textsOf } from '../../../shared/carry/places.ts';
import { sameProject, type FoundBy } from '../../../shared/carry/same-project.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import { fold, isBlank } from '../../../shared/model/text.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import type { Year } from '../../../shared/model/unit.ts';
import type { CarryCandidate, CarryPlan, LastYear, PlacedMark } from '../contract.ts';
import { actorOf, unitOf, type Program } from '../program.ts';
import type { Services, TakenBack } from '../services.ts';
import { backUp } from './back-up.ts';
import { newProject, recomputeWith } from './new-project.ts';
import { namesIn } from './stored-names.ts';

type Run = Parameters<Services['carry']['run']>[0];

export const carryService = (program: Program): Services['carry'] => ({
  prepare: ({ ids, toYear }) => prepare(program, ids, toYear),
  run: (input) => run(program, input),
  undo: (ids) => undo(program, ids),
  lastYear: (id) => lastYear(program, getProject(program.db, id)),
});

/** The projects of one unit and year that are taken to another. @throws ExpectedError bad-input */
const chosenOf = (program: Program, ids: readonly string[], to: Year): { chosen: StoredProject[]; years: Years } => {
  const chosen = getProjects(program.db, ids);
  const [first] = chosen;
  if (!first) throw new ExpectedError('bad-input', '还没有选择项目。', '请先选择要结转的项目。');
  const { unitId, year } = first;
  if (chosen.some((project) => project.unitId !== unitId || project.year !== year))
    throw new ExpectedError('bad-input', '一次只能结转同一单位、同一年度的项目。', '请按单位和年度分开结转。');
  if (year === to) throw new ExpectedError('bad-input', `这些项目本来就在 ${to} 年度。`, '请选择另一个年度。');
  return { chosen, years: { from: year, to } };
};

const prepare = (program: Program, ids: readonly string[], toYear: Year): CarryPlan => {
  const { chosen, years } = chosenOf(program, ids, toYear);
  const unitId = chosen[0]?.unitId ?? '';
  const there = projectsOf(program, unitId, toYear);
  return {
    unitName: unitOf(program, unitId).name,
    fromYear: years.from,
    toYear,
    projects: chosen.map((project) => candidateOf(program, project, years, there)),
  };
};

const projectsOf = (program: Program, unitId: string, year: Year): StoredProject[] =>
  getProjects(program.db, listProjectIds(program.db, { unitId, year, search: '', state: null }));

const candidateOf = (
  program: Program,
  { id, version, content }: StoredProject,
  years: Years,
  there: readonly StoredProject[],
): CarryCandidate => {
  const carried = carryOver(content, years);
  const total = content.funds.total.trim();
  return {
    id,
    version,
    name: content.name,
    code: content.code,
    total: total === '' ? '' : `${total} ${content.amountUnit}`,
    values: content.indicators.filter(({ printed }) => !isBlank(printed)).length,
    marks: placed(carried.content, carried.marks),
    existing: existingOf(program, id, applyWishes(carried, sureOnly(carried.marks)), there),
  };
};

const sureOnly = (marks: readonly CarryMark[]): CarryWishes => ({
  ticked: sureMarks(marks),
  clearAmounts: false,
  clearValues: false,
  clearCode: false,
});

/** What is in the target year already: carried over before, or the same by code or name. */
const existingOf = (
  program: Program,
  id: string,
  { name, code }: ProjectContent,
  there: readonly StoredProject[],
): CarryCandidate['existing'] => {
  const linked = new Set(carriedTo(program.db, id));
  const link = there.find((project) => linked.has(project.id));
  if (link) return { name: link.content.name, by: 'link' };
  const same = sameProject(
    { name, code },
    there.map(({ content }) => content),
  );
  return same && { name: same.found.name, by: same.by };
};

const AROUND = 14;

const placed = (content: ProjectContent, marks: readonly CarryMark[]): PlacedMark[] => {
  const texts = new Map(textsOf(content).map(({ path, text }) => [path, text]));
  return marks.map((mark) => {
    const text = texts.get(mark.path) ?? '';
    return {
      ...mark,
      label: placeLabel(content, mark.path),
      before: `${mark.start > AROUND ? '…' : ''}${text.slice(Math.max(0, mark.start - AROUND), mark.start)}`,
      after: `${text.slice(mark.end, mark.end + AROUND)}${mark.end + AROUND < text.length ? '…' : ''}`,
    };
  });
};

/** A verified backup, then all of them in one transaction, behind the last project of the target year. */
const run = async (program: Program, input: Run): ReturnType<Services['carry']['run']> => {
  // Refused before a backup is made for nothing, and asked once more in the transaction: another window may be at it.
  contentsOf(program, input);
  await backUp(program, 'carry');
  return asOneChange(program.db, () => {
    const projects = contentsOf(program, input);
    const actor = actorOf(program);
    const unitId = projects[0]?.unitId ?? '';
    addYear(program.db, unitId, input.toYear, actor);
    const made = projects.map(({ from, content }) =>
      newProject(program, { unitId, year: input.toYear, content, action: 'carry', carriedFrom: from }),
    );
    return { ids: createProjects(program.db, made, actor).map(({ id }) => id) };
  });
};

const contentsOf = (
  program: Program,
  { toYear, projects, ...wishes }: Run,
): { readonly from: string; readonly unitId: string; readonly content: ProjectContent }[] => {
  const { chosen, years } = chosenOf(
    program,
    projects.map(({ id }) => id),
    toYear,
  );
  return chosen.map(({ id, unitId, version, content }, index) => {
    const asked = projects[index];
    if (asked?.version !== version) throw stale(content.name);
    const ticked = new Set(asked.ticked);
    return { from: id, unitId, content: applyWishes(carryOver(content, years), { ...wishes, ticked }) };
  });
};

const stale = (name: string): ExpectedError =>
  new ExpectedError('stale', `项目“${name}”刚才在别处改过，还没有结转。`, '请关闭后重新点“结转”，核对新的内容。');

const MOST_NAMED = 5;

const undo = (program: Program, ids: readonly string[]): TakenBack => {
  const recompute = recomputeWith(program);
  const actor = actorOf(program);
  const kept = asOneChange(program.db, () =>
    ids.flatMap((id) => {
      const made = { id, versionBefore: null, stateBefore: null, versionAfter: 1 };
      const outcome = takeBack(program.db, made, (content, unitId) => recompute(unitId, content), actor);
      return outcome === 'changed' ? [getProject(program.db, id).content.name] : [];
    }),
  );
  const names = kept.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  const more = kept.length > MOST_NAMED ? `等 ${kept.length} 个项目` : '';
  const notes = kept.length === 0 ? [] : [`${names.join('、')}${more}结转后改过，没有撤销。`];
  return { count: ids.length - kept.length, notes };
};

/** The project it was carried over from, where that is not deleted; else the one of the year before with its code or name. */
const lastYear = (program: Program, project: StoredProject): LastYear | null => {
  const origin = project.carriedFrom === null ? null : liveProject(program, project.carriedFrom);
  if (origin) return { id: origin.id, year: origin.year, by: 'link', content: origin.content };
  const found = foundBy(program, project);
  if (found === null) return null;
  const { id, year, content } = getProject(program.db, found.id);
  return { id, year, by: found.by, content };
};

/** Looks through the lines of the list, and into few contents: a county has ten thousand of them. */
const foundBy = (
  program: Program,
  { unitId, year, content: { name, code } }: StoredProject,
): { readonly id: string; readonly by: FoundBy } | null => {
  const idsWith = (search: string): string[] =>
    listProjectIds(program.db, { unitId, year: year - 1, search, state: null });
  const coded = isBlank(code) ? [] : getProjects(program.db, idsWith(code.trim()));
  const byCode = coded.find(({ content }) => fold(content.code) === fold(code));
  if (byCode) return { id: byCode.id, by: 'code' };
  const names = [...namesIn(program, unitId, year - 1).values()].map((one) => ({ ...one, code: '' }));
  const byName = sameProject({ name, code: '' }, names);
  return byName && { id: byName.found.id, by: byName.by };
};

const liveProject = (program: Program, id: string): StoredProject | null => {
  try {
    return getProject(program.db, id);
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'not-found') return null;
    throw error;
  }
};
