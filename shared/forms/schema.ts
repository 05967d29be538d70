import type { z } from 'zod';
import { projectContentSchema, type FieldPath, type ProjectContent } from '../model/project.ts';
import type { AskedForm } from './form.ts';
import { formGaps } from './gaps.ts';

/** `indicators.3.printed` → ['indicators', 3, 'printed'], as zod and react-hook-form name it. */
const issuePath = (path: FieldPath): (string | number)[] =>
  path.split('.').map((part) => (/^\d+$/u.test(part) ? Number(part) : part));

/**
 * The draft's schema as the wizard takes it: its values always have every part. Older JSON may lack some; the schema fills them.
 */
const wholeContent: z.ZodType<ProjectContent, ProjectContent> = projectContentSchema as z.ZodType<
  ProjectContent,
  ProjectContent
>;

/** The schema of a project that may be finished: the draft's, and one issue a gap at the gap's field. */
export const finishedSchema = (form: AskedForm): z.ZodType<ProjectContent, ProjectContent> =>
  wholeContent.superRefine((content, context) => {
    for (const { path, message } of formGaps(form, content)) {
      context.addIssue({ code: 'custom', path: issuePath(path), message });
    }
  });
