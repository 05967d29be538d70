import { useCallback, useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { UnitYearContent } from '../../../shared/model/unit-year.ts';
import { rememberDeparture } from '../lib/departures.ts';
import { troubleOf } from '../lib/errors.ts';
import { callWhileLeaving, isHeavy } from '../lib/leaving-call.ts';
import { mergeFields } from '../lib/merge-fields.ts';
import { useTRPC, useTRPCClient } from '../lib/trpc.ts';
import { useLeaving } from '../lib/use-leaving.ts';
import { createAutosave, HEAVY_DELAY, SAVE_DELAY, type Autosave, type SaveStatus } from '../wizard/autosave.ts';
import type { StoredUnitYear } from './open-unit-year.ts';
import { keyText, unitYearStore } from './unsaved.ts';

export interface UnitYearForm {
  readonly content: UnitYearContent;
  readonly status: SaveStatus;
  readonly change: (part: Partial<UnitYearContent>) => void;
  readonly flush: () => Promise<boolean>;
  /** After a refused save: goes on from what is stored now, with what was typed here on it. */
  readonly recover: () => Promise<void>;
}

/** What a unit declares for a year, saved while it is typed; what the program does not take stays on this machine. */
export const useUnitYear = (opened: StoredUnitYear): UnitYearForm => {
  const { unitId, year } = opened;
  const client = useTRPCClient();
  const [content, setContent] = useState(opened.content);
  const [status, setStatus] = useState<SaveStatus>({ kind: 'saved', at: null });
  const autosave = useSaving(opened, setStatus);
  const { flush } = autosave;
  useDeparture(keyText(opened), autosave);

  const take = (next: UnitYearContent): void => {
    setContent(next);
    autosave.change(next);
  };
  const recover = async (): Promise<void> => {
    const now = await client.unitYears.get.query({ unitId, year });
    take(mergeFields(autosave.stored(), autosave.newest() ?? content, now.content));
    autosave.adopt(now.content, now.version);
  };
  return { content, status, change: (part) => take({ ...content, ...part }), flush, recover };
};

const useSaving = (opened: StoredUnitYear, onStatus: (status: SaveStatus) => void): Autosave<UnitYearContent> => {
  const client = useTRPCClient();
  const [autosave] = useState(() => {
    const { unitId, year } = opened;
    const slot = crypto.randomUUID();
    const id = keyText(opened);
    return createAutosave<UnitYearContent>({
      stored: opened.content,
      version: opened.version,
      save: (content, version, leaving) => {
        const input = { unitId, year, version, content };
        return leaving
          ? callWhileLeaving<StoredUnitYear>('unitYears.save', input)
          : client.unitYears.save.mutate(input);
      },
      explain: (error) => {
        const { code, message } = troubleOf(error);
        return { refusal: code === 'stale' || code === 'not-found' ? code : null, message };
      },
      onStatus,
      keep: (base, mine) => void unitYearStore.keep(slot, id, { base, mine }),
      release: () => unitYearStore.release(slot, id),
      delayOf: (content) => (isHeavy(content) ? HEAVY_DELAY : SAVE_DELAY),
    });
  });
  return autosave;
};

/** Nothing typed is left behind: not by another page of the window, another window, nor by closing it. */
const useDeparture = (id: string, autosave: Autosave<UnitYearContent>): void => {
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const save = useCallback((): void => void autosave.flush(), [autosave]);
  const leave = useCallback((): void => autosave.leave(), [autosave]);
  const heavy = useCallback((): boolean => {
    const content = autosave.newest();
    return content !== null && isHeavy(content);
  }, [autosave]);
  useLeaving({ save, leave, heavy });
  useEffect(
    () => () => {
      rememberDeparture(id, { settle: autosave.flush, end: autosave.dispose });
      void autosave.flush().then(() => queryClient.invalidateQueries(trpc.summary.pathFilter()));
    },
    [autosave, id, queryClient, trpc],
  );
};
