import { ExpectedError, inSentences } from '../../shared/model/errors.ts';
import type { JobState } from './contract.ts';
import type { DeliverAgain, Delivery } from './host.ts';
import type { Log } from './log.ts';

/** Hands finished files to the clerk; may be called again after `target-open` or a cancelled dialog. */
export type Deliver = (again: DeliverAgain) => Promise<Delivery>;

export interface JobWork {
  /** What runs, in Chinese. */
  readonly title: string;
  /** Steps in all. */
  readonly all: number;
  /** What the clerk should know of the result, one Chinese sentence each. */
  readonly notes: readonly string[];
  /** Does the work and answers how to deliver it. Stops early once `signal` says so. */
  readonly run: (report: (done: number) => void, signal: AbortSignal) => Promise<Deliver>;
  /** Removes what the work left on disk, once it is cancelled, failed, or old. */
  readonly discard: () => void;
}

/** Long pieces of work of this run. The window asks how far they are; nothing waits for them. */
export interface Jobs {
  readonly start: (work: JobWork) => JobState;
  readonly get: (jobId: string) => JobState;
  readonly cancel: (jobId: string) => JobState;
  readonly deliver: (jobId: string, again: DeliverAgain) => Promise<Delivery>;
  /** Waits until the job no longer runs. */
  readonly ended: (jobId: string) => Promise<JobState>;
  /** Stops everything that runs and waits until it has stopped. */
  readonly close: () => Promise<void>;
}

interface Job {
  state: JobState;
  deliver: Deliver | null;
  readonly controller: AbortController;
  readonly work: JobWork;
  ended: Promise<void>;
}

/** Finished jobs remembered, so that a delivery can be tried again. */
const KEPT = 8;

export const createJobs = (newId: () => string, log: Log): Jobs => {
  const jobs = new Map<string, Job>();
  const find = (jobId: string): Job => {
    const job = jobs.get(jobId);
    if (!job) throw new ExpectedError('not-found', '找不到这次导出。', '请重新导出。');
    return job;
  };
  return {
    start: (work) => {
      forgetOld(jobs);
      const job = begin(newId(), work, log);
      jobs.set(job.state.jobId, job);
      return job.state;
    },
    get: (jobId) => find(jobId).state,
    cancel: (jobId) => cancel(find(jobId)),
    deliver: async (jobId, again) => {
      const { deliver } = find(jobId);
      if (!deliver) throw new ExpectedError('bad-input', '导出还没有完成。', '请等它完成后再保存。');
      return deliver(again);
    },
    ended: async (jobId) => {
      const job = find(jobId);
      await job.ended;
      return job.state;
    },
    close: async () => {
      for (const job of jobs.values()) cancel(job);
      await Promise.all([...jobs.values()].map((job) => job.ended));
    },
  };
};

const begin = (jobId: string, work: JobWork, log: Log): Job => {
  const { title, all, notes } = work;
  const state: JobState = { jobId, title, state: 'running', done: 0, all, message: '', notes };
  const job: Job = { state, deliver: null, controller: new AbortController(), work, ended: Promise.resolve() };
  job.ended = follow(job, log);
  return job;
};

const follow = async (job: Job, log: Log): Promise<void> => {
  const { signal } = job.controller;
  const report = (done: number): void => {
    if (job.state.state === 'running') job.state = { ...job.state, done };
  };
  try {
    const deliver = await job.work.run(report, signal);
    if (signal.aborted) return job.work.discard();
    job.deliver = deliver;
    job.state = { ...job.state, state: 'ready', done: job.state.all };
  } catch (error) {
    job.work.discard();
    if (!signal.aborted) fail(job, error, log);
  }
};

const fail = (job: Job, error: unknown, log: Log): void => {
  const expected = error instanceof ExpectedError ? error : null;
  if (!expected) log.bug('job', error);
  const message = expected ? inSentences(expected) : '导出时程序出错，没有生成文件。请重试。';
  job.state = { ...job.state, state: 'failed', message };
};

const cancel = (job: Job): JobState => {
  if (job.state.state === 'running') {
    job.state = { ...job.state, state: 'cancelled' };
    job.controller.abort();
  }
  return job.state;
};

const forgetOld = (jobs: Map<string, Job>): void => {
  const ended = [...jobs.values()].filter((job) => job.state.state !== 'running');
  for (const job of ended.slice(0, Math.max(0, ended.length - KEPT + 1))) {
    job.work.discard();
    jobs.delete(job.state.jobId);
  }
};
