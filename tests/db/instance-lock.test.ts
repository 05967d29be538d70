import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { holdLock } from '../../db/index.ts';
import { temporaryFolder } from './support.ts';

interface Asker {
  readonly child: ChildProcess;
  /** Lets it ask for a lock at a moment (ms since 1970); it keeps what it gets. */
  readonly ask: (file: string, moment?: number) => Promise<string>;
}

/** A process of its own that asks for locks. */
const startAsker = async (): Promise<Asker> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'lock-child.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const answer = async (): Promise<string> => String((await once(child.stdout, 'data')).at(0)).trim();
  await answer();
  return {
    child,
    ask: (file, moment = 0) => {
      child.stdin.write(`${moment} ${file}\n`);
      return answer();
    },
  };
};

const kill = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  child.kill(signal);
  await once(child, 'exit');
};

describe('a lock on a file', () => {
  it('is held by one only, in this process too', () => {
    const file = join(temporaryFolder(), 'instance.lock');
    const lock = holdLock(file);
    expect(lock).not.toBeNull();
    expect(holdLock(file)).toBeNull();
    // Being refused must not let go of what the first one holds.
    expect(holdLock(file)).toBeNull();
    lock?.release();
    const again = holdLock(file);
    expect(again).not.toBeNull();
    again?.release();
  });

  it('is refused while another process holds it, and leaves that one’s file alone', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'instance.lock');
    const [one, two] = await Promise.all([startAsker(), startAsker()]);
    expect(await one.ask(file)).toBe('held');
    const before = statSync(file);
    expect(holdLock(file)).toBeNull();
    expect(await two.ask(file)).toBe('refused');
    expect(statSync(file).mtimeMs).toBe(before.mtimeMs);
    expect(before.size).toBe(0);
    expect(readdirSync(folder)).toEqual(['instance.lock']);
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)('is free the moment its process is ended by %s', async (signal) => {
    const file = join(temporaryFolder(), 'instance.lock');
    const { child, ask } = await startAsker();
    await ask(file);
    expect(holdLock(file)).toBeNull();
    await kill(child, signal);
    const lock = holdLock(file);
    expect(lock).not.toBeNull();
    lock?.release();
  });

  it('is never held by both of two processes that ask at the same moment', async () => {
    const folder = temporaryFolder();
    const askers = await Promise.all([startAsker(), startAsker()]);
    for (let round = 0; round < 100; round += 1) {
      const moment = Date.now() + 10;
      const answers = await Promise.all(askers.map(({ ask }) => ask(join(folder, String(round)), moment)));
      expect(answers).not.toEqual(['held', 'held']);
    }
  });
});
