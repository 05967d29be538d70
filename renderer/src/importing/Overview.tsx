import { Button, Group, Switch, Text } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { belongsToIme } from '../lib/keyboard.ts';
import { rowAfterKey } from '../list/pages.ts';
import { useImporting } from './importing-context.ts';
import classes from './Overview.module.css';
import { OverviewRow, overviewRowId } from './OverviewRow.tsx';
import { outcomeOf, wantedOf } from './outcome.ts';
import { sameNames, type SameNames } from './same-names.ts';
import { SourceHead } from './SourceHead.tsx';
import { allDrafts, draftKey, type ReadySource } from './sources.ts';
import type { Matches } from './use-matches.ts';
import { overviewLines, type OverviewLine } from './overview-lines.ts';
import { toCheck } from './walk.ts';

export interface OverviewProps {
  readonly sources: readonly ReadySource[];
  readonly matches: Matches;
  /** Every project goes to the unit it names. */
  readonly apart: boolean;
  readonly onlyOpen: boolean;
  readonly onOnlyOpen: (only: boolean) => void;
  /** The project that was checked last: the list begins with it in sight. */
  readonly last: string | null;
  readonly onOpen: (draft: string, doubt: number | null) => void;
}

const LINE = 46;
const HEAD = 52;

/** Every project that was read, file by file: what becomes of it, and whether something is to be checked. Only lines in sight are drawn. */
export const Overview = ({
  sources,
  matches,
  apart,
  onlyOpen,
  onOnlyOpen,
  last,
  onOpen,
}: OverviewProps): ReactElement => {
  const { dispatch } = useImporting();
  const drafts = useMemo(() => allDrafts(sources).map(({ draft }) => draft), [sources]);
  const lines = useMemo(() => overviewLines(sources, onlyOpen), [sources, onlyOpen]);
  const twins = useMemo(() => sameNames(sources, apart), [sources, apart]);
  const open = toCheck(drafts);
  return (
    <section className={classes.overview} aria-label="读到的项目">
      <Group gap="sm" className={classes.tools}>
        <Text fw={600}>读到 {drafts.length} 个项目</Text>
        <Text size="sm" c={open.projects > 0 ? 'orange.9' : 'teal.9'} role="status">
          {open.projects > 0
            ? `⚠ ${open.projects} 个要核对（${open.doubts} 处）${plainText(drafts.length - open.projects)}`
            : '✓ 都没有疑问'}
        </Text>
        <Group gap="sm" ml="auto">
          {(open.projects > 0 || onlyOpen) && (
            <Switch
              label="只看要核对的"
              checked={onlyOpen}
              onChange={(event) => onOnlyOpen(event.currentTarget.checked)}
            />
          )}
        </Group>
      </Group>
      <Lines lines={lines} matches={matches} twins={twins} last={last} onOpen={onOpen} />
      {lines.length === 0 && (
        <Group justify="center" p="lg">
          <Text>要核对的都核对过了。</Text>
          <Button variant="default" onClick={() => onOnlyOpen(false)}>
            显示全部
          </Button>
          <Button variant="subtle" color="gray" onClick={() => dispatch({ type: 'clear' })}>
            全部移除
          </Button>
        </Group>
      )}
    </section>
  );
};

const plainText = (plain: number): string => (plain === 0 ? '' : `，${plain} 个没有疑问`);

const Lines = ({
  lines,
  matches,
  twins,
  last,
  onOpen,
}: Pick<OverviewProps, 'matches' | 'last' | 'onOpen'> & {
  readonly lines: readonly OverviewLine[];
  readonly twins: SameNames;
}): ReactElement => {
  const { dispatch } = useImporting();
  const scroll = useRef<HTMLDivElement>(null);
  const begin = Math.max(
    0,
    lines.findIndex((line) => line.kind === 'draft' && draftKey(line.source, line.draft) === last),
  );
  const [active, setActive] = useState(() => (begin === 0 ? lines.findIndex(({ kind }) => kind === 'draft') : begin));
  // eslint-disable-next-line react-hooks/incompatible-library -- a rule for the React compiler, which is not used here
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (lines[index]?.kind === 'draft' ? LINE : HEAD),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 10,
  });
  useEffect(() => {
    scroll.current?.focus({ preventScroll: true });
  }, []);
  const start = useRef(begin);
  useEffect(() => {
    if (start.current > 0) virtual.scrollToIndex(start.current, { align: 'center' });
    start.current = 0;
  }, [virtual]);

  const open = useCallbackRef(onOpen);
  const onTake = useCallbackRef((line: OverviewLine, take: boolean) => {
    if (line.kind !== 'draft') return;
    const wanted = take ? wantedAgain(line, matches) : wantedOf('skip');
    dispatch({
      type: 'draft',
      key: line.source.key,
      index: line.draft.index,
      change: (old) => ({ ...old, wanted }),
    });
  });
  const onOutcome = useCallbackRef((line: OverviewLine, option: string) => {
    if (line.kind !== 'draft') return;
    const { source, draft } = line;
    dispatch({
      type: 'draft',
      key: source.key,
      index: draft.index,
      change: (old) => ({ ...old, wanted: wantedOf(option) }),
    });
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (belongsToIme(event) || event.target !== event.currentTarget || event.ctrlKey || event.altKey) return;
    const height = scroll.current?.clientHeight ?? 0;
    const next = rowAfterKey(event.key, active, lines.length, Math.max(1, Math.floor(height / LINE) - 1));
    const line = lines[active];
    if (next !== null) {
      event.preventDefault();
      setActive(next);
      virtual.scrollToIndex(next);
    } else if (line?.kind === 'draft' && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      if (event.key === 'Enter') onOpen(draftKey(line.source, line.draft), null);
      else onTake(line, outcomeOf(line.draft, matches.of(line.source.key, line.draft.index)).kind === 'skip');
    }
  };
  return (
    <div
      ref={scroll}
      className={classes.scroll}
      role="grid"
      aria-label="读到的项目，回车打开，空格选或不选"
      aria-rowcount={lines.length}
      aria-activedescendant={lines.length > 0 ? overviewRowId(Math.min(active, lines.length - 1)) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={classes.body} style={{ height: virtual.getTotalSize() }} role="rowgroup">
        {virtual.getVirtualItems().map(({ index, key, start: top }) => {
          const line = lines[index];
          if (!line) return null;
          return line.kind === 'source' ? (
            <SourceHead
              key={key}
              measure={virtual.measureElement}
              index={index}
              top={top}
              source={line.source}
              twins={twins}
              active={index === active}
            />
          ) : (
            <OverviewRow
              key={key}
              line={line}
              index={index}
              top={top}
              active={index === active}
              twin={twins.get(line.key)}
              match={matches.of(line.source.key, line.draft.index)}
              onOpen={open}
              onTake={onTake}
              onOutcome={onOutcome}
            />
          );
        })}
      </div>
    </div>
  );
};

// Back to what is proposed; where the proposal itself was to leave it out, a new one.
const wantedAgain = (line: Extract<OverviewLine, { kind: 'draft' }>, matches: Matches) => {
  const proposed = outcomeOf({ wanted: null }, matches.of(line.source.key, line.draft.index));
  return proposed.kind === 'skip' ? wantedOf('add') : null;
};
