import { parseFen, printFen } from '../model/money.ts';
import type { Funds, Indicator, ProjectContent } from '../model/project.ts';
import { fold, isBlank } from '../model/text.ts';
import type { Constraint, Gap, StepId } from './form.ts';
import { isEmptyIndicator } from './rows.ts';

/* Rules over several fields that more than one form has. A unit with several of those forms is told once: the id is the same. */

/** 年度资金总额 = 财政拨款 + 其他资金, to the 分. 其他资金 left blank counts as 0. */
export const FUNDS_ADD_UP: Constraint = {
  id: 'funds-add-up',
  check: (content) => sumGaps(content, content.funds, { name: '年度资金总额', path: 'funds.total', step: 'funds' }),
};

/** The same of the 中期 half, where it is filled in. */
export const MIDTERM_FUNDS_ADD_UP: Constraint = {
  id: 'midterm-funds-add-up',
  check: (content) =>
    sumGaps(content, content.midtermFunds, { name: '中期资金总额', path: 'midtermFunds.total', step: 'midterm' }),
};

const sumGaps = (
  { amountUnit }: Pick<ProjectContent, 'amountUnit'>,
  funds: Funds,
  { name, path, step }: { readonly name: string; readonly path: string; readonly step: StepId },
): Gap[] => {
  const total = parseFen(funds.total, amountUnit);
  const fiscal = parseFen(funds.fiscal, amountUnit);
  const other = isBlank(funds.other) ? 0 : parseFen(funds.other, amountUnit);
  if (total === null || fiscal === null || other === null || total === fiscal + other) return [];
  const print = (fen: number): string => `${printFen(fen, amountUnit)} ${amountUnit}`;
  const message =
    `${name} ${print(total)}，财政拨款 ${print(fiscal)} 与其他资金 ${print(other)} 之和是 ${print(fiscal + other)}，` +
    '两者应相等，请核对这三项金额';
  return [{ path, step, kind: 'sum', message }];
};

const BENEFITS: ReadonlySet<string> = new Set(['economic', 'social', 'ecological', 'sustainable']);

const isBenefit = (indicator: Indicator): boolean =>
  !isEmptyIndicator(indicator) &&
  (BENEFITS.has(indicator.kind) || (indicator.kind === 'other' && fold(indicator.level1) === '效益指标'));

/** 效益指标: any of the four, one at least. */
export const HAS_BENEFIT: Constraint = {
  id: 'has-benefit',
  check: ({ indicators }) => {
    const message = '效益指标至少填写一条，如社会效益指标“基层治理能力”填“有效提升”';
    return indicators.some(isBenefit) ? [] : [{ path: 'kind:social', step: 'benefit', kind: 'missing', message }];
  },
};
