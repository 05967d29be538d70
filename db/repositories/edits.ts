import type { ProjectContent } from '../../shared/model/project.ts';
import type { Db } from '../connection.ts';
import type { FieldChange } from '../types.ts';
import { writeChildren, writeFunds } from './content.ts';
import { headColumns, nameColumns, updateHead, type Head } from './heads.ts';

/** One saved change: content before and after it, and what differs. */
export interface Edit {
  readonly before: ProjectContent;
  readonly after: ProjectContent;
  readonly changes: readonly FieldChange[];
}

/** Rewrites only the parts that changed: most saves are one field of one indicator. Must run inside a transaction. */
export const writeContent = (db: Db, head: Pick<Head, 'pk'>, { before, after, changes }: Edit): void => {
  const fields = new Set(changes.map(({ path }) => path.split('.')[0]));
  if (fields.has('funds') || fields.has('midtermFunds') || fields.has('amountUnit')) writeFunds(db, head.pk, after);
  if (fields.has('name') || fields.has('code')) updateHead(db, head.pk, nameColumns(after));
  const old = headColumns(before);
  const changed = Object.entries(headColumns(after)).filter(([column, value]) => value !== old[column]);
  if (changed.length > 0) updateHead(db, head.pk, Object.fromEntries(changed));
  writeChildren(db, head.pk, before, after);
};
