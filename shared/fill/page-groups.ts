import type { Level2Kind } from '../model/level2.ts';
import { fold, isBlank } from '../model/text.ts';
import { indicatorLabel } from '../recognise/annex2/labels.ts';
import type { Group } from './forms.ts';
import type { Header, Said } from './headers.ts';
import { isDots, isFoot, labelOf } from './labels.ts';
import { kindOfRole } from './roles.ts';
import { covers, endColumn, type TableView, type TemplateCell } from './template.ts';

/** The columns that say which indicators stand in a row. */
export interface LevelColumns {
  readonly level1: number | null;
  readonly level2: number | null;
  /** Where the indicators themselves begin: 三级指标, else 指标值. */
  readonly lines: number;
}

/** The rows of indicators below a header, by their level 2, and the row behind the last. */
export const groupsBelow = (
  view: TableView,
  header: Header,
  { level1, level2, lines }: LevelColumns,
  said: Said,
): { readonly groups: Group[]; readonly end: number } => {
  const groups: { kinds: readonly Level2Kind[]; level1: string; level2: string; rows: number[] }[] = [];
  let row = header.end;
  let upper = '';
  for (; row < view.table.rows; row += 1) {
    const line = view.at(row, lines);
    const first = level1 === null ? null : view.at(row, level1);
    const second = level2 === null ? null : view.at(row, level2);
    if (!isLine(view, row, line, level1, level2)) break;
    if (first !== null && first.row === row && !isBlank(first.text)) upper = first.text;
    const last = groups.at(-1);
    const label = level2 === null ? first : second;
    const begins = label !== null && label.row === row && !isBlank(label.text);
    const sameRow = label !== null && label.row < row;
    if (!begins && !sameRow && isEmptyRow(view, row) && !isInside(first, row)) break;
    if (line !== null && line.row < row) continue;
    if (begins || last === undefined) {
      const text = label?.text ?? '';
      const kinds = label === null ? [] : (kindsSaid(said, label) ?? kindsOf(text, upper));
      groups.push({ kinds, level1: upper, level2: level2 === null ? '' : text, rows: [row] });
    } else if (last.level1 === upper || isBlank(upper)) last.rows.push(row);
    else groups.push({ kinds: kindsOf('', upper), level1: upper, level2: '', rows: [row] });
  }
  return { groups, end: row };
};

const isInside = (first: TemplateCell | null, row: number): boolean => first !== null && first.row < row;

/** A row of indicators: its cell of 三级指标 stands for itself, and no other part of the form begins there. */
const isLine = (
  view: TableView,
  row: number,
  line: TemplateCell | null,
  level1: number | null,
  level2: number | null,
): boolean => {
  if (line === null || line.kind === 'line') return false;
  if ([level1, level2].some((column) => column !== null && covers(line, column))) return false;
  const [first] = view.row(row).filter(({ text }) => !isBlank(text));
  if (first === undefined) return true;
  const begin = Math.min(...[level1, level2].filter((column) => column !== null), line.column);
  if (isFoot(first.text) && endColumn(first) > begin) return false;
  const label = labelOf(first.text);
  if (label !== null && label !== 'indicators' && first.column <= begin) return false;
  return !/^(?:总分|合计|总计|得分合计|预算执行率)/u.test(fold(first.text));
};

const isEmptyRow = (view: TableView, row: number): boolean =>
  view.across(row).every(({ text, row: at }) => at !== row || isBlank(text));

const kindsSaid = (said: Said, label: TemplateCell): readonly Level2Kind[] | null => {
  const role = said(label);
  if (role === null) return null;
  const kind = kindOfRole(role);
  return kind === null ? [] : [kind];
};

const BY_LEVEL1: Readonly<Record<string, readonly Level2Kind[]>> = {
  成本指标: ['cost', 'economicCost', 'socialCost', 'ecologicalCost'],
  产出指标: ['quantity', 'quality', 'timeliness', 'cost'],
  效益指标: ['economic', 'social', 'ecological', 'sustainable'],
  满意度指标: ['satisfaction'],
};

/** Which indicators a label of level 2 means; those of its level 1 where it prints none; none for ……. */
const kindsOf = (level2: string, level1: string): readonly Level2Kind[] => {
  if (isDots(level2)) return [];
  const label = indicatorLabel(level2.replace(/[\s\n]+/gu, ''));
  if (label?.type === 'kind') return [label.kind];
  const upper = isBlank(level2) ? level1 : level2;
  const first = indicatorLabel(upper.replace(/\s+/gu, '').replace(/[(（]\d+分?[)）]$/u, ''));
  if (first?.type === 'kind') return [first.kind];
  return first?.type === 'level1' ? (BY_LEVEL1[first.level1] ?? []) : [];
};
