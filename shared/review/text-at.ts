import type { FieldPath, ProjectContent } from '../model/project.ts';

/** The text at a path of a project; empty where there is none. */
export const textAt = (content: ProjectContent, path: FieldPath): string => {
  let at: unknown = content;
  for (const step of path.split('.')) at = at !== null && typeof at === 'object' ? Reflect.get(at, step) : undefined;
  return typeof at === 'string' ? at : '';
};
