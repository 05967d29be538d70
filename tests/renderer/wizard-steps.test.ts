import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFormValues, toStored } from '../../renderer/src/wizard/form-values.ts';
import { hintsOf } from '../../renderer/src/wizard/hints.ts';
import { partsOf } from '../../renderer/src/wizard/indicators.ts';
import { isBlankHalf, midtermOf, sameAsYear } from '../../renderer/src/wizard/midterm.ts';
import { checkPlan, withPercentSign } from '../../renderer/src/wizard/plan.ts';
import { neighbour, placeOfPath, stepOf, stepOfField, stepsOf } from '../../renderer/src/wizard/steps.ts';
import { suggestionsFor } from '../../renderer/src/wizard/suggestions.ts';
import { askedForm } from '../../shared/forms/asked.ts';
import { STEPS } from '../../shared/forms/form.ts';
import { emptyContent, emptyIndicator, type ProjectContent } from '../../shared/model/project.ts';
import { defaultSettings } from '../../shared/model/unit.ts';
import { everythingAsked } from './wizard-form.ts';

const annex2 = askedForm(['annex2'], { tree: '88', weightSum: 90 });
let ids = 0;
const newId = (): string => `new${(ids += 1)}`;

describe('the steps', () => {
  it('are those on which the forms of the unit ask for something', () => {
    expect(stepsOf(annex2)).toEqual(['basics', 'funds', 'goals', 'output', 'benefit', 'satisfaction', 'check']);
    expect(stepsOf(everythingAsked('88'))).toEqual(STEPS.filter((step) => step !== 'cost'));
    expect(stepsOf(everythingAsked('101'))).toEqual([...STEPS]);
  });

  it('an address that names one that is not shown leads to the next one that is', () => {
    const steps = stepsOf(annex2);
    expect(stepOf('cost', steps)).toBe('output');
    expect(stepOf('midterm', steps)).toBe('output');
    expect(stepOf('check', steps)).toBe('check');
    expect(stepOf(undefined, steps)).toBe('basics');
    expect(stepOf('nonsense', steps)).toBe('basics');
  });

  it('lead from one to the next, and stay at either end', () => {
    const steps = stepsOf(annex2);
    expect(neighbour(steps, 'goals', 1)).toBe('output');
    expect(neighbour(steps, 'basics', -1)).toBe('basics');
    expect(neighbour(steps, 'check', 1)).toBe('check');
  });

  it('of a field is where its box is, whatever part of it a paper names', () => {
    const form = everythingAsked('101');
    const content = { ...emptyContent(), indicators: [emptyIndicator('i1', 'cost'), emptyIndicator('i2', 'social')] };
    const step = (path: string): string | null => stepOfField(form, content, path);
    expect(['code', 'usage', 'spendingPlan', 'spendingPlan.2.percent'].map(step)).toEqual([
      ...['basics', 'funds', 'funds', 'funds'],
    ]);
    expect(['indicators.0.weight', 'indicators.1.basis', 'indicators', 'indicators.9.printed'].map(step)).toEqual([
      ...['cost', 'benefit', 'cost', 'cost'],
    ]);
    expect(['midtermFunds.total', 'midtermGoals.3', 'midtermIndicators.0.level3'].map(step)).toEqual([
      ...['midterm', 'midterm', 'midterm'],
    ]);
    expect(stepOfField(annex2, content, 'midtermIndicators.0.level3')).toBeNull();
    expect(stepOfField(annex2, content, 'usage')).toBeNull();
  });

  it('a row that a paper names by its own kind is found under the kind the forms have in common', () => {
    expect(placeOfPath(everythingAsked('101'), 'kind:cost')).toBe('kind:economicCost');
    expect(placeOfPath(annex2, 'kind:cost')).toBe('kind:cost');
    expect(stepOfField(everythingAsked('101'), emptyContent(), 'kind:cost')).toBe('cost');
    expect(placeOfPath(annex2, 'funds.total')).toBe('funds.total');
  });
});

describe('what is asked of an indicator', () => {
  it('has a box at once where a form asks it, and on demand where none does', () => {
    const parts = (of: readonly { readonly part: string }[]): string[] => of.map(({ part }) => part);
    expect(parts(partsOf(everythingAsked('88'), 'indicators').asked)).toEqual(['weight', 'description', 'basis']);
    expect(parts(partsOf(everythingAsked('88'), 'indicators').kept)).toEqual([]);
    expect(parts(partsOf(annex2, 'indicators').kept)).toEqual(['description', 'basis', 'weight']);
    expect(partsOf(everythingAsked('88'), 'midtermIndicators').asked).toEqual([]);
  });
});

describe('资金支出计划', () => {
  const plan = (...lines: (readonly [by: string, percent: string])[]): ProjectContent['spendingPlan'] =>
    lines.map(([by, percent]) => ({ by, percent }));

  it('is cumulative: no line says less than one before it, and the last one 100', () => {
    expect(checkPlan(plan(['3月底', '25%'], ['6月底', '50'], ['12月底', '１００％']))).toEqual({
      problems: new Map(),
      reached: 100,
    });
    const { problems, reached } = checkPlan(
      plan(['3月底', '50%'], ['6月底', '25%'], ['', '75%'], ['', ''], ['12月底', '全部'], ['次年', '101']),
    );
    expect([...problems.keys()]).toEqual([
      ...['spendingPlan.1.percent', 'spendingPlan.2.by', 'spendingPlan.4.percent', 'spendingPlan.5.percent'],
    ]);
    expect(reached).toBe(75);
  });

  it('a bare number gets its sign, words stay as they were typed', () => {
    expect(['25', '25.5 ', '25%', '２５％', '全部', ''].map(withPercentSign)).toEqual([
      ...['25%', '25.5%', '25%', '２５％', '全部', ''],
    ]);
  });

  it('what is wrong in a line is said at its box where a form asks for the plan', () => {
    const content = { ...emptyContent(), spendingPlan: plan(['3月底', '百分之五']) };
    expect(hintsOf(everythingAsked('88'), [], content).get('spendingPlan.0.percent')?.message).toMatch(/百分数/u);
    expect(hintsOf(annex2, [], content).size).toBe(0);
  });
});

describe('what is stored', () => {
  const text = fc.constantFrom('', ' ', '甲', '12月底', '50%');
  const contents = fc
    .record({
      midtermGoals: fc.array(text, { maxLength: 3 }),
      spendingPlan: fc.array(fc.record({ by: text, percent: text }), { maxLength: 4 }),
      midtermIndicators: fc.array(
        text.map((level3) => ({ ...emptyIndicator(newId(), 'quantity'), level3 })),
        { maxLength: 4 },
      ),
    })
    .map((part): ProjectContent => ({ ...emptyContent(), ...part }));

  it('of the 中期 half and the plan is what was stored before, without blank lines', () => {
    fc.assert(
      fc.property(contents, fc.constantFrom(annex2, everythingAsked('101')), (stored, form) => {
        const blank = (texts: readonly string[]): boolean => texts.every((one) => one.trim() === '');
        expect(toStored(toFormValues(stored, form, newId))).toEqual({
          ...stored,
          midtermGoals: blank(stored.midtermGoals) ? [] : stored.midtermGoals,
          spendingPlan: stored.spendingPlan.filter(({ by, percent }) => !blank([by, percent])),
          midtermIndicators: stored.midtermIndicators.filter(({ level3 }) => !blank([level3])),
        });
      }),
    );
  });
});

describe('the 中期 half', () => {
  it('copied from the year has its amounts, goals and filled indicators under ids of their own', () => {
    const year = {
      ...emptyContent(),
      funds: { total: '10', fiscal: '10', other: '' },
      goals: ['修路', '养路'],
      indicators: [
        { ...emptyIndicator('i1', 'quantity'), level3: '里程', printed: '≥86 公里', operator: '≥' as const },
        emptyIndicator('i2', 'quality'),
      ],
    };
    expect(isBlankHalf(midtermOf(year))).toBe(true);
    const half = sameAsYear(year, newId);
    expect(half).toMatchObject({ midtermFunds: year.funds, midtermGoals: ['修路', '养路'] });
    expect(half.midtermIndicators).toEqual([{ ...year.indicators[0], id: half.midtermIndicators[0]?.id }]);
    expect(half.midtermIndicators[0]?.id).not.toBe('i1');
    expect(isBlankHalf(half)).toBe(false);
  });
});

describe('项目类别', () => {
  it('offers the three classes of the budget systems, and what the unit has besides', () => {
    expect(suggestionsFor('categories', defaultSettings(2024), [], ['3-特定目标类', '4-其他'])).toEqual([
      ...['3-特定目标类', '1-人员类', '2-运转类', '4-其他'],
    ]);
  });
});
