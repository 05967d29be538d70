import type { ExpectedErrorCode } from '../../shared/model/errors.ts';
import type { ExportJob } from './export-job.ts';
import type { Reading, RecogniseJob } from './recognise-job.ts';

/** What a worker can be started for. Plain data: it crosses between threads. */
export type WorkerTask =
  { readonly kind: 'export'; readonly job: ExportJob } | { readonly kind: 'recognise'; readonly job: RecogniseJob };

/** What it makes besides files. */
export type WorkerResult = Reading | null;

/** What a worker says. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done'; readonly result: WorkerResult }
  | {
      readonly kind: 'failed';
      readonly code: ExpectedErrorCode;
      readonly message: string;
      readonly nextStep: string;
    };
