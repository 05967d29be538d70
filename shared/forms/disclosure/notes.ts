import { parseFen, printFen, type Fen } from '../../model/money.ts';
import type { ProjectContent } from '../../model/project.ts';
import { isBlank } from '../../model/text.ts';
import type { Book, BookUnit } from '../form.ts';
import { asPrinted, fenOf, printedAmount, sumOf } from './amounts.ts';
import { departmentsOf } from './departments.ts';

/** What a clerk should know of the printed book: amounts that do not count, 尾差, and an imported total that differs. */
export const disclosureNotes = (book: Book): string[] => [
  ...book.units.flatMap(unitNotes),
  ...departmentsOf(book)
    .filter(({ units }) => units.length > 1)
    .flatMap(({ name, units }) =>
      roundingNote(
        `“${shown(name)}”各单位合计`,
        units.map(({ projects }) => sumOf(projects)),
      ),
    ),
];

const unitNotes = (book: BookUnit): string[] => {
  const contents = book.projects.map(({ content }) => content);
  return [
    ...uncounted(contents),
    ...roundingNote(`“${shown(book.unit.name)}”各项目金额`, contents.map(fenOf)),
    ...printedTotalNote(book),
  ];
};

const shown = (name: string): string => (isBlank(name) ? '未命名' : name.trim());

const uncounted = (contents: readonly ProjectContent[]): string[] => {
  const blank = contents.filter(({ funds }) => isBlank(funds.total));
  const wrong = contents.filter((content) => !isBlank(content.funds.total) && fenOf(content) === null);
  return [
    ...(blank.length === 0 ? [] : [`${named(blank)}没有填写金额，没有计入合计。`]),
    ...wrong.map(
      ({ name, funds }) => `“${shown(name)}”的金额“${funds.total.trim()}”不是数字，照原样印出，没有计入合计。`,
    ),
  ];
};

/** Three names at most. */
const named = (contents: readonly ProjectContent[]): string => {
  const names = contents.slice(0, 3).map(({ name }) => `“${shown(name)}”`);
  return contents.length > 3 ? `${names.join('、')}等 ${contents.length} 个项目` : names.join('、');
};

/** 尾差: lines as printed do not add up to the total as printed, though the exact amounts do. */
const roundingNote = (what: string, amounts: readonly (Fen | null)[]): string[] => {
  const exact = amounts.filter((fen) => fen !== null);
  const total = asPrinted(exact.reduce((sum, fen) => sum + fen, 0));
  const lines = exact.reduce((sum, fen) => sum + asPrinted(fen), 0);
  if (total === lines) return [];
  return [
    `${what}印两位小数，相加是 ${printedAmount(lines)} 万元，合计印 ${printedAmount(total)} 万元，` +
      `相差的 ${printFen(Math.abs(total - lines), '万元')} 万元是四舍五入的尾差，实际金额相等。`,
  ];
};

/** What two decimals may hide of one amount: half of 0.01 万元. */
const MOST_ROUNDED: Fen = 50_00;

/** The total an imported table printed is kept; the form prints the exact one. */
const printedTotalNote = ({ unit, declared, projects }: BookUnit): string[] => {
  if (isBlank(declared.printedTotal)) return [];
  const whose = `“${shown(unit.name)}”导入的原表合计`;
  const before = parseFen(declared.printedTotal, '万元');
  if (before === null) return [`${whose}“${declared.printedTotal.trim()}”不是数字，公开表印各项目金额相加的合计。`];
  const exact = sumOf(projects) ?? 0;
  if (before === exact || before === asPrinted(exact)) return [];
  const difference = Math.abs(before - exact);
  const verdict =
    difference <= MOST_ROUNDED * (projects.length + 1)
      ? '在四舍五入的尾差以内'
      : '超出四舍五入的尾差，请核对有没有漏掉项目、填错金额';
  return [
    `${whose}是 ${printFen(before, '万元')} 万元，各项目金额相加是 ${printFen(exact, '万元')} 万元，` +
      `相差 ${printFen(difference, '万元')} 万元，${verdict}；公开表印相加的合计。`,
  ];
};
