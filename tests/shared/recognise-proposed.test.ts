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
