import type { ReactElement } from 'react';
import type { FieldPath } from '../../../shared/model/project.ts';
import { Cell } from './Cell.tsx';
import classes from './Paper.module.css';
import type { PaperSheet } from './sheets.ts';

/** One sheet of paper. */
export const Sheet = ({ sheet, lit }: { readonly sheet: PaperSheet; readonly lit: FieldPath | null }): ReactElement => (
  <div
    className={classes.sheet}
    style={{ width: `calc(${sheet.width} * var(--pt))`, height: `calc(${sheet.height} * var(--pt))` }}
  >
    {sheet.cells.map(({ cell, ...box }) => (
      <Cell
        key={`${cell.row} ${cell.column} ${box.top}`}
        cell={cell}
        scale={sheet.scale}
        lit={lit !== null && cell.field === lit}
        {...box}
      />
    ))}
  </div>
);
