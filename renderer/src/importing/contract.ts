import type { Outputs } from '../lib/trpc.ts';

/* What the program answers on the import page, by the names it has here. */

export type {
  ImportPreview,
  ImportResult,
  ImportRun,
  ReadingState as ReadingProgress,
  Undone,
} from '../../../electron/app/contract.ts';

export type ProjectMatch = Outputs['imports']['match'][number];
