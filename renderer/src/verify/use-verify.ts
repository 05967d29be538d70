import { useState } from 'react';
import { checkFile, FileTrouble, fileForm } from '../lib/file-form.ts';
import { troubleOf, type Trouble } from '../lib/errors.ts';
import { useTRPCClient, type Outputs } from '../lib/trpc.ts';

export type VerifyResult = Outputs['verify']['file'];

/** A file that is being checked, or was. */
export type Checked =
  | { readonly key: string; readonly name: string; readonly state: 'reading' }
  | { readonly key: string; readonly name: string; readonly state: 'failed'; readonly trouble: Trouble }
  | { readonly key: string; readonly name: string; readonly state: 'ready'; readonly result: VerifyResult };

export interface Verify {
  /** Newest first. */
  readonly checked: readonly Checked[];
  readonly check: (files: readonly File[]) => Promise<void>;
  readonly clear: () => void;
}

/** Checks files one after the other; a bad one says why and the rest goes on. */
export const useVerify = (): Verify => {
  const client = useTRPCClient();
  const [checked, setChecked] = useState<readonly Checked[]>([]);
  const put = (one: Checked): void =>
    setChecked((old) =>
      old.some(({ key }) => key === one.key) ? old.map((was) => (was.key === one.key ? one : was)) : [one, ...old],
    );

  const checkOne = async (file: File): Promise<void> => {
    const { name } = file;
    const key = crypto.randomUUID();
    put({ key, name, state: 'reading' });
    try {
      await checkFile(file, '请只留下绩效目标表，另存成较小的文件再核对。');
      put({ key, name, state: 'ready', result: await client.verify.file.mutate(fileForm(file)) });
    } catch (error) {
      put({ key, name, state: 'failed', trouble: error instanceof FileTrouble ? error.trouble : troubleOf(error) });
    }
  };
  const check = async (files: readonly File[]): Promise<void> => {
    for (const file of files) await checkOne(file);
  };
  return { checked, check, clear: () => setChecked([]) };
};
