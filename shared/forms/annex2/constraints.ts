import type { Constraint, Gap } from '../form.ts';
import { parseFen, printFen, type AmountUnit } from '../../model/money.ts';
import type { ProjectContent } from '../../model/project.ts';
import { isBlank } from '../../model/text.ts';

/** 年度资金总额 = 财政拨款 + 其他资金, to the 分. 其他资金 left blank counts as 0. */
const fundsAddUp = ({ funds, amountUnit }: ProjectContent): Gap[] => {
  const total = parseFen(funds.total, amountUnit);
  const fiscal = parseFen(funds.fiscal, amountUnit);
  const other = isBlank(funds.other) ? 0 : parseFen(funds.other, amountUnit);
  if (total === null || fiscal === null || other === null || total === fiscal + other) return [];
  const print = (fen: number): string => `${printFen(fen, amountUnit)} ${amountUnit satisfies AmountUnit}`;
  const message =
    `年度资金总额 ${print(total)}，财政拨款 ${print(fiscal)} 与其他资金 ${print(other)} 之和是 ${print(fiscal + other)}，` +
    '两者应相等，请核对这三项金额';
  return [{ path: 'funds.total', step: 'funds', kind: 'sum', message }];
};

/** The rules over several fields of 附件2. */
export const CONSTRAINTS: readonly Constraint[] = [{ id: 'funds-add-up', check: fundsAddUp }];
