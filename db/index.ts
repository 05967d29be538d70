/* The door of db/: everything the app uses. */
export { checkBackup, listBackups, makeBackup, type BackupOptions } from './backup.ts';
export { checkDatabase } from './check.ts';
export { write as asOneChange, type Db, type Readable } from './connection.ts';
export { closeDatabase, examineDatabase, openDatabase, type Examination, type OpenOptions } from './database.ts';
export { diffContent, undoChanges } from '../shared/model/diff.ts';
export { expectedDatabaseError } from './errors.ts';
export { holdLock, type HeldLock } from './instance-lock.ts';
export {
  approveNew,
  approveProject,
  takeBack,
  updateProject,
  type ImportedProject,
  type PutBack,
} from './repositories/imported-projects.ts';
export {
  addImport,
  countUntouched,
  getImport,
  importedProjects,
  listImports,
  markUndone,
  type NewImport,
  type StoredImport,
} from './repositories/imports.ts';
export { listProjectIds, listProjects } from './repositories/list.ts';
export { findMapping, listMappings, removeMapping, saveMapping } from './repositories/mappings.ts';
export { listOfficeRevisions, type OfficeRevision } from './repositories/office-revisions.ts';
export { carriedFrom, carriedTo } from './repositories/origins.ts';
export {
  createProjects,
  finishProject,
  getProject,
  getProjects,
  listVersions,
  projectName,
  removeProjects,
  reopenProject,
  restoreProjects,
  saveProject,
} from './repositories/projects.ts';
export { listRevisions } from './repositories/revisions.ts';
export { loadSettings, saveSettings } from './repositories/settings.ts';
export { getTemplate, listTemplates, removeTemplate, saveTemplate } from './repositories/templates.ts';
export { getUnitYear, saveUnitYear } from './repositories/unit-years.ts';
export { addYear, createUnit, listUnits, listYears, saveUnit } from './repositories/units.ts';
export type * from './types.ts';
