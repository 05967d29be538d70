import { asOneChange, createProjects, listUnits, makeBackup, removeProjects } from '../../../db/index.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { fold, isBlank } from '../../../shared/model/text.ts';
import type { UnitYearContent } from '../../../shared/model/unit-year.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import { proposedContent } from '../../../shared/recognise/content.ts';
import { isNamed, partsByUnit } from '../../../shared/recognise/named-unit.ts';
import type { RecognisedDocument } from '../../../shared/recognise/recognised.ts';
import { recogniseInWorker } from '../../office/recognise-in-worker.ts';
import type { Reading } from '../../office/recognise-job.ts';
import type { ImportPreview, ImportResult } from '../contract.ts';
import { actorOf, settingsOf, unitOf, type Program, type WaitingReading } from '../program.ts';
import type { Services } from '../services.ts';
import { declaredIn, storeDeclared } from './declared.ts';
import { newProject } from './new-project.ts';
import { namesIn } from './stored-names.ts';

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
  const { file } = recognised.document;
  const contents = recognised.projects.map((project) => proposedContent(project, program.newId));
  const { unitId, year } = settingsOf(program);
  const there = namesIn(program, unitId, yearOf(recognised) ?? year);
  const parts = partsByUnit(recognised);
  // The total of several units is nobody's own.
  const declared = parts.length === 1 ? declaredIn(recognised) : null;
  return {
    importId: program.readings.put({ file, declared }),
    file,
    unitName: parts[0]?.named.name ?? '',
    recognised,
    contents,
    alreadyThere: contents.map(({ name }) => there.get(fold(name))?.name ?? ''),
    notes: [...notesOf(reading), ...strangerNotes(program, unitId, parts)],
  };
};

/** A paper of another unit than the one that works here is told: its projects would go to the wrong place. */
const strangerNotes = (program: Program, unitId: string, parts: ReturnType<typeof partsByUnit>): string[] => {
  const current = listUnits(program.db).find(({ id }) => id === unitId);
  if (!current) return [];
  if (parts.length > 1) return [`这份表里有 ${parts.length} 个单位的项目，现在的单位是“${current.name}”。`];
  return parts.flatMap(({ named }) => (stranger(current, named) ? [told(named.name, current)] : []));
};

const stranger = (current: Unit, named: Parameters<typeof isNamed>[1]): boolean =>
  named.name !== '' && !isNamed(current, named);

const told = (name: string, current: Unit): string => `这份表的单位是“${name}”，现在的单位是“${current.name}”。`;

/** The year a document prints, where it is one. */
export const yearOf = ({ document }: RecognisedDocument): Year | null => {
  const year = Number(document.year);
  return Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : null;
};

const confirm = async (
  program: Program,
  { files, unitId, year }: Parameters<Services['imports']['confirm']>[0],
): Promise<ImportResult> => {
  unitOf(program, unitId);
  const { waiting, putBack } = takeReadings(
    program,
    files.map(({ importId }) => importId),
  );
  const projects = files.flatMap((file) => file.projects);
  const contents = projects.filter(({ take }) => take).map(({ content }) => content);
  const declared = waiting.filter((_, index) => files[index]?.projects.some(({ take }) => take));
  try {
    const { ids, notes } = await storeImported(program, { unitId, year, contents, declared });
    return { taken: ids.length, skipped: projects.length - ids.length, ids, notes };
  } catch (error) {
    putBack();
    throw error;
  }
};

/**
 * Takes what waits for a yes before anything is awaited: a second yes, be it a double click, stores nothing twice.
 * @returns what waited, and what to do where storing failed, so that the clerk may try again
 */
const takeReadings = (
  { readings }: Program,
  importIds: readonly string[],
): { waiting: WaitingReading[]; putBack: () => void } => {
  const waiting = importIds.flatMap((importId) => readings.get(importId) ?? []);
  if (waiting.length < importIds.length) {
    throw new ExpectedError('not-found', '这次识别的结果已经不在了。', '请重新选择文件或者重新粘贴。');
  }
  for (const importId of importIds) readings.drop(importId);
  return {
    waiting,
    putBack: () => waiting.forEach((reading, index) => readings.put(reading, importIds[index])),
  };
};

interface Importing {
  readonly unitId: string;
  readonly year: Year;
  readonly contents: readonly ProjectContent[];
  readonly declared: readonly WaitingReading[];
}

/** A verified backup, then all of it in one transaction: an import is there whole or not at all. */
const storeImported = async (
  program: Program,
  { unitId, year, contents, declared }: Importing,
): Promise<{ ids: string[]; notes: string[] }> => {
  if (contents.length === 0) return { ids: [], notes: [] };
  await backUp(program, 'import');
  return asOneChange(program.db, () => {
    const ids = addImported(program, unitId, year, contents);
    const said = declared.flatMap((reading) => (reading.declared === null ? [] : [reading.declared]));
    return { ids, notes: said.flatMap((one: UnitYearContent) => storeDeclared(program, { unitId, year }, one)) };
  });
};

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
