import type { SourceTable } from '../../grid/table.ts';
import { fold } from '../../model/text.ts';
import { newDraft, putField, type Draft, type IndicatorTexts } from './draft.ts';
import { INDICATOR_FIELDS, type MappedField } from './fields.ts';
import { findHead, isHeadAgain } from './head.ts';
import type { Mapping } from './mapping.ts';
import { headKeys, headsOf, rowsOf, type TextRow } from './tables.ts';

/** What a list of projects says. */
export interface ListReading {
  readonly drafts: readonly Draft[];
  /** 合计 as printed. */
  readonly total: string | null;
  /** Texts above the heads: titles, years, units of the amounts. */
  readonly captions: readonly string[];
  /** Names of tables without this head. */
  readonly strange: readonly string[];
}

type Columns = ReadonlyMap<number, MappedField>;

/** Reads tables whose head names columns. A table without a head goes on with the one before it, a page further. */
export const readList = (tables: readonly SourceTable[], mapping: Mapping): ListReading => {
  const reader = new ListReader();
  let columns: Columns | null = null;
  const captions: string[] = [];
  const strange: string[] = [];
  tables.forEach((table, index) => {
    const rows = rowsOf(table);
    const head = findHead(rows, mapping);
    const below = head?.to ?? 0;
    columns = head?.columns ?? columns;
    if (columns === null || (head === null && !goesOn(rows, columns))) {
      if (rows.length > 0) strange.push(table.name);
      return;
    }
    const heads = head === null ? [] : headKeys(headsOf(rows, head.from, head.to - head.from));
    captions.push(...rows.slice(0, head?.from ?? 0).flatMap(({ cells }) => cells.filter((text) => text !== '')));
    for (const row of rows.slice(below)) {
      if (!isHeadAgain(row, heads)) reader.take(row, columns, { name: table.name, index });
    }
  });
  return { drafts: reader.drafts, total: reader.total, captions, strange };
};

/** As wide as the table before it. */
const goesOn = (rows: readonly TextRow[], columns: Columns): boolean =>
  Math.max(0, ...rows.map(({ cells }) => cells.length)) > Math.max(...columns.keys());

class ListReader {
  readonly drafts: Draft[] = [];
  total: string | null = null;
  /** Labels of merged cells hold for the rows below. */
  private above: Pick<IndicatorTexts, 'level1' | 'level2'> = {};

  take(row: TextRow, columns: Columns, table: { readonly name: string; readonly index: number }): void {
    const texts: IndicatorTexts = {};
    for (const [column, field] of [...columns].sort(([one], [other]) => one - other)) {
      const text = row.cells[column] ?? '';
      // Two columns of one kind: the first that says something.
      if (text !== '') texts[field] ??= { text, place: { table: table.index, at: row.at, column } };
    }
    if (this.isTotal(row, texts)) return;
    const listed = [...columns.values()].some((field) => INDICATOR_FIELDS.has(field));
    if (this.begins(texts, listed)) {
      this.drafts.push(newDraft(table.name, row.at));
      this.above = {};
    }
    const draft = this.drafts.at(-1);
    if (!draft) return;
    for (const [field, found] of Object.entries(texts)) putField(draft, field as MappedField, found.text, found.place);
    this.takeIndicator(draft, texts);
  }

  /** A name, or a code, that is not that of the project above: some readers repeat a merged cell's text in every row. */
  private begins(texts: IndicatorTexts, listed: boolean): boolean {
    const last = this.drafts.at(-1);
    const name = texts.name?.text ?? '';
    const code = texts.code?.text ?? '';
    if (name === '' && code === '') return false;
    if (!last || !listed) return true;
    const differs = (field: 'name' | 'code', text: string): boolean =>
      text !== '' && fold(text) !== fold(last.fields.get(field)?.text ?? '');
    return differs('name', name) || differs('code', code);
  }

  private isTotal(row: TextRow, texts: IndicatorTexts): boolean {
    const first = fold(row.cells.find((text) => text !== '') ?? '');
    if (!/^(?:合|总|小)计[:.]?$/u.test(first)) return false;
    if (!first.startsWith('小')) this.total ??= texts.total?.text ?? null;
    return true;
  }

  private takeIndicator(draft: Draft, texts: IndicatorTexts): void {
    const { level1, level2 } = texts;
    if (level1 && level1.text !== this.above.level1?.text) this.above = { level1 };
    if (level2) this.above = { ...this.above, level2 };
    const own = Object.entries(texts).filter(([field]) => INDICATOR_FIELDS.has(field as MappedField));
    if (texts.level3 ?? texts.value ?? texts.description)
      draft.rows.push({ ...this.above, ...Object.fromEntries(own) });
  }
}
