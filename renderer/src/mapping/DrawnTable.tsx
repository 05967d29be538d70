import { Group, NativeSelect, Text } from '@mantine/core';
import { memo, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { SourceTable } from '../../../shared/grid/table.ts';
import { fieldOfLabel, labelBeside, type Spot } from '../../../shared/recognise/mapped/edit.ts';
import { belongsToIme } from '../lib/keyboard.ts';
import { cellChoices, columnChoices, fieldOfChoice } from './fields.ts';
import classes from './Mapping.module.css';
import type { MappingEdit } from './use-mapping.ts';

/** The table as it was read, with a choice above each column; cells that are read are tinted. */
export const DrawnTable = ({
  table,
  edit,
}: {
  readonly table: SourceTable | undefined;
  readonly edit: MappingEdit;
}): ReactElement => {
  const { mapping, headAt } = edit;
  const root = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Spot | null>(null);
  const rows = table?.rows ?? [];
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const read = useMemo(() => readCells(edit), [edit]);
  const byColumn = new Map(mapping.columns.map(({ column, field }) => [column, field]));
  const isHead = (at: number): boolean => at >= headAt && at < headAt + Math.max(1, mapping.headerRows);
  const focusColumn = (column: number): void =>
    root.current?.querySelector<HTMLElement>(`[data-column="${column}"] select`)?.focus();
  const pick = (spot: Spot): void => {
    setActive(spot);
    if (mapping.shape === 'list' || isHead(spot.at)) focusColumn(spot.column);
    else root.current?.querySelector<HTMLElement>('[data-cell] select')?.focus();
  };
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const by = MOVES[event.key];
    const spot = active ?? firstSpot(rows);
    if (belongsToIme(event) || spot === null || !(event.target instanceof HTMLTableElement)) return;
    if (event.key === 'Enter') pick(spot);
    else if (by) setActive(movedBy(rows, width, spot, by));
    else return;
    event.preventDefault();
  };
  return (
    <section ref={root} className={classes.tablePane} aria-label="读到的表">
      {mapping.shape === 'single' && table && <CellChoice table={table} spot={active} edit={edit} />}
      <div className={classes.scroll}>
        <table className={classes.table} tabIndex={0} onKeyDown={move} aria-label={table?.name ?? ''}>
          <thead>
            <tr>
              <td className={classes.gutter} />
              {Array.from({ length: width }, (_, column) => (
                <th key={column} data-column={column} data-mapped={byColumn.has(column) || undefined}>
                  <NativeSelect
                    size="xs"
                    aria-label={`第 ${column + 1} 列是什么`}
                    value={byColumn.get(column) ?? ''}
                    data={columnChoices(mapping.shape)}
                    onChange={(event) => edit.setColumn(column, fieldOfChoice(event.currentTarget.value))}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ at, cells }) => (
              <DrawnRow
                key={at}
                at={at}
                cells={cells}
                width={width}
                head={isHead(at)}
                read={read.get(at) ?? NOTHING}
                active={active?.at === at ? active.column : null}
                onPick={pick}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const NOTHING: ReadonlySet<number> = new Set();

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const firstSpot = (rows: SourceTable['rows']): Spot | null => {
  const [first] = rows;
  return first ? { at: first.at, column: 0 } : null;
};

const movedBy = (
  rows: SourceTable['rows'],
  width: number,
  { at, column }: Spot,
  [down, right]: readonly [number, number],
): Spot => {
  const index = rows.findIndex((row) => row.at === at);
  const row = rows[Math.min(Math.max(0, index + down), rows.length - 1)];
  return { at: row?.at ?? at, column: Math.min(Math.max(0, column + right), width - 1) };
};

/** The cells of the shown table that a field is read from: columns by row. */
const readCells = ({ reading, table }: MappingEdit): ReadonlyMap<number, ReadonlySet<number>> => {
  const found = new Map<number, Set<number>>();
  for (const { places = {} } of reading.projects) {
    for (const place of Object.values(places)) {
      if (place.table !== table) continue;
      const columns = found.get(place.at) ?? new Set();
      found.set(place.at, columns.add(place.column));
    }
  }
  return found;
};

const DrawnRow = memo(function DrawnRow({
  at,
  cells,
  width,
  head,
  read,
  active,
  onPick,
}: {
  readonly at: number;
  readonly cells: readonly string[];
  readonly width: number;
  readonly head: boolean;
  readonly read: ReadonlySet<number>;
  readonly active: number | null;
  readonly onPick: (spot: Spot) => void;
}): ReactElement {
  return (
    <tr data-head={head || undefined}>
      <td className={classes.gutter}>{at}</td>
      {Array.from({ length: width }, (_, column) => (
        <td
          key={column}
          data-read={read.has(column) || undefined}
          data-active={active === column || undefined}
          onClick={() => onPick({ at, column })}
        >
          <div className={classes.text}>{cells[column] ?? ''}</div>
        </td>
      ))}
    </tr>
  );
});

/** In a form for one project: what the chosen cell is. */
const CellChoice = ({
  table,
  spot,
  edit,
}: {
  readonly table: SourceTable;
  readonly spot: Spot | null;
  readonly edit: MappingEdit;
}): ReactElement => {
  const beside = spot === null ? null : labelBeside(table, spot);
  if (spot === null || beside === null) {
    return (
      <Text size="sm" c="dimmed" className={classes.choice ?? ''}>
        {spot === null ? '还没有选格子。' : '这一格左边和上面都没有名称，认不出它是什么，请选别的格子。'}
      </Text>
    );
  }
  return (
    <Group gap="xs" wrap="nowrap" data-cell="" className={classes.choice ?? ''}>
      <Text size="sm" truncate>
        “{beside.label}”{beside.side === 'left' ? '右边' : '下面'}填的是
      </Text>
      <NativeSelect
        size="xs"
        aria-label={`“${beside.label}”填的是什么`}
        value={fieldOfLabel(edit.mapping, beside.label) ?? ''}
        data={cellChoices()}
        onChange={(event) => edit.setCell(spot, fieldOfChoice(event.currentTarget.value))}
      />
    </Group>
  );
};
