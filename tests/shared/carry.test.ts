import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyWishes, carryOver, sureMarks, type CarryWishes } from '../../shared/carry/carry.ts';
import { textsOf } from '../../shared/carry/places.ts';
import { emptyContent, emptyIndicator, projectContentSchema, type ProjectContent } from '../../shared/model/project.ts';

const YEARS = { from: 2024, to: 2025 };
const NOTHING: CarryWishes = { ticked: new Set(), clearAmounts: false, clearValues: false, clearCode: false };

const SAMPLE: ProjectContent = {
  ...emptyContent(),
  name: '2024年森林防火经费',
  code: '63012300024T000000550',
  period: '2024年1月-2024年12月',
  funds: { total: '20.24', fiscal: '20.24', other: '' },
  goals: ['按《2023年预算通知》和财预〔2023〕12号，2024年聘用 2024 名护林员；2022年一事一议资金结清。'],
  indicators: [
    { ...emptyIndicator('a', 'quantity'), level3: '2024年聘用人数', printed: '2024 人', value: '2024', unit: '人' },
    { ...emptyIndicator('b', 'timeliness'), level3: '完成时限', printed: '2024年底' },
  ],
};

/** Texts in which years stand in every way a clerk writes them, among everything else. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '2024',
        '2024年',
        '24年度',
        '二〇二四年',
        '2023-2025',
        '〔2023〕12号',
        '2022年一事一议',
        '《2024年',
        '》',
      ),
      fc.constantFrom(
        '年底前',
        '完成',
        '元',
        '，',
        '。',
        '1月',
        '-',
        '至',
        '去年',
        '自',
        '2月29日',
        '发放 2556 元/人/月',
      ),
      fc.string({ maxLength: 6, unit: 'grapheme' }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const content: fc.Arbitrary<ProjectContent> = fc
  .record({
    name: text,
    period: text,
    usage: text,
    goals: fc.array(text, { maxLength: 3 }),
    values: fc.array(fc.record({ level3: text, printed: text, note: text }), { maxLength: 4 }),
  })
  .map(({ values, ...rest }) => ({
    ...emptyContent(),
    ...rest,
    indicators: values.map((value, index) => ({ ...emptyIndicator(String(index), 'quality'), ...value })),
  }));

describe('taking a project to the next year', () => {
  it('changes nothing by itself', () => {
    expect(applyWishes(carryOver(SAMPLE, YEARS), NOTHING)).toEqual(SAMPLE);
  });

  it('changes the old year where it is sure, and understands a changed value anew', () => {
    const carried = carryOver(SAMPLE, YEARS);
    const next = applyWishes(carried, { ...NOTHING, ticked: sureMarks(carried.marks) });
    expect(next.name).toBe('2025年森林防火经费');
    expect(next.period).toBe('2025年1月-2025年12月');
    expect(next.goals[0]).toBe(
      '按《2023年预算通知》和财预〔2023〕12号，2025年聘用 2024 名护林员；2022年一事一议资金结清。',
    );
    expect(next.indicators.map(({ level3, printed }) => `${level3} ${printed}`)).toEqual([
      '2025年聘用人数 2024 人',
      '完成时限 2025年底',
    ]);
    expect(next.funds).toEqual(SAMPLE.funds);
    expect(next.code).toBe(SAMPLE.code);
  });

  it('leaves blank what is to be filled in anew, and no more', () => {
    const carried = carryOver(SAMPLE, YEARS);
    const next = applyWishes(carried, { ...NOTHING, clearAmounts: true, clearValues: true, clearCode: true });
    expect(next).toEqual({
      ...SAMPLE,
      code: '',
      funds: { total: '', fiscal: '', other: '' },
      indicators: SAMPLE.indicators.map((one) => ({ ...one, printed: '', operator: '', value: '', unit: '' })),
    });
  });

  it('leaves out what became of the old year', () => {
    const [first, ...rest] = SAMPLE.indicators;
    const judged: ProjectContent = {
      ...SAMPLE,
      goalsActual: '已完成',
      evaluationScore: '98',
      execution: { ...SAMPLE.execution, total: { initial: '1', adjusted: '1', executed: '1' } },
      indicators: first ? [{ ...first, actual: '31', score: '10', deviation: '无' }, ...rest] : [],
    };
    expect(applyWishes(carryOver(judged, YEARS), NOTHING)).toEqual(SAMPLE);
  });

  it('points at real places, one after the other', () => {
    fc.assert(
      fc.property(content, (project) => {
        const { marks, content: taken } = carryOver(project, YEARS);
        const texts = new Map(textsOf(taken).map((one) => [one.path, one.text]));
        const ends = new Map<string, number>();
        for (const { path, start, end, text: found } of marks) {
          expect(texts.get(path)?.slice(start, end)).toBe(found);
          expect(start).toBeGreaterThanOrEqual(ends.get(path) ?? 0);
          ends.set(path, end);
        }
        expect(new Set(marks.map(({ id }) => id)).size).toBe(marks.length);
      }),
      { numRuns: 500 },
    );
  });

  it('loses no text: what is outside of the ticked places stays as it is', () => {
    fc.assert(
      fc.property(content, fc.array(fc.boolean(), { minLength: 1 }), (project, ticks) => {
        const carried = carryOver(project, YEARS);
        const ticked = carried.marks.filter((mark, index) => mark.proposed !== null && ticks[index % ticks.length]);
        const next = applyWishes(carried, { ...NOTHING, ticked: new Set(ticked.map(({ id }) => id)) });
        const after = new Map(textsOf(next).map((one) => [one.path, one.text]));
        for (const { path, text: before } of textsOf(project)) {
          let expected = '';
          let at = 0;
          for (const mark of ticked.filter((one) => one.path === path)) {
            expected += before.slice(at, mark.start) + (mark.proposed ?? '');
            at = mark.end;
          }
          expect(after.get(path)).toBe(expected + before.slice(at));
        }
        expect(projectContentSchema.safeParse(next).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is done once: what was changed is not changed again', () => {
    fc.assert(
      fc.property(content, (project) => {
        const carried = carryOver(project, YEARS);
        const once = applyWishes(carried, { ...NOTHING, ticked: sureMarks(carried.marks) });
        const again = carryOver(once, YEARS);
        expect(applyWishes(again, { ...NOTHING, ticked: sureMarks(again.marks) })).toEqual(once);
      }),
      { numRuns: 1_000 },
    );
  });
});
