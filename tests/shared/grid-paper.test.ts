import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellStyle, Grid } from '../../shared/grid/grid.ts';
import { paperOf } from '../../shared/grid/paper.ts';

const STYLE: CellStyle = {
  font: '宋体',
  size: 9,
  bold: false,
  horizontal: 'center',
  vertical: 'middle',
  wrap: true,
  border: true,
  indent: 0,
};

/** A list of two columns with a title, a header that is repeated, and pages of as many rows as said. */
const list = (pages: readonly number[]): Grid => {
  const ends = pages.map((_, index) => 1 + pages.slice(0, index + 1).reduce((sum, rows) => sum + rows, 0));
  const count = (ends.at(-1) ?? 1) + 1;
  const cells = Array.from({ length: count }, (_, row) =>
    [0, 1].map((column) => ({ row, column, rowSpan: 1, columnSpan: 1, text: `${row},${column}`, style: STYLE })),
  );
  const page = {
    orientation: 'portrait',
    margins: { top: 20, right: 20, bottom: 20, left: 20 },
    fit: 'width',
  } as const;
  return {
    name: '表',
    columns: [100, 200],
    rows: Array.from({ length: count }, () => 15),
    cells: cells.flat(),
    page: { ...page, scale: 1, headerRows: [1, 1], breaks: ends.slice(0, -1), centred: true, header: '', footer: '' },
  };
};

describe('a table on paper', () => {
  it('has on each page its own rows from the top, below the repeated header', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 }), (pages) => {
        const { pages: drawn } = paperOf(list(pages));
        let next = 2;
        const expected = pages.map((rows, page) => {
          const own = Array.from({ length: rows }, () => next++);
          return page === 0 ? [0, 1, ...own] : [1, ...own];
        });
        expect(drawn.map(({ boxes }) => [...new Set(boxes.map(({ cell }) => cell.row))])).toEqual(expected);
        for (const { boxes } of drawn) {
          const top = boxes[0]?.y ?? 0;
          expect(boxes.map(({ y }) => Math.round(y - top))).toEqual(boxes.map((_, at) => Math.floor(at / 2) * 15));
        }
      }),
    );
  });

  it('takes time in proportion to its pages', () => {
    const time = (count: number): number => {
      const grid = list(Array.from({ length: count }, () => 20));
      const times = [1, 2, 3].map(() => {
        const start = performance.now();
        expect(paperOf(grid).pages).toHaveLength(count);
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    time(50);
    // Eight times the pages: looking through all cells for every page would take 64 times as long.
    expect(time(1_600)).toBeLessThan(Math.max(time(200), 1) * 32);
  });
});
