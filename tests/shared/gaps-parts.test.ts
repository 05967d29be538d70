import { describe, expect, it } from 'vitest';
import type { AskedForm, FieldDefinition, IndicatorField } from '../../shared/forms/form.ts';
import { fieldText, formGaps, formProgress } from '../../shared/forms/gaps.ts';
import { treeLevels, treeRows, withIndicatorWord } from '../../shared/forms/trees.ts';
import { emptyContent, type Indicator, type ProjectContent } from '../../shared/model/project.ts';
import { indicator } from './samples.ts';

const field = (
  path: string,
  label: string,
  kind: FieldDefinition['kind'],
  step: FieldDefinition['step'],
): FieldDefinition => ({ path, label, printed: label, kind, step, required: true, hint: '' });

const part = (name: IndicatorField['part'], label: string, required = true): IndicatorField => ({
  part: name,
  label,
  required,
  hint: '',
});

/** A form that asks for everything any form may ask for, and for no row. */
const form = (indicatorFields: readonly IndicatorField[], fields: readonly FieldDefinition[] = []): AskedForm => ({
  fields,
  indicatorFields,
  indicatorRows: treeRows('88', withIndicatorWord, {}),
  levels: treeLevels('88'),
  constraints: [],
});

const holding = (...indicators: Indicator[]): ProjectContent => ({ ...emptyContent(), indicators });
const gapsOf = (asked: AskedForm, content: ProjectContent): string[] =>
  formGaps(asked, content).map(({ path, kind }) => `${kind} ${path}`);

describe('what a form asks of every indicator', () => {
  it('is the sign of a number, and not of words or a time', () => {
    const asked = form([part('operator', '符号')]);
    const content = holding(
      indicator('quantity', '人数', '31 人'),
      indicator('quantity', '人次', '≥31 人', { operator: '≥' }),
      indicator('timeliness', '时间', '12 月底前'),
      indicator('social', '治理', '有效提升'),
    );
    expect(gapsOf(asked, content)).toEqual(['operator indicators.0.printed']);
    expect(formGaps(asked, content)[0]?.message).toContain('31 人');
  });

  it('is a weight that is a number', () => {
    const asked = form([part('weight', '分值权重')]);
    const content = holding(
      indicator('quantity', '人数', '31 人', { weight: '10' }),
      indicator('quantity', '次数', '3 次', { weight: '十分' }),
      indicator('quality', '合格率', '100%'),
    );
    expect(gapsOf(asked, content)).toEqual(['number indicators.1.weight', 'missing indicators.2.weight']);
  });

  it('is a description and what the value rests on', () => {
    const asked = form([part('description', '绩效指标描述'), part('basis', '指标值确定依据')]);
    const content = holding(indicator('quantity', '人数', '31 人', { description: '在岗人数', basis: ' ' }));
    expect(gapsOf(asked, content)).toEqual(['missing indicators.0.basis']);
    expect(formGaps(asked, content)[0]?.message).toBe('数量指标“人数”没有填写指标值确定依据，请填写');
  });

  it('is nothing where it may be left out, and nothing of an indicator that prints nothing', () => {
    const asked = form([part('weight', '分值权重', false), part('basis', '指标值确定依据', false)]);
    expect(gapsOf(asked, holding(indicator('quantity', '人数', '31 人'), indicator('quality', '', '')))).toEqual([]);
    expect(gapsOf(form([part('weight', '分值权重')]), holding(indicator('quality', ' ', '')))).toEqual([]);
  });

  it('belongs to the step of its level', () => {
    const asked = form([part('weight', '分值权重')]);
    const content = holding(indicator('social', '治理', '提升'), indicator('satisfaction', '满意度', '≥95%'));
    expect(formGaps(asked, content).map(({ step }) => step)).toEqual(['benefit', 'satisfaction']);
  });
});

describe('fields that only some forms ask for', () => {
  const asked = form(
    [],
    [
      field('code', '项目编码', 'text', 'basics'),
      field('spendingPlan', '资金支出计划', 'plan', 'funds'),
      field('midtermFunds.total', '中期资金总额', 'amount', 'midterm'),
      field('midtermGoals.0', '中期目标', 'longText', 'midterm'),
    ],
  );

  it('are missing from an empty project', () => {
    expect(gapsOf(asked, emptyContent())).toEqual([
      'missing code',
      'missing spendingPlan',
      'missing midtermFunds.total',
      'missing midtermGoals.0',
    ]);
    expect(formProgress(asked, emptyContent())).toEqual({ requiredDone: 0, requiredAll: 4 });
  });

  it('are told where an amount is no number', () => {
    const content = {
      ...emptyContent(),
      code: '63012300024T000000550',
      spendingPlan: [{ by: '3月底', percent: '25%' }],
      midtermFunds: { total: '三百', fiscal: '', other: '' },
      midtermGoals: ['三年建成'],
    };
    expect(gapsOf(asked, content)).toEqual(['number midtermFunds.total']);
    expect(fieldText(content, 'spendingPlan')).toBe('3月底 25%');
    expect(fieldText({ ...content, midtermGoals: ['一', ' ', '二'] }, 'midtermGoals.0')).toBe('一\n二');
  });
});
