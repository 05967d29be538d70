import { useCallbackRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { wanPlaces } from '../lib/format.ts';
import { belongsToIme, keyName } from '../lib/keyboard.ts';
import { rowAfterKey } from './pages.ts';
import classes from './ProjectTable.module.css';
import { TableHead, type TableHeadProps } from './TableHead.tsx';
import { rowId, TableRow, type Places, type RowActions } from './TableRow.tsx';
import type { Rows } from './use-rows.ts';
import type { ListRow } from './view.ts';

const ROW_HEIGHT = 44;
const HEAD_HEIGHT = 40;

export interface ProjectTableProps extends RowActions, Omit<TableHeadProps, 'ticked'> {
  readonly rows: Pick<Rows, 'count' | 'rowAt'>;
  readonly ticked: ReadonlySet<string>;
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onVisible: (first: number, last: number) => void;
  readonly onRange: (index: number) => void;
}

/**
 * The list itself: only the rows in sight are drawn. The focus stays on the whole list and the active row is told to
 * screen readers, so that a row may leave the screen without the focus getting lost.
 */
export const ProjectTable = (props: ProjectTableProps): ReactElement => {
  const { rows, ticked, active, onVisible } = props;
  const scroll = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- a rule for the React compiler, which is not used here
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const places = usePlaces(items.map(({ index }) => rows.rowAt(index)));
  useEffect(() => onVisible(first, last), [first, last, onVisible]);
  // Coming back from a project: the keyboard goes on where it was, with the same row in sight.
  const start = useRef(active);
  useEffect(() => scroll.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (rows.count > 0 && start.current > 0) virtual.scrollToIndex(start.current, { align: 'center' });
    if (rows.count > 0) start.current = 0;
  }, [rows.count, virtual]);

  // Rows keep the same handlers, so that scrolling draws only the rows that come into sight.
  const onOpen = useCallbackRef(props.onOpen);
  const onTick = useCallbackRef(props.onTick);
  const onCopy = useCallbackRef(props.onCopy);
  const onRemove = useCallbackRef(props.onRemove);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (belongsToIme(event) || event.target !== event.currentTarget) return;
    const height = scroll.current?.clientHeight ?? 0;
    const next = rowAfterKey(event.key, active, rows.count, Math.max(1, Math.floor(height / ROW_HEIGHT) - 2));
    if (next !== null && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      props.onActive(next);
      virtual.scrollToIndex(next);
      if (event.shiftKey) props.onRange(next);
      return;
    }
    const row = rows.rowAt(active);
    const act = row && actionOf(keyName(event), row, active, props);
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div
      ref={scroll}
      className={classes.scroll}
      role="grid"
      aria-label="项目一览"
      aria-multiselectable
      aria-rowcount={rows.count + 1}
      aria-activedescendant={rows.count > 0 ? rowId(active) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={classes.table}>
        <TableHead {...props} ticked={tickedHow(ticked.size, rows.count)} />
        <div className={classes.body} style={{ height: virtual.getTotalSize() }} role="rowgroup">
          {items.map(({ index, start }) => {
            const row = rows.rowAt(index);
            return (
              <TableRow
                key={index}
                row={row}
                index={index}
                top={start}
                active={index === active}
                ticked={row !== null && ticked.has(row.id)}
                places={places}
                onOpen={onOpen}
                onTick={onTick}
                onCopy={onCopy}
                onRemove={onRemove}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
};

// The same object while the numbers are the same, so that rows are not drawn again.
const usePlaces = (shown: readonly (ListRow | null)[]): Places => {
  const of = (amount: 'totalFen' | 'fiscalFen' | 'otherFen'): number =>
    wanPlaces(shown.map((row) => row?.[amount] ?? null));
  const [total, fiscal, other] = [of('totalFen'), of('fiscalFen'), of('otherFen')];
  return useMemo(() => ({ total, fiscal, other }), [total, fiscal, other]);
};

const actionOf = (key: string, row: ListRow, index: number, actions: RowActions): (() => void) | null => {
  switch (key) {
    case 'Enter':
      return () => actions.onOpen(row, index);
    case ' ':
      return () => actions.onTick(row, index, false);
    case 'Shift+ ':
      return () => actions.onTick(row, index, true);
    case 'Delete':
      return () => actions.onRemove(row);
    default:
      return null;
  }
};

const tickedHow = (ticked: number, count: number): TableHeadProps['ticked'] => {
  if (ticked === 0) return 'none';
  return ticked >= count ? 'all' : 'some';
};
