import { parseFen } from '../../model/money.ts';
import { LEAST_TOTAL } from '../content.ts';
import type { Doubt, RecognisedProject } from '../recognised.ts';
import type { UpperKey } from './labels.ts';
import type { UpperReading } from './upper.ts';

type Header = Pick<
  RecognisedProject,
  | 'departmentAndCode'
  | 'name'
  | 'code'
  | 'total'
  | 'fiscal'
  | 'other'
  | 'amountUnit'
  | 'goals'
  | 'usage'
  | 'spendingPlan'
>;

/** What is not sure about the upper part of a table: what is missing or guessed, amounts that are none or do not add up. */
export const upperDoubts = (project: Header, { at, plan }: UpperReading, named: boolean): Doubt[] => {
  const place = (key: UpperKey): number | null => at.get(key) ?? null;
  const missing = (path: string, key: UpperKey, label: string): Doubt => ({
    path,
    kind: 'missing',
    message: `没有找到${label}。`,
    at: place(key),
  });
  return [
    ...(project.name === null ? [missing('name', 'name', '项目名称')] : []),
    ...(project.name !== null && !named
      ? [
          {
            path: 'name',
            kind: 'label-missing',
            message: `表里没有项目名称，按标题读作“${project.name}”。`,
            at: null,
          } as const,
        ]
      : []),
    ...(project.departmentAndCode === null ? [missing('departmentAndCode', 'name', '表格上方的单位')] : []),
    ...(project.code === null ? [missing('code', 'code', '项目编码')] : []),
    ...(project.total === null ? [missing('total', 'total', '预算数')] : []),
    ...(project.usage === null ? [missing('usage', 'budget', '资金用途')] : []),
    ...(project.spendingPlan === null ? [missing('spendingPlan', 'plan', '资金支出计划')] : []),
    ...(project.goals.length === 0 ? [missing('goals', 'goals', '绩效目标')] : []),
    ...(plan.guessed
      ? [
          {
            path: 'spendingPlan',
            kind: 'cell-split',
            message: '资金支出计划的时间和百分比个数不同，请核对。',
            at: place('plan'),
          } as const,
        ]
      : []),
    ...amountDoubts(project, place),
  ];
};

const amountDoubts = (project: Header, place: (key: UpperKey) => number | null): Doubt[] => {
  const unit = project.amountUnit ?? '万元';
  const fen = (text: string | null): number | null => (text === null ? null : parseFen(text, unit));
  const doubts: Doubt[] = [];
  for (const field of ['total', 'fiscal', 'other'] as const) {
    const text = project[field];
    if (text === null || fen(text) !== null) continue;
    doubts.push({
      path: field,
      kind: 'not-a-number',
      message: `金额“${text}”不是数字，照原样保留，不计入合计。`,
      at: place(field),
    });
  }
  const total = fen(project.total);
  if (total === null) return doubts;
  const amount = project.total ?? '';
  if (project.amountUnit === null)
    doubts.push({
      path: 'amountUnit',
      kind: 'amount-unit',
      message: `没有印金额单位，“${amount}”按万元读。`,
      at: place('total'),
    });
  if (project.amountUnit === '元' && total > 0 && total < LEAST_TOTAL)
    doubts.push({
      path: 'amountUnit',
      kind: 'amount-unit',
      message: `金额“${amount}”的单位印成了“元”，可能应为“万元”，请核对。`,
      at: place('total'),
    });
  if (
    project.fiscal !== null &&
    doubts.length === 0 &&
    total !== (fen(project.fiscal) ?? 0) + (fen(project.other) ?? 0)
  )
    doubts.push({
      path: 'total',
      kind: 'sum',
      message: `预算数 ${amount} 不等于财政资金与其他资金之和。`,
      at: place('total'),
    });
  return doubts;
};
