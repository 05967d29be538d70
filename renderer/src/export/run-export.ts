import type { Inputs, Outputs } from '../lib/trpc.ts';
import type { Delivery } from '../lib/delivery.ts';

export type ExportInput = Inputs['exports']['start'];
export type DeliverAgain = NonNullable<Inputs['exports']['deliver']['again']>;
export type JobState = Outputs['jobs']['get'];

/** What the dialog shows of an export, from the first click to the saved file. */
export type ExportStage =
  | { readonly stage: 'choosing' }
  | { readonly stage: 'running'; readonly job: JobState | null; readonly cancelling: boolean }
  | { readonly stage: 'saving'; readonly jobId: string; readonly again: DeliverAgain }
  | { readonly stage: 'delivered'; readonly jobId: string; readonly delivery: Delivery }
  | { readonly stage: 'stopped'; readonly message: string };

/** The calls an export needs; the window's client has them. */
export interface ExportCalls<Input = ExportInput> {
  readonly start: (input: Input) => Promise<JobState>;
  readonly get: (jobId: string) => Promise<JobState>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const POLL_MS = 200;

/**
 * Runs an export job to its end, telling every step of progress.
 * @returns the job as it ended: ready, cancelled or failed
 */
export const runJob = async <Input>(
  calls: ExportCalls<Input>,
  input: Input,
  onProgress: (job: JobState) => void,
): Promise<JobState> => {
  let job = await calls.start(input);
  onProgress(job);
  while (job.state === 'running') {
    await calls.wait(POLL_MS);
    job = await calls.get(job.jobId);
    onProgress(job);
  }
  return job;
};
