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

/** What a clerk should know of the total of a unit: amounts that do not count, 尾差, an imported total that is another one. */
export const totalNotes = ({ unit, declared, projects }: BookUnit): string[] => {
  const contents = projects.map(({ content }) => content);
  const fens = contents.map(amountOf).filter((fen) => fen !== null);
  const whose = quoted(unit.name);
  return [
    ...uncountedNotes(contents),
    ...roundingNotes(`${whose}的合计`, fens),
    ...printedTotalNotes(whose, declared.printedTotal, totalOf(contents).fen, projects.length),
  ];
};

/** The sum over several units, where a paper prints each unit's alone. */
export const departmentNotes = (units: readonly BookUnit[]): string[] => {
  if (units.length < 2) return [];
  const { fen } = totalOf(units.flatMap(({ projects }) => projects.map(({ content }) => content)));
  return [`${units.length} 个单位共 ${printTotal(fen)} 万元。`];
};

const quoted = (name: string): string => `“${isBlank(name) ? '未命名' : name.trim()}”`;

const uncountedNotes = (contents: readonly ProjectContent[]): string[] => {
  const blank = contents.filter(({ funds }) => isBlank(funds.total));
  const wrong = contents.filter((content) => !isBlank(content.funds.total) && amountOf(content) === null);
  return [
    ...(blank.length === 0 ? [] : [`${named(blank)}没有填写金额，没有计入合计。`]),
    ...wrong.map(
      ({ name, funds }) => `${quoted(name)}的金额“${funds.total.trim()}”不是数字，照原样印出，没有计入合计。`,
    ),
  ];
};

/** Three names at most. */
const named = (contents: readonly ProjectContent[]): string => {
  const names = contents.slice(0, 3).map(({ name }) => quoted(name));
  return contents.length > 3 ? `${names.join('、')}等 ${contents.length} 个项目` : names.join('、');
};

/** What two decimals may hide of one amount: half of 0.01 万元. */
const MOST_ROUNDED: Fen = 50_00;

/** The total an imported table printed is kept beside the exact one, which is what prints. */
const printedTotalNotes = (whose: string, printed: string, fen: Fen, lines: number): string[] => {
  if (isBlank(printed)) return [];
  const imported = parseFen(printed, '万元');
  if (imported === null) return [`${whose}导入的表上合计“${printed.trim()}”不是数字，没有核对。`];
  if (imported === fen || imported === roundedFen(fen)) return [];
  const difference = Math.abs(imported - fen);
  const verdict =
    difference <= MOST_ROUNDED * (lines + 1)
      ? '在四舍五入的尾差以内'
      : '超出四舍五入的尾差，请核对有没有漏掉项目、填错金额';
  return [
    `${whose}导入的表上合计是 ${printed.trim()} 万元，比各项目准确金额之和 ${printFenGrouped(fen, '万元')} 万元` +
      `${imported > fen ? '多' : '少'} ${printFenGrouped(difference, '万元')} 万元，${verdict}。`,
  ];
};
