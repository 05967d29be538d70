import { parseFen, printFen, printFenGrouped, type AmountUnit } from '../../../shared/model/money.ts';
import type { Funds, ProjectContent } from '../../../shared/model/project.ts';
import { isBlank } from '../../../shared/model/text.ts';

/** How an amount was understood, for the line under its box; null where it is blank, `unreadable` where it is no number. */
export type AmountReading = { readonly kind: 'read'; readonly text: string } | { readonly kind: 'unreadable' } | null;

/** `= 95.0832 万元 = 950,832 元`. */
export const readAmount = (text: string, unit: AmountUnit): AmountReading => {
  if (isBlank(text)) return null;
  const fen = parseFen(text, unit);
  if (fen === null) return { kind: 'unreadable' };
  return { kind: 'read', text: `= ${printFen(fen, '万元')} 万元 = ${printFenGrouped(fen, '元', 0)} 元` };
};

/** The three amounts of the year, and those over all years of the project. */
export type FundsList = 'funds' | 'midtermFunds';

/** One amount that would make 合计 = 财政拨款 + 其他资金. */
export interface SumProposal {
  readonly part: 'total' | 'other';
  readonly label: string;
  /** As it would be typed, in the content's own unit. */
  readonly text: string;
}

/** What would make the sum right, best guess first; empty where it is right or can't be told. */
export const sumProposals = ({ funds, amountUnit }: Pick<ProjectContent, 'funds' | 'amountUnit'>): SumProposal[] => {
  const fiscal = parseFen(funds.fiscal, amountUnit);
  const other = isBlank(funds.other) ? 0 : parseFen(funds.other, amountUnit);
  const total = parseFen(funds.total, amountUnit);
  if (fiscal === null || other === null || fiscal + other === total) return [];
  const toTotal: SumProposal = {
    part: 'total',
    label: `合计 = 财政拨款 + 其他资金（${printFen(fiscal + other, amountUnit)} ${amountUnit}）`,
    text: printFen(fiscal + other, amountUnit),
  };
  if (total === null || total < fiscal) return [toTotal];
  const rest = printFen(total - fiscal, amountUnit);
  const toOther: SumProposal = { part: 'other', label: `其他资金 = ${rest} ${amountUnit}`, text: rest };
  return isBlank(funds.other) ? [toOther, toTotal] : [toTotal, toOther];
};

/** Both meanings of an amount that was imported as 元: `4.5` → `4.5 元（0.00045 万元）`, `4.5 万元`. */
export const bothMeanings = (total: string): { readonly yuan: string; readonly wan: string } => {
  const fen = parseFen(total, '元');
  return { yuan: fen === null ? `${total} 元` : `${total} 元（${printFen(fen, '万元')} 万元）`, wan: `${total} 万元` };
};

/**
 * Settles in which unit imported amounts were meant; afterwards they stand in 万元.
 * @param meant 元: the numbers are converted. 万元: the numbers stay, the label was wrong.
 */
export const settleUnit = (
  content: Pick<ProjectContent, 'funds' | 'midtermFunds'>,
  meant: AmountUnit,
): Pick<ProjectContent, 'amountUnit' | 'funds' | 'midtermFunds'> => {
  if (meant === '万元') return { amountUnit: '万元', funds: content.funds, midtermFunds: content.midtermFunds };
  return { amountUnit: '万元', funds: inWan(content.funds), midtermFunds: inWan(content.midtermFunds) };
};

// What is no number stays as typed: it is marked, and never counted.
const inWan = (funds: Funds): Funds => {
  const convert = (text: string): string => {
    const fen = parseFen(text, '元');
    return fen === null ? text : printFen(fen, '万元');
  };
  return { total: convert(funds.total), fiscal: convert(funds.fiscal), other: convert(funds.other) };
};
