import { fold } from '../../model/text.ts';
import { type Cell, type Line, withoutRepeats } from '../lines.ts';
import { arrange } from './arrange.ts';
import { isIndicatorHeader } from './column-labels.ts';
import { type Columns, columnsOf, isValue } from './columns.ts';
import { expandLabels, expandLines } from './expand.ts';
import { isSum } from './sums.ts';
import { beginsLabel, COST_KINDS, type IndicatorLabel, indicatorLabel, type KindLabel } from './labels.ts';

/** One line of the indicator part: labels on the left, contents on the right. */
export interface Row {
  readonly at: number;
  /** In printed order; the last one stands next to the contents. */
  readonly labels: readonly PlacedLabel[];
  readonly level1: string | null;
  readonly contents: readonly Cell[];
  /** Made of more than one line. */
  readonly joined?: boolean;
}

export interface PlacedLabel extends KindLabel {
  readonly column: number;
}

/** Labels and contents of every line; repeated headers (page breaks) and stray pieces of labels are gone. */
export const readRows = (printed: readonly Line[]): { rows: Row[]; columns: Columns } => {
  const { lines, names } = arrange(printed.filter((line) => !isSum(line)).map(withoutFillers));
  const header = lines.find((line) => isIndicatorHeader(line.cells));
  const columns = columnsOf(header?.cells ?? []);
  const rows = joinBrokenLabels(lines.filter((line) => !isIndicatorHeader(line.cells)))
    .map((line) => readRow(expandLabels(line), columns.wide, names))
    .flatMap(oneEach);
  const named = rows.some(({ labels }) => labels.some(({ kind }) => kind === 'satisfaction'));
  const whole = named ? rows : rows.map(withSatisfaction);
  return { rows: whole.filter((row) => row.labels.length > 0 || row.contents.length > 0), columns };
};

/** `……` says that more rows may follow. */
const withoutFillers = (line: Line): Line => ({
  ...line,
  cells: line.cells.filter(({ text }) => !/^[.…·。]+$/u.test(text)),
});

/** Labels broken over lines (`产出指` + `标`, `社会` + `效益指标（必填）`) become one in the upper line. */
const joinBrokenLabels = (lines: readonly Line[]): Line[] => {
  const joined: Line[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    const ends = line.cells.filter((cell) => beginsLabel(textAt(above, cell.column), cell.text));
    if (!above || ends.length === 0) {
      joined.push(line);
      continue;
    }
    const whole = (cell: Cell): Cell => ({ ...cell, text: cell.text + textAt({ ...line, cells: ends }, cell.column) });
    joined[joined.length - 1] = { ...above, cells: above.cells.map(whole) };
    const rest = line.cells.filter((cell) => !ends.includes(cell));
    if (rest.length > 0) joined.push({ ...line, cells: rest });
  }
  return joined;
};

const textAt = (line: Line | undefined, column: number): string =>
  line?.cells.find((cell) => cell.column === column)?.text ?? '';

const readRow = (line: Line, wide: boolean, names: number | null): Row => {
  const labels: PlacedLabel[] = [];
  let level1: string | null = null;
  let at = 0;
  for (; at < line.cells.length; at += 1) {
    const cell = line.cells[at];
    const label = cell ? (indicatorLabel(cell.text) ?? shortLevel1(cell.text, line.cells.length - at)) : null;
    if (!cell || label === null) break;
    if (label.type === 'kind') {
      if (label.bare && (cell.column === names || isName(label, labels, line.cells.length - at - 1))) break;
      if (labels.at(-1)?.kind === 'cost' && isCostKind(label)) {
        labels.pop();
        level1 = COST_LEVEL;
      }
      if (labels.at(-1)?.kind !== label.kind) labels.push({ ...label, column: cell.column });
    } else if (label.type === 'level1' && level1 === SATISFACTION && isSatisfaction(cell.text)) {
      // Behind a label, with only a value left, it is what somebody wrote as a name.
      if (labels.length > 0 && line.cells.length - at <= 2) break;
      if (labels.length === 0) labels.push({ ...TWICE, column: cell.column });
    } else if (labels.length > 0 && !isTail(cell.text)) break;
    else if (label.type === 'level1') level1 = label.level1;
  }
  return notALabel({
    at: line.at,
    labels,
    level1,
    contents: wide ? line.cells.slice(at) : withoutTwins(line.cells.slice(at)),
  });
};

/** A row a line of its cells, where they hold several indicators; the labels stand beside the first. */
const oneEach = (row: Row): Row[] =>
  expandLines(row.contents).map((contents, index) =>
    index === 0 ? { ...row, contents } : { at: row.at, labels: [], level1: null, contents, joined: true },
  );

const SATISFACTION = '满意度指标';

/** 满意度指标 at both levels, and at the first level alone: there is only one level 2 below it. */
const TWICE: KindLabel = {
  type: 'kind',
  kind: 'satisfaction',
  printed: SATISFACTION,
  requirement: undefined,
  bare: false,
};
const ALONE: KindLabel = { ...TWICE, printed: '' };

const isSatisfaction = (text: string): boolean => fold(text).replace(/\(.*$/u, '') === SATISFACTION;

const withSatisfaction = (row: Row): Row =>
  row.level1 === SATISFACTION && row.labels.length === 0 ? { ...row, labels: [{ ...ALONE, column: 0 }] } : row;

const COST_LEVEL = COST_KINDS[0].level1;

const isCostKind = ({ kind }: KindLabel): boolean => COST_KINDS.some((row) => row.kind === kind);

/** 产出 with its 指标 lost or in the next row; content only where too little follows for a name and a value. */
const shortLevel1 = (text: string, left: number): IndicatorLabel | null =>
  left > 2 ? levelOf(indicatorLabel(`${fold(text).slice(0, 4)}指标`)) : null;

const levelOf = (label: IndicatorLabel | null): IndicatorLabel | null => (label?.type === 'level1' ? label : null);

/** A short label after another one is a level-3 name (满意度) where it repeats it or leaves no room for a name. */
const isName = (label: KindLabel, before: readonly KindLabel[], left: number): boolean =>
  before.length > 0 && (left < 2 || before.at(-1)?.kind === label.kind);

/** A piece to the right of a label that can only be the label's own end: `（必填）`. */
const isTail = (text: string): boolean => /^[()指标]/u.test(fold(text));

/** 满意度 beside a lone `≥95%` is a level-3 name, not the short form of a label. */
const notALabel = (row: Row): Row => {
  const last = row.labels.at(-1);
  const [only] = row.contents;
  if (!last?.bare || last.kind !== 'satisfaction' || !only || !/^[≥≤=><]?\s*\d|^[≥≤=><]$/u.test(only.text)) return row;
  if (row.contents.some(({ text }) => text.length > 4 && !isValue(text))) return row;
  const name = { column: last.column, text: last.printed ?? '' };
  return { ...row, labels: row.labels.slice(0, -1), contents: [name, ...row.contents] };
};

/** Repeats of a merge go, but a name may equal its value: two cells stay two. In a wide table a description may repeat the name. */
const withoutTwins = (cells: readonly Cell[]): readonly Cell[] => (cells.length > 2 ? withoutRepeats(cells) : cells);
