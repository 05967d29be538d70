import { useState } from 'react';
import { troubleOf, type Trouble } from '../lib/errors.ts';
import { checkFile, fileForm, FileTrouble } from '../lib/file-form.ts';
import { useTRPCClient, type Outputs } from '../lib/trpc.ts';

export type OpenTemplate = Outputs['fill']['open'];

export interface TemplateState {
  readonly opened: OpenTemplate | null;
  /** Name of the file that is being read; null for none. */
  readonly reading: string | null;
  readonly trouble: Trouble | null;
  readonly open: (file: File) => Promise<void>;
  readonly openKept: (id: string) => Promise<void>;
  readonly close: () => void;
}

/** The county's file that is open, or on its way. */
export const useTemplate = (): TemplateState => {
  const client = useTRPCClient();
  const [opened, setOpened] = useState<OpenTemplate | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const read = async (name: string, from: () => Promise<OpenTemplate>): Promise<void> => {
    setReading(name);
    setTrouble(null);
    try {
      setOpened(await from());
    } catch (error) {
      setTrouble(error instanceof FileTrouble ? error.trouble : troubleOf(error));
    } finally {
      setReading(null);
    }
  };
  return {
    opened,
    reading,
    trouble,
    open: (file) =>
      read(file.name, async () => {
        await checkFile(file, '请只留下要填的表，另存成较小的文件。');
        return client.fill.open.mutate(fileForm(file));
      }),
    openKept: (id) => read('表样', () => client.fill.openKept.mutate({ id })),
    close: () => setOpened(null),
  };
};
