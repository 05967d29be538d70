import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnEms,
  drawnRow,
  fitColumns,
  mergesByRow,
  originOf,
  usedColumns,
} from '../../renderer/src/importing/source-layout.ts';
import type { SourceMerge } from '../../shared/grid/table.ts';

const row = (at: number, ...cells: string[]) => ({ at, cells });

describe('a source table as it is drawn', () => {
  const merges: readonly SourceMerge[] = [
    { at: 1, column: 0, rows: 1, columns: 3 },
    { at: 2, column: 0, rows: 3, columns: 1 },
  ];

  it('has a merge as one cell across, and without lines down', () => {
    const by = mergesByRow(merges, 1, 4);
    expect(drawnRow(row(1, '标题', '', ''), 3, by.get(1)).map(({ span, text }) => [span, text])).toEqual([[3, '标题']]);
    const middle = drawnRow(row(3, '', '甲', '乙'), 3, by.get(3));
    expect(middle[0]).toMatchObject({ fromAbove: true, toBelow: true, origin: 2 });
    expect(middle.slice(1).map(({ text }) => text)).toEqual(['甲', '乙']);
  });

  it('lights the first cell of a merge for any cell in it', () => {
    expect(originOf({ table: 0, at: 4, column: 0 }, merges)).toEqual({ table: 0, at: 2, column: 0 });
    expect(originOf({ table: 0, at: 4, column: 1 }, merges)).toEqual({ table: 0, at: 4, column: 1 });
  });

  it('is as wide as something stands in it, not as wide as a title was merged', () => {
    expect(usedColumns([row(1, 'a', 'b', '', '')], [])).toBe(2);
    expect(usedColumns([row(1, 'a', 'b')], [{ at: 1, column: 0, rows: 1, columns: 16_384 }])).toBeLessThan(20);
  });

  it('costs no more rows of a merge than are drawn', () => {
    const endless = mergesByRow([{ at: 1, column: 0, rows: 1_000_000, columns: 1 }], 500, 520);
    expect(endless.size).toBe(21);
  });

  it('covers every column exactly once, whatever the merges', () => {
    const merge = fc.record({
      at: fc.integer({ min: 1, max: 4 }),
      column: fc.integer({ min: 0, max: 9 }),
      rows: fc.integer({ min: 1, max: 9 }),
      columns: fc.integer({ min: 1, max: 99 }),
    });
    fc.assert(
      fc.property(fc.array(merge, { maxLength: 6 }), fc.integer({ min: 1, max: 12 }), (some, columns) => {
        const cells = drawnRow(row(3), columns, mergesByRow(some, 1, 9).get(3));
        expect(cells.reduce((sum, { span }) => sum + span, 0)).toBe(columns);
        expect(cells.every(({ column, span }, at) => column + span === (cells[at + 1]?.column ?? columns))).toBe(true);
      }),
    );
  });
});

describe('columns', () => {
  it('are as wide as their own texts, whatever stands over several of them', () => {
    const rows = [row(1, '很长很长很长很长很长很长的标题', ''), row(2, '短', '十个字的三级指标名称呀')];
    const [first = 0, second = 0] = columnEms(rows, 2, mergesByRow([{ at: 1, column: 0, rows: 1, columns: 2 }], 1, 2));
    expect(first).toBe(3);
    expect(second).toBeGreaterThan(10);
  });

  it('fill the pane, give way where it is narrow, and never vanish', () => {
    const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);
    expect(sum(fitColumns([4, 4], 14, 900))).toBeCloseTo(900);
    expect(sum(fitColumns([4, 14, 14, 14], 14, 500))).toBeCloseTo(500);
    const squeezed = fitColumns(
      Array.from({ length: 30 }, () => 12),
      14,
      500,
    );
    expect(Math.min(...squeezed)).toBeGreaterThan(50);
  });
});
