import { Alert, VisuallyHidden } from '@mantine/core';
import { useCallback, useRef, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import { CarriedBar } from '../carry/CarriedBar.tsx';
import { CarryDialog } from '../carry/CarryDialog.tsx';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { tellTrouble, TroubleText } from '../lib/notify.tsx';
import { useTRPCClient } from '../lib/trpc.ts';
import { useKeys } from '../lib/use-keys.ts';
import { useRemembered } from '../lib/use-remembered.ts';
import { MailDialog } from '../mail/MailDialog.tsx';
import { previewHref } from '../preview/selection.ts';
import { EmptyList } from './EmptyList.tsx';
import { ImportFilter } from './ImportFilter.tsx';
import { ProjectTable } from './ProjectTable.tsx';
import { nameOf } from './TableRow.tsx';
import { Toolbar } from './Toolbar.tsx';
import { TotalsLine } from './TotalsLine.tsx';
import { useProjectActions } from './use-project-actions.tsx';
import { useRows } from './use-rows.ts';
import { useSelection } from './use-selection.ts';
import { initialView, sortedBy, viewKey, type ListRow, type ListView } from './view.ts';

interface Props {
  readonly unit: Unit;
  readonly year: Year;
}

/** Which dialog is open, and for which projects. */
type OpenDialog = { readonly kind: 'export' | 'mail' | 'carry'; readonly ids: readonly string[] } | null;

/** The list of one unit and year with everything that can be done from it. */
export const ProjectList = ({ unit, year }: Props): ReactElement => {
  const place = `${unit.id}/${year}`;
  const [view, setView] = useRemembered(viewKey(unit.id, year), initialView);
  const [active, setActive] = useRemembered(`active ${place}`, 0);
  const [visible, setVisible] = useState({ first: 0, last: 0 });
  const [resets, setResets] = useState(0);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const client = useTRPCClient();
  const [, navigate] = useLocation();
  const rows = useRows({ unitId: unit.id, year, ...view }, visible.first, visible.last);
  const selection = useSelection(rows.idsBetween);
  const actions = useProjectActions(unit, year);

  const onVisible = useCallback(
    (first: number, last: number) =>
      setVisible((old) => (old.first === first && old.last === last ? old : { first, last })),
    [],
  );
  const allIds = ({ search, state, importId }: Pick<ListView, 'search' | 'state' | 'importId'>): Promise<string[]> =>
    client.projects.ids.query({ unitId: unit.id, year, search, state, importId });
  const focusList = (): void => frame.current?.querySelector<HTMLElement>('[role=grid]')?.focus();

  /** The ticked projects, or all that are shown, in the order of their numbers. */
  const chosen = async (): Promise<string[]> => {
    if (selection.ids.size === 0) return allIds(view);
    return (await allIds(initialView)).filter((id) => selection.ids.has(id));
  };
  const withChosen = (act: (ids: string[]) => void) => () => void chosen().then(act, tellTrouble);
  const removeChosen = withChosen((ids) => {
    actions.remove(ids, ids.length === 1 ? '所选项目' : ` ${ids.length} 个项目`);
    selection.clear();
  });
  const removeRow = (row: ListRow): void => {
    if (selection.ids.has(row.id) && selection.ids.size > 1) removeChosen();
    else actions.remove([row.id], `“${nameOf(row)}”`);
  };
  const tickAll = (): void => {
    if (selection.ids.size > 0) selection.clear();
    else void allIds(view).then(selection.replace, tellTrouble);
  };
  const print = withChosen((ids) => navigate(previewHref(ids)));

  // A new project stands at the end; coming back from it, it is the active one.
  const create = (): void => {
    setActive(() => rows.count);
    void actions.create();
  };

  useKeys({
    '/': () => searchBox.current?.focus(),
    'Ctrl+F': () => searchBox.current?.focus(),
    N: create,
    'Ctrl+N': create,
    'Ctrl+A': tickAll,
    'Ctrl+P': print,
    'Ctrl+Z': () => void actions.undoRemove(),
    Escape: selection.clear,
  });

  const filtered = view.search !== '' || view.state !== null || view.importId !== null;
  const showAll = (): void => {
    setView(() => initialView);
    setResets((old) => old + 1);
  };
  return (
    <div ref={frame} style={{ display: 'contents' }}>
      <VisuallyHidden component="h1">项目一览</VisuallyHidden>
      <Toolbar
        // 显示全部 empties the search box too.
        key={resets}
        view={view}
        onView={(change) => {
          setActive(() => 0);
          setView(change);
        }}
        searchBox={searchBox}
        onLeaveSearch={focusList}
        selected={selection.ids.size}
        count={rows.count}
        approved={(rows.sums?.approved ?? 0) > 0 || view.state === 'approved'}
        onCreate={create}
        onExport={withChosen((ids) => setDialog({ kind: 'export', ids }))}
        onMail={withChosen((ids) => setDialog({ kind: 'mail', ids }))}
        onPrint={print}
        onCarry={withChosen((ids) => setDialog({ kind: 'carry', ids }))}
        onRemove={removeChosen}
      />
      {view.importId !== null && <ImportFilter count={rows.count} onShowAll={showAll} />}
      <CarriedBar unitId={unit.id} year={year} />
      {rows.trouble && (
        <Alert color="red" m="md">
          <TroubleText trouble={rows.trouble} />
        </Alert>
      )}
      {rows.count === 0 && !rows.loading ? (
        <EmptyList unitId={unit.id} year={year} filtered={filtered} onCreate={create} onShowAll={showAll} />
      ) : (
        <ProjectTable
          rows={rows}
          view={view}
          ticked={selection.ids}
          active={Math.min(active, Math.max(0, rows.count - 1))}
          onActive={(index) => setActive(() => index)}
          onVisible={onVisible}
          onRange={(index) => void selection.extendTo(index).catch(tellTrouble)}
          onSort={(sort) => setView((old) => sortedBy(old, sort))}
          onTickAll={tickAll}
          onOpen={(row, index) => {
            setActive(() => index);
            actions.open(row.id);
          }}
          onTick={(row, index, range) => {
            setActive(() => index);
            if (range) void selection.extendTo(index).catch(tellTrouble);
            else selection.toggle(row.id, index);
          }}
          onCopy={(row) => void actions.copy(row.id)}
          onRemove={removeRow}
        />
      )}
      {rows.sums && rows.count > 0 && (
        <TotalsLine sums={rows.sums} count={rows.count} selected={selection.ids.size} onClear={selection.clear} />
      )}
      <ExportDialog ids={dialog?.ids ?? []} opened={dialog?.kind === 'export'} onClose={() => setDialog(null)} />
      <CarryDialog
        ids={dialog?.ids ?? []}
        toYear={year + 1}
        opened={dialog?.kind === 'carry'}
        onClose={() => setDialog(null)}
      />
      <MailDialog ids={dialog?.ids ?? []} opened={dialog?.kind === 'mail'} onClose={() => setDialog(null)} />
    </div>
  );
};
