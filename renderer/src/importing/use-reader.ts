import { useReducer } from 'react';
import { troubleOf } from '../lib/errors.ts';
import { checkFile, fileForm, FileTrouble } from '../lib/file-form.ts';
import { useTRPCClient } from '../lib/trpc.ts';
import { sourcesReducer, type ImportPreview, type Source, type SourcesAction } from './sources.ts';

export interface Reader {
  readonly sources: readonly Source[];
  readonly dispatch: (action: SourcesAction) => void;
  readonly readFiles: (files: readonly File[]) => Promise<void>;
  readonly readText: (text: string) => Promise<void>;
}

/** Reads files and pasted text into drafts, one after the other; a bad one says why and the rest goes on. */
export const useReader = (): Reader => {
  const client = useTRPCClient();
  const [sources, dispatch] = useReducer(sourcesReducer, []);

  const preview = async ({ readingId }: { readonly readingId: string }): Promise<ImportPreview> => {
    for (;;) {
      const [state] = await client.imports.progress.query({ readingIds: [readingId] });
      if (state?.state !== 'reading') return client.imports.preview.query({ readingId });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const read = async (name: string, ask: () => Promise<ImportPreview>): Promise<void> => {
    const key = crypto.randomUUID();
    dispatch({ type: 'reading', key, name });
    try {
      dispatch({ type: 'read', key, preview: await ask() });
    } catch (error) {
      dispatch({ type: 'failed', key, trouble: error instanceof FileTrouble ? error.trouble : troubleOf(error) });
    }
  };
  const readFiles = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      await read(file.name, async () => {
        await checkFile(file, '请只留下绩效目标表，另存成较小的文件再导入。');
        return preview(await client.imports.begin.mutate(fileForm(file)));
      });
    }
  };
  const readText = (text: string): Promise<void> =>
    read('粘贴的文字', async () => preview(await client.imports.begin.mutate({ name: '粘贴的文字', text })));
  return { sources, dispatch, readFiles, readText };
};
