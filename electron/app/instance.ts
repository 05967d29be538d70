import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { holdLock, type HeldLock } from '../../db/index.ts';
import type { DataFolder } from './data-folder.ts';
import { makeFolder } from './make-folder.ts';
import { isAlive } from './temporary.ts';

/** Who serves a data folder, and where a clerk finds it. An address is loopback or nothing: it gets opened. */
const holderSchema = z.discriminatedUnion('host', [
  z.object({ host: z.literal('desktop'), pid: z.int().positive() }),
  z.object({
    host: z.literal('browser'),
    pid: z.int().positive(),
    /** Origin with a closing slash. */
    url: z.string().regex(/^http:\/\/127\.0\.0\.1:\d{1,5}\/$/u),
    secret: z.string().regex(/^[\w-]{16,}$/u),
  }),
]);
export type Holder = z.infer<typeof holderSchema>;

export type Claim =
  | {
      readonly kind: 'ours';
      /** Tells later starts where this one is. */
      readonly announce: (holder: Holder) => void;
      readonly release: () => void;
    }
  /** Another start serves the folder; null where it does not say where, though it was waited for. */
  | { readonly kind: 'theirs'; readonly holder: Holder | null }
  /** Nothing can be written there at all; opening the data will say why. */
  | { readonly kind: 'unwritable' };

/** How long a start waits for the one before it to say where it is, or to end, in milliseconds. */
const PATIENCE = 3_000;

/**
 * Claims a data folder for this process, whatever its host, or finds who has it. The lock alone decides
 * ({@link holdLock}); `instance.json` is no more than the holder's address, and one left by a dead process means nothing.
 * A folder that somebody has is only read.
 */
export const claimFolder = async (folder: DataFolder, patience = PATIENCE): Promise<Claim> => {
  const until = performance.now() + patience;
  for (;;) {
    const lock = take(folder);
    if (lock === 'unwritable') return { kind: 'unwritable' };
    if (lock !== null) return ours(folder.instance, lock);
    const holder = read(folder.instance);
    // A dead one's address is about to be replaced by whoever took the lock after it.
    if (holder && isAlive(holder.pid)) return { kind: 'theirs', holder };
    if (performance.now() > until) return { kind: 'theirs', holder: null };
    // At random: two starts that got in each other's way must not do so again.
    await sleep(20 + Math.random() * 60);
  }
};

/** The address that lets a browser in, once. */
export const addressOf = ({ url, secret }: Extract<Holder, { host: 'browser' }>): string => `${url}?k=${secret}`;

const take = (folder: DataFolder): HeldLock | null | 'unwritable' => {
  try {
    makeFolder(folder.root, 0o700);
    return holdLock(folder.lock);
  } catch {
    return 'unwritable';
  }
};

const ours = (file: string, lock: HeldLock): Claim => {
  let held = true;
  forget(file);
  return {
    kind: 'ours',
    announce: (holder) => write(file, holder),
    release: () => {
      // What lies there after the first time is the next holder's.
      if (!held) return;
      held = false;
      forget(file);
      lock.release();
    },
  };
};

// Written aside and renamed: nobody ever reads half of it. The secret is for this user only.
const write = (file: string, holder: Holder): void => {
  const aside = `${file}.${randomUUID()}`;
  try {
    writeFileSync(aside, JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
    renameSync(aside, file);
  } catch {
    // A later start then says that the program runs, only not where. A full disk is told by opening the data.
    forget(aside);
  }
};

const read = (file: string): Holder | null => {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

const forget = (file: string): void => {
  try {
    rmSync(file, { force: true });
  } catch {
    // Whatever keeps it there, the lock decides.
  }
};
