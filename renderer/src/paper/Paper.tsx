import { ActionIcon, Button, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactElement } from 'react';
import { paperOf, type PaperPage } from '../../../shared/grid/paper.ts';
import type { Grid } from '../../../shared/grid/grid.ts';
import type { FieldPath } from '../../../shared/model/project.ts';
import { belongsToIme } from '../lib/keyboard.ts';
import { shownField } from './lit.ts';
import classes from './Paper.module.css';
import { Sheet } from './Sheet.tsx';

/** Points to CSS pixels at 100 %. */
const PIXELS = 96 / 72;
const ZOOMS = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.25, 1.5, 2] as const;
const PADDING = 28;
/** Points of margin that stay visible. */
const KEPT_MARGIN = 14;

type PaperSize = Pick<ReturnType<typeof paperOf>, 'width'>;

export interface PaperProps {
  readonly grids: readonly Grid[];
  /** The field that is being edited: its cells are lit and scrolled into view. */
  readonly lit: FieldPath | null;
  readonly onField: (path: FieldPath) => void;
  /** Takes the paper away, for more room; null where it can't be. */
  readonly onHide: (() => void) | null;
}

/** The official table as it will print, live: sheets with a zoom; a click on a cell goes to its field. */
export const Paper = ({ grids, lit, onField, onHide }: PaperProps): ReactElement => {
  const { ref: scroll, width } = useElementSize<HTMLDivElement>();
  const [zoom, setZoom] = useState<number | null>(null);
  const sheets = useMemo(
    () => grids.map(paperOf).flatMap((paper) => paper.pages.map((page) => ({ paper, page }))),
    [grids],
  );
  const fields = useMemo(
    () => new Set(sheets.flatMap(({ page }) => page.boxes.flatMap(({ cell }) => cell.field ?? []))),
    [sheets],
  );
  const shownLit = shownField(fields, lit);
  const widest = Math.max(1, ...sheets.map(({ paper }) => paper.width));
  const crop = zoom === null ? cropOf(sheets) : 0;
  const fitting = width > 0 ? (width - PADDING) / ((widest - 2 * crop) * PIXELS) : 0.6;
  const shown = zoom ?? fitting;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.querySelector(`.${classes.lit ?? ''}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shownLit]);
  return (
    <section className={classes.pane} aria-label="纸面预览">
      <div className={classes.bar}>
        <Text size="sm" c="dimmed" mr="auto">
          打印效果，共 {sheets.length} 页
        </Text>
        <ActionIcon variant="subtle" color="gray" aria-label="缩小" onClick={() => setZoom(zoomBy(shown, -1))}>
          −
        </ActionIcon>
        <Text size="sm" w={48} ta="center" className="tabular">
          {Math.round(shown * 100)}%
        </Text>
        <ActionIcon variant="subtle" color="gray" aria-label="放大" onClick={() => setZoom(zoomBy(shown, 1))}>
          ＋
        </ActionIcon>
        <Button size="compact-sm" variant="subtle" color="gray" disabled={zoom === null} onClick={() => setZoom(null)}>
          适应宽度
        </Button>
        {onHide && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onHide}>
            收起纸面
          </Button>
        )}
      </div>
      <div className={classes.scroll} ref={scroll}>
        <div
          ref={root}
          style={{ '--pt': `${(shown * PIXELS).toFixed(4)}px` } as CSSProperties}
          role="group"
          aria-label="表格，回车到对应的栏"
          tabIndex={0}
          onClick={(event) => goTo(event.target, onField)}
          onKeyDown={(event) => walk(event, onField)}
        >
          {sheets.map(({ paper, page }, place) => (
            <Sheet key={place} paper={paper} page={page} crop={crop} lit={shownLit} />
          ))}
        </div>
      </div>
    </section>
  );
};

/** What may be left out at either side without touching a cell. */
const cropOf = (sheets: readonly { readonly paper: PaperSize; readonly page: PaperPage }[]): number => {
  const free = sheets.flatMap(({ paper, page }) => page.boxes.flatMap(({ x, width }) => [x, paper.width - x - width]));
  return Math.max(0, Math.min(...free) - KEPT_MARGIN);
};

const zoomBy = (from: number, by: 1 | -1): number =>
  by === 1
    ? (ZOOMS.find((zoom) => zoom > from + 0.01) ?? from)
    : (ZOOMS.findLast((zoom) => zoom < from - 0.01) ?? from);

const cellOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-field]') : null;

const goTo = (target: EventTarget | null, onField: PaperProps['onField']): boolean => {
  const field = cellOf(target)?.dataset['field'];
  if (field === undefined) return false;
  onField(field);
  return true;
};

// One Tab stop for the whole paper; the arrows walk through the cells, Enter goes to the field.
const walk = (event: KeyboardEvent<HTMLElement>, onField: PaperProps['onField']): void => {
  if (belongsToIme(event)) return;
  if (event.key === 'Enter' || event.key === ' ') {
    if (goTo(event.target, onField)) event.preventDefault();
    return;
  }
  const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (by === undefined || event.ctrlKey || event.altKey) return;
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-field]')];
  const here = cells.findIndex((cell) => cell === event.target);
  const next = cells[here === -1 ? 0 : here + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
};
