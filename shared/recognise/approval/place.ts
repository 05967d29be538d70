import { fold as foldText } from '../../model/text.ts';
import { indicatorLabel } from '../annex2/labels.ts';
import { glue } from '../clean.ts';
import type { Cell } from '../lines.ts';
import { remember } from '../remember.ts';
import type { Column, ColumnName } from './columns.ts';

/*
 * Which cell of a row belongs to which column. Spreadsheets keep every cell in its place; extractions of printed pages lose
 * merged cells and move the rest to the left or to the right. The cells keep their order, so the cheapest way to lay them into the
 * columns wins: a cell costs what its text says against the column, a change of the distance moved costs a little.
 */

/** Every cell is held against every column. */
const fold = remember(foldText);

/** The texts of a row by column. */
export type Placed = Readonly<Partial<Record<ColumnName, string>>>;

export interface Placing {
  readonly texts: Placed;
  readonly cost: number;
}

const NEVER = 5;
const MOVED = 0.35;
const GLUED = 2.6;
const LEFT_OUT: Readonly<Partial<Record<ColumnName, number>>> = { level3: 2, value: 1.2, measure: 0.3, operator: 0.4 };

/** Cells laid so far, as a chain from the last. */
interface State {
  readonly cost: number;
  readonly shift: number;
  readonly name: ColumnName | null;
  readonly text: string;
  readonly before: State | null;
}

const NOTHING: State = { cost: 0, shift: 0, name: null, text: '', before: null };

/** Lays the cells of a row into the columns, in their order. */
export const placeRow = (cells: readonly Cell[], columns: readonly Column[]): Placing => {
  const inPlace = asPrinted(cells, columns);
  if (inPlace && inPlace.cost + BEST <= PLACE_COUNTS) return { ...inPlace, cost: 0 };
  const within = withinColumns(cells, columns);
  if (within !== null) return within;
  const best = cheapest(cells, columns);
  return inPlace && inPlace.cost <= best.cost + PLACE_COUNTS ? { ...inPlace, cost: 0 } : best;
};

/** Cells under their own header are believed although they would suit others better by this much. */
const PLACE_COUNTS = 2;

/** No row costs less than minus this: nothing better need be looked for. */
const BEST = 1;

/** A note beside the table moves nothing in it; null where the rest does not stand where it belongs. */
const withinColumns = (cells: readonly Cell[], columns: readonly Column[]): Placing | null => {
  const last = columns.at(-1)?.column ?? 0;
  const within = cells.filter(({ column }) => column <= last);
  if (within.length === cells.length || within.length < FEWEST_IN_PLACE) return null;
  const placed = asPrinted(within, columns);
  return placed && placed.cost + BEST <= PLACE_COUNTS ? { ...placed, cost: 0 } : null;
};

const FEWEST_IN_PLACE = 3;

/** Every cell in the column it is printed in; null where one stands in no column or can't be meant there. */
const asPrinted = (cells: readonly Cell[], columns: readonly Column[]): Placing | null => {
  const texts: Partial<Record<ColumnName, string>> = {};
  let cost = 0;
  for (const cell of cells) {
    const name = columns.find(({ column }) => column === cell.column)?.name;
    const misfits = name === undefined ? Infinity : name === 'ignored' ? 0 : misfit(cell.text, name);
    if (name === undefined || misfits >= NEVER) return null;
    texts[name] = cell.text;
    cost += misfits;
  }
  return { texts, cost };
};

const cheapest = (cells: readonly Cell[], columns: readonly Column[]): Placing => {
  const withIndicator = cells.some(({ text }) => OPERATOR.test(fold(text))) || cells.length > 3;
  // states[n]: the cells so far, the last of them in column n - 1.
  let states: (State | null)[] = [NOTHING, ...columns.map(() => null)];
  for (const cell of cells) states = takeCell(states, cell, columns, withIndicator);
  let best: State | null = null;
  states.forEach((state, filled) => {
    if (!state) return;
    const cost = state.cost + (withIndicator ? leftOut(columns, filled, columns.length) : 0);
    if (!best || cost < best.cost) best = { ...state, cost };
  });
  const found = best as State | null;
  return { texts: textsOf(found), cost: found?.cost ?? Infinity };
};

const takeCell = (
  states: readonly (State | null)[],
  cell: Cell,
  columns: readonly Column[],
  withIndicator: boolean,
): (State | null)[] => {
  const next: (State | null)[] = states.map(() => null);
  const misfits = columns.map(({ name }) => misfit(cell.text, name));
  states.forEach((state, filled) => {
    if (!state) return;
    const glued = filled > 0 ? glueTo(state, cell.text, columns[filled - 1]) : null;
    if (glued && glued.cost < (next[filled]?.cost ?? Infinity)) next[filled] = glued;
    let passed = 0;
    for (let at = filled; at < columns.length; at += 1) {
      const column = columns[at];
      if (!column) break;
      const shift = cell.column - column.column;
      const cost = state.cost + passed + (misfits[at] ?? NEVER) + (shift === state.shift ? 0 : MOVED);
      if (cost < (next[at + 1]?.cost ?? Infinity))
        next[at + 1] = { cost, shift, name: column.name, text: cell.text, before: state };
      if (withIndicator) passed += LEFT_OUT[column.name] ?? 0;
    }
  });
  return next;
};

const textsOf = (last: State | null): Placed => {
  const texts: Partial<Record<ColumnName, string>> = {};
  for (let state = last; state?.name; state = state.before) texts[state.name] = state.text;
  return texts;
};

/** The rest of a broken text, one cell to the right. */
const glueTo = (state: State, text: string, column: Column | undefined): State | null => {
  if (column === undefined || !WORDY.has(column.name) || NUMBER.test(fold(text))) return null;
  return { ...state, cost: state.cost + GLUED, text: glue(state.text, text) };
};

const WORDY: ReadonlySet<ColumnName> = new Set(['unit', 'project', 'goal', 'level3', 'ignored']);

/** What it costs that the columns from one to before another stay empty. */
const leftOut = (columns: readonly Column[], from: number, to: number): number => {
  let cost = 0;
  for (let at = from; at < to; at += 1) cost += LEFT_OUT[columns[at]?.name ?? 'ignored'] ?? 0;
  return cost;
};

const OPERATOR = /^(?:[≥≤=><≧≦⩾⩽]|>=|<=|大于(?:等于)?|小于(?:等于)?|等于|不(?:低|高|少|多)于|定性|定量(?:\(其他\))?)$/u;
const NUMBER = /^[-+]?\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^[-+]?\d+(?:\.\d+)?$/u;
/** 21 characters, and some more or less, before the name: 63012300024T000000550-社区工作经费. */
export const CODED = /^([0-9a-z]{16,26})[-:]?(?=\D)/iu;
const UNIT_CODED = /^\d{3,9}-?(?=\p{Script=Han})/u;
const AUTHORITY = /(?:政府|委员会|办事处|街道|中心|局|厅|站|所|学校|中学|小学|医院|本级\)|部门)$/u;

/** At the first level in trees of 财预〔2021〕101号, elsewhere a label of the second. */
const COST_LEVEL1 = '成本指标';

/** How badly a text suits a column: 0 well, 6 never. */
const misfit = (text: string, name: ColumnName): number => {
  const folded = fold(text);
  const number = NUMBER.test(folded);
  if (OPERATOR.test(folded)) return name === 'operator' ? -0.5 : 6;
  const label = indicatorLabel(text);
  switch (name) {
    case 'unit':
      if (number || label) return 6;
      if (CODED.test(folded) && !UNIT_CODED.test(folded)) return 3;
      return UNIT_CODED.test(folded) || AUTHORITY.test(folded) ? 0 : 1.5;
    case 'code':
      return /^[0-9a-z]{12,30}$/u.test(folded) ? 0 : 4;
    case 'project':
      if (number || label?.type === 'level1') return 6;
      if (CODED.test(folded)) return 0;
      return folded.length > 60 ? 3 : /^\d{1,12}-/u.test(folded) ? 0.6 : 1;
    case 'category':
      if (number || label) return 6;
      return /^\d-|类$/u.test(folded) ? 0 : folded.length <= 8 ? 1.2 : 4;
    case 'amount':
      return number ? 0 : 5;
    case 'goal':
      if (number) return 5;
      return label ? 4 : folded.length >= 16 ? 0 : 1;
    case 'level1':
      if (label?.type === 'level1' || folded === COST_LEVEL1) return 0;
      return /^.{2,8}指标$/u.test(folded) && !label ? 2 : 6;
    case 'level2':
      if (label?.type === 'kind') return 0;
      return number || folded.length > 12 ? 6 : label ? 3 : /指标$|效益$|影响$|满意度$/u.test(folded) ? 1 : 2.6;
    case 'level3':
      if (number) return 4;
      return label && label.type !== 'piece' ? 1 : folded.length > 40 ? 1 : 0;
    case 'operator':
      return 6;
    case 'value':
      return number ? 0 : label ? 4 : /\d/u.test(folded) ? 0.8 : folded.length <= 12 ? 1 : 2.5;
    case 'measure':
      return number ? 6 : /^[^\d，。；]{1,8}$/u.test(folded) ? (folded.length <= 3 ? 0 : 0.8) : 4;
    case 'weight':
      return /^\d{1,3}(?:\.\d+)?[%分]?$/u.test(folded) ? 0 : 6;
    case 'ignored':
      return /^(?:正向|反向)(?:指标)?$/u.test(folded) ? -0.5 : 1;
  }
};

export const isOperator = (text: string): boolean => OPERATOR.test(fold(text));
export const isNumber = (text: string): boolean => NUMBER.test(fold(text));
