import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** Who serves a data folder now. Lies in the folder, readable by its owner only. */
const instanceSchema = z.object({ pid: z.int(), url: z.string(), secret: z.string() });
export type Instance = z.infer<typeof instanceSchema>;

export type Claim =
  | { readonly kind: 'ours'; readonly release: () => void }
  /** Another start serves the folder already, at this address. */
  | { readonly kind: 'theirs'; readonly instance: Instance }
  /** It can't be written here at all; the program will say why. */
  | { readonly kind: 'unwritable' };

const TRIES = 5;

/**
 * Claims a data folder for this process, or finds who has it. The file is created exclusively; one whose process no
 * longer answers is taken away by renaming, so that of two starts at once only one wins.
 */
export const claim = async (file: string, own: Instance): Promise<Claim> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const outcome = create(file, own);
    if (outcome !== 'taken') return outcome === 'made' ? ours(file, own) : { kind: 'unwritable' };
    const found = read(file);
    if (found && (await answers(found))) return { kind: 'theirs', instance: found };
    takeAway(file, found);
  }
  return { kind: 'unwritable' };
};

const ours = (file: string, own: Instance): Claim => ({
  kind: 'ours',
  release: () => {
    if (read(file)?.secret === own.secret) rmSync(file, { force: true });
  },
});

const create = (file: string, own: Instance): 'made' | 'taken' | 'failed' => {
  // Written aside and linked into place: nobody ever reads half a file.
  const aside = `${file}.${randomUUID()}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(aside, JSON.stringify(own), { mode: 0o600, flag: 'wx' });
    place(aside, file, own);
    return 'made';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EEXIST' ? 'taken' : 'failed';
  } finally {
    forget(aside);
  }
};

// Some file systems (USB sticks) know no links: there the file is made in place.
const place = (aside: string, file: string, own: Instance): void => {
  try {
    linkSync(aside, file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    writeFileSync(file, JSON.stringify(own), { mode: 0o600, flag: 'wx' });
  }
};

const read = (file: string): Instance | null => {
  try {
    const parsed = instanceSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

const takeAway = (file: string, stale: Instance | null): void => {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    // Somebody newer may have claimed it between our look and our rename: give it back.
    if (read(aside)?.secret !== stale?.secret) linkSync(aside, file);
  } catch {
    // Gone already: the next attempt sees.
  } finally {
    forget(aside);
  }
};

const forget = (file: string): void => {
  try {
    rmSync(file, { force: true });
  } catch {
    // A folder that can't be written holds nothing of ours.
  }
};

const answers = async ({ url, secret }: Instance): Promise<boolean> => {
  try {
    const response = await fetch(new URL('/ping', url), {
      headers: { authorization: `Bearer ${secret}` },
      signal: AbortSignal.timeout(3_000),
      redirect: 'error',
    });
    return response.ok && (await response.text()) === 'jixiao';
  } catch {
    return false;
  }
};
