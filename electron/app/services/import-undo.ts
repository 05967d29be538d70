import {
  asOneChange,
  countUntouched,
  getImport,
  importedProjects,
  listImports,
  markUndone,
  projectName,
  takeBack,
  type ImportedProject,
  type PutBack,
} from '../../../db/index.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import type { ImportRun, Undone } from '../contract.ts';
import { actorOf, type ImportTrace, type Program } from '../program.ts';
import { takeBackDeclared } from './declared.ts';
import { namesOf } from './import-store.ts';
import { recomputeWith } from './new-project.ts';

/* Taking an import back, and the list of the last ones: both from what stands in the database, so after a restart too. */

const RECENT = 20;

/** The last runs, newest first. */
export const recentImports = (program: Program): ImportRun[] =>
  listImports(program.db, RECENT).map((run) => {
    const { id, at, operator, year, files, undoneAt } = run;
    // Only writeRun writes it.
    const result = run.outcome as ImportRun['result'];
    return {
      importId: id,
      at,
      operator,
      year,
      files,
      undoneAt,
      result,
      untouched: untouchedOf(program, id, undoneAt, result),
    };
  });

const untouchedOf = (
  program: Program,
  id: string,
  undoneAt: string | null,
  { added, updated, approved }: ImportRun['result'],
): number => {
  if (undoneAt !== null) return 0;
  // It stored what the paper says of the whole unit, and nothing else.
  return added + updated + approved === 0 ? 1 : countUntouched(program.db, id);
};

/**
 * Takes a run back: its projects, and what it stored of the whole unit. What somebody has changed since stays, and is named.
 * @throws ExpectedError not-found, bad-input (taken back already)
 */
export const undoImport = (program: Program, importId: string): Undone => {
  const run = getImport(program.db, importId);
  if (run.undoneAt !== null) throw new ExpectedError('bad-input', '这次导入已经撤销过了。');
  // Only writeRun writes it.
  const { declared, madeUnits } = run.trace as ImportTrace;
  const recompute = recomputeWith(program);
  const actor = actorOf(program);
  return asOneChange(program.db, () => {
    const done = importedProjects(program.db, importId).map((project) => ({
      project,
      outcome: takeBack(program.db, project, (content, unitId) => recompute(unitId, content), actor),
    }));
    const notes = declared.flatMap((one) => takeBackDeclared(program, one));
    markUndone(program.db, importId, actor);
    const kept = done.flatMap(({ project, outcome }) => keptOf(program, project, outcome));
    const left = madeUnits.length === 0 ? [] : [`导入时新建的单位${namesOf(madeUnits)}还留着。`];
    return {
      count: done.filter(({ outcome }) => outcome === 'done').length,
      kept,
      notes: [...keptNotes(kept), ...notes, ...left],
    };
  });
};

const keptOf = (program: Program, { id }: ImportedProject, outcome: PutBack): Undone['kept'] => {
  if (outcome === 'done') return [];
  const why = outcome === 'changed' ? '导入以后又改过，没有撤销。' : '已经删除。';
  return [{ id, name: projectName(program.db, id), why }];
};

const keptNotes = (kept: Undone['kept']): string[] => {
  const changed = kept.filter(({ why }) => why !== '已经删除。').map(({ name }) => name);
  return changed.length === 0 ? [] : [`${namesOf(changed)}导入以后又改过，没有撤销。`];
};
