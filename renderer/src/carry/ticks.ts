import type { Outputs, Inputs } from '../lib/trpc.ts';

export type CarryPlan = Outputs['carry']['prepare'];
export type CarryCandidate = CarryPlan['projects'][number];
export type PlacedMark = CarryCandidate['marks'][number];

/** What of the amounts, values and codes is left blank in the new year. */
export type Blank = 'clearAmounts' | 'clearValues' | 'clearCode';

/** What the clerk has ticked in a plan. */
export interface Ticks extends Readonly<Record<Blank, boolean>> {
  readonly projects: ReadonlySet<string>;
  /** Keys of marks, see keyOf. */
  readonly marks: ReadonlySet<string>;
}

/** Which of several things are ticked. */
export type Ticked = 'none' | 'some' | 'all';

/** Ids of marks are unique in their project alone. */
const keyOf = (project: Pick<CarryCandidate, 'id'>, mark: Pick<PlacedMark, 'id'>): string => `${project.id} ${mark.id}`;

/** As it is proposed: everything that is not there already, every sure mention changed, nothing left blank. */
export const firstTicks = (plan: CarryPlan): Ticks => ({
  projects: new Set(plan.projects.filter(({ existing }) => existing === null).map(({ id }) => id)),
  marks: new Set(plan.projects.flatMap((project) => sureKeys(project))),
  clearAmounts: false,
  clearValues: false,
  clearCode: false,
});

const sureKeys = (project: CarryCandidate): string[] =>
  project.marks.filter(({ sure }) => sure).map((mark) => keyOf(project, mark));

const withTick = (set: ReadonlySet<string>, keys: readonly string[], on: boolean): ReadonlySet<string> => {
  const now = new Set(set);
  for (const key of keys) {
    if (on) now.add(key);
    else now.delete(key);
  }
  return now;
};

export const tickProjects = (ticks: Ticks, ids: readonly string[], on: boolean): Ticks => ({
  ...ticks,
  projects: withTick(ticks.projects, ids, on),
});

export const tickMark = (ticks: Ticks, project: CarryCandidate, mark: PlacedMark, on: boolean): Ticks => ({
  ...ticks,
  marks: withTick(ticks.marks, [keyOf(project, mark)], on),
});

/** 全部年份改成新年度: every sure mention, in all projects. What is only shown stays as it is ticked. */
export const tickYears = (ticks: Ticks, plan: CarryPlan, on: boolean): Ticks => ({
  ...ticks,
  marks: withTick(ticks.marks, plan.projects.flatMap(sureKeys), on),
});

export const isTicked = (ticks: Ticks, project: CarryCandidate, mark: PlacedMark): boolean =>
  ticks.marks.has(keyOf(project, mark));

const howMany = (ticked: number, all: number): Ticked => (ticked === 0 ? 'none' : ticked === all ? 'all' : 'some');

/** How many sure mentions there are in all projects, and which of them are ticked. */
export const yearsTicked = (ticks: Ticks, plan: CarryPlan): { readonly count: number; readonly ticked: Ticked } => {
  const keys = plan.projects.flatMap(sureKeys);
  return { count: keys.length, ticked: howMany(keys.filter((key) => ticks.marks.has(key)).length, keys.length) };
};

export const projectsTicked = (ticks: Ticks, plan: CarryPlan): Ticked =>
  howMany(plan.projects.filter(({ id }) => ticks.projects.has(id)).length, plan.projects.length);

/** How many places of a project will be changed, and how many are only to be looked at. */
export const countsOf = (
  ticks: Ticks,
  project: CarryCandidate,
): { readonly changed: number; readonly look: number } => {
  const changed = project.marks.filter((mark) => isTicked(ticks, project, mark)).length;
  return { changed, look: project.marks.filter((mark) => !mark.sure && !isTicked(ticks, project, mark)).length };
};

/** What the program is asked to do, in the order of the plan. */
export const runInput = (plan: CarryPlan, ticks: Ticks): Inputs['carry']['run'] => ({
  toYear: plan.toYear,
  projects: plan.projects
    .filter(({ id }) => ticks.projects.has(id))
    .map((project) => ({
      id: project.id,
      version: project.version,
      ticked: project.marks.filter((mark) => isTicked(ticks, project, mark)).map(({ id }) => id),
    })),
  clearAmounts: ticks.clearAmounts,
  clearValues: ticks.clearValues,
  clearCode: ticks.clearCode,
});
