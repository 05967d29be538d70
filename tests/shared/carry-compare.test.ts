import { describe, expect, it } from 'vitest';
import { compareWithLastYear } from '../../shared/carry/compare.ts';
import { placeLabel } from '../../shared/carry/labels.ts';
import { pairIndicators } from '../../shared/carry/pairs.ts';
import { sameProject } from '../../shared/carry/same-project.ts';
import { emptyContent, emptyIndicator, type Indicator, type ProjectContent } from '../../shared/model/project.ts';
import type { Level2Kind } from '../../shared/model/level2.ts';

const YEARS = { from: 2024, to: 2025 };

const indicator = (id: string, kind: Level2Kind, level3: string, printed = ''): Indicator => ({
  ...emptyIndicator(id, kind),
  level3,
  printed,
});

const LAST: ProjectContent = {
  ...emptyContent(),
  name: '2024年森林防火经费',
  period: '1年',
  funds: { total: '8.72', fiscal: '8.72', other: '0' },
  goals: ['2024年聘用 8 名护林员。'],
  indicators: [
    indicator('a', 'quantity', '聘用护林员人数', '8 人'),
    indicator('b', 'quality', '巡护区域覆盖率', '100%'),
    indicator('c', 'timeliness', '2024年上岗时间', '2024年10月底'),
    indicator('d', 'social', '群众防火意识', '提高'),
  ],
};

describe('this year beside last year', () => {
  const now: ProjectContent = {
    ...LAST,
    name: '2025年森林防火经费',
    funds: { total: '9', fiscal: '8.72', other: '0' },
    indicators: [
      indicator('x', 'quality', '巡护区域覆盖率', '100 %'),
      indicator('y', 'quantity', '聘用护林员的人数', '8人'),
      indicator('z', 'timeliness', '2025年上岗时间', '2024年10月底'),
      indicator('n', 'quantity', '购置防火物资数量', '40 套'),
    ],
  };
  const compared = compareWithLastYear(now, LAST, YEARS);

  it('shows what stood in every field, wherever its indicator stands now', () => {
    const text = (path: string): string | undefined => compared.fields.get(path)?.text;
    expect(text('funds.total')).toBe('8.72');
    expect(text('indicators.0.printed')).toBe('100%');
    expect(text('indicators.1.level3')).toBe('聘用护林员人数');
    expect(text('indicators.2.printed')).toBe('2024年10月底');
    expect(text('indicators.3.level3')).toBeUndefined();
  });

  it('says what is the same, whatever the blanks', () => {
    const same = [...compared.fields].filter(([, field]) => field.same).map(([path]) => path);
    expect(same).toEqual(
      expect.arrayContaining(['period', 'funds.fiscal', 'goals.0', 'indicators.0.printed', 'indicators.1.printed']),
    );
    expect(same).not.toContain('funds.total');
    expect(same).not.toContain('name');
  });

  it('says what is gone', () => {
    expect(compared.gone.map((one) => one.indicator.level3)).toEqual(['群众防火意识']);
  });

  it('lists where the old year still stands, and numbers that are as they were', () => {
    expect(compared.oldYear.map(({ path }) => path)).toEqual(['goals.0', 'indicators.2.printed']);
    expect(compared.sameNumbers).toEqual(['funds.fiscal', 'indicators.1.printed']);
  });

  it('finds nothing to look at in an empty project', () => {
    const empty = compareWithLastYear(emptyContent(), LAST, YEARS);
    expect(empty.oldYear).toEqual([]);
    expect(empty.sameNumbers).toEqual([]);
    expect(empty.gone).toHaveLength(LAST.indicators.length);
  });

  it('is quick enough for every pause in typing', () => {
    const many = (year: number): ProjectContent => ({
      ...LAST,
      goals: [`${year}年完成整治任务，受益群众满意。`.repeat(40)],
      indicators: Array.from({ length: 40 }, (_, index) =>
        indicator(
          `${year}-${index}`,
          index % 2 ? 'quantity' : 'social',
          `第${index}项${year}年任务完成数量`,
          `${index} 个`,
        ),
      ),
    });
    const [before, after] = [many(2024), many(2025)];
    compareWithLastYear(after, before, YEARS);
    const times = Array.from({ length: 20 }, () => {
      const start = performance.now();
      compareWithLastYear(after, before, YEARS);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    // Half of a frame for a project three times as large as the largest of the field.
    expect(times[10]).toBeLessThan(16);
  });
});

describe('pairing indicators', () => {
  it('goes by id first, so that a renamed one stays itself', () => {
    const { lastOf } = pairIndicators(
      [indicator('a', 'quantity', '完全不同的名称'), indicator('b', 'quantity', '人数')],
      [indicator('b', 'quantity', '完全不同的名称'), indicator('a', 'quantity', '人数')],
    );
    expect(lastOf).toEqual([1, 0]);
  });

  it('never takes one of last year twice, and none of another row', () => {
    const { lastOf, gone } = pairIndicators(
      [indicator('1', 'quantity', '人数'), indicator('2', 'quantity', '人数'), indicator('3', 'quality', '村数')],
      [indicator('8', 'quantity', '人数'), indicator('9', 'quantity', '村数')],
    );
    expect(lastOf).toEqual([0, null, null]);
    expect(gone).toEqual([1]);
  });
});

describe('the same project of another year', () => {
  const candidates = [
    { name: '2025年森林防火经费', code: '' },
    { name: '村干部补贴', code: 'A1' },
    { name: '一事一议（2022年）', code: '' },
    { name: '一事一议（2023年）', code: '' },
  ];

  it('is found by code, by name, and by name without its year where only one fits', () => {
    expect(sameProject({ name: '村干部任职补贴', code: 'a1' }, candidates)).toMatchObject({ by: 'code' });
    expect(sameProject({ name: '村干部 补贴', code: 'B2' }, candidates)?.found.name).toBe('村干部补贴');
    expect(sameProject({ name: '2024年森林防火经费', code: '' }, candidates)?.found.name).toBe('2025年森林防火经费');
    expect(sameProject({ name: '一事一议（2024年）', code: '' }, candidates)).toBeNull();
    expect(sameProject({ name: '', code: '' }, candidates)).toBeNull();
  });
});

describe('what places are called', () => {
  it('names fields, goals and parts of indicators', () => {
    expect(placeLabel(LAST, 'name')).toBe('项目名称');
    expect(placeLabel(LAST, 'goals.1')).toBe('年度目标第 2 段');
    expect(placeLabel(LAST, 'indicators.0.printed')).toBe('“聘用护林员人数”的指标值');
    expect(placeLabel(LAST, 'indicators.0.level3')).toBe('三级指标');
  });
});
