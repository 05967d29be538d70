import type { Grid } from '../../shared/grid/grid.ts';
import type { SourceTable } from '../../shared/grid/table.ts';
import { emptyContent, type Indicator, type ProjectContent } from '../../shared/model/project.ts';
import { recognise } from '../../shared/recognise/index.ts';
import type { RecognisedDocument, RecognisedProject } from '../../shared/recognise/recognised.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';
import { indicator } from './samples.ts';

/** A project of an invented town with every heading of 公开表 once. */
export const project = (changes: Partial<ProjectContent> = {}): ProjectContent => ({
  ...emptyContent(),
  name: '人大工作经费',
  funds: { total: '2.125', fiscal: '', other: '' },
  goals: ['保障人大工作正常开展。', '召开人代会 2 次。'],
  indicators: [
    indicator('quantity', '人代会召开次数', '=2次'),
    indicator('quantity', '人大代表人数', '66人'),
    indicator('quality', '代表活动开展率', '100%'),
    indicator('timeliness', '召开及时率', '100%'),
    indicator('cost', '人大工作成本', '≤2.125万元'),
    indicator('social', '代表履职能力', '提高'),
    indicator('satisfaction', '代表满意度', '≥90%'),
  ],
  ...changes,
});

export const many = (count: number, kind: Indicator['kind'] = 'quantity'): Indicator[] =>
  Array.from({ length: count }, (_, index) => indicator(kind, `第${index + 1}组走访户数`, `≥${index + 1}户`));

/** A drawn table as a reader would give it: merged text in the first cell. */
export const asRead = (grid: Grid): SourceTable => {
  const rows = grid.rows.map(() => grid.columns.map(() => ''));
  for (const cell of grid.cells) (rows[cell.row] ?? [])[cell.column] = cell.text;
  return { name: grid.name, rows: rows.map((cells, index) => ({ cells, at: index + 1 })) };
};

/** The cells of the table as rows of texts, from the header on. */
export const textsOf = (grid: Grid): string[][] => {
  const rows = new Map<number, string[]>();
  for (const { row, column, text } of grid.cells) {
    const texts = rows.get(row) ?? grid.columns.map(() => '');
    texts[column] = text;
    rows.set(row, texts);
  }
  return [...rows].sort(([one], [other]) => one - other).map(([, texts]) => texts);
};

/** The heights of the pages in points, the repeated header included. */
export const pageHeights = ({ rows, page }: Grid): number[] => {
  const ends = [...page.breaks, rows.length - 1];
  const header = rows[page.headerRows?.[0] ?? -1] ?? 0;
  return ends.map((end, index) => {
    const from = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1;
    return rows.slice(from, end + 1).reduce((sum, height) => sum + height, index === 0 ? 0 : header);
  });
};

export const HEADER = '单位编码\t单位及项目名称\t金额 (万元)\t绩效目标\t绩效指标';

/** A document as a text extraction gives it: title, header, department, unit, then rows. */
export const textDocument = (...rows: readonly string[]): SourceTable[] =>
  tablesFromText(
    [
      '示例县示例镇政府2025年部门预算项目支出绩效目标公开表',
      '',
      HEADER,
      '501\t示例县示例镇政府',
      '501001\t示例县示例镇政府\t30.00',
      ...rows,
    ].join('\n'),
    '公开表.txt',
  );

export const read = (tables: readonly SourceTable[]): RecognisedDocument => recognise(tables, '公开表.txt');

/** The only project of a document whose indicators are these paragraphs. */
export const readIndicators = (...paragraphs: readonly string[]): RecognisedProject => {
  const cell = paragraphs.map((text) => `<p>${text}</p>`).join(' ');
  const [only] = read(textDocument(`\t示例经费\t10.00\t<p>保障工作。</p>\t${cell}`)).projects;
  if (only === undefined) throw new Error('no project was read');
  return only;
};

/** Level 1, level 2, name, value: as written down in tests. */
export const short = ({ indicators }: RecognisedProject): (string | null)[][] =>
  indicators.map(({ level1, level2, level3, printedValue }) => [level1, level2, level3, printedValue]);

export const doubtKinds = ({ doubts }: RecognisedProject): string[] =>
  doubts.map(({ path, kind }) => `${path} ${kind}`);
