import type { AmountUnit } from '../../model/money.ts';
import { fold } from '../../model/text.ts';
import { remember } from '../remember.ts';

/** What a column of 公开表 holds. */
export type ColumnName = 'code' | 'unit' | 'name' | 'amount' | 'goals' | 'indicators' | 'ignored';

/** The header of the table: what stands in which column, and the unit its amounts are printed in. */
export interface Header {
  readonly columns: ReadonlyMap<number, ColumnName>;
  readonly amountUnit: AmountUnit | null;
}

const LABELS: readonly (readonly [RegExp, ColumnName])[] = [
  [/^(?:预算|部门|项目)?(?:单位)?(?:编码|代码|编号)$/u, 'code'],
  [/^(?:预算|实施|主管|所属|项目)?(?:单位|部门)(?:名称)?$/u, 'unit'],
  [/^(?:(?:单位|部门)(?:名称)?(?:及|和|[,/(]))?(?:预算|支出)?项目(?:支出)?(?:名称)?\)?$/u, 'name'],
  [
    /^(?:项目|年度|预算|安排|支出|本年)*(?:金额|预算数|预算|资金|资金总额|经费|预算资金)(?:\((?:万?元|单位:万?元)\)|[:,]?(?:万?元))?$/u,
    'amount',
  ],
  [/^(?:项目|年度|总体|年度总体|年度绩效|预期)*(?:绩效)?目标(?:内容|描述)?$/u, 'goals'],
  [/^(?:项目|年度|主要|具体)*绩效指标(?:内容|描述|及指标值|及目标值)?$/u, 'indicators'],
  [/^(?:序号|备注|说明)$/u, 'ignored'],
];

const LONGEST_LABEL = 30;

/** What a header cell names; null for a cell of content. */
export const columnLabel = remember((text): ColumnName | null => {
  if (text.length > LONGEST_LABEL) return null;
  const label = fold(text);
  return LABELS.find(([pattern]) => pattern.test(label))?.[1] ?? null;
});

/** Columns of lists that give every indicator a row: other forms. */
const LISTED = /^(?:一级|二级|三级)指标(?:名称)?$|^指标值$/u;

/** The header a row is; null for any other row. It names projects, goals and indicators, and holds nothing else. */
export const headerOf = (cells: readonly { readonly column: number; readonly text: string }[]): Header | null => {
  const named = cells.map(({ column, text }) => [column, columnLabel(text)] as const);
  const names = new Set(named.map(([, name]) => name));
  if (!names.has('goals') || !names.has('indicators') || !(names.has('name') || names.has('unit'))) return null;
  if (cells.some(({ text }) => LISTED.test(fold(text)))) return null;
  const columns = new Map<number, ColumnName>();
  for (const [column, name] of named) columns.set(column, name ?? 'ignored');
  // A table without a column of projects names them in that of the unit.
  if (!names.has('name')) for (const [column, name] of columns) if (name === 'unit') columns.set(column, 'name');
  const amount = cells.find(({ text }) => columnLabel(text) === 'amount')?.text ?? '';
  return { columns, amountUnit: unitOf(amount) };
};

const unitOf = (label: string): AmountUnit | null => {
  const unit = /(万?元)\)?$/u.exec(fold(label))?.[1];
  return unit === '元' ? '元' : unit === '万元' ? '万元' : null;
};
