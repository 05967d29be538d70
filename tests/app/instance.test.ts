import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dataFolderAt, type DataFolder } from '../../electron/app/data-folder.ts';
import { claimFolder, type Claim, type Holder } from '../../electron/app/instance.ts';
import { root, temporaryFolder } from './support.ts';

interface Starter {
  readonly child: ChildProcess;
  /** Lets it claim a folder at a moment (ms since 1970); answers its claim and whom it found. */
  readonly claim: (folder: DataFolder, moment?: number) => Promise<string>;
}

/** Another start of the program: a process of its own that claims folders. */
const startStarter = async (): Promise<Starter> => {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'claim-child.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const answer = async (): Promise<string> => String((await once(child.stdout, 'data')).at(0)).trim();
  await answer();
  return {
    child,
    claim: (folder, moment = 0) => {
      child.stdin.write(`${moment} ${folder.root}\n`);
      return answer();
    },
  };
};

const kill = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGKILL');
  await once(child, 'exit');
};

const newFolder = (): DataFolder => dataFolderAt(path.join(temporaryFolder(), '数据'));

const claimHere = async (folder: DataFolder): Promise<Extract<Claim, { kind: 'ours' }>> => {
  const claim = await claimFolder(folder);
  if (claim.kind !== 'ours') throw new Error(`claim is ${claim.kind}`);
  onTestFinished(claim.release);
  return claim;
};

const browser: Holder = { host: 'browser', pid: process.pid, url: 'http://127.0.0.1:1/', secret: 'A'.repeat(22) };

describe('a data folder', () => {
  it('is one start’s, which every later one finds by its address', async () => {
    const folder = newFolder();
    (await claimHere(folder)).announce(browser);
    expect(await claimFolder(folder)).toEqual({ kind: 'theirs', holder: browser });
    expect(await (await startStarter()).claim(folder)).toBe(`theirs ${process.pid}`);
    expect(statSync(folder.instance).mode & 0o077).toBe(0);
  });

  it('is free at once when its holder is killed, whatever it left lying there', async () => {
    const folder = newFolder();
    const first = await startStarter();
    expect(await first.claim(folder)).toBe('ours');
    expect((await claimFolder(folder, 0)).kind).toBe('theirs');
    await kill(first.child);
    expect(existsSync(folder.instance)).toBe(true);
    const began = performance.now();
    (await claimHere(folder)).announce(browser);
    expect(performance.now() - began).toBeLessThan(500);
    expect(JSON.parse(readFileSync(folder.instance, 'utf8'))).toEqual(browser);
  });

  it.each([
    ['the number of a process that lives, but is none of ours', { ...browser, pid: process.ppid }],
    ['its own number', browser],
    ['half a line', '{"host":'],
    ['what an older version wrote', { pid: 1, url: 'http://127.0.0.1:1/', secret: 'x' }],
  ])('is not kept by a left file with %s', async (_, left) => {
    const folder = newFolder();
    (await claimHere(folder)).release();
    writeFileSync(folder.instance, typeof left === 'string' ? left : JSON.stringify(left));
    await claimHere(folder);
    expect(existsSync(folder.instance)).toBe(false);
  });

  it('is won by exactly one of two starts at the same moment, and the other one finds it', async () => {
    const starters = await Promise.all([startStarter(), startStarter()]);
    for (let round = 0; round < 20; round += 1) {
      const folder = newFolder();
      const moment = Date.now() + 20;
      const answers = await Promise.all(starters.map(({ claim }) => claim(folder, moment)));
      const winner = starters[answers.indexOf('ours')];
      expect(answers.sort()).toEqual(['ours', `theirs ${String(winner?.child.pid)}`]);
    }
  });

  it('whose holder does not say where it is, is left alone all the same', async () => {
    const folder = newFolder();
    await claimHere(folder);
    expect(await claimFolder(folder, 200)).toEqual({ kind: 'theirs', holder: null });
  });

  it.each(['https://evil.example/', 'http://127.0.0.1:1/?x=', 'file:///etc/passwd', 'http://127.0.0.1.evil.example/'])(
    'never sends a clerk to %s, whoever wrote that into it',
    async (url) => {
      const folder = newFolder();
      await claimHere(folder);
      writeFileSync(folder.instance, JSON.stringify({ ...browser, url }));
      expect(await claimFolder(folder, 100)).toEqual({ kind: 'theirs', holder: null });
    },
  );

  it('given free is free, and its address gone', async () => {
    const folder = newFolder();
    const claim = await claimHere(folder);
    claim.announce(browser);
    claim.release();
    expect(existsSync(folder.instance)).toBe(false);
    (await claimHere(folder)).announce(browser);
    // Given free once more, it is still the next one's.
    claim.release();
    expect(existsSync(folder.instance)).toBe(true);
    expect((await claimFolder(folder)).kind).toBe('theirs');
  });

  it('that can be none is nobody’s: the start goes on, to say what is wrong', async () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect((await claimFolder(dataFolderAt(file))).kind).toBe('unwritable');
    expect((await claimFolder(dataFolderAt(path.join(file, 'below')))).kind).toBe('unwritable');
  });
});

describe('a second start in the browser', () => {
  const spawnProgram = (folder: DataFolder): ChildProcessWithoutNullStreams => {
    const main = path.join(root, 'electron/browser/main.ts');
    const args = [main, '--data', folder.root, '--no-open'];
    const child = spawn(process.execPath, args, { env: { ...process.env, CI: '1' } });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  };
  const startInBrowser = async (folder: DataFolder): Promise<{ child: ChildProcess; said: string }> => {
    const child = spawnProgram(folder);
    return { child, said: String((await once(child.stdout, 'data')).at(0)) };
  };
  /** Runs it to its end. */
  const run = async (folder: DataFolder): Promise<{ code: number | null; out: string; err: string }> => {
    const child = spawnProgram(folder);
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const [code] = (await once(child, 'exit')) as [number | null];
    return { code, out, err };
  };

  it('beside a window says so in one line, ends well, and touches nothing', async () => {
    const folder = newFolder();
    (await claimHere(folder)).announce({ host: 'desktop', pid: process.pid });
    const before = statSync(folder.root).mtimeMs;
    expect(await run(folder)).toEqual({ code: 0, out: '绩效填报已经在窗口里打开。\n', err: '' });
    expect(statSync(folder.root).mtimeMs).toBe(before);
    expect(existsSync(folder.database)).toBe(false);
  });

  it('after a start that could not open the data goes its own way, once that is put right', async () => {
    const folder = newFolder();
    mkdirSync(folder.root);
    writeFileSync(folder.database, '这不是数据库'.repeat(100));
    const failed = await startInBrowser(folder);
    expect(failed.said).toMatch(/^绩效填报没有能够启动。数据文件已损坏.*怎样处理请看：http:/u);
    rmSync(folder.database);
    const again = await startInBrowser(folder);
    expect(again.said).toContain('已在浏览器中运行');
    failed.child.kill('SIGTERM');
    await once(failed.child, 'exit');
    // The failed one’s end takes nothing from the folder’s holder.
    expect((await claimFolder(folder)).kind).toBe('theirs');
    expect(existsSync(folder.instance)).toBe(true);
  });
});
