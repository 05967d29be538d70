import { parseFen, printFen } from '../model/money.ts';
import type { Funds, Indicator, ProjectContent } from '../model/project.ts';
import { fold, isBlank } from '../model/text.ts';
import type { Constraint, Gap, StepId } from './form.ts';
import { isEmptyIndicator } from './rows.ts';

/* Rules over several fields that more than one form has. A unit with several of those forms is told once: the id is the same. */

/** What a form calls the amounts. */
interface FundsNames {
  readonly total: string;
  readonly fiscal: string;
}

/** 年度资金总额 = 财政拨款 + 其他资金, to the 分, in the words of a form. 其他资金 left blank counts as 0. */
export const fundsAddUp = (names: FundsNames): Constraint => ({
  id: 'funds-add-up',
  check: (content) => sumGaps(content, content.funds, { names, path: 'funds.total', step: 'funds' }),
});

/** The same in the words of most forms. */
export const FUNDS_ADD_UP: Constraint = fundsAddUp({ total: '年度资金总额', fiscal: '财政拨款' });

/** The same of the 中期 half, where it is filled in. */
export const MIDTERM_FUNDS_ADD_UP: Constraint = {
  id: 'midterm-funds-add-up',
  check: (content) => {
    const names = { total: '中期资金总额', fiscal: '财政拨款' };
    return sumGaps(content, content.midtermFunds, { names, path: 'midtermFunds.total', step: 'midterm' });
  },
};

const sumGaps = (
  { amountUnit }: Pick<ProjectContent, 'amountUnit'>,
  funds: Funds,
  { names, path, step }: { readonly names: FundsNames; readonly path: string; readonly step: StepId },
): Gap[] => {
  const total = parseFen(funds.total, amountUnit);
  const fiscal = parseFen(funds.fiscal, amountUnit);
  const other = isBlank(funds.other) ? 0 : parseFen(funds.other, amountUnit);
  if (total === null || fiscal === null || other === null || total === fiscal + other) return [];
  const print = (fen: number): string => `${printFen(fen, amountUnit)} ${amountUnit}`;
  const message =
    `${names.total} ${print(total)}，${names.fiscal} ${print(fiscal)} 与其他资金 ${print(other)} 之和是 ${print(fiscal + other)}，` +
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
