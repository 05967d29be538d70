import type { FieldSlot } from './forms.ts';
import type { PlannedWrite } from './plan.ts';
import type { Subject } from './subject.ts';
import type { TableView } from './template.ts';
import { fieldFilling, type Filling } from './texts.ts';

interface OpenWrite {
  readonly row: number;
  readonly column: number;
  text: string;
  number: number | null;
  edits: { from: number; to: number; text: string }[] | null;
  /** The cell's text in the template. */
  readonly old: string;
}

/** Collects what is written where; several parts of one cell become one write. */
export class Writer {
  private readonly writes = new Map<string, OpenWrite>();

  /** The whole of a cell. */
  fill(row: number, column: number, { text, number }: Filling): void {
    this.writes.set(`${row}:${column}`, { row, column, text, number: number ?? null, edits: null, old: '' });
  }

  text(row: number, column: number, text: string): void {
    this.fill(row, column, { text });
  }

  /** A field of a project, or the part of a text it takes. @param row of the result */
  field(view: TableView, slot: FieldSlot, subject: Subject, row: number): void {
    const old = view.at(slot.row, slot.column)?.text ?? '';
    const { part } = slot;
    if (part === null) return this.fill(row, slot.column, fieldFilling(slot, subject, old));
    const { text } = fieldFilling(slot, subject, old.slice(part.from, part.to));
    const key = `${row}:${slot.column}`;
    const open = this.writes.get(key) ?? { row, column: slot.column, text: old, number: null, edits: [], old };
    open.edits = [...(open.edits ?? []), { ...part, text: withBlank(old, part, text) }].sort(
      (one, other) => one.from - other.from,
    );
    open.text = edited(open.old, open.edits);
    this.writes.set(key, open);
  }

  all(): PlannedWrite[] {
    return [...this.writes.values()].map(({ row, column, text, number, edits }) => ({
      row,
      column,
      text,
      number,
      edits,
    }));
  }
}

/** 附件 2：… keeps no trace of the blanks it had; a year in brackets stands alone. */
const withBlank = (old: string, { from }: { readonly from: number }, text: string): string =>
  from > 0 && /[\dA-Za-z]$/u.test(old.slice(0, from)) && /^[\dA-Za-z]/u.test(text) ? ` ${text}` : text;

/** A text with parts replaced, which are ordered and apart. */
export const edited = (
  text: string,
  edits: readonly { readonly from: number; readonly to: number; readonly text: string }[],
): string => {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at);
};
