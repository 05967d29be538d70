import { parseFen, printFenRounded, type Fen } from '../../model/money.ts';
import type { ProjectContent } from '../../model/project.ts';
import { isBlank } from '../../model/text.ts';
import type { BookProject } from '../form.ts';

/** The exact amount of a project; null where it is blank or no number. */
export const fenOf = ({ funds, amountUnit }: Pick<ProjectContent, 'funds' | 'amountUnit'>): Fen | null =>
  isBlank(funds.total) ? null : parseFen(funds.total, amountUnit);

/** The exact sum of all amounts that are numbers; null where there is none. */
export const sumOf = (projects: readonly BookProject[]): Fen | null => {
  const amounts = projects.map(({ content }) => fenOf(content)).filter((fen) => fen !== null);
  return amounts.length === 0 ? null : amounts.reduce((sum, fen) => sum + fen, 0);
};

/** As the form prints an amount: 万元 with two decimals. */
export const printedAmount = (fen: Fen): string => printFenRounded(fen, '万元');

/** 分 as printed: what a reader of the paper adds up. */
export const asPrinted = (fen: Fen): Fen => parseFen(printedAmount(fen), '万元') ?? fen;
