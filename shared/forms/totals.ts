import { parseFen, printFen, printFenGrouped, printFenRounded, type Fen } from '../model/money.ts';
import type { ProjectContent } from '../model/project.ts';
import { isBlank } from '../model/text.ts';
import type { BookUnit } from './form.ts';

/* Totals of forms that print amounts with two decimals: always the sum of the exact amounts. */

/** The amounts of some projects together. */
export interface Total {
  /** Exact; without the amounts that are blank or no number. */
  readonly fen: Fen;
  /** Projects whose total is blank or no number. */
  readonly withoutAmount: number;
}

/** 年度资金总额 of a project in 分; null where it is blank or no number. */
export const amountOf = ({ funds, amountUnit }: ProjectContent): Fen | null => parseFen(funds.total, amountUnit);

/** Sum of 年度资金总额. */
export const totalOf = (contents: readonly ProjectContent[]): Total => {
  const amounts = contents.map(amountOf);
  return {
    fen: amounts.reduce<Fen>((sum, fen) => sum + (fen ?? 0), 0),
    withoutAmount: amounts.filter((fen) => fen === null).length,
  };
};

/** An amount as the forms print it: 万元 with two decimals, `68.00`. */
export const printAmount = (fen: Fen): string => printFenRounded(fen, '万元');

/** A total as the forms print it: with thousands commas, `1,536.74`. */
export const printTotal = (fen: Fen): string => printFenGrouped(roundedFen(fen), '万元');

/** What remains of an amount on paper. */
const roundedFen = (fen: Fen): Fen => parseFen(printFenRounded(fen, '万元'), '万元') ?? fen;

/**
 * 尾差: by how much the lines as printed are more than the total as printed, in 分; 0 where they add up.
 * @param fens the exact amounts of the lines
 */
export const roundingDifference = (fens: readonly Fen[]): Fen =>
  fens.reduce((sum, fen) => sum + roundedFen(fen), 0) - roundedFen(fens.reduce((sum, fen) => sum + fen, 0));

/** 尾差 as a sentence; none where the lines add up. `whose` names the total, e.g. “示例镇”的合计. */
export const roundingNotes = (whose: string, fens: readonly Fen[]): string[] => {
  const difference = roundingDifference(fens);
  if (difference === 0) return [];
  const total = fens.reduce((sum, fen) => sum + fen, 0);
  return [
    `${whose} ${printTotal(total)} 万元按准确金额相加，比表上各行之和${difference > 0 ? '少' : '多'} ` +
      `${printFen(Math.abs(difference), '万元')} 万元，是四舍五入的尾差，不必改。`,
  ];
};

/** What a clerk should know of the total of a unit: 尾差, an imported total that is another one, amounts that are missing. */
export const totalNotes = ({ unit, declared, projects }: BookUnit): string[] => {
  const contents = projects.map(({ content }) => content);
  const fens = contents.map(amountOf).filter((fen) => fen !== null);
  const whose = `“${unit.name}”`;
  return [
    ...roundingNotes(`${whose}的合计`, fens),
    ...printedTotalNotes(whose, declared.printedTotal, totalOf(contents)),
    ...missingNotes(whose, totalOf(contents)),
  ];
};

const printedTotalNotes = (whose: string, printed: string, { fen }: Total): string[] => {
  if (isBlank(printed)) return [];
  const imported = parseFen(printed, '万元');
  if (imported === null) return [`${whose}导入的表上合计“${printed.trim()}”不是数字，没有核对。`];
  if (imported === fen || imported === roundedFen(fen)) return [];
  const difference = `${imported > fen ? '多' : '少'} ${printFenGrouped(Math.abs(imported - fen), '万元')} 万元`;
  return [
    `${whose}导入的表上合计是 ${printed.trim()} 万元，比各项目准确金额之和 ${printFenGrouped(fen, '万元')} 万元${difference}，请核对。`,
  ];
};

const missingNotes = (whose: string, { withoutAmount }: Total): string[] =>
  withoutAmount === 0 ? [] : [`${whose}有 ${withoutAmount} 个项目没有填写金额或金额不是数字，没有计入合计。`];
