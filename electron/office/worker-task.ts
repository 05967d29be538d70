import type { ExpectedErrorCode } from '../../shared/model/errors.ts';
import type { Template } from '../../shared/fill/template.ts';
import type { ExportJob } from './export-job.ts';
import type { FillJob } from './fill-job.ts';
import type { Reading, RecogniseJob } from './recognise-job.ts';
import type { VerifiedTable } from './verify.ts';

/** What a worker can be started for. Plain data: it crosses between threads. */
export type WorkerTask =
  | { readonly kind: 'export'; readonly job: ExportJob }
  | { readonly kind: 'recognise'; readonly job: RecogniseJob }
  | { readonly kind: 'verify'; readonly job: VerifyJob }
  | { readonly kind: 'template'; readonly job: VerifyJob }
  | { readonly kind: 'fill'; readonly job: FillJob };

/** A file: to be compared with the 校验码 at its foot, or read as a template. */
export interface VerifyJob {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** What it makes besides files. */
export type WorkerResult = Reading | readonly VerifiedTable[] | Template | null;

/** What a worker says. */
export type WorkerMessage =
  | {
      readonly kind: 'progress';
      readonly done: number;
      /** How many there are; left out where who asked knows it. */
      readonly all?: number;
    }
  | { readonly kind: 'done'; readonly result: WorkerResult }
  | {
      readonly kind: 'failed';
      readonly code: ExpectedErrorCode;
      readonly message: string;
      readonly nextStep: string;
    };
