import { parseFen, type AmountUnit, type Fen } from '../../model/money.ts';
import type { Funds, ProjectContent } from '../../model/project.ts';
import { isBlank } from '../../model/text.ts';
import type { Book, BookProject, BookUnit } from '../form.ts';
import { isEmptyIndicator } from '../rows.ts';
import { printTotal } from '../totals.ts';
import { STATES, type ColumnName } from './definition.ts';
import { categoryOf, sumsOf } from './summarise.ts';

/** One printed row. */
export interface SummaryRow {
  /** Set for 小计 and 合计. */
  readonly label?: string;
  readonly texts: Partial<Readonly<Record<ColumnName, string>>>;
  /** Of the texts that are numbers in a file. */
  readonly numbers: Partial<Readonly<Record<ColumnName, number>>>;
}

/** All rows below the header: projects in the order of the book, 小计 after each of several units, 合计. */
export const summaryRows = ({ units }: Book): SummaryRow[] => {
  const all = units.flatMap(({ projects }) => projects);
  let number = 0;
  return [
    ...units.flatMap((unit) => [
      ...unit.projects.map((project) => projectRow(project, unit, (number += 1))),
      ...(units.length > 1 ? [sumRow(`${unit.unit.name} 小计`, unit.projects)] : []),
    ]),
    sumRow('合计', all),
  ];
};

const projectRow = ({ content, state }: BookProject, { unit }: BookUnit, number: number): SummaryRow => {
  const { funds, amountUnit } = content;
  const amounts = {
    total: amount(funds.total, amountUnit),
    fiscal: amount(funds.fiscal, amountUnit),
    other: amount(funds.other, amountUnit),
  };
  return row(
    {
      code: content.code,
      project: content.name,
      unit: unit.name,
      category: categoryOf(content),
      state: STATES[state],
    },
    amounts,
    { number, indicators: indicatorsOf(content) },
  );
};

const sumRow = (name: string, projects: readonly BookProject[]): SummaryRow => {
  const contents = projects.map(({ content }) => content);
  const { totalFen, fiscalFen, otherFen } = sumsOf(contents);
  // 0.00 would be an amount: a source of which no project says anything stays blank.
  const said = (source: keyof Funds, fen: Fen): Fen | string =>
    contents.some(({ funds }) => !isBlank(funds[source])) ? fen : '';
  const amounts = {
    total: said('total', totalFen),
    fiscal: said('fiscal', fiscalFen),
    other: said('other', otherFen),
  };
  const indicators = contents.reduce((sum, content) => sum + indicatorsOf(content), 0);
  return { label: `${name}（${projects.length} 个项目）`, ...row({}, amounts, { indicators }) };
};

/** 分; as typed where it is no number. */
const amount = (text: string, unit: AmountUnit): Fen | string =>
  isBlank(text) ? '' : (parseFen(text, unit) ?? text.trim());

type Texts = SummaryRow['texts'];

const row = (
  texts: Texts,
  amounts: Readonly<Record<'total' | 'fiscal' | 'other', Fen | string>>,
  counts: SummaryRow['numbers'],
): SummaryRow => {
  const printed = Object.entries(amounts).map(([name, fen]) => [name, typeof fen === 'string' ? fen : printTotal(fen)]);
  const numbers = Object.entries(amounts).flatMap(([name, fen]) =>
    typeof fen === 'string' ? [] : [[name, Number(printTotal(fen).replaceAll(',', ''))]],
  );
  const counted = Object.entries(counts).map(([name, count]) => [name, String(count)]);
  return {
    texts: { ...texts, ...(Object.fromEntries([...printed, ...counted]) as Texts) },
    numbers: { ...counts, ...(Object.fromEntries(numbers) as SummaryRow['numbers']) },
  };
};

const indicatorsOf = ({ indicators }: ProjectContent): number =>
  indicators.filter((indicator) => !isEmptyIndicator(indicator)).length;
