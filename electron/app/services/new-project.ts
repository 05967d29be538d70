import type { NewProject, Progress, Recompute } from '../../../db/index.ts';
import { askedOf } from '../../../shared/forms/asked.ts';
import { formProgress } from '../../../shared/forms/gaps.ts';
import type { AskedForm } from '../../../shared/forms/form.ts';
import { emptyContent, type ProjectContent } from '../../../shared/model/project.ts';
import type { Settings, Unit } from '../../../shared/model/unit.ts';
import { settingsOf, unitOf, type Program } from '../program.ts';

/** What is asked of a unit's projects: everything its forms need. */
export const askedFor = (program: Program, unitId: string): AskedForm =>
  askedOf(unitOf(program, unitId), settingsOf(program));

/** How much of what the unit's forms want is there. */
export const progressOf = (program: Program, unitId: string, content: ProjectContent): Progress =>
  formProgress(askedFor(program, unitId), content);

/** The same for many projects at once, after units or settings have changed: what is asked of a unit is looked up once. */
export const recomputeWith = (program: Program): Recompute => {
  const asked = new Map<string, AskedForm>();
  return (unitId, content) => {
    const form = asked.get(unitId) ?? askedFor(program, unitId);
    asked.set(unitId, form);
    return formProgress(form, content);
  };
};

/** A project ready to be stored, under a new id. */
export const newProject = (program: Program, project: Omit<NewProject, 'id' | 'progress'>): NewProject => ({
  ...project,
  id: program.newId(),
  progress: progressOf(program, project.unitId, project.content),
});

/** The dates 资金支出计划 is given for; how much by each is the clerk's to say. */
const PLAN_DATES = ['3月底', '6月底', '10月底', '12月底'];

/** What a new project of a unit starts with: everything that is the same in most of its projects. */
export const startingContent = (unit: Unit, settings: Settings, name: string): ProjectContent => ({
  ...emptyContent(),
  name,
  departmentAndCode: `${unit.department} ${unit.departmentCode}`.trim(),
  implementingUnit: unit.name,
  attribute: settings.attributes[0] ?? '',
  period: '1 年',
  spendingPlan: asksForPlan(unit, settings) ? PLAN_DATES.map((by) => ({ by, percent: '' })) : [],
});

const asksForPlan = (unit: Unit, settings: Settings): boolean =>
  askedOf(unit, settings).fields.some(({ kind }) => kind === 'plan');
