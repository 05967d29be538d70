import {
  createProjects,
  diffContent,
  getProject,
  listProjects,
  makeBackup,
  removeProjects,
  type NewProject,
} from '../../../db/index.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { fold, isBlank } from '../../../shared/model/text.ts';
import type { Year } from '../../../shared/model/unit.ts';
import { proposedContent } from '../../../shared/recognise/content.ts';
import type { RecognisedDocument, RecognisedProject } from '../../../shared/recognise/recognised.ts';
import { recogniseInWorker } from '../../office/recognise-in-worker.ts';
import type { Reading } from '../../office/recognise-job.ts';
import type { ImportPreview, ImportResult } from '../contract.ts';
import { actorOf, settingsOf, unitOf, type Program } from '../program.ts';
import type { Services } from '../services.ts';
import { newProject } from './new-project.ts';

export const importService = (program: Program): Services['imports'] => ({
  text: async ({ name, text }) => preview(program, await recogniseText(program, name.trim() || '粘贴的内容', text)),
  file: async (name, bytes) => preview(program, await recogniseFile(name, bytes, program.worker)),
  confirm: (input) => confirm(program, input),
  undo: (ids) => {
    removeProjects(program.db, ids, actorOf(program));
    return { count: ids.length };
  },
});

/**
 * Reads a file and recognises its projects, away from the main thread; nothing is stored.
 * @param workerUrl the worker's program where a bundle has put it
 * @throws ExpectedError that names the file and why it can't be read
 */
export const recogniseFile = (name: string, bytes: Uint8Array, workerUrl?: URL): Promise<Reading> =>
  recogniseInWorker(bytes, name, { workerUrl });

/** What a reader should know of the file as a whole, one Chinese sentence each. */
export const notesOf = ({ hiddenSheets }: Reading): string[] =>
  hiddenSheets.length === 0
    ? []
    : [`隐藏的工作表没有读取：${hiddenSheets.map((name) => `“${name}”`).join('、')}。要导入它们，请先取消隐藏。`];

const recogniseText = (program: Program, name: string, text: string): Promise<Reading> => {
  if (isBlank(text)) throw new ExpectedError('file-empty', `“${name}”里没有内容。`, '请先复制表格，再粘贴。');
  return recogniseInWorker(text, name, { workerUrl: program.worker });
};

const preview = (program: Program, reading: Reading): ImportPreview => {
  const { recognised } = reading;
  const contents = recognised.projects.map((project) => proposedContent(project, program.newId));
  const { unitId, year } = settingsOf(program);
  const there = namesIn(program, unitId, yearOf(recognised) ?? year);
  return {
    importId: program.readings.put(recognised.document.file),
    file: recognised.document.file,
    recognised,
    contents,
    alreadyThere: contents.map(({ name }) => there.get(fold(name))?.name ?? ''),
    notes: notesOf(reading),
  };
};

/** The year a document prints, where it is one. */
export const yearOf = ({ document }: RecognisedDocument): Year | null => {
  const year = Number(document.year);
  return Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : null;
};

interface Stored {
  readonly id: string;
  readonly name: string;
}

/** Stored projects of a unit's year by their folded names. */
const namesIn = (program: Program, unitId: string, year: Year): Map<string, Stored> => {
  const { rows } = listProjects(program.db, {
    ...{ unitId, year, search: '', sort: 'position', descending: false, state: null, offset: 0 },
    limit: 1_000_000,
  });
  return new Map(rows.map(({ id, name }) => [fold(name), { id, name }]));
};

const confirm = async (
  program: Program,
  { files, unitId, year }: Parameters<Services['imports']['confirm']>[0],
): Promise<ImportResult> => {
  unitOf(program, unitId);
  const putBack = takeReadings(
    program,
    files.map(({ importId }) => importId),
  );
  const projects = files.flatMap((file) => file.projects);
  const taken = projects.filter(({ take }) => take).map(({ content }) => content);
  try {
    const ids = await storeImported(program, { unitId, year }, taken);
    return { taken: ids.length, skipped: projects.length - ids.length, ids };
  } catch (error) {
    putBack();
    throw error;
  }
};

/**
 * Takes what waits for a yes before anything is awaited: a second yes, be it a double click, stores nothing twice.
 * @returns what to do where storing failed, so that the clerk may try again
 */
const takeReadings = ({ readings }: Program, importIds: readonly string[]): (() => void) => {
  const waiting = importIds.map((importId) => ({ importId, file: readings.get(importId) }));
  if (waiting.some(({ file }) => file === undefined)) {
    throw new ExpectedError('not-found', '这次识别的结果已经不在了。', '请重新选择文件或者重新粘贴。');
  }
  for (const { importId } of waiting) readings.drop(importId);
  return () => {
    for (const { importId, file } of waiting) if (file !== undefined) readings.put(file, importId);
  };
};

/** A verified backup, then all of it in one transaction: an import is there whole or not at all. */
const storeImported = async (
  program: Program,
  scope: Pick<NewProject, 'unitId' | 'year'>,
  contents: readonly ProjectContent[],
): Promise<string[]> => {
  if (contents.length === 0) return [];
  await backUp(program, 'import');
  const projects = contents.map((content) => newProject(program, { ...scope, content, action: 'import' }));
  return createProjects(program.db, projects, actorOf(program)).map(({ id }) => id);
};

/** Makes a verified backup now. @param reason one lower-case word */
export const backUp = (program: Program, reason: string): ReturnType<typeof makeBackup> =>
  makeBackup(program.db, { folder: program.folder.backups, reason, at: program.now().toISOString() });

/** A project as it was read, and as it was stored. */
export interface ImportedProject {
  /** Its place in the document, from 0. */
  readonly index: number;
  readonly read: RecognisedProject;
  readonly content: ProjectContent;
}

/** How a document went into the database without anybody asking about each project. */
export interface ImportedDocument {
  readonly taken: readonly ImportedProject[];
  /** Names of projects that were there already, with the same content. */
  readonly same: readonly string[];
  /** Names of projects that were there already with another content: left as they are. */
  readonly different: readonly string[];
}

/** Stores the projects of a document that are not there yet, matched by name within the unit's year. */
export const storeDocument = async (
  program: Program,
  scope: Pick<NewProject, 'unitId' | 'year'>,
  document: RecognisedDocument,
): Promise<ImportedDocument> => {
  const there = namesIn(program, scope.unitId, scope.year);
  const taken: ImportedProject[] = [];
  const same: string[] = [];
  const different: string[] = [];
  for (const [index, read] of document.projects.entries()) {
    const content = proposedContent(read, program.newId);
    const stored = there.get(fold(content.name));
    if (!stored) taken.push({ index, read, content });
    else (equal(getProject(program.db, stored.id).content, content) ? same : different).push(content.name);
  }
  await storeImported(
    program,
    scope,
    taken.map(({ content }) => content),
  );
  return { taken, same, different };
};

// Indicators get new ids on every reading: compared without them.
const equal = (stored: ProjectContent, read: ProjectContent): boolean =>
  diffContent(withoutIds(stored), withoutIds(read)).length === 0;

const withoutIds = (content: ProjectContent): ProjectContent => ({
  ...content,
  indicators: content.indicators.map((indicator, index) => ({ ...indicator, id: String(index) })),
});
