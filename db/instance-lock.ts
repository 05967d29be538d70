import Database from 'better-sqlite3';

/** One process' hold on a file. It ends with `release`, or with the process, however that ends. */
export interface HeldLock {
  readonly release: () => void;
}

// A connection nobody refers to is collected, and its lock with it.
const held = new Set<Database.Database>();

/**
 * Takes the lock that a file stands for, without waiting. The operating system keeps it: a process that is killed, or a
 * power cut, frees it at once, and no number left in a file can be mistaken for a living process. The file stays empty;
 * it is SQLite that knows how to lock one on every system. Of two processes that ask at the very same moment both may
 * be refused, never both be answered: ask again after a moment.
 *
 * No other code of this process may open the file: on Unix, closing it anywhere lets go of the lock.
 * @param file a file of its own, made where it is missing
 * @returns null where another holder has it
 * @throws SqliteError where the file can't be made or opened (see expectedDatabaseError)
 */
export const holdLock = (file: string): HeldLock | null => {
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    // Nothing is ever written: no journal needs to lie beside it.
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  held.add(db);
  return {
    release: () => {
      held.delete(db);
      db.close();
    },
  };
};
