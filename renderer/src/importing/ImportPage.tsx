import { Alert, Anchor, Group, Text, Title } from '@mantine/core';
import { useMemo, useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { useStart } from '../lib/start.ts';
import { useKeys } from '../lib/use-keys.ts';
import { CheckView } from './CheckView.tsx';
import { ConfirmBar } from './ConfirmBar.tsx';
import type { ImportDraft } from './draft.ts';
import classes from './Import.module.css';
import { useImporting } from './importing-context.ts';
import { Intake } from './Intake.tsx';
import { NewUnitDialog } from './NewUnitDialog.tsx';
import { Overview } from './Overview.tsx';
import { Queue } from './Queue.tsx';
import { RecentImports } from './RecentImports.tsx';
import { ResultNote } from './ResultNote.tsx';
import { allDrafts, draftKey, isBusy, readySources } from './sources.ts';
import { overviewLines } from './overview-lines.ts';
import { useArrivals } from './use-arrivals.ts';
import { useMatches } from './use-matches.ts';
import { useStore } from './use-store.ts';
import { useTarget } from './use-target.ts';
import { nextDoubt } from './walk.ts';

/** 导入: give files or a copied table, check what is doubtful, store what is wanted. Nothing is stored before the last click. */
export const ImportPage = (): ReactElement => {
  const { empty } = useStart();
  const { sources, result, setResult } = useImporting();
  const over = useArrivals();
  const ready = useMemo(() => readySources(sources), [sources]);
  const target = useTarget(sources);
  const matches = useMatches(ready, target);
  const store = useStore(target, matches);
  const [opened, setOpened] = useState<{ readonly draft: string; readonly doubt: number | null } | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [asking, setAsking] = useState<((draft: ImportDraft) => boolean) | null>(null);
  const found = opened && allDrafts(ready).find(({ source, draft }) => draftKey(source, draft) === opened.draft);
  // While one is checked, the list it came from stays as it is: settling the last doubt must not take it out.
  const [shown, setShown] = useState<readonly string[]>([]);
  const open = (draft: string, doubt: number | null): void => {
    if (opened === null)
      setShown(overviewLines(ready, onlyOpen).flatMap((line) => (line.kind === 'draft' ? [line.key] : [])));
    setOpened({ draft, doubt });
    setLast(draft);
  };
  const check = (): void => {
    const first = nextDoubt(ready, null, 1);
    if (first) open(first.draft, first.doubt);
  };
  const storeNow = async (which: (draft: ImportDraft) => boolean): Promise<void> => {
    if (!target.apart && target.unitId === '') setAsking(() => which);
    else await store.store(which);
  };
  useKeys({ F8: check }, !found && ready.length > 0);
  const nothing = sources.length === 0;
  return (
    <div className={classes.root} style={{ height: empty ? '100dvh' : '100%' }} data-over={over || undefined}>
      {over && <div className={classes.overlay}>松开鼠标，读取这些文件</div>}
      {found ? (
        <CheckView
          key={opened.draft}
          sources={ready}
          source={found.source}
          draft={found.draft}
          shown={shown}
          match={matches.of(found.source.key, found.draft.index)}
          approve={target.approve && found.source.preview.isApproval}
          begin={opened.doubt}
          onOpen={open}
          onBack={() => setOpened(null)}
        />
      ) : (
        <>
          <div className={ready.length === 0 ? classes.pageWhole : classes.page}>
            <Group justify="space-between">
              <Title order={1} size="h3">
                导入绩效目标表
              </Title>
              {ready.length > 0 && <Intake small />}
              {empty && (
                <Anchor component={Link} href="/">
                  返回
                </Anchor>
              )}
            </Group>
            {result && <ResultNote result={result} onClose={() => setResult(null)} />}
            {ready.length === 0 && <Intake small={false} />}
            {nothing && !result && <WhatHappens />}
            <Queue />
            {ready.length === 0 && <RecentImports />}
          </div>
          {ready.length > 0 && (
            <>
              <Overview
                sources={ready}
                matches={matches}
                apart={target.apart}
                onlyOpen={onlyOpen}
                onOnlyOpen={setOnlyOpen}
                last={last}
                onOpen={open}
              />
              <ConfirmBar
                sources={ready}
                target={target}
                matches={matches}
                store={store}
                reading={sources.some(isBusy)}
                onCheck={check}
                onStore={(which) => void storeNow(which)}
              />
            </>
          )}
        </>
      )}
      <NewUnitDialog sources={ready} which={asking} target={target} store={store} onClose={() => setAsking(null)} />
    </div>
  );
};

const WhatHappens = (): ReactElement => (
  <Alert color="gray" variant="light">
    <Text size="sm">
      程序会认出每个项目的名称、金额、目标和指标，拿不准的地方用 ⚠
      标出来，由您对着原表核对后再存入。原来的文件不会改动。
    </Text>
  </Alert>
);
