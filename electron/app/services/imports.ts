import { listUnits } from '../../../db/index.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import { fold, isBlank } from '../../../shared/model/text.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import { proposedContent } from '../../../shared/recognise/content.ts';
import { isNamed, partsByUnit, unitAsNamed, type UnitPart } from '../../../shared/recognise/named-unit.ts';
import type { RecognisedDocument } from '../../../shared/recognise/recognised.ts';
import { recogniseInWorker } from '../../office/recognise-in-worker.ts';
import type { Reading } from '../../office/recognise-job.ts';
import type { ImportPreview } from '../contract.ts';
import { settingsOf, type Program } from '../program.ts';
import type { Services } from '../services.ts';
import { declaredIn } from './declared.ts';
import { confirmImport, undoImport } from './import-confirm.ts';
import { knownUnit } from './named-units.ts';
import { namesIn } from './stored-names.ts';

export const importService = (program: Program): Services['imports'] => ({
  text: async ({ name, text }) => preview(program, await recogniseText(program, name.trim() || '粘贴的内容', text)),
  file: async (name, bytes) => preview(program, await recogniseFile(name, bytes, program.worker)),
  confirm: (input) => confirmImport(program, input),
  undo: (ids) => undoImport(program, ids),
});

/**
 * Reads a file and recognises its projects, away from the main thread; nothing is stored.
 * @param workerUrl the worker's program where a bundle has put it
 * @throws ExpectedError that names the file and why it can't be read
 */
export const recogniseFile = (name: string, bytes: Uint8Array, workerUrl?: URL): Promise<Reading> =>
  recogniseInWorker(bytes, name, { workerUrl });

/** What a reader should know of the file as a whole, one Chinese sentence each. */
export const notesOf = ({ hiddenSheets, notes }: Reading): string[] => [
  ...(hiddenSheets.length === 0
    ? []
    : [`隐藏的工作表没有读取：${hiddenSheets.map((name) => `“${name}”`).join('、')}。要导入它们，请先取消隐藏。`]),
  ...notes,
];

const recogniseText = (program: Program, name: string, text: string): Promise<Reading> => {
  if (isBlank(text)) throw new ExpectedError('file-empty', `“${name}”里没有内容。`, '请先复制表格，再粘贴。');
  return recogniseInWorker(text, name, { workerUrl: program.worker });
};

const preview = (program: Program, reading: Reading): ImportPreview => {
  const { recognised } = reading;
  const { file } = recognised.document;
  const contents = recognised.projects.map((project) => proposedContent(project, program.newId));
  const parts = partsByUnit(recognised).map((part) => ({ ...part, unit: knownUnit(program, part.named) }));
  const { unitId, year } = settingsOf(program);
  const waiting = parts.map(({ named, indexes }) => {
    const proposed = unitAsNamed('', named, recognised);
    return { named, indexes, proposed };
  });
  // The total of several units is nobody's own.
  const declared = parts.length === 1 ? declaredIn(recognised) : null;
  return {
    importId: program.readings.put({ file, declared, parts: waiting }),
    file,
    unitName: parts[0]?.named.name ?? '',
    recognised,
    contents,
    projectUnits: perProject(parts, ({ named, unit }) => {
      const stored = { name: named.name, code: named.code, unitId: unit?.id ?? '' };
      return () => stored;
    }),
    alreadyThere: perProject(parts, ({ unit }) => {
      // Where the projects are proposed to go: a strange unit of several is made, else they stay here.
      const goal = unit?.id ?? (parts.length > 1 ? null : unitId);
      const there = goal === null ? null : namesIn(program, goal, yearOf(recognised) ?? year);
      return (index) => there?.get(fold(contents[index]?.name ?? ''))?.name ?? '';
    }),
    notes: [...notesOf(reading), ...strangerNotes(program, unitId, parts)],
  };
};

interface KnownPart extends UnitPart {
  /** null where it is not stored yet. */
  readonly unit: Unit | null;
}

/** Something of every project, in their order; what is the same for a unit is looked up once. */
const perProject = <Answer>(
  parts: readonly KnownPart[],
  ofPart: (part: KnownPart) => (index: number) => Answer,
): Answer[] =>
  parts
    .flatMap((part) => {
      const answer = ofPart(part);
      return part.indexes.map((index) => ({ index, answer: answer(index) }));
    })
    .sort((one, other) => one.index - other.index)
    .map(({ answer }) => answer);

/** A paper of another unit than the one that works here is told: its projects would go to the wrong place. */
const strangerNotes = (program: Program, unitId: string, parts: readonly UnitPart[]): string[] => {
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
