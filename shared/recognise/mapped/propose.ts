import type { SourceTable } from '../../grid/table.ts';
import { indicatorLabel } from '../annex2/labels.ts';
import { guessField, INDICATOR_FIELDS, labelKey, type MappedField } from './fields.ts';
import { emptyMapping, type MappedCell, type MappedColumn, type Mapping } from './mapping.ts';
import { headsOf, rowsOf, type TextRow } from './tables.ts';

/** Heads are looked for in so many rows of so many tables. */
const MOST_ROWS = 40;
const MOST_TABLES = 5;
/** Rows below a head whose contents say what a column without a known label is. */
const SAMPLE = 60;

/** A head that may be one, and what its columns most likely are. */
interface Candidate {
  readonly rows: readonly TextRow[];
  readonly from: number;
  readonly count: number;
  readonly heads: readonly string[];
  readonly fields: readonly (MappedField | null)[];
  readonly score: number;
}

/**
 * What an unknown form most likely is, so that a clerk only corrects: from labels everybody uses, and from what stands below
 * them. Where nothing at all is known it proposes a list without columns.
 * @param shape as the clerk says; left out to find it out
 */
export const proposeMapping = (tables: readonly SourceTable[], shape?: Mapping['shape']): Mapping => {
  const all = tables.slice(0, MOST_TABLES).map((table) => rowsOf(table));
  const best = all.flatMap(candidatesOf).sort((one, other) => other.score - one.score)[0];
  switch (shape ?? (best && isList(best) ? 'list' : null)) {
    case 'list':
      return best ? listOf(best) : emptyMapping('list');
    case 'single':
      return singleOf(all, best);
    case null: {
      const single = singleOf(all, best);
      const known = single.cells.length + single.columns.length;
      return known >= FEW || (known > 0 && !isDense(all[0] ?? [])) ? single : proposeMapping(tables, 'list');
    }
  }
};

/** With fewer known labels the look of the table says more. */
const FEW = 2;

/** Row by row several cells: a list, whatever its heads are called. */
const isDense = (rows: readonly TextRow[]): boolean =>
  rows.filter(({ cells }) => cells.filter((text) => text !== '').length >= 3).length > rows.length * MOST;

const singleOf = (all: readonly TextRow[][], best: Candidate | undefined): Mapping => {
  const rows = best?.rows ?? all[0] ?? [];
  const head = best && hasIndicators(best.fields) ? best : null;
  return {
    ...emptyMapping('single'),
    headerRows: head?.count ?? 0,
    columns: head === null ? [] : columnsOf(head).filter(({ field }) => INDICATOR_FIELDS.has(field)),
    cells: cellsOf(rows, head),
  };
};

const candidatesOf = (rows: readonly TextRow[]): Candidate[] =>
  rows.slice(0, MOST_ROWS).flatMap((_, from) =>
    [1, 2].map((count) => {
      const heads = headsOf(rows, from, count);
      const fields = guessHeads(heads);
      // A second row only where it says more.
      return { rows, from, count, heads, fields, score: new Set(fields.filter(Boolean)).size - count * 0.5 };
    }),
  );

/** What each head says; 单位 right of 指标值 is 计量单位, and what was said once is not said again. */
const guessHeads = (heads: readonly string[]): (MappedField | null)[] => {
  const used = new Set<MappedField>();
  const fields: (MappedField | null)[] = [];
  for (const head of heads) {
    const guessed = labelKey(head) === '单位' && fields.includes('value') ? 'measure' : guessField(head);
    fields.push(guessed === null || used.has(guessed) ? null : guessed);
    if (guessed !== null) used.add(guessed);
  }
  return fields;
};

const hasIndicators = (fields: readonly (MappedField | null)[]): boolean =>
  fields.includes('level3') || (fields.includes('value') && fields.includes('level2'));

/** Names stand below the head of names, not further labels. */
const isList = (candidate: Candidate): boolean => {
  const { rows, from, count, heads, fields } = candidate;
  const column = fields.indexOf('name');
  if (column === -1) return false;
  const known = columnsOf(candidate).length;
  const filled = heads.filter((head) => head !== '').length;
  const below = rows.slice(from + count, from + count + 3).map(({ cells }) => cells[column] ?? '');
  return (
    known >= 2 &&
    known * 2 >= filled &&
    below.some((text) => text !== '') &&
    below.every((text) => guessField(text) === null)
  );
};

const listOf = (head: Candidate): Mapping => ({
  ...emptyMapping('list'),
  headerRows: head.count,
  columns: columnsOf(head),
});

const columnsOf = ({ rows, from, count, heads, fields }: Candidate): MappedColumn[] => {
  const below = rows.slice(from + count, from + count + SAMPLE);
  const used = new Set(fields);
  const width = Math.max(heads.length, ...below.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column): MappedColumn[] => {
    const header = heads[column] ?? '';
    const texts = below.map(({ cells }) => cells[column] ?? '').filter((text) => text !== '');
    const said = fields[column] ?? (guessField(header) === null ? guessContents(texts) : null);
    if (said === null || (fields[column] == null && used.has(said))) return [];
    used.add(said);
    return [{ column, header, field: said }];
  }).flat();
};

const share = (texts: readonly string[], fits: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(fits).length / texts.length;

const MOST = 0.6;

/** What the texts of a column are, where their head does not say it. */
const guessContents = (texts: readonly string[]): MappedField | null => {
  if (texts.length === 0) return null;
  if (share(texts, (text) => indicatorLabel(text)?.type === 'level1') > MOST) return 'level1';
  if (share(texts, (text) => indicatorLabel(text)?.type === 'kind') > MOST) return 'level2';
  if (share(texts, (text) => /^[≥≤=＝><＞＜≧≦]+$/u.test(text)) > MOST) return 'operator';
  if (share(texts, (text) => /^[0-9A-Z]{15,24}$/u.test(text)) > MOST) return 'code';
  return null;
};

/** Labels of a form for one project with what stands right of them, else below. */
const cellsOf = (rows: readonly TextRow[], head: Candidate | null): MappedCell[] => {
  const cells: MappedCell[] = [];
  const end = head === null ? rows.length : head.from;
  const parts = [rows.slice(0, end), head === null ? [] : rows.slice(end + head.count)];
  for (const part of parts) {
    for (const [index, { cells: texts }] of part.entries()) {
      texts.forEach((label, column) => {
        const inline = guessField(label) === null ? inlineLabel(label) : null;
        const field = guessField(inline ?? label);
        if (field === null || INDICATOR_FIELDS.has(field) || label === texts[column - 1]) return;
        if (cells.some((one) => one.field === field)) return;
        const side = inline !== null ? 'left' : sideOf(part, index, column);
        if (side !== null) cells.push({ label: inline ?? label, side, field });
      });
    }
  }
  return cells;
};

const inlineLabel = (text: string): string | null => /^([^:：]{2,16})[:：]\s*\S/u.exec(text)?.[1] ?? null;

const isLabel = (text: string): boolean => guessField(text) !== null || indicatorLabel(text) !== null;

const sideOf = (rows: readonly TextRow[], index: number, column: number): MappedCell['side'] | null => {
  const texts = rows[index]?.cells ?? [];
  const label = texts[column] ?? '';
  const right = texts.slice(column + 1).find((text) => text !== '' && text !== label);
  if (right !== undefined && !isLabel(right)) return 'left';
  const below = rows[index + 1]?.cells[column] ?? '';
  if (below !== '' && !isLabel(below)) return 'above';
  // A blank form: most have the value to the right.
  return right === undefined && column + 1 < texts.length ? 'left' : null;
};
