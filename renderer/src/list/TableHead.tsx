import { Checkbox, UnstyledButton } from '@mantine/core';
import type { ReactElement } from 'react';
import { COLUMNS, type Column } from './columns.ts';
import classes from './ProjectTable.module.css';
import type { ListView, SortKey } from './view.ts';

export interface TableHeadProps {
  readonly view: ListView;
  readonly onSort: (sort: SortKey) => void;
  readonly ticked: 'none' | 'some' | 'all';
  readonly onTickAll: () => void;
}

/** The head of the list: tick everything, sort by a column. */
export const TableHead = ({ view, onSort, ticked, onTickAll }: TableHeadProps): ReactElement => (
  <div className={classes.head} role="row" aria-rowindex={1}>
    <div className={classes.tick} role="columnheader">
      <Checkbox
        aria-label="全选"
        tabIndex={-1}
        checked={ticked === 'all'}
        indeterminate={ticked === 'some'}
        onChange={onTickAll}
      />
    </div>
    {COLUMNS.map((column) => (
      <Head key={column.label} column={column} view={view} onSort={onSort} />
    ))}
    <div className={`${classes.cell} ${classes.center}`} role="columnheader">
      操作
    </div>
  </div>
);

const Head = ({
  column,
  view,
  onSort,
}: Pick<TableHeadProps, 'view' | 'onSort'> & { readonly column: Column }): ReactElement => {
  const { sort, label, className } = column;
  if (sort === null) {
    return (
      <div className={className} role="columnheader">
        {label}
      </div>
    );
  }
  const sorted = view.sort === sort;
  const direction = view.descending ? 'descending' : 'ascending';
  return (
    <div className={className} role="columnheader" aria-sort={sorted ? direction : 'none'}>
      <UnstyledButton className={classes.sort} tabIndex={-1} onClick={() => onSort(sort)} title={`按${label}排序`}>
        {label}
        {sorted && (view.descending ? ' ↓' : ' ↑')}
      </UnstyledButton>
    </div>
  );
};
