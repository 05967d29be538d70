import type { FieldPath, Indicator, ProjectContent } from '../model/project.ts';
import { isBlank } from '../model/text.ts';

/* What a path is called where no form is asked: in lists over many projects. */

const FIELDS: Readonly<Record<string, string>> = {
  name: '项目名称',
  code: '项目编码',
  departmentAndCode: '主管部门及代码',
  implementingUnit: '实施单位',
  attribute: '项目属性',
  period: '项目期',
  category: '项目类别',
  usage: '资金用途',
  'funds.total': '年度资金总额',
  'funds.fiscal': '财政拨款',
  'funds.other': '其他资金',
  'midtermFunds.total': '中期资金总额',
  'midtermFunds.fiscal': '中期财政拨款',
  'midtermFunds.other': '中期其他资金',
};

const PARTS: Readonly<Record<string, string>> = {
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  description: '指标说明',
  printed: '指标值',
  weight: '权重',
  basis: '设定依据',
  note: '备注',
};

const LISTS: Readonly<Record<string, string>> = { goals: '年度目标', midtermGoals: '中期目标' };

/** What a place of a project is called: `项目名称`, `年度目标第 2 段`, `“完成时限”的指标值`. */
export const placeLabel = (content: ProjectContent, path: FieldPath): string => {
  const [head = '', second = '', part = ''] = path.split('.');
  if (head === 'indicators' || head === 'midtermIndicators') return indicatorLabel(content[head][Number(second)], part);
  if (head === 'spendingPlan') return `资金支出计划第 ${Number(second) + 1} 行`;
  const list = LISTS[head];
  if (list !== undefined) return second === '0' ? list : `${list}第 ${Number(second) + 1} 段`;
  return FIELDS[path] ?? path;
};

const LONGEST = 16;

const indicatorLabel = (indicator: Indicator | undefined, part: string): string => {
  const word = PARTS[part] ?? '指标';
  const name = indicator?.level3 ?? '';
  if (part === 'level3' || isBlank(name)) return word;
  return `“${name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name}”的${word}`;
};
