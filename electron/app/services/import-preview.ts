import { listUnits } from '../../../db/index.ts';
import { fold } from '../../../shared/model/text.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import { isApproval } from '../../../shared/recognise/is-approval.ts';
import { isNamed, partsByUnit, type UnitPart } from '../../../shared/recognise/named-unit.ts';
import type { RecognisedDocument } from '../../../shared/recognise/recognised.ts';
import type { Reading } from '../../office/recognise-job.ts';
import type { ImportPreview } from '../contract.ts';
import { settingsOf, type Program } from '../program.ts';
import type { ReadyReading } from '../readings.ts';
import { knownUnit } from './named-units.ts';
import { namesIn } from './stored-names.ts';

/**
 * What was read, as it is shown to the clerk.
 * @param part which projects, the last one excluded; all where left out
 */
export const previewOf = (
  program: Program,
  importId: string,
  { reading, contents }: ReadyReading,
  { from, to }: { readonly from: number; readonly to: number } = { from: 0, to: contents.length },
): ImportPreview => {
  const { recognised, tables, hiddenSheets, notes } = reading;
  const parts = partsByUnit(recognised).map((part) => ({ ...part, unit: knownUnit(program, part.named) }));
  const { unitId, year } = settingsOf(program);
  return {
    importId,
    file: recognised.document.file,
    unitName: parts[0]?.named.name ?? '',
    recognised: { ...recognised, projects: recognised.projects.slice(from, to) },
    count: contents.length,
    contents: contents.slice(from, to),
    projectUnits: perProject(parts, ({ named, unit }) => {
      const stored = { name: named.name, code: named.code, unitId: unit?.id ?? '' };
      return () => stored;
    }).slice(from, to),
    alreadyThere: perProject(parts, ({ unit }) => {
      // Where the projects are proposed to go: a strange unit of several is made, else they stay here.
      const goal = unit?.id ?? (parts.length > 1 ? null : unitId);
      const there = goal === null ? null : namesIn(program, goal, yearOf(recognised) ?? year);
      return (index) => there?.get(fold(contents[index]?.name ?? ''))?.name ?? '';
    }).slice(from, to),
    // Hidden sheets are asked about by name.
    notes: [...notes, ...(recognised.notes ?? []), ...strangerNotes(program, unitId, parts)],
    hiddenSheets,
    tables: tables.map(({ name, rows }) => ({
      name,
      rows: rows.length,
      columns: rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0),
      lastRow: rows.at(-1)?.at ?? 0,
    })),
    isApproval: isApproval(recognised),
  };
};

/** What a reader should know of the file as a whole, one Chinese sentence each. */
export const notesOf = ({ hiddenSheets, notes, recognised }: Reading): string[] => [
  ...(hiddenSheets.length === 0
    ? []
    : [`隐藏的工作表没有读取：${hiddenSheets.map((name) => `“${name}”`).join('、')}。要导入它们，请先取消隐藏。`]),
  ...notes,
  ...(recognised.notes ?? []),
];

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
