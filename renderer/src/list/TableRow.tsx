import { memo, type MouseEvent, type ReactElement } from 'react';
import { decimalsOf, wanText, whenText } from '../lib/format.ts';
import classes from './ProjectTable.module.css';
import { STATE_LABELS, type ListRow } from './view.ts';

export interface RowActions {
  readonly onOpen: (row: ListRow, index: number) => void;
  readonly onTick: (row: ListRow, index: number, range: boolean) => void;
  readonly onCopy: (row: ListRow) => void;
  readonly onRemove: (row: ListRow) => void;
}

export interface TableRowProps extends RowActions {
  readonly row: ListRow | null;
  readonly index: number;
  readonly top: number;
  readonly active: boolean;
  readonly ticked: boolean;
  readonly places: Places;
}

/** Room for decimals in each column of amounts, so that their points stand under each other. */
export interface Places {
  readonly total: number;
  readonly fiscal: number;
  readonly other: number;
}

export const rowId = (index: number): string => `project-row-${index}`;

/** The name as shown where none is typed yet. */
export const nameOf = (row: Pick<ListRow, 'name'>): string => (row.name.trim() === '' ? '（未填名称）' : row.name);

/**
 * One project in the list. Plain elements instead of components of the library: rows are drawn by the dozen while
 * scrolling, and these take a fifth of the time.
 */
export const TableRow = memo(function TableRow(props: TableRowProps): ReactElement {
  const { row, index, top, active, ticked } = props;
  return (
    <div
      id={rowId(index)}
      className={classes.row}
      style={{ top }}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={ticked}
      data-active={active || undefined}
      onClick={() => row && props.onOpen(row, index)}
    >
      {row ? <Cells {...props} row={row} /> : <div className={classes.cell} role="gridcell" />}
    </div>
  );
});

const Cells = ({
  row,
  index,
  ticked,
  places,
  onTick,
  onCopy,
  onRemove,
}: TableRowProps & { readonly row: ListRow }): ReactElement => {
  const only = (act: (event: MouseEvent) => void) => (event: MouseEvent) => {
    event.stopPropagation();
    act(event);
  };
  const done = row.requiredAll === 0 ? 1 : row.requiredDone / row.requiredAll;
  return (
    <>
      <div className={classes.tick} role="gridcell" onClick={only((event) => onTick(row, index, event.shiftKey))}>
        {/* The whole cell ticks: the box itself is small. */}
        <input
          type="checkbox"
          className={classes.box}
          aria-label={`选择 ${nameOf(row)}`}
          tabIndex={-1}
          checked={ticked}
          readOnly
        />
      </div>
      <div className={`${classes.cell} ${classes.center} ${classes.quiet}`} role="gridcell">
        {row.position}
      </div>
      <div className={classes.cell} role="gridcell" title={row.name}>
        {row.name.trim() === '' ? <span className={classes.quiet}>（未填名称）</span> : row.name}
      </div>
      <Total row={row} places={places.total} />
      <Amount text={wanText(row.fiscalFen)} places={places.fiscal} />
      <Amount text={wanText(row.otherFen)} places={places.other} className={classes.wider} />
      <div className={`${classes.cell} ${classes.done}`} role="gridcell">
        <span className="tabular">
          {row.requiredDone}/{row.requiredAll}
        </span>
        <span className={classes.bar} aria-hidden data-whole={done === 1 || undefined}>
          <span style={{ width: `${done * 100}%` }} />
        </span>
      </div>
      <div className={`${classes.cell} ${classes.center}`} role="gridcell">
        <span className={classes.state} data-state={row.state}>
          {STATE_LABELS[row.state]}
        </span>
      </div>
      <div className={`${classes.cell} ${classes.quiet} ${classes.wide}`} role="gridcell">
        {whenText(row.updatedAt, new Date())}
      </div>
      <div className={classes.actions} role="gridcell">
        <RowButton label="复制" name={nameOf(row)} onClick={only(() => onCopy(row))} />
        <RowButton label="删除" name={nameOf(row)} onClick={only(() => onRemove(row))} />
      </div>
    </>
  );
};

const RowButton = (props: {
  readonly label: string;
  readonly name: string;
  readonly onClick: (event: MouseEvent) => void;
}): ReactElement => (
  <button
    type="button"
    className={classes.action}
    tabIndex={-1}
    aria-label={`${props.label} ${props.name}`}
    onClick={props.onClick}
  >
    {props.label}
  </button>
);

// Room for the decimals that others have, instead of zeros nobody typed: a `ch` is as wide as one of these digits.
const Amount = ({
  text,
  places,
  className = '',
}: {
  readonly text: string;
  readonly places: number;
  readonly className?: string | undefined;
}): ReactElement => (
  <div className={`${classes.cell} ${classes.amount} ${className}`} role="gridcell">
    <span style={{ marginRight: `${Math.max(0, places - decimalsOf(text))}ch` }}>{text}</span>
  </div>
);

// An amount that is no number is shown as typed and said to be left out of the sum.
const Total = ({ row, places }: { readonly row: ListRow; readonly places: number }): ReactElement => {
  if (row.totalFen !== null) return <Amount text={wanText(row.totalFen)} places={places} />;
  const typed = row.totalText.trim();
  return (
    <div
      className={`${classes.cell} ${classes.amount} ${typed === '' ? classes.quiet : classes.odd}`}
      role="gridcell"
      title={typed === '' ? '' : '这里填的不是数，没有计入合计'}
    >
      {typed === '' ? '未填' : `⚠ ${typed}`}
    </div>
  );
};
