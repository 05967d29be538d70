import { describe, expect, it } from 'vitest';
import { annex2 } from '../../shared/forms/annex2/annex2.ts';
import { formGaps, formProgress } from '../../shared/forms/gaps.ts';
import { finishedSchema } from '../../shared/forms/schema.ts';
import { emptyContent } from '../../shared/model/project.ts';
import { drawn } from './book.ts';
import { good, indicator, samples, withIndicators } from './samples.ts';

const form = annex2.ask({ tree: '88', weightSum: 90 });

describe('what keeps annex2 from being finished', () => {
  it('is nothing in any sample project', () => {
    expect(samples().map((content) => formGaps(form, content))).toEqual(samples().map(() => []));
  });

  it('is everything required of an empty project, in the order of the paper', () => {
    expect(formGaps(form, emptyContent()).map(({ path }) => path)).toEqual([
      'name',
      'departmentAndCode',
      'implementingUnit',
      'attribute',
      'period',
      'funds.total',
      'funds.fiscal',
      'goals.0',
      'kind:quantity',
      'kind:quality',
      'kind:timeliness',
      'kind:cost',
      'kind:social',
      'kind:sustainable',
      'kind:satisfaction',
    ]);
  });

  it('is a total that differs from its parts by one 分', () => {
    const gaps = formGaps(form, good({ funds: { total: '90.000001', fiscal: '90', other: '' } }));
    expect(gaps).toMatchObject([{ path: 'funds.total', kind: 'sum' }]);
    expect(gaps[0]?.message).toContain('90.000001 万元');
  });

  it('counts other funds left blank as nothing, and adds up amounts that floating point would not', () => {
    expect(formGaps(form, good({ funds: { total: '90', fiscal: '90', other: ' ' } }))).toEqual([]);
    expect(formGaps(form, good({ funds: { total: '0.3', fiscal: '0.1', other: '0.2' } }))).toEqual([]);
  });

  it.each(['约三万', '1.2.3', '-5', '0.0000001'])('is the amount %s', (other) => {
    const gaps = formGaps(form, good({ funds: { total: '90', fiscal: '90', other } }));
    expect(gaps.filter(({ path }) => path === 'funds.other')).toMatchObject([{ kind: 'number' }]);
  });

  it.each([
    ['不断提升', 'number'],
    ['2024 年底', 'number'],
    ['800', 'unit'],
    ['10-20', 'unit'],
  ])('is %s as the value of a hard indicator', (printed, kind) => {
    expect(formGaps(form, withIndicators('quantity', [indicator('quantity', '党员教育', printed)]))).toMatchObject([
      { path: 'indicators.0.printed', kind },
    ]);
  });

  it.each(['31 人', '=31人', '1-2 个', '≥100%', '1,200 平方米'])(
    'is not %s as the value of a hard indicator',
    (printed) => {
      expect(formGaps(form, withIndicators('quantity', [indicator('quantity', '人数', printed)]))).toEqual([]);
    },
  );

  it('is a name without a value and a value without a name, in optional rows too', () => {
    const content = good();
    const half = [indicator('economic', '收入增长', ''), indicator('ecological', ' ', '明显改善')];
    const gaps = formGaps(form, { ...content, indicators: [...half, ...content.indicators] });
    expect(gaps.map(({ path }) => path)).toEqual(['indicators.0.printed', 'indicators.1.level3']);
  });

  it('points to the blank indicator that stands there already', () => {
    const content = withIndicators('cost', [indicator('cost', '', '')]);
    expect(formGaps(form, content)).toMatchObject([{ path: 'indicators.0.level3', kind: 'missing' }]);
  });

  it('becomes issues of the schema at the same fields', () => {
    const result = finishedSchema(form).safeParse(
      withIndicators('quantity', [indicator('quantity', '培训人次', '800')]),
    );
    expect(result.error?.issues.map(({ path }) => path)).toEqual([['indicators', 0, 'printed']]);
    expect(finishedSchema(form).safeParse(good()).success).toBe(true);
  });

  it('is counted: fifteen things are required, none done in an empty project', () => {
    expect(formProgress(form, emptyContent())).toEqual({ requiredDone: 0, requiredAll: 15 });
    expect(formProgress(form, good())).toEqual({ requiredDone: 15, requiredAll: 15 });
    const half = { ...good(), indicators: [...good().indicators, indicator('ecological', '村容村貌', '')] };
    expect(formProgress(form, half), 'an optional row that is half filled').toEqual({
      requiredDone: 14,
      requiredAll: 15,
    });
    expect(formProgress(form, good({ goals: ['', ' '] }))).toEqual({ requiredDone: 14, requiredAll: 15 });
  });

  it('always belongs to a step, and every field of a form is one the paper shows', () => {
    const [grid] = drawn('annex2', [good()]);
    const fields = new Set(grid?.cells.map(({ field }) => field));
    expect(form.fields.every(({ path }) => fields.has(path))).toBe(true);
  });
});
