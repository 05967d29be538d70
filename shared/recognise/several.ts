import type { SourcePlace, SourceRow, SourceTable } from '../grid/table.ts';
import { fold } from '../model/text.ts';
import { titleKind } from './annex2/captions.ts';
import type { RecognisedDocument, RecognisedProject } from './recognised.ts';
import type { Recogniser } from './recogniser.ts';

/*
 * One file may hold several forms: a workbook with 批复表 and a 目标表 each project, a docx with 申报表 and 自评表. It is taken apart by
 * form, a sheet or a titled table at a time, each part is read as its form, and the projects come back together in the order in which they stand.
 */

/** A sheet, or the part of one below a title. */
interface Piece {
  readonly table: SourceTable;
  /** Index of its table in the file. */
  readonly index: number;
  readonly recogniser: Recogniser | null;
}

/** What of a file one recogniser reads. */
export interface Part {
  readonly recogniser: Recogniser;
  readonly tables: readonly SourceTable[];
  /** For each of them the index of its table in the file. */
  readonly indexes: readonly number[];
}

/** The parts of a file by form; empty where it holds one form, or none that is known. */
export const partsOf = (tables: readonly SourceTable[], recognisers: readonly Recogniser[]): Part[] => {
  const pieces = tables.flatMap((table, index) =>
    cutAtTitles(table).map((piece): Piece => ({
      table: piece,
      index,
      recogniser: recognisers.find(({ matches }) => matches([piece])) ?? null,
    })),
  );
  const known = new Set(pieces.flatMap(({ recogniser }) => recogniser ?? []));
  if (known.size < 2) return [];
  const whole = carriedOn(pieces);
  return [...known].map((recogniser) => {
    const own = whole.filter((piece) => piece.recogniser === recogniser);
    return { recogniser, tables: own.map(({ table }) => table), indexes: own.map(({ index }) => index) };
  });
};

/** What is no form by itself goes on with the one above: a list without its header, a cover. */
const carriedOn = (pieces: readonly Piece[]): Piece[] => {
  let last = pieces.find(({ recogniser }) => recogniser !== null)?.recogniser ?? null;
  return pieces.map((piece) => {
    last = piece.recogniser ?? last;
    return { ...piece, recogniser: last };
  });
};

/** A table cut before each title that follows other rows, where its titles are of several kinds. */
const cutAtTitles = (table: SourceTable): SourceTable[] => {
  const kinds = table.rows.map(kindOfRow);
  if (new Set(kinds.filter((kind) => kind !== null)).size < 2) return [table];
  const pieces: SourceRow[][] = [[]];
  let kind: string | null = null;
  table.rows.forEach((row, index) => {
    const next = kinds[index] ?? null;
    if (next !== null && kind !== null && next !== kind) pieces.push([]);
    kind = next ?? kind;
    pieces.at(-1)?.push(row);
  });
  return pieces.map((rows) => ({ ...table, rows }));
};

const kindOfRow = ({ cells }: SourceRow): string | null => {
  const [text, ...more] = new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''));
  return text === undefined || more.length > 0 ? null : titleKind(text);
};

/** The projects of several forms as one document: that of the form with most of them, the others saying which form is theirs. */
export const together = (documents: readonly RecognisedDocument[]): RecognisedDocument => {
  const [main, ...others] = [...documents].sort((one, other) => other.projects.length - one.projects.length);
  if (main === undefined) throw new Error('no document');
  const known = new Set(main.projects.map(keyOf));
  const twice: RecognisedProject[] = [];
  const projects = [...main.projects];
  for (const { document, projects: more } of others) {
    const layout =
      document.layout === null || document.layout === main.document.layout ? {} : { layout: document.layout };
    for (const project of more) {
      if (known.has(keyOf(project))) twice.push(project);
      else projects.push({ ...project, ...layout });
    }
    more.forEach((project) => known.add(keyOf(project)));
  }
  const notes = [...documents.flatMap((document) => document.notes ?? []), ...twiceNotes(twice)];
  return { ...main, projects: projects.sort(byPlace), ...(notes.length === 0 ? {} : { notes }) };
};

const keyOf = ({ name, code }: RecognisedProject): string => fold(code ?? name ?? '');

const twiceNotes = (twice: readonly RecognisedProject[]): string[] =>
  twice.length === 0
    ? []
    : [`${namesOf(twice.map(({ name }) => name ?? '没有名称的项目'))}在文件里有两种表，只取了项目多的那一种。`];

/** `“甲”“乙”等 7 个`. */
export const namesOf = (names: readonly string[]): string => {
  const shown = names
    .slice(0, MOST_NAMED)
    .map((name) => `“${name}”`)
    .join('');
  return names.length > MOST_NAMED ? `${shown}等 ${names.length} 个` : shown;
};

const MOST_NAMED = 5;

const byPlace = (one: RecognisedProject, other: RecognisedProject): number => {
  const [first, second] = [firstPlace(one), firstPlace(other)];
  return first.table - second.table || first.at - second.at || first.column - second.column;
};

const NOWHERE: SourcePlace = { table: Infinity, at: Infinity, column: Infinity };

const firstPlace = ({ places }: RecognisedProject): SourcePlace =>
  Object.values(places ?? {}).reduce(
    (first, place) =>
      place.table < first.table || (place.table === first.table && place.at < first.at) ? place : first,
    NOWHERE,
  );

/** A part's document with its places counted in the file. */
export const inFile = (document: RecognisedDocument, indexes: readonly number[]): RecognisedDocument => {
  const moved = (place: SourcePlace): SourcePlace => ({ ...place, table: indexes[place.table] ?? place.table });
  return {
    ...document,
    projects: document.projects.map((project) => ({
      ...project,
      ...(project.places
        ? { places: Object.fromEntries(Object.entries(project.places).map(([path, place]) => [path, moved(place)])) }
        : {}),
      doubts: project.doubts.map((doubt) => (doubt.place ? { ...doubt, place: moved(doubt.place) } : doubt)),
    })),
  };
};
