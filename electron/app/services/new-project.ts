import type { NewProject, Progress } from '../../../db/index.ts';
import { askedOf } from '../../../shared/forms/asked.ts';
import { formProgress } from '../../../shared/forms/gaps.ts';
import type { AskedForm } from '../../../shared/forms/form.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { settingsOf, unitOf, type Program } from '../program.ts';

/** What is asked of a unit's projects: everything its forms need. */
export const askedFor = (program: Program, unitId: string): AskedForm =>
  askedOf(unitOf(program, unitId), settingsOf(program));

/** How much of what the unit's forms want is there. */
export const progressOf = (program: Program, unitId: string, content: ProjectContent): Progress =>
  formProgress(askedFor(program, unitId), content);

/** A project ready to be stored, under a new id. */
export const newProject = (program: Program, project: Omit<NewProject, 'id' | 'progress'>): NewProject => ({
  ...project,
  id: program.newId(),
  progress: progressOf(program, project.unitId, project.content),
});
