import { parseFen, printFen, printFenRounded } from '../../model/money.ts';
import type { ProjectContent } from '../../model/project.ts';
import { isBlank } from '../../model/text.ts';
import type { Book, BookUnit } from '../form.ts';
import { SECTIONS } from './definition.ts';

/** What a clerk should know of the printed document: parts without text, and what two decimals hide. */
export const dossierNotes = ({ units }: Book): string[] => units.flatMap(notesOf);

const notesOf = (book: BookUnit): string[] => [
  ...blankParts(book),
  ...roundedAmounts(book.projects.map(({ content }) => content)),
  ...book.projects.flatMap(({ content }) => roundingDifference(content)),
];

const blankParts = ({ unit, declared }: BookUnit): string[] => {
  const blank = SECTIONS.filter(({ path }) => isBlank(declared[path])).map(({ name }) => name);
  return blank.length === 0 ? [] : [`“${unit.name}”的${blank.join('、')}还没有填写，绩效文本里只印标题。`];
};

const shown = ({ name }: ProjectContent): string => `“${name.trim() === '' ? '未命名项目' : name.trim()}”`;

const fenOf = ({ funds, amountUnit }: ProjectContent): (number | null)[] =>
  [funds.total, funds.fiscal, funds.other].map((text) => (isBlank(text) ? 0 : parseFen(text, amountUnit)));

/** 95.0832 万元 prints as 95.08. */
const roundedAmounts = (contents: readonly ProjectContent[]): string[] => {
  const rounded = contents.flatMap((content) => {
    const fen = fenOf(content).find((one) => one !== null && parseFen(printFenRounded(one, '万元'), '万元') !== one);
    return fen === undefined || fen === null ? [] : [{ content, fen }];
  });
  const [first] = rounded;
  if (first === undefined) return [];
  const example = `${shown(first.content)}的 ${printFen(first.fen, '万元')} 万元印成 ${printFenRounded(first.fen, '万元')}`;
  return [`${rounded.length} 个项目的金额超过两位小数，表上四舍五入，如${example}；保存的金额不变。`];
};

/** 尾差: the parts as printed do not make the total as printed, though the exact amounts do. */
const roundingDifference = (content: ProjectContent): string[] => {
  const [total, fiscal, other] = fenOf(content);
  if (total == null || fiscal == null || other == null || total !== fiscal + other) return [];
  const printed = (fen: number): number => parseFen(printFenRounded(fen, '万元'), '万元') ?? fen;
  const difference = Math.abs(printed(total) - printed(fiscal) - printed(other));
  if (difference === 0) return [];
  return [
    `${shown(content)}表上的财政资金与其他资金之和与预算数相差 ${printFen(difference, '万元')} 万元，是四舍五入的尾差，实际金额相等。`,
  ];
};
