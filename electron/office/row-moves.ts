import type { TablePlan } from '../../shared/fill/plan.ts';
import type { RowMove } from './cell-refs.ts';

/** Where the rows of a template went. */
export class RowMoves {
  private readonly places = new Map<
    number,
    { readonly at: number; readonly copy: number; readonly added: boolean }[]
  >();
  private readonly templateRows: number;
  private readonly plannedRows: number;

  /** @param templateRows how many rows of the template the plan speaks of; those behind stay behind */
  constructor({ rows }: Pick<TablePlan, 'rows'>, templateRows: number) {
    this.templateRows = templateRows;
    this.plannedRows = rows.length;
    rows.forEach(({ source, copy, added }, at) => {
      const known = this.places.get(source);
      if (known === undefined) this.places.set(source, [{ at, copy, added }]);
      else known.push({ at, copy, added });
    });
  }

  /** How references from a row of one copy move: to the same copy where that has the row. */
  from(copy: number): RowMove {
    return (row, edge) => {
      if (row >= this.templateRows) return row - this.templateRows + this.plannedRows;
      for (let near = row; near >= 0 && near < this.templateRows; near += edge === 'first' ? 1 : -1) {
        const found = this.edgeOf(near, copy, edge);
        if (found !== null) return found;
      }
      return null;
    };
  }

  /** How a range that is meant for everything moves: its end behind the last copy. */
  whole(): RowMove {
    const first = this.from(0);
    return (row, edge) => {
      const own = first(row, edge);
      if (edge === 'first' || own === null || row >= this.templateRows) return own;
      return Math.max(own, ...(this.places.get(row) ?? []).map(({ at }) => at));
    };
  }

  /** The rows that are the same as one of the template, one for each copy of its form; rows that were added are none. */
  copies(row: number): number[] {
    if (row >= this.templateRows) return [row - this.templateRows + this.plannedRows];
    return (this.places.get(row) ?? []).filter(({ added }) => !added).map(({ at }) => at);
  }

  /** Each copy of a range, from its first to its last row; one where it is of no form. */
  ranges(from: number, to: number): { readonly from: number; readonly to: number }[] {
    const copies = new Set<number>();
    for (let row = from; row <= Math.min(to, this.templateRows - 1); row += 1)
      for (const { copy } of this.places.get(row) ?? []) copies.add(copy);
    if (copies.size === 0) copies.add(0);
    return [...copies].flatMap((copy) => {
      const first = this.from(copy)(from, 'first');
      const last = this.from(copy)(to, 'last');
      return first === null || last === null || last < first ? [] : [{ from: first, to: last }];
    });
  }

  private edgeOf(row: number, copy: number, edge: 'first' | 'last'): number | null {
    const all = this.places.get(row) ?? [];
    const own = all.filter((one) => one.copy === copy);
    const places = (own.length > 0 ? own : all).map(({ at }) => at);
    if (places.length === 0) return null;
    return edge === 'first' ? Math.min(...places) : Math.max(...places);
  }
}
