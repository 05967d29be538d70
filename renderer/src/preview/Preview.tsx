import { Center, Loader, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, type ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import type { PaperId } from '../../../shared/model/form-id.ts';
import { troubleOf } from '../lib/errors.ts';
import { TroubleText } from '../lib/notify.tsx';
import { useTRPCClient } from '../lib/trpc.ts';
import { useKeys } from '../lib/use-keys.ts';
import { Notes } from '../papers/Notes.tsx';
import classes from './Preview.module.css';
import { PreviewBar } from './PreviewBar.tsx';
import { PreviewSheets } from './PreviewSheets.tsx';

export interface PreviewProps {
  /** The part of the page's address that names the projects. */
  readonly address: string;
  readonly ids: readonly string[];
  readonly paper: PaperId;
}

/** The very page that is printed, which paper it is, and what can be done with it. */
export const Preview = ({ address, ids, paper }: PreviewProps): ReactElement => {
  const client = useTRPCClient();
  const [, navigate] = useLocation();
  const frame = useRef<HTMLIFrameElement>(null);
  const ticket = useQuery({
    queryKey: ['preview', address, paper],
    queryFn: () => client.print.prepare.mutate({ form: paper, ids: [...ids] }),
    // Projects may have changed since: every preview is made anew.
    gcTime: 0,
    staleTime: Infinity,
  });
  const print = (): void => frame.current?.contentWindow?.print();
  // Opened by its address alone there is nothing to go back to.
  const back = (): void => (window.history.length > 1 ? window.history.back() : navigate('/'));
  const keys = { 'Ctrl+P': print, Escape: back };
  useKeys(keys);
  return (
    <div className={classes.page}>
      <PreviewBar
        ids={ids}
        paper={paper}
        pages={ticket.data?.pages ?? null}
        onPaper={(next) => navigate(`/preview/${address}/${next}`, { replace: true })}
        onPrint={print}
        onBack={back}
      />
      {ticket.data && (
        <>
          <div className={classes.notes}>
            <Notes notes={ticket.data.notes} />
          </div>
          <PreviewSheets key={ticket.data.href} frame={frame} href={ticket.data.href} keys={keys} />
        </>
      )}
      {ticket.error && (
        <Center flex={1}>
          <Stack>
            <TroubleText trouble={troubleOf(ticket.error)} />
            <Link href="/">回到项目一览</Link>
          </Stack>
        </Center>
      )}
      {ticket.isPending && (
        <Center flex={1}>
          <Loader aria-label="正在排版" />
        </Center>
      )}
    </div>
  );
};
