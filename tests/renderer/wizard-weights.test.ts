import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareRest, tallyWeights, usualShares, type NewWeight } from '../../renderer/src/wizard/weights.ts';
import { LEVEL2_KINDS } from '../../shared/model/level2.ts';
import { emptyContent, emptyIndicator, type Indicator, type ProjectContent } from '../../shared/model/project.ts';
import { everythingAsked } from './wizard-form.ts';

const form = everythingAsked('88');

const weighed = (kind: Indicator['kind'], weight: string, level3 = '名称'): Indicator => ({
  ...emptyIndicator(crypto.randomUUID(), kind),
  level3,
  weight,
});
const withIndicators = (...indicators: Indicator[]): ProjectContent => ({ ...emptyContent(), indicators });

const written = (content: ProjectContent, weights: readonly NewWeight[]): ProjectContent => ({
  ...content,
  indicators: content.indicators.map((indicator, index) => ({
    ...indicator,
    weight: weights.find((one) => one.index === index)?.weight ?? indicator.weight,
  })),
});

describe('the weights of a project', () => {
  it('are summed as a whole and for each level, and what is missing or no number is counted', () => {
    const content = withIndicators(
      weighed('quantity', '33.3'),
      weighed('cost', '１６．７分'),
      weighed('social', '约十分'),
      weighed('satisfaction', ''),
    );
    expect(tallyWeights(form, content)).toEqual({
      sum: 50,
      blank: 1,
      unreadable: 1,
      levels: [
        { label: '产出指标', step: 'output', count: 2, sum: 50, blank: 0, unreadable: 0 },
        { label: '效益指标', step: 'benefit', count: 1, sum: 0, blank: 0, unreadable: 1 },
        { label: '满意度指标', step: 'satisfaction', count: 1, sum: 0, blank: 1, unreadable: 0 },
      ],
    });
  });

  it('of indicators without content count for nothing', () => {
    const content = withIndicators(weighed('quantity', '90'), weighed('quality', '', ''), weighed('quality', '5', ''));
    expect(tallyWeights(form, content)).toMatchObject({ sum: 90, blank: 0 });
    expect(shareRest(form, content, 90)).toEqual([]);
  });
});

describe('sharing out the rest', () => {
  const weights = fc.oneof(fc.constant(''), fc.integer({ min: 0, max: 30 }).map(String), fc.constant('7.5'));
  const contents = fc
    .array(fc.tuple(fc.constantFrom(...LEVEL2_KINDS), weights), { maxLength: 12 })
    .map((rows) => withIndicators(...rows.map(([kind, weight]) => weighed(kind, weight))));

  it('makes the sum right and touches no weight that was typed', () => {
    fc.assert(
      fc.property(contents, fc.constantFrom(80, 90, 100), (content, wanted) => {
        const before = tallyWeights(form, content);
        const after = written(content, shareRest(form, content, wanted));
        const possible = before.blank > 0 && before.sum < wanted;
        expect(tallyWeights(form, after)).toMatchObject(
          possible ? { sum: wanted, blank: 0 } : { sum: before.sum, blank: before.blank },
        );
        for (const [index, { weight }] of content.indicators.entries()) {
          if (weight !== '') expect(after.indicators[index]?.weight).toBe(weight);
        }
      }),
    );
  });

  it('gives whole points that differ by one at most', () => {
    const content = withIndicators(weighed('quantity', '20'), ...[1, 2, 3, 4].map(() => weighed('quality', '')));
    expect(shareRest(form, content, 90).map(({ weight }) => weight)).toEqual(['18', '18', '17', '17']);
  });
});

describe('the usual shares', () => {
  const content = withIndicators(
    weighed('quantity', '1'),
    weighed('quality', ''),
    weighed('timeliness', '某'),
    weighed('social', ''),
  );

  it('give every level its points, evenly, whatever stood there, and tell of levels without an indicator', () => {
    const [usual, ...others] = usualShares(form, content, 90);
    expect(others).toEqual([]);
    expect(usual?.without).toEqual(['满意度指标']);
    expect(written(content, usual?.weights ?? []).indicators.map(({ weight }) => weight)).toEqual([
      ...['17', '17', '16', '30'],
    ]);
  });

  it('are offered where they fit the wanted sum, the levels of the forms and the indicators there are', () => {
    const labels = (tree: '88' | '101', of: ProjectContent, wanted = 90): string[] =>
      usualShares(everythingAsked(tree), of, wanted).map(({ label }) => label);
    expect(labels('88', content)).toEqual(['产出 50、效益 30、满意度 10']);
    expect(labels('101', content)).toEqual(['产出 50、效益 30、满意度 10', '成本 20、产出 40、效益 20、满意度 10']);
    expect(labels('101', withIndicators(weighed('economicCost', '')))).toEqual([
      '成本 20、产出 40、效益 20、满意度 10',
    ]);
    expect(labels('88', content, 100)).toEqual([]);
  });
});
