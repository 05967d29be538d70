import type { AskedForm } from '../../shared/forms/form.ts';
import { treeLevels, treeRows, withIndicatorWord } from '../../shared/forms/trees.ts';
import type { IndicatorTree } from '../../shared/model/unit.ts';

const field = { printed: '', required: true, hint: '' } as const;

/** A form that asks for everything a form can ask for, after one of the national trees. */
export const everythingAsked = (tree: IndicatorTree): AskedForm => ({
  fields: [
    { ...field, path: 'code', label: '项目编码', step: 'basics', kind: 'text' },
    { ...field, path: 'name', label: '项目名称', step: 'basics', kind: 'text' },
    { ...field, path: 'category', label: '项目类别', step: 'basics', kind: 'text', suggest: 'categories' },
    { ...field, path: 'funds.total', label: '预算数', step: 'funds', kind: 'amount' },
    { ...field, path: 'usage', label: '资金用途', step: 'funds', kind: 'longText' },
    { ...field, path: 'spendingPlan', label: '资金支出计划', step: 'funds', kind: 'plan' },
    { ...field, path: 'goals.0', label: '年度目标', step: 'goals', kind: 'longText' },
    { ...field, path: 'midtermFunds.total', label: '中期资金总额', step: 'midterm', kind: 'amount' },
    { ...field, path: 'midtermGoals.0', label: '中期目标', step: 'midterm', kind: 'longText' },
  ],
  indicatorFields: [
    { part: 'operator', label: '符号', required: true, hint: '' },
    { part: 'weight', label: '分值权重', required: true, hint: '' },
    { part: 'description', label: '绩效指标描述', required: true, hint: '' },
    { part: 'basis', label: '指标值确定依据', required: true, hint: '' },
  ],
  indicatorRows: treeRows(tree, withIndicatorWord, { quantity: 'hard', satisfaction: 'required' }),
  levels: treeLevels(tree),
  constraints: [],
});
