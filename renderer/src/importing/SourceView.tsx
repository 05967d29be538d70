import { Alert, NativeSelect, Text } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { SourcePlace } from '../../../shared/grid/table.ts';
import { belongsToIme } from '../lib/keyboard.ts';
import { TroubleText } from '../lib/notify.tsx';
import type { ImportPreview } from './contract.ts';
import type { FieldKey } from './field-keys.ts';
import { byPlace, placeKey, type Places } from './places.ts';
import { columnEms, fitColumns, mergesByRow, originOf, usedColumns } from './source-layout.ts';
import classes from './Source.module.css';
import { cellId, SourceRowLine } from './SourceRowLine.tsx';
import { TallMerges } from './TallMerges.tsx';
import { useSourceRows } from './use-source-rows.ts';

/** Pixels of an em in the source, and of its row numbers. */
const EM = 14;
const GUTTER = 46;

export interface SourceViewProps {
  readonly readingId: string;
  readonly tables: ImportPreview['tables'];
  readonly places: Places;
  /** The cell of the focused field: lit, and scrolled into view. */
  readonly lit: SourcePlace | null;
  /** Where the project begins, for when no cell is lit. */
  readonly start: SourcePlace;
  /** Cells with something doubtful in them, and the place of the doubt among those of the project. */
  readonly doubtful: ReadonlyMap<string, number>;
  readonly onField: (field: FieldKey) => void;
  readonly onDoubt: (doubt: number) => void;
}

/** What was read, drawn as it looked: its table with merges, row numbers and the cell of the focused field lit. */
export const SourceView = (props: SourceViewProps): ReactElement => {
  const { tables, lit, start } = props;
  const aim = lit ?? start;
  const [chosen, setChosen] = useState<{ readonly table: number; readonly aim: string } | null>(null);
  // A table that was chosen to look at is left as soon as a cell of another one is lit.
  const table = chosen?.aim === placeKey(aim) ? chosen.table : aim.table;
  return (
    <section className={classes.pane} aria-label="原表">
      <div className={classes.bar}>
        {tables.length > 1 ? (
          <NativeSelect
            aria-label="原文件里的表"
            size="xs"
            value={String(table)}
            data={tables.map(({ name }, index) => ({ value: String(index), label: name }))}
            onChange={(event) => setChosen({ table: Number(event.currentTarget.value), aim: placeKey(aim) })}
          />
        ) : (
          <Text size="sm" fw={600} truncate>
            {tables[0]?.name}
          </Text>
        )}
        <Text size="sm" c="dimmed" truncate>
          点格子，到对应的栏
        </Text>
      </div>
      <SourceTableView key={table} {...props} table={table} aim={aim.table === table ? aim : null} />
    </section>
  );
};

const SourceTableView = ({
  readingId,
  tables,
  places,
  lit,
  doubtful,
  onField,
  onDoubt,
  table,
  aim,
}: SourceViewProps & { readonly table: number; readonly aim: SourcePlace | null }): ReactElement => {
  const scroll = useRef<HTMLDivElement>(null);
  const { ref: sized, width } = useElementSize<HTMLDivElement>();
  const pane = useMergedRef(scroll, sized);
  const count = Math.max(1, tables[table]?.lastRow ?? 1);
  const [sight, setSight] = useState(() => ({ first: aim?.at ?? 1, last: (aim?.at ?? 1) + 40 }));
  const source = useSourceRows(readingId, table, sight.first, Math.min(count, sight.last));
  // eslint-disable-next-line react-hooks/incompatible-library -- a rule for the React compiler, which is not used here
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => 30,
    overscan: 8,
    initialOffset: Math.max(0, ((aim?.at ?? 1) - 4) * 30),
    onChange: (instance) => {
      const { startIndex = 0, endIndex = 0 } = instance.range ?? {};
      const [first, last] = [startIndex + 1, endIndex + 1];
      setSight((old) => (old.first === first && old.last === last ? old : { first, last }));
    },
  });
  const items = virtual.getVirtualItems();
  const [firstAt, lastAt] = [(items[0]?.index ?? 0) + 1, (items.at(-1)?.index ?? 0) + 1];
  const columns = usedColumns(source.rows, source.merges);
  const merges = useMemo(() => mergesByRow(source.merges, firstAt, lastAt), [source.merges, firstAt, lastAt]);
  const ems = useSteadyEms(source, columns);
  const widths = useMemo(() => fitColumns(ems, EM, width - GUTTER - 2), [ems, width]);
  const grid = useMemo(() => [GUTTER, ...widths].map((one) => `${one.toFixed(1)}px`).join(' '), [widths]);
  const edges = useMemo(
    () => widths.reduce<number[]>((all, one) => [...all, (all.at(-1) ?? 0) + one], [GUTTER]),
    [widths],
  );
  const shown = aim && lit ? originOf(lit, source.merges) : null;
  const litKey = shown && placeKey(shown);
  const at = aim === null ? null : (shown ?? aim).at;
  const ready = source.rows.length > 0;
  useEffect(() => {
    if (at === null || !ready) return;
    const inSight = virtual.range && at - 1 > virtual.range.startIndex && at - 1 < virtual.range.endIndex;
    if (!inSight) virtual.scrollToIndex(at - 1, { align: 'center' });
  }, [at, ready, virtual]);
  useEffect(() => {
    // Sideways too, where the table is wider than the pane.
    if (litKey !== null)
      document.getElementById(cellId(litKey))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [litKey, ready]);

  const go = (key: string | undefined): void => {
    if (key === undefined) return;
    const field = places.fieldAt.get(key);
    const doubt = doubtful.get(key);
    if (field !== undefined) onField(field);
    else if (doubt !== undefined) onDoubt(doubt);
  };
  return (
    <div
      ref={pane}
      className={classes.scroll}
      role="grid"
      aria-label="原表，方向键在读到的格子之间走，点格子到对应的栏"
      aria-rowcount={count}
      aria-colcount={columns}
      aria-activedescendant={litKey === null ? undefined : cellId(litKey)}
      tabIndex={0}
      onClick={(event) => go(cellOf(event.target))}
      onKeyDown={(event) => walk(event, places, lit, table, go)}
    >
      {source.trouble && (
        <Alert color="red" m="xs">
          <TroubleText trouble={source.trouble} />
        </Alert>
      )}
      <div className={classes.body} style={{ height: virtual.getTotalSize() }} role="rowgroup">
        {items.map(({ index, start }) => (
          <SourceRowLine
            key={index}
            measure={virtual.measureElement}
            index={index}
            top={start}
            row={source.rowAt(index + 1)}
            columns={columns}
            grid={grid}
            merges={merges.get(index + 1)}
            table={table}
            lit={litKey}
            marked={shown === null && at === index + 1}
            places={places}
            doubtful={doubtful}
          />
        ))}
        <TallMerges
          source={source}
          first={sight.first}
          edges={edges}
          rowBox={(row) => virtual.measurementsCache[Math.min(row, count) - 1]}
        />
      </div>
    </div>
  );
};

/** Widths as the first rows that came propose them: a table that changes its columns while one scrolls can't be read. */
const useSteadyEms = (source: ReturnType<typeof useSourceRows>, columns: number): readonly number[] => {
  const [kept, setKept] = useState<readonly number[]>([]);
  if (kept.length >= columns || source.rows.length === 0) return kept;
  const last = source.rows.at(-1)?.at ?? 1;
  const wanted = columnEms(source.rows, columns, mergesByRow(source.merges, source.rows[0]?.at ?? 1, last));
  const all = wanted.map((width, column) => kept[column] ?? width);
  setKept(all);
  return all;
};

const cellOf = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-place]')?.dataset['place'] : undefined;

// One Tab stop for the whole table; the arrows walk through the cells something was read from, in reading order.
const walk = (
  event: KeyboardEvent,
  places: Places,
  lit: SourcePlace | null,
  table: number,
  go: (key: string) => void,
): void => {
  if (belongsToIme(event) || event.ctrlKey || event.altKey) return;
  const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (by === undefined) return;
  const cells = [...places.ofField.values()].filter((place) => place.table === table).toSorted(byPlace);
  const here = lit === null ? -1 : cells.findIndex((place) => byPlace(place, lit) === 0);
  const next = cells[here === -1 ? 0 : here + by];
  if (!next) return;
  event.preventDefault();
  go(placeKey(next));
};
