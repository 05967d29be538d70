import { useMemo, useReducer, useState, type ReactElement, type ReactNode } from 'react';
import { useTRPCClient } from '../lib/trpc.ts';
import type { ImportResult } from './contract.ts';
import { ImportingContext, type Importing } from './importing-context.ts';
import { createReader } from './reader.ts';
import { isBusy, sourcesReducer } from './sources.ts';

/** Keeps what is being imported while the clerk goes to other pages and comes back. */
export const ImportingProvider = ({ children }: { readonly children: ReactNode }): ReactElement => {
  const [sources, dispatch] = useReducer(sourcesReducer, []);
  const [result, setResult] = useState<ImportResult | null>(null);
  const client = useTRPCClient();
  const reader = useMemo(() => createReader(client, dispatch), [client]);
  const importing = useMemo<Importing>(
    () => ({
      ...{ sources, dispatch, result, setResult, ...reader },
      cancelAll: () => sources.filter(isBusy).forEach(({ key }) => reader.cancel(key)),
      // What came of the last import makes room for the next one.
      readFiles: (files) => {
        setResult(null);
        reader.readFiles(files);
      },
      readPasted: (pasted) => {
        setResult(null);
        reader.readPasted(pasted);
      },
    }),
    [sources, result, reader],
  );
  return <ImportingContext value={importing}>{children}</ImportingContext>;
};
