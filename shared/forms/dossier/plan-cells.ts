import type { DraftCell } from '../../grid/build.ts';
import type { ProjectContent } from '../../model/project.ts';
import { isBlank } from '../../model/text.ts';
import { COLUMNS } from './columns.ts';
import { PLAN_DATES, PLAN_LABEL } from './definition.ts';
import { plannedSteps, printedPercent } from './plan.ts';
import type { Styles } from './styles.ts';

/** Dates above, percentages below; many of them in several pairs of rows. */
export const planCells = (content: ProjectContent, row: number, styles: Styles): DraftCell[] => {
  const pairs = pairsOf(content);
  const cell = { field: 'spendingPlan', style: styles.centred } satisfies Partial<DraftCell>;
  return [
    { row, column: 0, rowSpan: pairs.length * 2, text: PLAN_LABEL, style: styles.label, field: 'spendingPlan' },
    ...pairs.flatMap((pair, index) =>
      pair.flatMap(({ by, percent, missing }, place): DraftCell[] => {
        const { column, columnSpan } = shareColumns(pair.length, place);
        const top = row + index * 2;
        return [
          { ...cell, row: top, column, columnSpan, text: by },
          { ...cell, row: top + 1, column, columnSpan, text: percent, ...(missing ? { missing } : {}) },
        ];
      }),
    ),
  ];
};

interface PlanCell {
  readonly by: string;
  readonly percent: string;
  readonly missing: boolean;
}

/** How many dates stand beside each other. */
const MOST_BESIDE = 6;

const pairsOf = ({ spendingPlan }: ProjectContent): PlanCell[][] => {
  const typed = plannedSteps(spendingPlan);
  const steps = typed.length > 0 ? typed : PLAN_DATES.map((by) => ({ by, percent: '' }));
  const cells = steps.map(({ by, percent }) => ({ by, percent: printedPercent(percent), missing: isBlank(percent) }));
  const count = Math.ceil(cells.length / MOST_BESIDE);
  const each = Math.ceil(cells.length / count);
  return Array.from({ length: count }, (_, index) => cells.slice(index * each, (index + 1) * each)).filter(
    ({ length }) => length > 0,
  );
};

/** How many rows a plan takes. */
export const planRows = (content: ProjectContent): number => pairsOf(content).length * 2;

/** The columns behind the label that the part at `place` of `count` equal parts takes: each begins where it is nearest to its share. */
const shareColumns = (count: number, place: number): { column: number; columnSpan: number } => {
  const start = boundary(count, place);
  return { column: start, columnSpan: boundary(count, place + 1) - start };
};

const boundary = (count: number, place: number): number => {
  if (place === 0) return 1;
  if (place === count) return COLUMNS.length;
  const wanted = (COLUMNS.slice(1).reduce((sum, width) => sum + width, 0) * place) / count;
  // Each part gets one column at least, before and behind it too.
  const candidates = COLUMNS.map((_, column) => column).filter(
    (column) => column > boundary(count, place - 1) && column <= COLUMNS.length - (count - place),
  );
  const distance = (column: number): number =>
    Math.abs(COLUMNS.slice(1, column).reduce((sum, width) => sum + width, 0) - wanted);
  return candidates.reduce(
    (best, column) => (distance(column) < distance(best) ? column : best),
    candidates[0] ?? COLUMNS.length,
  );
};
