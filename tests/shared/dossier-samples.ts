import type { Grid, GridCell } from '../../shared/grid/grid.ts';
import { paperOf } from '../../shared/grid/paper.ts';
import type { SourceTable } from '../../shared/grid/table.ts';
import type { Level2Kind } from '../../shared/model/level2.ts';
import { emptyContent, emptyIndicator, type Indicator, type ProjectContent } from '../../shared/model/project.ts';
import type { BookOptions } from './book.ts';

/* 绩效文本 of an invented township. */

type Line = readonly [kind: Level2Kind, level3: string, description: string, printed: string, basis: string];

export const indicator = ([kind, level3, description, printed, basis]: Line, id: string): Indicator => ({
  ...emptyIndicator(id, kind),
  level3,
  description,
  printed,
  basis,
});

const ROAD: readonly Line[] = [
  ['quantity', '养护村道里程', '全年养护的村道里程', '≥32公里', '年度工作计划'],
  ['quantity', '养护桥涵', '全年养护的桥涵座数', '6座', '年度工作计划'],
  ['quality', '路面完好率', '抽查路段路面完好的比例', '=100百分比', '年度工作计划'],
  ['timeliness', '完成时间', '全部养护工作完成的时间', '2026年11月底前', '年度工作计划'],
  ['cost', '养护成本', '控制在预算以内', '≤45.6万元', '2026年县级预算编制通知'],
  ['sustainable', '管护机制', '村道管护机制是否健全', '健全', '年度工作计划'],
  ['social', '群众出行', '群众出行是否更加便利', '更加便利', '年度工作计划'],
  ['satisfaction', '村民满意度', '村民对村道养护是否满意', '≥95%', '年度工作计划'],
];

/** Two projects as a clerk would fill them in. */
export const ROADS: ProjectContent = {
  ...emptyContent(),
  name: '村道养护',
  code: '13999926P00100110001A',
  funds: { total: '45.6', fiscal: '40', other: '5.6' },
  usage: '用于村道日常养护和桥涵维修',
  spendingPlan: [
    { by: '3月底', percent: '20' },
    { by: '6月底', percent: '55%' },
    { by: '10月底', percent: '80' },
    { by: '12月底', percent: '100' },
  ],
  goals: ['1.全年养护村道 32 公里，保障群众出行。', '2.维修桥涵 6 座。'],
  indicators: ROAD.map((line, index) => indicator(line, `r${index}`)),
};

export const LIGHTS: ProjectContent = {
  ...ROADS,
  name: '路灯电费',
  code: '13999926P00100110002B',
  funds: { total: '95.0832', fiscal: '95.0832', other: '' },
  usage: '用于支付路灯电费',
  goals: ['保障路灯正常亮灯。'],
};

export const TOWN: BookOptions = {
  year: 2026,
  unit: {
    name: '示例县示例镇人民政府本级',
    department: '示例县示例镇人民政府',
    code: '816009',
    forms: ['dossier'],
    reviewer: '示例县财政局',
  },
  declared: {
    overallGoals: '1.服务群众，提高办事效率。\n2.改善村容村貌。',
    subGoals: '1.村道养护：道路畅通。',
    safeguards: '',
  },
};

/** A drawn table as a reader would give it: merged text in the first cell, empty rows left out. */
export const asRead = (grid: Grid): SourceTable => {
  const rows = grid.rows.map(() => grid.columns.map(() => ''));
  for (const cell of grid.cells) (rows[cell.row] ?? [])[cell.column] = cell.text;
  return {
    name: grid.name,
    rows: rows
      .map((cells, index) => ({ cells, at: index + 1 }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  };
};

/** The texts of a grid row by row, in reading order; `text ×columns ↓rows` for merges. */
export const printedRows = (grid: Grid): string[] =>
  grid.rows.map((_, row) =>
    grid.cells
      .filter((cell) => cell.row === row)
      .sort((one, other) => one.column - other.column)
      .map(printedCell)
      .join(' | '),
  );

const printedCell = ({ text, columnSpan, rowSpan }: GridCell): string =>
  `${text.replaceAll('\n', '⏎')}${columnSpan > 1 ? ` ×${columnSpan}` : ''}${rowSpan > 1 ? ` ↓${rowSpan}` : ''}`;

/** The number printed at the foot of the page where a heading stands, for every heading in order. */
export const headingPages = (grids: readonly Grid[]): { readonly text: string; readonly page: number }[] =>
  grids.flatMap((grid) =>
    paperOf(grid).pages.flatMap(({ number, boxes }) =>
      boxes.flatMap(({ cell }) => (cell.heading === 2 ? [{ text: cell.text, page: number }] : [])),
    ),
  );

/** The entries of 目录 with the page they say. */
export const contentsEntries = (grids: readonly Grid[]): { readonly text: string; readonly page: number }[] =>
  grids
    .filter(({ role }) => role === 'contents')
    .flatMap(({ cells }) =>
      cells.flatMap((cell) => {
        const page = cells.find(({ row, column }) => row === cell.row && column === 1)?.text ?? '';
        return cell.column === 0 && page !== '' ? [{ text: cell.text, page: Number(page) }] : [];
      }),
    );

/** The item at a place; the test fails where there is none. */
export const at = <T>(items: readonly T[], index: number): T => {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
};
