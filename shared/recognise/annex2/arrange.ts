import { type Cell, type Line, withoutRepeats } from '../lines.ts';
import { glue } from '../clean.ts';
import { columnOf, type ColumnName, isIndicatorHeader, levelOf } from './column-labels.ts';
import { plain } from './header-labels.ts';
import { type IndicatorLabel, indicatorLabel } from './labels.ts';

/*
 * Other counties print their columns in another order, number the rows, split 指标值 over two header lines, or add columns of
 * their own. Where the cells stand below their headers, the lines are laid out anew as this form has them: the label beside all
 * indicators, level 1, level 2, 三级指标 and the rest as printed. Where they don't, only running numbers are taken out.
 */

type Role = ColumnName | 'root' | 'level1' | 'level2' | 'number' | 'unknown';

/** Labels are looked for in their own columns; so many of them must stand there. */
const IN_PLACE = 0.6;

/** The lines of the indicators of one project, as this form has its columns. */
export const arrange = (lines: readonly Line[]): Arranged => {
  const at = lines.findIndex((line) => isIndicatorHeader(line.cells));
  const header = lines[at];
  if (header === undefined) return { lines, names: null };
  const { whole: printed, rest } = withSecondLine(header, lines.slice(at + 1));
  // A merged header given once for each column it covers is one column.
  const whole = { ...printed, cells: withoutRepeats(printed.cells) };
  const roles = rolesOf(whole);
  const all = [...lines.slice(0, at), whole, ...rest];
  const inPlace = isInPlace(rest, roles);
  if (isUsual(roles) && whole.cells.length === printed.cells.length)
    return { lines: all, names: inPlace ? placeOfNames(roles) : null };
  const order = orderOf(roles);
  if (!inPlace) return { lines: [...roles.values()].includes('number') ? withoutNumbers(all) : all, names: null };
  const names = order.findIndex((column) => roles.get(column) === 'name');
  return { lines: all.map((line) => moved(line, roles, order)), names: names < 0 ? null : names };
};

export interface Arranged {
  readonly lines: readonly Line[];
  /** The column of 三级指标 where cells stand below their headers: what stands there is hardly a label. */
  readonly names: number | null;
}

const placeOfNames = (roles: ReadonlyMap<number, Role>): number | null =>
  [...roles].find(([, role]) => role === 'name')?.[0] ?? null;

/** 指标值 over 符号, 数值, 单位: the second line of a header names the columns more closely. */
const withSecondLine = (header: Line, below: readonly Line[]): { whole: Line; rest: readonly Line[] } => {
  const [second] = below;
  const cells = second?.cells ?? [];
  const named = cells.filter((cell) => columnOf(cell.text) !== null || SECOND.has(plain(cell.text)));
  const own = (cell: Cell): boolean => header.cells.some((one) => one.column === cell.column && one.text === cell.text);
  const more = cells.filter((cell) => !own(cell));
  if (!second || isIndicatorHeader(cells) || more.length === 0 || named.length < more.length)
    return { whole: header, rest: below };
  const kept = header.cells.filter((cell) => !more.some(({ column }) => column === cell.column));
  const whole = [...kept, ...more].sort((one, other) => one.column - other.column);
  return { whole: { ...header, cells: whole }, rest: below.slice(1) };
};

const SECOND: ReadonlySet<string> = new Set(['值', '数值', '单位', '符号', '指标值', '具体值']);

const rolesOf = (header: Line): ReadonlyMap<number, Role> => {
  const first = Math.min(...header.cells.filter((cell) => levelOf(cell.text) !== null).map(({ column }) => column));
  return new Map(header.cells.map(({ column, text }) => [column, roleOf(text, column < first)] as const));
};

const roleOf = (text: string, left: boolean): Role => {
  const level = levelOf(text);
  if (level !== null) return level;
  const label = plain(text);
  if (/^(?:序号|编号|行号)$/u.test(label)) return 'number';
  if (/^数?值$|^具体值$/u.test(label)) return 'value';
  if (left) return 'root';
  return columnOf(text) ?? 'unknown';
};

/** Level 1, level 2, then names: as this form has it. */
const isUsual = (roles: ReadonlyMap<number, Role>): boolean => {
  const names: readonly Role[] = [...roles.values()].filter((role) => role !== 'root');
  if (names.includes('number') || names.includes('unknown')) return false;
  const usual = RANKED.filter((role) => names.includes(role));
  return usual.every((role, index) => names[index] === role);
};

const RANKED: readonly Role[] = ['level1', 'level2', 'name'];

/** The columns in the order of this form. */
const orderOf = (roles: ReadonlyMap<number, Role>): readonly number[] => {
  const columns = [...roles.keys()];
  const of = (wanted: (role: Role) => boolean): number[] =>
    columns.filter((column) => wanted(roles.get(column) ?? 'unknown'));
  return [
    ...of((role) => role === 'root'),
    ...RANKED.flatMap((ranked) => of((role) => role === ranked)),
    ...of((role) => role !== 'root' && role !== 'number' && !RANKED.includes(role)),
  ];
};

const isInPlace = (lines: readonly Line[], roles: ReadonlyMap<number, Role>): boolean => {
  let own = 0;
  let all = 0;
  for (const { cells } of lines)
    for (const { text, column } of cells) {
      const label = indicatorLabel(text);
      if (label === null || label.type === 'piece' || (label.type === 'kind' && label.bare)) continue;
      all += 1;
      if (levelsOf(label).includes(roles.get(column) ?? 'unknown')) own += 1;
    }
  return all > 0 && own >= all * IN_PLACE;
};

/** 成本指标 may stand at either level. */
const levelsOf = (label: IndicatorLabel): readonly Role[] => {
  if (label.type !== 'kind') return [label.type === 'level1' ? 'level1' : 'root'];
  return label.kind === 'cost' ? ['level1', 'level2'] : ['level2'];
};

/** Every cell in the new place of its column; one below no header goes with the column on its left. */
const moved = (line: Line, roles: ReadonlyMap<number, Role>, order: readonly number[]): Line => {
  const texts = new Map<number, string>();
  const headers = [...roles.keys()];
  for (const { column, text } of line.cells) {
    const header = roles.has(column) ? column : (headers.filter((one) => one < column).at(-1) ?? headers[0]);
    const place = header === undefined ? -1 : order.indexOf(header);
    if (place < 0) continue;
    const known = texts.get(place);
    texts.set(place, known === undefined || known === text ? text : glue(known, text));
  }
  const cells = [...texts].map(([column, text]) => ({ column, text })).sort((one, other) => one.column - other.column);
  return { ...line, cells };
};

/** Merged cells are lost and the rest stands further left: the running numbers are what comes first. */
const withoutNumbers = (lines: readonly Line[]): Line[] =>
  lines.map((line) => {
    const at = line.cells.findIndex(({ text }) => indicatorLabel(text)?.type !== 'root');
    const isNumber = /^\d{1,3}$|^序号$/u.test(plain(line.cells[at]?.text ?? ''));
    return isNumber && line.cells.length > at + 1
      ? { ...line, cells: line.cells.filter((_, index) => index !== at) }
      : line;
  });
