import type { ReactElement } from 'react';
import type { Paper, PaperPage } from '../../../shared/grid/paper.ts';
import type { FieldPath } from '../../../shared/model/project.ts';
import { Cell, pt } from './Cell.tsx';
import classes from './Paper.module.css';

/** One sheet of paper. */
export const Sheet = ({
  paper,
  page,
  lit,
}: {
  readonly paper: Paper;
  readonly page: PaperPage;
  readonly lit: FieldPath | null;
}): ReactElement => (
  <div className={classes.sheet} style={{ width: pt(paper.width), height: pt(paper.height) }}>
    {page.boxes.map((box) => (
      <Cell key={`${box.cell.row} ${box.cell.column}`} box={box} lit={lit !== null && box.cell.field === lit} />
    ))}
    {page.header !== '' && <div className={classes.header}>{page.header}</div>}
    {page.footer !== '' && <div className={classes.footer}>{page.footer}</div>}
  </div>
);
