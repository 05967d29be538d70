import { goalGoesOn, itemGoesOn, type GoesOn } from '../../forms/disclosure/join.ts';
import { parseFen } from '../../model/money.ts';
import { fold } from '../../model/text.ts';
import { joinHan } from '../clean.ts';
import type { Doubt } from '../recognised.ts';
import { isAmount, type TableRow } from './table.ts';

/** A project with everything its rows say, on however many pages. */
export interface ProjectText {
  readonly name: string;
  readonly code: string;
  readonly unit: string;
  /** The unit in whose part of the table it stands. */
  readonly above: string;
  readonly amount: string;
  readonly goals: string;
  readonly indicators: string;
  readonly table: string;
  readonly at: number;
  readonly doubts: readonly Doubt[];
}

/** A row of a department or a unit. */
export interface UnitText {
  readonly code: string;
  readonly name: string;
  readonly amount: string;
}

/** The rows of the table as what they are. */
export interface Sorted {
  readonly units: readonly UnitText[];
  readonly projects: readonly ProjectText[];
  /** 合计 where a row of its own prints it. */
  readonly total: string;
}

const CONTINUED = /^[(（]续[)）]\s*/u;
const TOTAL = /^(?:合计|总计|部门合计|单位合计)[:：]?$/u;

/** Sorts the rows: units, projects, and rows in which a project goes on. */
export const sortRows = (rows: readonly TableRow[]): Sorted => {
  const units: UnitText[] = [];
  const projects: ProjectText[] = [];
  let total = '';
  const priced = mostlyPriced(rows);
  rows.forEach((row, index) => {
    const last = projects.at(-1);
    if (TOTAL.test(fold(row.name || row.unit || row.code))) total ||= row.amount;
    else if (isRepeated(row, units)) return;
    else if (isUnit(row, units, rows.slice(index + 1, index + 200), projects.length === 0)) units.push(unitOf(row));
    else if (last !== undefined && goesOn(row, last, priced)) projects[projects.length - 1] = joined(last, row);
    else projects.push(projectOf(row, units));
  });
  return { units, projects, total };
};

const isCode = (text: string): boolean => /^[\dA-Za-z]{3,}$/u.test(text.trim());

/** `407001 示例镇政府` in one cell is code and name. */
const splitUnit = ({ code, name }: TableRow): { code: string; name: string } => {
  const [, inName = '', rest = ''] = /^(\d{3,})[\s\-－—]*(\p{Script=Han}[^]*)$/u.exec(name) ?? [];
  if (code !== '' || inName === '') return { code: code.trim(), name };
  return { code: inName, name: rest };
};

/**
 * A row without goals and indicators that has a code not said just before; without a code one that is named like an authority, and
 * stands above the first project or has the sum of the projects below it.
 */
const isUnit = (row: TableRow, units: readonly UnitText[], below: readonly TableRow[], isFirst: boolean): boolean => {
  if (row.goals !== '' || row.indicators !== '') return false;
  const { code, name } = splitUnit(row);
  if (isCode(code) && code.length < LEAST_PROJECT_CODE) return units.at(-1)?.code !== code;
  return AUTHORITY.test(fold(name)) && (isFirst || addsUp(row.amount, below));
};

/** A unit printed again at the top of a further page. */
const isRepeated = (row: TableRow, units: readonly UnitText[]): boolean => {
  const { code, name } = splitUnit(row);
  const isBare = row.goals === '' && row.indicators === '' && code !== '';
  return isBare && units.some((unit) => unit.code === code && isSame(unit.name, name));
};

/** Shorter codes are those of units. */
const LEAST_PROJECT_CODE = 16;

/** Is this the sum of the amounts below, up to the next row without goals and indicators? Lines may be rounded. */
const addsUp = (amount: string, below: readonly TableRow[]): boolean => {
  const total = parseFen(amount, '万元');
  const end = below.findIndex(({ goals, indicators }) => goals === '' && indicators === '');
  const lines = (end === -1 ? below : below.slice(0, end)).map((row) => parseFen(row.amount, '万元'));
  if (total === null || lines.length === 0) return false;
  const sum = lines.reduce<number>((all, fen) => all + (fen ?? 0), 0);
  return Math.abs(total - sum) <= ROUNDING * lines.length;
};

/** Half of a hundredth of 万元, in 分. */
const ROUNDING = 50_00;

const AUTHORITY =
  /(?:政府|委员会|办事处|街道|部|院|会|中心|局|厅|站|所|学校|中学|小学|本级\)?|部门|支队|大队)(?:\(本级\))?$/u;

const unitOf = (row: TableRow): UnitText => {
  const { code, name } = splitUnit(row);
  return { code, name: joinHan(name), amount: row.amount };
};

/** Does nearly every project have its amount? A row with a name and none is then the rest of the one above. */
const mostlyPriced = (rows: readonly TableRow[]): boolean => {
  const named = rows.filter(({ name, indicators }) => name !== '' && beginsAnew(indicators));
  return named.length >= 3 && named.filter(({ amount }) => isAmount(amount)).length >= named.length * 0.8;
};

const goesOn = (row: TableRow, last: ProjectText, priced: boolean): boolean => {
  if (row.amount !== '' && isAmount(row.amount)) return false;
  const hasText = row.goals !== '' || row.indicators !== '';
  if (CONTINUED.test(row.name)) return true;
  if (row.name === '') return true;
  if (!hasText || row.amount !== '') return false;
  if (isSame(row.name, last.name)) return !beginsAnew(row.indicators);
  return (row.goals === '' || (priced && last.amount !== '')) && !beginsAnew(row.indicators);
};

const isSame = (one: string, other: string): boolean => fold(one) === fold(other);

/** The indicators of a project begin with a heading of level 1, or with 数量. */
const beginsAnew = (indicators: string): boolean =>
  /^(?:[(（]?[一1][)）]?[、.．]?\s*)?(?:产出|成本|数量)(?:指标)?/u.test(indicators);

const joined = (above: ProjectText, row: TableRow): ProjectText => {
  const rest = joinHan(row.name).replace(CONTINUED, '');
  const repeated = rest === '' || isSame(rest, above.name);
  const isMarked = CONTINUED.test(row.name);
  const message = `“${rest}”接在上一行的“${above.name}”后面读入，请核对项目名称。`;
  return {
    ...above,
    name: repeated ? above.name : above.name + rest,
    amount: above.amount + row.amount,
    goals: join(above.goals, row.goals, isLine(row) ? neverGoesOn : goalGoesOn),
    indicators: join(above.indicators, row.indicators, isLine(row) ? neverGoesOn : itemGoesOn),
    doubts:
      repeated || isMarked
        ? above.doubts
        : [...above.doubts, { path: 'name', kind: 'cell-joined', message, at: row.at }],
  };
};

/** Rows of single lines are those of the cells: where they belong together is told by the edge of the column, see unwrap. */
const isLine = ({ newPage, goals, indicators }: TableRow): boolean =>
  !newPage && [goals, indicators].every((text) => text.length <= LONGEST_LINE && !text.includes('\n'));

/** Letters of the longest line of a cell. */
const LONGEST_LINE = 60;

const neverGoesOn: GoesOn = () => false;

const join = (above: string, below: string, rule: GoesOn): string => {
  if (above === '' || below === '') return above + below;
  return rule(above, below) ? above + below : `${above}\n${below}`;
};

const projectOf = (row: TableRow, units: readonly UnitText[]): ProjectText => {
  const code = row.code.trim();
  const isUnitCode = units.some((unit) => unit.code === code);
  return {
    name: joinHan(row.name).replace(/^\s+/u, ''),
    code: isUnitCode ? '' : code,
    unit: joinHan(row.unit),
    above: units.at(-1)?.name ?? '',
    amount: row.amount,
    goals: row.goals,
    indicators: row.indicators,
    table: row.table,
    at: row.at,
    doubts: [],
  };
};
