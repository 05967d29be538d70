import { isNone, joinLines } from '../clean.ts';
import type { Placed } from './upper.ts';

/** 资金支出计划 as read. */
export interface PlanReading {
  readonly steps: readonly { readonly by: string; readonly percent: string }[] | null;
  /** Dates and percentages did not stand under each other, one for one. */
  readonly guessed: boolean;
}

const PERCENT = /^(\d{1,3}(?:\.\d+)?)\s*[%％]?$/u;

/**
 * Dates and percentages: under each other in pairs of rows, or in any order one after another. A percentage is kept without the %
 * that the label of the plan prints.
 */
export const readPlan = (placed: readonly Placed[]): PlanReading => {
  const cells = placed.filter(({ cell }) => !isNone(cell.text));
  if (cells.length === 0) return { steps: null, guessed: false };
  const dates = cells.filter(({ cell }) => !PERCENT.test(cell.text.trim()));
  const percents = cells.filter(({ cell }) => PERCENT.test(cell.text.trim()));
  if (percents.length === 0) return { steps: null, guessed: false };
  const paired =
    pairedByColumn(dates, percents) ?? (dates.length === percents.length ? pairedInOrder(dates, percents) : null);
  if (paired !== null) return { steps: paired, guessed: false };
  const longer = Math.max(dates.length, percents.length);
  const steps = Array.from({ length: longer }, (_, index) => step(dates[index], percents[index]));
  return { steps, guessed: true };
};

type Step = { readonly by: string; readonly percent: string };

const step = (date: Placed | undefined, percent: Placed | undefined): Step => ({
  by: date === undefined ? '' : joinLines(date.cell.text),
  percent: percent === undefined ? '' : (PERCENT.exec(percent.cell.text.trim())?.[1] ?? percent.cell.text),
});

const pairedInOrder = (dates: readonly Placed[], percents: readonly Placed[]): Step[] =>
  dates.map((date, index) => step(date, percents[index]));

/** Each date with the percentage in the same column of the next row; null where one has no date above. */
const pairedByColumn = (dates: readonly Placed[], percents: readonly Placed[]): Step[] | null => {
  const left = [...percents];
  const steps = dates.map((date) => {
    const found = left.findIndex(({ cell, row }) => row > date.row && cell.column === date.cell.column);
    return step(date, found === -1 ? undefined : left.splice(found, 1)[0]);
  });
  return left.length === 0 && steps.some(({ percent }) => percent !== '') ? steps : null;
};
