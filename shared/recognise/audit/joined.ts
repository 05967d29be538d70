import { readValue } from '../../model/value.ts';
import { keyOf, type SheetCell } from '../locate/sheet.ts';
import { indicatorFields, projectFields, type Field } from '../locate/fields.ts';
import type { Doubt } from '../recognised.ts';
import { shown, type Check, type Reading } from './reading.ts';

/** What is made of cells of its own where the form has them, and what no paper prints as it is stored. */
const MADE = /^(?:midterm\.)?(?:spendingPlan\.\d+\.percent|indicators\.\d+\.(?:operator|value|unit)|execution\..*)$/u;

/** Texts that stand in no cell as they were read, or only in pieces of several rows. */
export const joined: Check = (reading) => {
  const cells = cellsByPath(reading);
  return fieldsOf(reading).flatMap((field) => {
    if (MADE.test(field.path)) return [];
    const found = cells.get(field.path) ?? [];
    if (found.length === 0) return reading.project.places?.[field.path] === undefined ? [nowhere(reading, field)] : [];
    return isBroken(found, field) ? [broken(found, field)] : [];
  });
};

const fieldsOf = ({ project }: Reading): Field[] => [
  ...projectFields(project),
  ...project.indicators.flatMap((indicator, index) => indicatorFields(indicator, `indicators.${index}`)),
];

const cellsByPath = ({ sheet, window, index }: Reading): Map<string, SheetCell[]> => {
  const found = new Map<string, SheetCell[]>();
  const first = sheet.rows[Math.max(0, window.from - 20)]?.[0]?.index ?? 0;
  const last = sheet.rows[window.to + 20]?.[0]?.index ?? sheet.cells.length;
  for (const cell of sheet.cells.slice(first, last)) {
    for (const { path, project } of cell.claims) {
      if (project !== index) continue;
      const cells = found.get(path);
      if (cells) cells.push(cell);
      else found.set(path, [cell]);
    }
  }
  return found;
};

/** Texts that go on below in their column where a page ends, and are told apart by nothing else. */
const GOES_ON =
  /^(?:midterm\.)?(?:goals\.\d+|usage|name|departmentAndCode|implementingUnit|indicators\.\d+\.(?:description|basis))$/u;

/** Sign, number and unit of a value have columns of their own in many forms; long texts go on over page ends. */
const isBroken = (cells: readonly SheetCell[], { path, text }: Field): boolean => {
  if (cells.length < 2) return false;
  const rows = new Set(cells.map(({ row }) => row)).size;
  if (rows === 1) return !/printedValue$/u.test(path) || readValue(text).kind === 'words';
  return !GOES_ON.test(path) || new Set(cells.map(({ place }) => place.column)).size > 1;
};

const broken = (cells: readonly SheetCell[], { path, text }: Field): Doubt => {
  const [first] = cells as [SheetCell, ...SheetCell[]];
  const message = `“${shown(text)}”由 ${cells.length} 格里的文字拼成，接头处请核对。`;
  return { path, kind: 'cell-joined', message, at: first.place.at, confidence: 0.75, place: first.place };
};

const nowhere = (reading: Reading, { path, text }: Field): Doubt => ({
  path,
  kind: 'cell-joined',
  message: `原文里没有原样的“${shown(text)}”，是几处文字整理出来的，请核对。`,
  at: reading.project.source.at,
  confidence: keyOf(text).length > 30 ? 0.6 : 0.5,
});
