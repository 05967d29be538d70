import { ExpectedError } from '../../shared/model/errors.ts';
import { all, one, run, write, type Db, type Readable } from '../connection.ts';
import type { Actor, KeptTemplate, TemplateFile } from '../types.ts';

/* The county's own forms as files, kept to be filled in again. */

/** Largest file that is kept, in bytes: a form with its pictures is far below. */
export const LARGEST_TEMPLATE = 10 * 1024 * 1024;

/** Every kept template without its bytes, the newest first. */
export const listTemplates = (db: Readable): KeptTemplate[] =>
  all<KeptTemplate>(db, 'SELECT id, name, file, at FROM templates ORDER BY pk DESC');

/** @throws ExpectedError not-found */
export const getTemplate = (db: Readable, id: string): TemplateFile => {
  const row = one<TemplateRow>(db, 'SELECT id, name, file, at, corrections, bytes FROM templates WHERE id = ?', id);
  if (!row) throw new ExpectedError('not-found', '找不到这份表样。', '请重新选择文件。');
  // Only saveTemplate writes this column.
  return { ...row, bytes: new Uint8Array(row.bytes), corrections: JSON.parse(row.corrections) as unknown };
};

/**
 * Keeps a template: a new one, or in place of the one with the same id.
 * @throws ExpectedError file-too-large
 */
export const saveTemplate = (
  db: Db,
  { id, name, file, corrections, bytes }: Omit<TemplateFile, 'at'>,
  actor: Actor,
): void => {
  if (bytes.length > LARGEST_TEMPLATE) {
    throw new ExpectedError(
      'file-too-large',
      `“${file}”超过 10 MB，不能保存为表样。`,
      '可以直接填写，下次再选这个文件。',
    );
  }
  write(db, () =>
    run(
      db,
      `INSERT INTO templates (id, name, file, at, operator, corrections, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, file = excluded.file, at = excluded.at,
         operator = excluded.operator, corrections = excluded.corrections, bytes = excluded.bytes`,
      ...[id, name, file, actor.at, actor.operator, JSON.stringify(corrections), Buffer.from(bytes)],
    ),
  );
};

/** Forgets a template; files that were filled from it stay as they are. */
export const removeTemplate = (db: Db, id: string): void => {
  write(db, () => run(db, 'DELETE FROM templates WHERE id = ?', id));
};

interface TemplateRow extends Omit<TemplateFile, 'corrections' | 'bytes'> {
  readonly corrections: string;
  readonly bytes: Buffer;
}
