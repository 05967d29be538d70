import type { SourceTable } from '../../grid/table.ts';
import { newDraft, putField, type Draft, type IndicatorTexts } from './draft.ts';
import { INDICATOR_FIELDS, labelKey, LONGEST_LABEL, type MappedField } from './fields.ts';
import { findHead } from './head.ts';
import type { MappedCell, Mapping } from './mapping.ts';
import { rowsOf, type TextRow } from './tables.ts';

/** Reads forms of one project a table; further projects begin where the label of the name comes again. */
export const readSingle = (
  tables: readonly SourceTable[],
  mapping: Mapping,
): { readonly drafts: readonly Draft[]; readonly captions: readonly string[]; readonly strange: readonly string[] } => {
  const drafts: Draft[] = [];
  const captions: string[] = [];
  const strange: string[] = [];
  tables.forEach((table, index) => {
    const rows = rowsOf(table);
    const parts = splitAtNames(rows, mapping);
    const before = drafts.length;
    for (const part of parts) {
      captions.push(...part.captions);
      const draft = part.named ? newDraft(table.name, part.rows[0]?.at ?? 1) : drafts.at(-1);
      if (!draft) continue;
      if (part.named) drafts.push(draft);
      readPart(draft, part.rows, mapping, index);
    }
    if (drafts.length === before && parts.every((part) => findHead(part.rows, mapping) === null) && rows.length > 0)
      strange.push(table.name);
  });
  return { drafts, captions, strange };
};

interface Part {
  readonly rows: readonly TextRow[];
  /** Begins with the label of the name. */
  readonly named: boolean;
  readonly captions: readonly string[];
}

/** The rows of each project; rows before the first one are titles, or go on with the table before. */
const splitAtNames = (rows: readonly TextRow[], { cells }: Mapping): Part[] => {
  const first = cells.find(({ field }) => field === 'name') ?? cells[0];
  const starts = rows.flatMap((row, index) => (first && labelIn(row, first) !== null ? [index] : []));
  if (starts.length === 0) return [{ rows, named: false, captions: [] }];
  return starts.map((start, place) => ({
    // A title may say the unit of the amounts, and labels may stand above the name.
    rows: rows.slice(place === 0 ? 0 : start, starts[place + 1]),
    named: true,
    captions: place === 0 ? rows.slice(0, start).flatMap((row) => row.cells.filter((text) => text !== '')) : [],
  }));
};

const labelIn = (row: TextRow, { label }: MappedCell): number | null => {
  const wanted = labelKey(label);
  const column = row.cells.findIndex((text) => isLabel(text, wanted));
  return column === -1 ? null : column;
};

/** The label alone, or with its value behind a colon in one cell. */
const isLabel = (text: string, wanted: string): boolean =>
  wanted !== '' &&
  (text.length <= LONGEST_LABEL
    ? labelKey(text) === wanted || inline(text, wanted) !== null
    : inline(text, wanted) !== null);

const inline = (text: string, wanted: string): string | null => {
  const found = /^([^:：]{1,24})[:：]\s*([^]+)$/u.exec(text);
  return found && labelKey(found[1] ?? '') === wanted && (found[2] ?? '').trim() !== ''
    ? (found[2] ?? '').trim()
    : null;
};

const readPart = (draft: Draft, rows: readonly TextRow[], mapping: Mapping, table: number): void => {
  const wanted = new Set(mapping.cells.map(({ label }) => labelKey(label)));
  const isOther = (text: string): boolean => text.length <= LONGEST_LABEL && wanted.has(labelKey(text));
  for (const cell of mapping.cells) {
    for (const [index, row] of rows.entries()) {
      const column = labelIn(row, cell);
      if (column === null) continue;
      const found = valueOf(rows, index, column, cell, isOther);
      if (found) putField(draft, cell.field, found.text, { table, at: found.at, column: found.column });
      if (cell.field !== 'goal') break;
    }
  }
  const head = findHead(rows, mapping);
  if (head) readIndicators(draft, rows.slice(head.to), head.columns, { table, isOther });
};

const valueOf = (
  rows: readonly TextRow[],
  index: number,
  column: number,
  { label, side }: MappedCell,
  isOther: (text: string) => boolean,
): { readonly text: string; readonly at: number; readonly column: number } | null => {
  const row = rows[index];
  if (!row) return null;
  const own = row.cells[column] ?? '';
  const behind = inline(own, labelKey(label));
  if (behind !== null) return { text: behind, at: row.at, column };
  if (side === 'above') {
    const below = rows[index + 1];
    const text = below?.cells[column] ?? '';
    return below && text !== '' && !isOther(text) ? { text, at: below.at, column } : null;
  }
  // Readers that repeat a merged cell's text give the label several times.
  for (let at = column + 1; at < row.cells.length; at += 1) {
    const text = row.cells[at] ?? '';
    if (text === '' || text === own) continue;
    return isOther(text) ? null : { text, at: row.at, column: at };
  }
  return null;
};

const readIndicators = (
  draft: Draft,
  rows: readonly TextRow[],
  columns: ReadonlyMap<number, MappedField>,
  { table, isOther }: { readonly table: number; readonly isOther: (text: string) => boolean },
): void => {
  let above: Pick<IndicatorTexts, 'level1' | 'level2'> = {};
  for (const row of rows) {
    // The labels of the form go on below the indicators.
    if (isOther(row.cells.find((text) => text !== '') ?? '')) return;
    const texts: IndicatorTexts = {};
    for (const [column, field] of columns) {
      const text = row.cells[column] ?? '';
      if (text !== '' && INDICATOR_FIELDS.has(field)) texts[field] ??= { text, place: { table, at: row.at, column } };
    }
    if (texts.level1 && texts.level1.text !== above.level1?.text) above = { level1: texts.level1 };
    if (texts.level2) above = { ...above, level2: texts.level2 };
    if (texts.level3 ?? texts.value ?? texts.description) draft.rows.push({ ...above, ...texts });
  }
};
