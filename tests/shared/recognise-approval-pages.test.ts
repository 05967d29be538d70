import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingsAddingUp, readingsOf } from '../../shared/recognise/approval/halves.ts';
import { recognise } from '../../shared/recognise/index.ts';
import { contentsOf, doubtsOf, listRows, project, sheet } from './approval-list.ts';

/* What page ends do to a list: rows beside another project's name, a row cut into an upper and a lower half. */

const plain = contentsOf(sheet(listRows()));
const SECOND = 7;
const ownCells = (row: number): string[] => (listRows()[row] ?? []).slice(0, 5);
const without = (cells: readonly string[]): string[] => ['', '', '', '', '', ...cells.slice(5)];

/** The name of the second project stands so many rows too low, or too high, with a page end between. */
const moved = (rows: number): string[][] => {
  const list = listRows().map((cells, row) => (row === SECOND ? without(cells) : cells));
  const at = SECOND + rows;
  list[at] = [...ownCells(SECOND), ...(list[at] ?? []).slice(5)];
  list.splice(Math.max(at, SECOND), 0, ['']);
  return list;
};

describe('rows beside the name of another project', () => {
  it.each([-2, -1, 1, 2])('go where weights and order say (%i)', (rows) => {
    expect(contentsOf(sheet(moved(rows)))).toEqual(plain);
  });

  it('are doubted, and nothing else is', () => {
    expect(doubtsOf(sheet(moved(2)))).toEqual([
      '广场照明经费 label-moved indicators.0.level3',
      '广场照明经费 label-moved indicators.1.level3',
    ]);
  });

  it('stay where the author put them on the same page, whatever their weights', () => {
    const rows = listRows();
    (rows[5] ?? [])[11] = '25';
    (rows[7] ?? [])[11] = '15';
    expect(project(sheet(rows), 0).indicators).toHaveLength(7);
    expect(doubtsOf(sheet(rows))).toContain('村道养护经费 sum indicators.0.weight');
  });

  it('begin with the level 2 of the row below where a page end took theirs', () => {
    const rows = listRows();
    rows[11] = ['', '', '', '', '', '', '', ...(rows[11] ?? []).slice(7)];
    rows[12] = ['', ...ownCells(11).slice(1), '产出指标', '数量指标', ...(rows[12] ?? []).slice(7)];
    rows.splice(12, 0, ['']);
    expect(contentsOf(sheet(rows))).toEqual(plain);
  });
});

/** The second project cut in two: its columns printed once above and once below the page end. */
const halved = (upper: readonly string[], lower: readonly string[]): string[][] => {
  const rows = listRows();
  rows[SECOND] = ['', ...upper, ...(rows[SECOND] ?? []).slice(5)];
  rows[SECOND + 2] = ['', ...lower, ...(rows[SECOND + 2] ?? []).slice(5)];
  rows.splice(SECOND + 2, 0, ['']);
  return rows;
};
const UPPER = [
  '63990000 024T0000 00102-广',
  '3-特定目 标类',
  '3.00',
  '保障广场照明设施正常运行，及时更换损坏的灯具和线路，',
];

describe('a row cut in two by a page end', () => {
  it('is one project, its name, its goal and its category joined', () => {
    const rows = halved(UPPER, ['00109-广场照明经费', '标类', '0.00', '方便群众晚间活动']);
    expect(contentsOf(sheet(rows))).toEqual(plain);
    const doubted = doubtsOf(sheet(rows));
    expect(doubted).toEqual([
      ...['name', 'code', 'category', 'goals.0', 'total'].map((path) => `广场照明经费 cell-split ${path}`),
      // The halves that were printed twice stand in no field.
      '广场照明经费 left-out name',
    ]);
  });

  it('drops a line of the goal that both halves print, its letters misread in one', () => {
    const rows = halved(
      ['63990000024T000000102-广场', '3-特定目标类', '3.00', '保障广场照明设施正常运行，及时更换损坏的灯具'],
      ['照明经费', '标类', '0.00', '乃时更拖坏的灯且 和线路，方便群众晚间活动'],
    );
    expect(contentsOf(sheet(rows))).toEqual(plain);
  });

  it('reads the amount so that all add up to the total, digit by digit from either half', () => {
    const rows = halved(
      [...UPPER.slice(0, 2), '8.00', UPPER[3] ?? ''],
      ['场照明经费', '标类', '3.08', '方便群众晚间活动'],
    );
    expect(project(sheet(rows), 1).total).toBe('3.00');
  });

  it('keeps the upper reading where no choice adds up', () => {
    const rows = halved(
      [...UPPER.slice(0, 2), '9.00', UPPER[3] ?? ''],
      ['场照明经费', '标类', '4.00', '方便群众晚间活动'],
    );
    expect(project(sheet(rows), 1).total).toBe('9.00');
    expect(recognise(sheet(rows), 'x').projects[1]?.doubts.map(({ path }) => path)).toContain('total');
  });
});

describe('readings of a cut amount', () => {
  const amount = fc.integer({ min: 1, max: 99_999 }).map((fen) => (fen / 100).toFixed(2));

  it('begin with the upper half, hold both, and never more than sixty-four', () => {
    fc.assert(
      fc.property(amount, amount, (upper, lower) => {
        const readings = readingsOf(upper, lower);
        expect(readings[0]).toBe(upper);
        expect(readings).toContain(lower);
        expect(readings.length).toBeLessThanOrEqual(64);
        expect(new Set(readings).size).toBe(readings.length);
      }),
    );
  });

  it('are taken only where one single choice adds up', () => {
    expect(readingsAddingUp([['1.00', '2.00']], 300_000_000, 500_000_000, '万元')).toBeNull();
    expect(readingsAddingUp([['1.00', '2.00']], 3_000_000, 5_000_000, '万元')).toEqual(['2.00']);
    expect(
      readingsAddingUp(
        [
          ['1.00', '2.00'],
          ['2.00', '1.00'],
        ],
        0,
        3_000_000,
        '万元',
      ),
    ).toBeNull();
  });
});
