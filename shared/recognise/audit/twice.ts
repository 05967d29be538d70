import type { SheetCell } from '../locate/sheet.ts';
import type { Doubt } from '../recognised.ts';
import { cellsOf, shown, type Check, type Reading } from './reading.ts';

/** Fields that name and value are told apart by; the rest of an indicator may repeat them. */
const NAME_OR_VALUE = /^(?:midterm\.)?indicators\.(\d+)\.(level3|printedValue)$/u;

/** Parts of a value stand in it. */
const isPart = (path: string): boolean => /\.(?:operator|value|unit)$/u.test(path);

/** One cell of which two fields were read: the same text twice, or a name and its value that stand in one. */
export const readTwice: Check = (reading) =>
  cellsOf(reading).flatMap((cell) => [...overlaps(reading, cell), ...splits(reading, cell)]);

const own = ({ index }: Reading, cell: SheetCell): SheetCell['claims'] =>
  cell.claims.filter(({ project, path }) => project === index && !isPart(path));

const overlaps = (reading: Reading, cell: SheetCell): Doubt[] => {
  const claims = own(reading, cell);
  return claims.flatMap((claim, at) => {
    const other = claims.slice(0, at).find(({ from, to }) => from < claim.to && claim.from < to);
    if (other === undefined || other.path === claim.path) return [];
    const message = `“${shown(cell.text)}”这一格读进了两处，请核对。`;
    return [{ path: claim.path, kind: 'read-twice', message, at: cell.place.at, confidence: 0.6, place: cell.place }];
  });
};

/** In a table every indicator has a cell for its name and one for its value. */
const splits = (reading: Reading, cell: SheetCell): Doubt[] => {
  if (reading.isNarrative) return [];
  const names = own(reading, cell).flatMap(({ path }) => {
    const [, at, field] = NAME_OR_VALUE.exec(path) ?? [];
    return at === undefined ? [] : [{ at, field, path }];
  });
  const name = names.find(({ field }) => field === 'level3');
  const value = names.find(({ at, field }) => field === 'printedValue' && at === name?.at);
  if (!name || !value) return [];
  const message = `“${shown(cell.text)}”里名称和指标值印在同一格，已拆开，请核对。`;
  return [name, value].map(({ path }) => ({
    path,
    kind: 'cell-split',
    message,
    at: cell.place.at,
    confidence: 0.7,
    place: cell.place,
  }));
};
