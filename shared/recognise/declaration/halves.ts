import { GOALS_LABEL } from '../../forms/declaration/definition.ts';
import type { SourceRow, SourceTable } from '../../grid/table.ts';
import { fold } from '../../model/text.ts';
import { isCaption, isMargin } from '../annex2/captions.ts';
import { isIndicatorHeader } from '../annex2/column-labels.ts';
import { headerLabel, type HeaderKey } from '../annex2/header-labels.ts';
import { indicatorLabel } from '../annex2/labels.ts';
import { cleanCell } from '../clean.ts';

/*
 * 申报表 holds two tables side by side: 中期 on the left, the year on the right. Each is the table of one project with the same
 * labels as 附件2, so the document is parted into two and each half is read as such.
 */

export type Half = 'midterm' | 'year';

/** Where the halves of the indicators begin: the two columns of 二级指标. */
interface Columns {
  readonly midterm: number;
  readonly year: number;
}

/**
 * The columns of a header that names 二级指标 twice below one 一级指标; null for any other row. Two tables of a single year
 * that stand beside each other name both twice.
 */
export const columnsOf = (cells: readonly string[]): Columns | null => {
  if (cells.filter((cell) => fold(cell) === '一级指标').length > 1) return null;
  const places = cells.flatMap((cell, column) => (fold(cell) === '二级指标' ? [column] : []));
  const [midterm, year] = places;
  if (midterm === undefined || year === undefined || year - midterm < 2) return null;
  return cells.slice(midterm + 1, year).some((cell) => fold(cell) === '三级指标') ? { midterm, year } : null;
};

/** One half of every table, with the labels that a table of a single year prints. */
export const halfOf = (tables: readonly SourceTable[], half: Half): SourceTable[] =>
  tables.map(({ name, rows }) => ({ name, rows: new HalfReader(half, widest(rows)).take(rows) }));

/** The header as it is printed most widely: repeated on a later page it may have lost its merges. */
const widest = (rows: readonly SourceRow[]): Columns | null =>
  rows.map((row) => columnsOf(row.cells.map(cleanCell))).find((columns) => columns !== null) ?? null;

class HalfReader {
  private readonly half: Half;
  private readonly columns: Columns | null;
  private part: 'fields' | 'goals' | 'indicators' = 'fields';
  private level2 = '';
  /** Which half the rows belong to where the two stand below each other. */
  private section: Half | null = null;
  /** Column in which the goals of the year begin. */
  private goalColumn = 0;

  constructor(half: Half, columns: Columns | null) {
    this.half = half;
    this.columns = columns;
  }

  take(rows: readonly SourceRow[]): SourceRow[] {
    return rows.map(({ cells, at }) => ({ at, cells: this.row(cells.map(cleanCell)) }));
  }

  private row(cells: readonly string[]): string[] {
    const filled = cells.filter((cell) => cell !== '');
    if (filled.length <= 2 && filled.every(isCaption)) return [...cells];
    this.section = sectionOf(cells) ?? this.section;
    if (columnsOf(cells) !== null || isIndicatorHeader(cells.map((text) => ({ text })))) {
      this.part = 'indicators';
      return this.ofHalf(cells);
    }
    const goals = goalLabels(cells);
    if (goals !== null) {
      this.part = 'goals';
      this.goalColumn = goals.year;
      return [];
    }
    if (filled.some((cell) => headerLabel(cell) === 'name')) {
      this.part = 'fields';
      this.section = null;
    }
    if (this.part === 'indicators') return isBelow(filled) ? [...cells] : this.ofHalf(cells);
    return this.part === 'goals' ? this.goals(cells) : this.fields(cells);
  }

  /** Side by side a row is cut in two; below each other it belongs to one half as a whole. */
  private ofHalf(cells: readonly string[]): string[] {
    if (this.section === null) return this.indicators(cells);
    return this.section === this.half ? [...cells] : [];
  }

  /** 绩效指标 and 一级指标 belong to both halves; the rest is cut at the second 二级指标, or at the second label. */
  private indicators(cells: readonly string[]): string[] {
    const { midterm, year } = this.columns ?? { midterm: 2, year: cells.length };
    if (cells.length > year) {
      const half = this.half === 'midterm' ? cells.slice(midterm, year) : cells.slice(year);
      return this.labelled(cells.slice(0, midterm), half);
    }
    const labels = cells.flatMap((cell, column) => (isLevel2(cell) ? [column] : []));
    const [first = 0, second = labels[0] ?? 0] = labels;
    if (this.half === 'midterm') return labels.length > 1 ? cells.slice(0, second) : [];
    return labels.length > 1 ? [...cells.slice(0, first), ...cells.slice(second)] : [...cells];
  }

  /** A label merged down stands in the first of its rows: every indicator gets its own, and a half without any is left out. */
  private labelled(before: readonly string[], [label = '', ...contents]: readonly string[]): string[] {
    if (label !== '') this.level2 = label;
    if (contents.every((cell) => cell === '')) return before.some((cell) => cell !== '') ? [...before] : [];
    return [...before, this.level2, ...contents];
  }

  private goals(cells: readonly string[]): string[] {
    const texts = cells
      .map((text, column) => ({ text, column }))
      .filter(({ text }) => text !== '' && fold(text) !== GOALS_LABEL);
    const inPlace = cells.length > this.goalColumn && this.goalColumn > 1;
    const own = texts.filter(({ column }, index) => {
      const right = inPlace ? column >= this.goalColumn : index > 0 || texts.length === 1;
      return right === (this.half === 'year');
    });
    return own.length === 0 ? [] : ['年度总体目标', ...own.map(({ text }) => text)];
  }

  /** Label and value pairs: one under a label of 中期, or the first of two under the same label, is of the left half. */
  private fields(cells: readonly string[]): string[] {
    const pairs = pairsOf(cells);
    return pairs.flatMap(({ key, midterm, cells: own }, index) => {
      const twice = pairs.some((pair, other) => other > index && pair.key === key && key !== null);
      const left = midterm || twice;
      if (key === null || !key.startsWith('funds') || key === 'funds') return own;
      if (left !== (this.half === 'midterm')) return [];
      return midterm ? ['年度资金总额：', ...own.slice(1)] : own;
    });
  }
}

/** 长期绩效指标 and 年度绩效指标, beside all indicators of a half that stands above or below the other. */
export const sectionOf = (cells: readonly string[]): Half | null => {
  const labels = cells.slice(0, 2).map(fold);
  if (labels.some((label) => /^(?:长|中长?)期绩效指标$/u.test(label))) return 'midterm';
  return labels.some((label) => /^(?:年度|本年度?)绩效指标$/u.test(label)) ? 'year' : null;
};

/** Who filled it in, and rows of no field: below the indicators, and of neither half. */
const isBelow = ([first = '']: readonly string[]): boolean => isMargin(first) || headerLabel(first) === 'ignored';

const isLevel2 = (text: string): boolean => {
  const label = indicatorLabel(text);
  return label?.type === 'kind' && !label.bare;
};

/** The row that names both goals, and the column of the year's. */
const goalLabels = (cells: readonly string[]): { year: number } | null => {
  const midterm = cells.findIndex((cell) => /^(?:长|中长?)期(?:绩效)?目标/u.test(fold(cell)) && cell.length < 40);
  const year = cells.findIndex((cell) => /^年度(?:绩效|总体)?目标(?:\([^()]*\))?$/u.test(fold(cell)));
  return midterm < 0 || year < 0 ? null : { year };
};

interface Pair {
  readonly key: HeaderKey | null;
  /** Its label says 中期. */
  readonly midterm: boolean;
  readonly cells: readonly string[];
}

/** Each label with the cells up to the next one. */
const pairsOf = (cells: readonly string[]): Pair[] => {
  const pairs: { key: HeaderKey | null; midterm: boolean; cells: string[] }[] = [];
  for (const cell of cells) {
    const midterm = /^(?:中期|项目)资金总额:?$/u.test(fold(cell));
    const key = midterm ? 'funds.total' : headerLabel(cell);
    const last = pairs.at(-1);
    if (key !== null || last === undefined) pairs.push({ key, midterm, cells: [cell] });
    else last.cells.push(cell);
  }
  return pairs;
};
