import { parseFen, type Fen } from '../../model/money.ts';
import type { ProjectContent, ProjectState } from '../../model/project.ts';
import { isBlank } from '../../model/text.ts';
import type { Book, BookUnit } from '../form.ts';
import { amountOf, roundingNotes, totalNotes } from '../totals.ts';

/** Exact sums of some projects, in 分; what is blank or no number is left out. */
export interface BookSums {
  readonly projects: number;
  readonly totalFen: Fen;
  readonly fiscalFen: Fen;
  readonly otherFen: Fen;
  /** Projects whose total is blank or no number. */
  readonly withoutAmount: number;
}

/** A year in numbers: what the screen and 汇总表 show of a book. */
export interface BookSummary {
  /** One a unit, in the order of the book. */
  readonly units: readonly (BookSums & { readonly unitId: string; readonly name: string })[];
  readonly all: BookSums;
  /** By 项目类别, else 项目属性, else 未分类; most money first, then most projects. */
  readonly byCategory: readonly (BookSums & { readonly label: string })[];
  readonly drafts: number;
  readonly finished: number;
  readonly approved: number;
  /** 尾差, totals that differ, amounts that are missing: one Chinese sentence each. */
  readonly notes: readonly string[];
}

/** Sums up a book. Pure, exact; never throws, for a draft may lack any amount. */
export const summarise = (book: Book): BookSummary => {
  const projects = book.units.flatMap((unit) => unit.projects);
  const contents = projects.map(({ content }) => content);
  const inState = (wanted: ProjectState): number => projects.filter(({ state }) => state === wanted).length;
  return {
    units: book.units.map(({ unit, projects: own }) => ({
      unitId: unit.id,
      name: unit.name,
      ...sumsOf(own.map(({ content }) => content)),
    })),
    all: sumsOf(contents),
    byCategory: categoriesOf(contents),
    drafts: inState('draft'),
    finished: inState('finished'),
    approved: inState('approved'),
    notes: notesOf(book),
  };
};

/** Sums of some projects. */
export const sumsOf = (contents: readonly ProjectContent[]): BookSums => {
  const sum = (fenOf: (content: ProjectContent) => Fen | null): Fen =>
    contents.reduce((total, content) => total + (fenOf(content) ?? 0), 0);
  return {
    projects: contents.length,
    totalFen: sum(amountOf),
    fiscalFen: sum(({ funds, amountUnit }) => parseFen(funds.fiscal, amountUnit)),
    otherFen: sum(({ funds, amountUnit }) => parseFen(funds.other, amountUnit)),
    withoutAmount: contents.filter((content) => amountOf(content) === null).length,
  };
};

/** 项目类别, else 项目属性; blank where neither is given. */
export const categoryOf = ({ category, attribute }: ProjectContent): string =>
  (isBlank(category) ? attribute : category).trim();

const categoriesOf = (contents: readonly ProjectContent[]): (BookSums & { label: string })[] => {
  const groups = new Map<string, ProjectContent[]>();
  for (const content of contents) {
    const own = categoryOf(content);
    const label = own === '' ? '未分类' : own;
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [content]);
    else group.push(content);
  }
  return [...groups]
    .map(([label, own]) => ({ label, ...sumsOf(own) }))
    .sort((a, b) => b.totalFen - a.totalFen || b.projects - a.projects);
};

const notesOf = (book: Book): string[] => [
  ...book.units.flatMap(totalNotes),
  ...departmentNotes(book.units),
  ...sourceNotes(book.units.flatMap(({ projects }) => projects.map(({ content }) => content))),
];

/** 尾差 of the whole department: the totals of its units as printed. */
const departmentNotes = (units: readonly BookUnit[]): string[] =>
  units.length < 2
    ? []
    : roundingNotes(
        '全部单位的合计',
        units.map(({ projects }) => sumsOf(projects.map(({ content }) => content)).totalFen),
      );

/** Forms without 财政拨款 and 其他资金 give projects whose sources are not known. */
const sourceNotes = (contents: readonly ProjectContent[]): string[] => {
  const unknown = contents.filter(
    ({ funds }) => !isBlank(funds.total) && isBlank(funds.fiscal) && isBlank(funds.other),
  );
  return unknown.length === 0 ? [] : [`${unknown.length} 个项目没有分财政拨款和其他资金，这两项的合计比资金总额少。`];
};
