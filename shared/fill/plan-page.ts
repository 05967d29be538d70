import type { Indicator } from '../model/project.ts';
import { isBlank } from '../model/text.ts';
import type { Group, Half, PageForm } from './forms.ts';
import { filledIndicators, indicatorFilling } from './indicator-texts.ts';
import { isPlaceholder } from './labels.ts';
import type { PlannedMerge } from './plan.ts';
import { draftRow, mergesOf, overlaps, type CellKind, type DraftRow } from './row-plan.ts';
import type { Subject } from './subject.ts';
import type { TableView } from './template.ts';
import { groupFor, missingPlace, type MissingPlace } from './tree.ts';
import type { Writer } from './writer.ts';

/** The indicators of one group on each half, and how many rows they take. */
interface FilledGroup {
  readonly group: Group;
  /** Set where the template has no such row. */
  readonly missing: MissingPlace | null;
  /** Label for a row that printed none (……). */
  readonly label: string | null;
  readonly lists: readonly (readonly Indicator[])[];
  readonly rows: number;
}

/** The rows of one project's form and where its merges are; texts go to the writer. */
export interface PlannedPage {
  readonly rows: readonly DraftRow[];
  readonly merges: readonly PlannedMerge[];
  /** Labels of rows that were added because the template has none. */
  readonly addedLabels: readonly string[];
}

/**
 * Fills one project into its form.
 * @param block rows of the template that are the form with all around it
 * @param copy which copy it is
 * @param top row of the result it begins at
 */
export const planPage = (
  view: TableView,
  form: PageForm,
  block: { readonly from: number; readonly to: number },
  subject: Subject,
  { copy, top, page }: { readonly copy: number; readonly top: number; readonly page: boolean },
  writer: Writer,
): PlannedPage => {
  const filled = fillGroups(view, form, subject);
  const rows: DraftRow[] = [];
  const placed: {
    readonly at: number;
    readonly filled: FilledGroup;
    readonly line: number;
    readonly moved: boolean;
  }[] = [];
  const put = (row: DraftRow, group?: FilledGroup, line = 0, moved = false): void => {
    if (group !== undefined) placed.push({ at: rows.length, filled: group, line, moved });
    rows.push(row);
  };
  const beside = (
    near: FilledGroup,
    side: MissingPlace['side'],
  ): { readonly one: FilledGroup; readonly number: number }[] =>
    filled.flatMap((one, number) =>
      one.missing?.side === side && form.groups[one.missing.near] === near.group ? [{ one, number }] : [],
    );
  const putMissing = (near: FilledGroup, side: MissingPlace['side'], source: number): void => {
    for (const { one, number } of beside(near, side))
      for (let line = 0; line < one.rows; line += 1) {
        // The labels above and beside stand in the row of the template: it comes first, whatever it is filled with.
        const added = side === 'behind' || rows.at(-1)?.source === source;
        const level1 = line === 0 && one.missing?.level1 != null;
        put(draftRow(source, copy, { added, group: number, level1 }), one, line);
      }
  };
  for (let source = block.from; source < block.to; source += 1) {
    const group = filled.find((one) => one.missing === null && one.group.rows.includes(source));
    const line = group?.group.rows.indexOf(source) ?? 0;
    if (group === undefined) {
      put(draftRow(source, copy, { page: page && source === block.from }));
      continue;
    }
    const last = source === group.group.rows.at(-1);
    const moved = line === 0 && beside(group, 'before').length > 0;
    if (moved) putMissing(group, 'before', source);
    // A row of last year that is not needed goes; what stands behind it still is.
    if (line < group.rows)
      put(draftRow(source, copy, { added: moved, page: page && source === block.from }), group, line, moved);
    if (!last) continue;
    for (let more = line + 1; more < group.rows; more += 1) put(draftRow(source, copy, { added: true }), group, more);
    putMissing(group, 'behind', source);
  }
  writeFields(view, form, subject, rows, top, writer);
  for (const { at, filled: group, line, moved } of placed) writeLine(form, group, { line, moved }, top + at, writer);
  return {
    rows,
    merges: mergesOf(
      view.table.cells.filter(({ row }) => row >= block.from && row < block.to),
      rows,
      top,
      (cell) => cellKind(form, cell),
    ),
    addedLabels: filled.flatMap(({ missing }) => (missing === null ? [] : [missing.level2])),
  };
};

const cellKind = (form: PageForm, cell: Parameters<typeof overlaps>[0]): CellKind => {
  const begin = form.groups[0]?.rows[0] ?? Number.POSITIVE_INFINITY;
  if (cell.row + cell.rows <= begin) return 'content';
  const level2 = form.halves.flatMap((half) => (half.level2 === null ? [] : [half.level2]));
  if (overlaps(cell, level2)) return 'level2';
  if (form.level1 !== null && overlaps(cell, [form.level1])) return 'level1';
  return overlaps(cell, form.labelColumns) ? 'label' : 'content';
};

const indicatorsOf = ({ content }: Subject, { span }: Half): readonly Indicator[] =>
  filledIndicators(span === 'annual' ? content.indicators : content.midtermIndicators);

const fillGroups = (view: TableView, form: PageForm, subject: Subject): FilledGroup[] => {
  if (form.groups.length === 0) return [];
  const lists = form.groups.map(() => form.halves.map((): Indicator[] => []));
  const labels = new Map<number, string>();
  const beside = new Map<string, { missing: MissingPlace; lists: Indicator[][] }>();
  form.halves.forEach((half, side) => {
    for (const indicator of indicatorsOf(subject, half)) {
      const index = groupFor(form.groups, indicator.kind);
      const at = index >= 0 ? index : spareGroup(form.groups, labels, indicator);
      if (at >= 0) lists[at]?.[side]?.push(indicator);
      else {
        const missing = { ...missingPlace(form.groups, indicator.kind) };
        const level2 = indicator.kind === 'other' && !isBlank(indicator.level2) ? indicator.level2 : missing.level2;
        const known = beside.get(level2) ?? { missing: { ...missing, level2 }, lists: form.halves.map(() => []) };
        known.lists[side]?.push(indicator);
        beside.set(level2, known);
      }
    }
  });
  const own = form.groups.map((group, index): FilledGroup => {
    const mine = lists[index] ?? [];
    const needed = Math.max(0, ...mine.map((list) => list.length));
    const least = isFilled(view, form, group) ? 1 : group.rows.length;
    return { group, missing: null, label: labels.get(index) ?? null, lists: mine, rows: Math.max(needed, least) };
  });
  const added = [...beside.values()].map(({ missing, lists: mine }): FilledGroup => {
    const group = form.groups[missing.near] ?? form.groups.at(-1);
    if (group === undefined) throw new Error('a form without groups');
    return { group, missing, label: null, lists: mine, rows: Math.max(...mine.map((list) => list.length)) };
  });
  return [...own, ...added];
};

/** A row of …… takes what the form has no row for, once. */
const spareGroup = (
  groups: readonly Group[],
  labels: Map<number, string>,
  { level1, level2, kind }: Indicator,
): number => {
  if (kind !== 'other') return -1;
  const at = groups.findIndex(
    (group, index) =>
      group.kinds.length === 0 &&
      (labels.get(index) ?? level2) === level2 &&
      (isBlank(level1) || group.level1.includes(level1.slice(0, 2))),
  );
  if (at >= 0) labels.set(at, level2);
  return at;
};

/** Last year's indicators stand in it: rows they took and nobody needs now go. */
const isFilled = (view: TableView, form: PageForm, group: Group): boolean =>
  group.rows.some((row) =>
    form.halves.some(({ columns }) => columns.some(({ column }) => !isPlaceholder(view.at(row, column)?.text ?? ''))),
  );

const writeFields = (
  view: TableView,
  form: PageForm,
  subject: Subject,
  rows: readonly DraftRow[],
  top: number,
  writer: Writer,
): void => {
  for (const slot of form.fields) {
    const at = rows.findIndex(({ source, added }) => source === slot.row && !added);
    if (at >= 0) writer.field(view, slot, subject, top + at);
  }
};

const writeLine = (
  form: PageForm,
  filled: FilledGroup,
  { line, moved }: { readonly line: number; readonly moved: boolean },
  row: number,
  writer: Writer,
): void => {
  // Its own label stands in the row that another one took.
  if (moved) for (const { level2 } of form.halves) if (level2 !== null) writer.text(row, level2, filled.group.level2);
  if (filled.missing !== null && line === 0) {
    if (filled.missing.level1 !== null && form.level1 !== null) writer.text(row, form.level1, filled.missing.level1);
    for (const { level2 } of form.halves) if (level2 !== null) writer.text(row, level2, filled.missing.level2);
  }
  if (filled.label !== null && line === 0)
    for (const { level2 } of form.halves) if (level2 !== null) writer.text(row, level2, filled.label);
  form.halves.forEach(({ columns }, side) => {
    const indicator = filled.lists[side]?.[line];
    const parts = new Set(columns.map(({ part }) => part));
    for (const { column, part } of columns)
      writer.fill(row, column, indicator === undefined ? { text: '' } : indicatorFilling(indicator, part, parts));
  });
};
