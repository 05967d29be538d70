import { createProjects, makeBackup } from '../../../db/index.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import type { Year } from '../../../shared/model/unit.ts';
import { actorOf, type Program } from '../program.ts';
import { newProject } from './new-project.ts';

/** Stores imported projects behind the last one of a unit's year; answers their ids. */
export const addImported = (
  program: Program,
  unitId: string,
  year: Year,
  contents: readonly ProjectContent[],
): string[] => {
  const projects = contents.map((content) => newProject(program, { unitId, year, content, action: 'import' }));
  return createProjects(program.db, projects, actorOf(program)).map(({ id }) => id);
};

/** Makes a verified backup now. @param reason one lower-case word */
export const backUp = (program: Program, reason: string): ReturnType<typeof makeBackup> =>
  makeBackup(program.db, { folder: program.folder.backups, reason, at: program.now().toISOString() });
