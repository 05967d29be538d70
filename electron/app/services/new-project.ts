import type { NewProject, Progress } from '../../../db/index.ts';
import { formById } from '../../../shared/forms/index.ts';
import { formProgress } from '../../../shared/forms/gaps.ts';
import type { FormDefinition, FormId } from '../../../shared/forms/form.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import type { Program } from '../program.ts';

/** The form a project is filled in for. Others print from the same content. */
export const WORKING_FORM: FormId = 'annex2';

export const workingForm = (): FormDefinition => formById(WORKING_FORM);

/** How much of what the form wants is there. */
export const progressOf = (content: ProjectContent): Progress => formProgress(workingForm(), content);

/** A project ready to be stored, under a new id. */
export const newProject = (program: Program, project: Omit<NewProject, 'id' | 'progress'>): NewProject => ({
  ...project,
  id: program.newId(),
  progress: progressOf(project.content),
});
