import { createContext, useContext, type Dispatch } from 'react';
import type { ImportResult } from './contract.ts';
import type { Reader } from './reader.ts';
import type { Source, SourcesAction } from './sources.ts';

/** Everything on the import page; it stays while the clerk looks at other pages. */
export interface Importing extends Reader {
  readonly sources: readonly Source[];
  readonly dispatch: Dispatch<SourcesAction>;
  readonly cancelAll: () => void;
  /** What was stored last; null before that. */
  readonly result: ImportResult | null;
  readonly setResult: (result: ImportResult | null) => void;
}

export const ImportingContext = createContext<Importing | null>(null);

/** The import that is going on. */
export const useImporting = (): Importing => {
  const importing = useContext(ImportingContext);
  if (!importing) throw new Error('useImporting outside of ImportingProvider');
  return importing;
};
