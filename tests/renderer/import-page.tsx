import { useReducer, useState, type ReactElement } from 'react';
import { vi } from 'vitest';
import type { ImportResult } from '../../renderer/src/importing/contract.ts';
import { ImportingContext, type Importing } from '../../renderer/src/importing/importing-context.ts';
import { ImportPage } from '../../renderer/src/importing/ImportPage.tsx';
import { sourcesReducer, type Source } from '../../renderer/src/importing/sources.ts';
import { startState } from './fake-program.ts';
import { renderWindow } from './render-window.tsx';

/** What the page asked the reader to do. */
export interface Asked {
  readonly readFiles: ReturnType<typeof vi.fn<Importing['readFiles']>>;
  readonly readPasted: ReturnType<typeof vi.fn<Importing['readPasted']>>;
  readonly readHidden: ReturnType<typeof vi.fn<Importing['readHidden']>>;
  readonly cancel: ReturnType<typeof vi.fn<Importing['cancel']>>;
}

/** The import page with these papers on it. */
export const openImport = (
  sources: readonly Source[],
  state = startState(),
): Asked & ReturnType<typeof renderWindow> => {
  const asked: Asked = { readFiles: vi.fn(), readPasted: vi.fn(), readHidden: vi.fn(), cancel: vi.fn() };
  return { ...asked, ...renderWindow(<Page sources={sources} asked={asked} />, state, '/import') };
};

const Page = ({
  sources: given,
  asked,
}: {
  readonly sources: readonly Source[];
  readonly asked: Asked;
}): ReactElement => {
  const [sources, dispatch] = useReducer(sourcesReducer, given);
  const [result, setResult] = useState<ImportResult | null>(null);
  const rest = { cancelAll: vi.fn(), again: vi.fn() };
  return (
    <ImportingContext value={{ sources, dispatch, result, setResult, ...asked, ...rest }}>
      <ImportPage />
    </ImportingContext>
  );
};
