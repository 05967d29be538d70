import { describe, expect, it } from 'vitest';
import { proposedContent, toContent } from '../../shared/recognise/content.ts';
import { recognise } from '../../shared/recognise/index.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';

const table = (unit: string, amount: string): string =>
  [
    '部门项目支出预算绩效目标表',
    '（2026 年度）',
    '项目名称\t网格员培训经费',
    '主管部门及代码\t示例县示例镇人民政府\t实施单位\t示例县示例镇人民政府本级',
    '项目属性\t0101-一年期项目\t项目期\t1 年',
    `项目资金（${unit}）\t年度资金总额：\t${amount}`,
    `\t其中：财政拨款\t${amount}`,
    '\t其他资金\t0',
    '年度总体目标\t组织网格员培训。',
    '名称\t一级指标\t二级指标\t三级指标\t指标值',
    '绩效指标\t产出指标\t数量指标（必填硬性指标）\t组织培训\t2 次',
    '\t\t质量指标（必填）\t培训合格率\t100%',
    '\t\t时效指标（必填）\t完成时限\t2026 年底',
    '\t\t成本指标（必填硬性指标）\t培训标准\t100 元/人',
    '\t效益指标\t社会效益指标（必填）\t治理能力\t不断提升',
    '\t\t可持续影响指标（必填）\t队伍稳定\t有效保障',
    '\t满意度指标\t服务对象满意度指标（必填）\t居民满意度\t≥90%',
  ].join('\n');

const only = (text: string) => {
  const [project] = recognise(tablesFromText(text, '表.txt'), '表.txt').projects;
  if (!project) throw new Error('no project was recognised');
  return project;
};

describe('指标值 of a paper with sign, number and unit in columns of their own', () => {
  const stored = (operator: string | null, value: string | null, unit: string | null, printedValue: string | null) => {
    const [indicator] = only(table('万元', '45')).indicators;
    if (!indicator) throw new Error('no indicator was recognised');
    const project = {
      ...only(table('万元', '45')),
      indicators: [{ ...indicator, operator, value, unit, printedValue }],
    };
    return toContent(project, () => 'a').indicators[0];
  };

  it.each([
    ['≥', '72', '人', '72', '≥72人'],
    ['=', '100', '%', '100', '=100%'],
    ['=', '8', null, '8', '=8'],
    [null, '8', '个', '8', '8个'],
    ['≥', '5', '次', null, '≥5次'],
    [null, '10-20', '个', '10-20', '10-20个'],
  ])('%s %s %s is stored as a clerk would type it', (operator, value, unit, printedValue, typed) => {
    expect(stored(operator, value, unit, printedValue)).toMatchObject({
      printed: typed,
      operator: operator ?? '',
      value,
      unit: unit ?? '',
    });
  });

  it.each([
    ['≥', '95', '%', '≥95%'],
    [null, null, null, '不断提升'],
    [null, null, null, '2026 年底'],
    [null, '31', '人', '31 人'],
  ])('%s %s %s printed as one text stays as printed', (operator, value, unit, printedValue) => {
    expect(stored(operator, value, unit, printedValue)?.printed).toBe(printedValue);
  });
});

describe('what is proposed to be stored', () => {
  it('takes an impossible 元 for 万元, and still asks', () => {
    const project = only(table('元', '4.5'));
    expect(project.amountUnit).toBe('元');
    expect(project.doubts.map(({ path }) => path)).toContain('amountUnit');
    expect(toContent(project, () => 'a').amountUnit).toBe('元');
    expect(proposedContent(project, () => 'a').amountUnit).toBe('万元');
  });

  it('keeps 元 where the amount can be meant', () => {
    const project = only(table('元', '45000'));
    expect(project.doubts).toEqual([]);
    expect(proposedContent(project, () => 'a').amountUnit).toBe('元');
  });
});
