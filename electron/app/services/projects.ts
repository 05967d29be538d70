import {
  createProjects,
  diffContent,
  finishProject,
  getProject,
  listProjectIds,
  listProjects,
  listRevisions,
  listVersions,
  removeProjects,
  reopenProject,
  restoreProjects,
  saveProject,
  type FrozenVersion,
  type NewProject,
  type StoredProject,
} from '../../../db/index.ts';
import { formGaps } from '../../../shared/forms/gaps.ts';
import type { Indicator } from '../../../shared/model/project.ts';
import type { DeclaredApproved, FinishResult } from '../contract.ts';
import { actorOf, settingsOf, unitOf, type Program } from '../program.ts';
import type { Services } from '../services.ts';
import { askedFor, newProject, progressOf, startingContent } from './new-project.ts';

const REVISIONS_SHOWN = 200;

export const projectService = (program: Program): Services['projects'] => ({
  list: (query) => listProjects(program.db, query),
  ids: (query) => listProjectIds(program.db, query),
  get: (id) => getProject(program.db, id),
  create: ({ unitId, year, name }) => {
    const content = startingContent(unitOf(program, unitId), settingsOf(program), name);
    return store(program, newProject(program, { unitId, year, content, action: 'create' }));
  },
  copy: (id) => copyProject(program, id),
  save: ({ id, version, content }) => {
    const progress = progressOf(program, getProject(program.db, id).unitId, content);
    const saved = saveProject(program.db, { id, version, content, progress }, actorOf(program));
    return { version: saved.version, updatedAt: saved.updatedAt };
  },
  remove: (ids) => {
    removeProjects(program.db, ids, actorOf(program));
    return { count: ids.length };
  },
  restore: (ids) => {
    restoreProjects(program.db, ids, actorOf(program));
    return { count: ids.length };
  },
  finish: (id) => finish(program, id),
  reopen: (id) => reopenProject(program.db, id, actorOf(program)),
  versions: (id) => listVersions(program.db, id),
  declaredApproved: (id) => declaredApproved(listVersions(program.db, id)),
  history: (id) => listRevisions(program.db, id, REVISIONS_SHOWN),
});

/** What was approved last, beside the last declaration before it. */
const declaredApproved = (versions: readonly FrozenVersion[]): DeclaredApproved | null => {
  const approved = versions.findLast(({ kind }) => kind === 'approved');
  const declared = versions.findLast(
    ({ kind, revision }) => kind === 'declared' && approved !== undefined && revision < approved.revision,
  );
  if (!approved || !declared) return null;
  return { declared, approved, differences: diffContent(declared.content, approved.content) };
};

const store = (program: Program, project: NewProject): StoredProject => {
  const [stored] = createProjects(program.db, [project], actorOf(program));
  if (!stored) throw new Error('a stored project was not answered');
  return stored;
};

const copyProject = (program: Program, id: string): StoredProject => {
  const { unitId, year, content } = getProject(program.db, id);
  const withNewIds = (indicators: readonly Indicator[]): Indicator[] =>
    indicators.map((indicator) => ({ ...indicator, id: program.newId() }));
  const copied = {
    ...content,
    name: `${content.name}（副本）`,
    indicators: withNewIds(content.indicators),
    midtermIndicators: withNewIds(content.midtermIndicators),
  };
  return store(program, newProject(program, { unitId, year, content: copied, action: 'copy' }));
};

const finish = (program: Program, id: string): FinishResult => {
  const { unitId, content } = getProject(program.db, id);
  const gaps = formGaps(askedFor(program, unitId), content);
  if (gaps.length > 0) return { finished: false, gaps };
  finishProject(program.db, id, actorOf(program));
  return { finished: true, gaps: [] };
};
