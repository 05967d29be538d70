import type { SourceTable } from '../grid/table.ts';
import type { RecognisedDocument } from './recognised.ts';

/** Reads one official form. To add a form, add its recogniser to the list in index.ts. */
export interface Recogniser {
  /** Is a table of this form among these? Cheap, and never true for another form's tables. */
  readonly matches: (tables: readonly SourceTable[]) => boolean;
  /** Reads them; only called where `matches` said yes. Never throws. */
  readonly read: (tables: readonly SourceTable[], file: string) => RecognisedDocument;
}
