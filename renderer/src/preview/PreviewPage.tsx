import { Center, Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useParams } from 'wouter';
import { troubleOf } from '../lib/errors.ts';
import { TroubleText } from '../lib/notify.tsx';
import { useTRPCClient } from '../lib/trpc.ts';
import { PreviewSheets } from './PreviewSheets.tsx';
import { previewIds } from './selection.ts';

/** 打印预览 of the projects in the address: the very page that is printed. */
export const PreviewPage = (): ReactElement => {
  const { ids: text } = useParams<{ ids: string }>();
  const ids = previewIds(text);
  const client = useTRPCClient();
  const ticket = useQuery({
    queryKey: ['preview', text],
    queryFn: () => client.print.prepare.mutate({ form: 'annex2', ids: [...(ids ?? [])] }),
    enabled: ids !== null,
    // Projects may have changed since: every preview is made anew.
    gcTime: 0,
    staleTime: Infinity,
  });
  if (ticket.data && ids) return <PreviewSheets ids={ids} ticket={ticket.data} />;
  return (
    <Center flex={1}>
      {ids === null && <BackToList message="预览的项目要重新选择。" />}
      {ticket.error && (
        <Stack>
          <TroubleText trouble={troubleOf(ticket.error)} />
          <Link href="/">回到项目一览</Link>
        </Stack>
      )}
      {ids !== null && ticket.isPending && <Loader aria-label="正在排版" />}
    </Center>
  );
};

const BackToList = ({ message }: { readonly message: string }): ReactElement => (
  <Stack>
    <Text>{message}</Text>
    <Link href="/">回到项目一览</Link>
  </Stack>
);
