import type { ReactElement } from 'react';
import type { Paper, PaperPage } from '../../../shared/grid/paper.ts';
import type { FieldPath } from '../../../shared/model/project.ts';
import { Cell, pt } from './Cell.tsx';
import classes from './Paper.module.css';

/** One sheet of paper. */
export const Sheet = ({
  paper,
  page,
  crop,
  lit,
}: {
  readonly paper: Paper;
  readonly page: PaperPage;
  /** Points of empty margin left out at either side: a narrow pane shows letters, not margins. */
  readonly crop: number;
  readonly lit: FieldPath | null;
}): ReactElement => {
  const table = page.boxes.filter(({ cell }) => cell.style.border);
  const left = Math.min(...table.map(({ x }) => x));
  const top = Math.min(...table.map(({ y }) => y));
  const column = lightFrom(page, lit);
  return (
    <div className={classes.sheet} style={{ width: pt(paper.width - 2 * crop), height: pt(paper.height) }}>
      <div className={classes.table} style={{ left: pt(-crop), width: pt(paper.width) }}>
        {page.boxes.map((box) => (
          <Cell
            key={`${box.cell.row} ${box.cell.column}`}
            box={box}
            leftmost={box.x === left}
            topmost={box.y === top}
            lit={lit !== null && box.cell.field === lit && box.cell.column >= column}
          />
        ))}
        {page.header !== '' && <div className={classes.header}>{page.header}</div>}
        {page.footer !== '' && <div className={classes.footer}>{page.footer}</div>}
      </div>
    </div>
  );
};

/** The labels before an indicator belong to all of their rows: only the indicator's own cell is lit. */
const lightFrom = (page: PaperPage, lit: FieldPath | null): number => {
  if (lit === null || !/^(?:indicators\.|kind:)/u.test(lit)) return 0;
  return Math.max(...page.boxes.filter(({ cell }) => cell.field === lit).map(({ cell }) => cell.column));
};
