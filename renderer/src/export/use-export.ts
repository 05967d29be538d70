import { useState } from 'react';
import { assertNever } from '../../../shared/model/text.ts';
import { startDownload } from '../lib/delivery.ts';
import { tellTrouble } from '../lib/notify.tsx';
import { useTRPCClient, type Client } from '../lib/trpc.ts';
import { runJob, type DeliverAgain, type ExportInput, type ExportStage, type JobState } from './run-export.ts';

export interface Export<Input = ExportInput> {
  readonly now: ExportStage;
  /** What to know of what was exported, one sentence each: 尾差, a printed total that differs. */
  readonly notes: readonly string[];
  readonly start: (input: Input) => Promise<void>;
  readonly cancel: () => void;
  /** After target-open, or after the clerk closed the question: `ask` asks where to save, `same` tries the same place. */
  readonly deliver: (jobId: string, again: DeliverAgain) => Promise<void>;
  readonly reset: () => void;
}

/** One export from the choice to the saved file. */
export const useExport = (): Export => useSaving((client, input: ExportInput) => client.exports.start.mutate(input));

/** Anything that is written in a job and handed to the clerk. @param begin starts the job */
export const useSaving = <Input>(begin: (client: Client, input: Input) => Promise<JobState>): Export<Input> => {
  const client = useTRPCClient();
  const [now, setNow] = useState<ExportStage>({ stage: 'choosing' });
  const [notes, setNotes] = useState<readonly string[]>([]);
  const reset = (): void => setNow({ stage: 'choosing' });
  const fail = (error: unknown): void => {
    tellTrouble(error);
    reset();
  };
  const deliver = async (jobId: string, again: DeliverAgain): Promise<void> => {
    setNow({ stage: 'saving', jobId, again });
    try {
      const delivery = await client.exports.deliver.mutate({ jobId, again });
      startDownload(delivery);
      setNow({ stage: 'delivered', jobId, delivery });
    } catch (error) {
      tellTrouble(error);
      setNow({ stage: 'delivered', jobId, delivery: { outcome: 'cancelled' } });
    }
  };
  const show = (job: JobState): void =>
    setNow((old) => ({ stage: 'running', job, cancelling: old.stage === 'running' && old.cancelling }));
  const finish = async (job: JobState): Promise<void> => {
    setNotes(job.notes);
    switch (job.state) {
      case 'running':
      case 'ready':
        await deliver(job.jobId, 'ask');
        break;
      case 'cancelled':
        reset();
        break;
      case 'failed':
        setNow({ stage: 'stopped', message: job.message });
        break;
      default:
        assertNever(job.state);
    }
  };
  const start = async (input: Input): Promise<void> => {
    setNow({ stage: 'running', job: null, cancelling: false });
    const calls = {
      start: (of: Input) => begin(client, of),
      get: (jobId: string) => client.jobs.get.query({ jobId }),
      wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
    };
    try {
      await finish(await runJob(calls, input, show));
    } catch (error) {
      fail(error);
    }
  };
  const cancel = (): void => {
    if (now.stage !== 'running' || !now.job) return;
    setNow({ ...now, cancelling: true });
    client.jobs.cancel.mutate({ jobId: now.job.jobId }).catch(tellTrouble);
  };
  return { now, notes, start, cancel, deliver, reset };
};
