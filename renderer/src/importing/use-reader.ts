import { useReducer } from 'react';
import { troubleOf, type Trouble } from '../lib/errors.ts';
import { useTRPCClient } from '../lib/trpc.ts';
import { sourcesReducer, type ImportPreview, type Source, type SourcesAction } from './sources.ts';

const LARGEST = 50 * 1024 * 1024;

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
        await checkFile(file);
        const form = new FormData();
        form.append('file', file);
        return client.imports.file.mutate(form);
      });
    }
  };
  const readText = (text: string): Promise<void> =>
    read('粘贴的文字', () => client.imports.text.mutate({ name: '粘贴的文字', text }));
  return { sources, dispatch, readFiles, readText };
};

class FileTrouble extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Omit<Trouble, 'details'>) {
    super(trouble.message);
    this.trouble = { ...trouble, details: '' };
  }
}

// Before anything is sent: a file that is far too large, or gone or locked since it was chosen.
const checkFile = async (file: File): Promise<void> => {
  if (file.size > LARGEST) {
    throw new FileTrouble({
      code: 'file-too-large',
      message: `“${file.name}”有 ${Math.ceil(file.size / 1024 / 1024)} MB，超过 50 MB，没有读取。`,
      nextStep: '请只留下绩效目标表，另存成较小的文件再导入。',
    });
  }
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch {
    throw new FileTrouble({
      code: 'file-unreadable',
      message: `“${file.name}”读不出来，可能已经移走，或者正被别的程序占用。`,
      nextStep: '请关闭打开它的程序，再选一次。',
    });
  }
};
