import { memo, type ReactElement } from 'react';
import type { SourceMerge, SourceRow } from '../../../shared/grid/table.ts';
import { placeKey, type Places } from './places.ts';
import { drawnRow, type DrawnCell } from './source-layout.ts';
import classes from './Source.module.css';

export interface SourceRowLineProps {
  /** Tells the list how high the row has become. */
  readonly measure: (row: HTMLElement | null) => void;
  readonly index: number;
  readonly top: number;
  readonly row: SourceRow | null;
  readonly columns: number;
  /** Widths of the columns, as CSS. */
  readonly grid: string;
  readonly merges: readonly SourceMerge[] | undefined;
  readonly table: number;
  /** Key of the lit cell. */
  readonly lit: string | null;
  /** The row is meant as a whole: no cell of it is known. */
  readonly marked: boolean;
  readonly places: Places;
  readonly doubtful: ReadonlyMap<string, number>;
}

export const cellId = (key: string): string => `source-${key.replaceAll('/', '-')}`;

/** One row of the source with its number, drawn as plain elements: they come by the dozen while scrolling. */
export const SourceRowLine = memo(function SourceRowLine(props: SourceRowLineProps): ReactElement {
  const { measure, index, top, row, columns, grid, merges, marked } = props;
  const cells = row ? drawnRow(row, columns, merges) : [];
  return (
    <div
      ref={measure}
      data-index={index}
      className={classes.row}
      style={{ top, gridTemplateColumns: grid }}
      role="row"
      aria-rowindex={index + 1}
      data-marked={marked || undefined}
    >
      <span className={classes.number} role="rowheader">
        {index + 1}
      </span>
      {cells.map((cell) => (
        <Cell key={cell.column} cell={cell} {...props} />
      ))}
    </div>
  );
});

const Cell = ({
  cell,
  table,
  lit,
  places,
  doubtful,
}: Pick<SourceRowLineProps, 'table' | 'lit' | 'places' | 'doubtful'> & { readonly cell: DrawnCell }): ReactElement => {
  const { column, span, text, fromAbove, toBelow, origin } = cell;
  const key = placeKey({ table, at: origin, column });
  const isLit = lit === key;
  const isDoubtful = doubtful.has(key);
  return (
    <span
      id={isLit && !fromAbove ? cellId(key) : undefined}
      className={classes.cell}
      style={{ gridColumn: `span ${span}` }}
      role="gridcell"
      aria-colindex={column + 1}
      data-place={places.fieldAt.has(key) || isDoubtful ? key : undefined}
      data-lit={isLit || undefined}
      data-doubtful={isDoubtful || undefined}
      data-from-above={fromAbove || undefined}
      data-to-below={toBelow || undefined}
    >
      {isDoubtful && !fromAbove && <span className={classes.sign}>⚠ </span>}
      {text}
    </span>
  );
};
