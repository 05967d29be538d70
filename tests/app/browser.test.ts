import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { homePort } from '../../electron/browser/run.ts';
import { browserCommand } from '../../electron/browser/open-browser.ts';
import { zipFolder } from '../../electron/browser/zip.ts';
import { root, temporaryFolder } from './support.ts';

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request with exactly these headers: fetch would not let us lie about Host and Origin. */
const send = (
  port: number,
  method: string,
  address: string,
  headers: Record<string, string>,
  body = '',
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, method, path: address, headers, setHost: false },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });

const main = path.join(root, 'electron/browser/main.ts');

const start = async (data: string): Promise<{ child: ChildProcess; port: number; secret: string; said: string }> => {
  const child = spawn(process.execPath, [main, '--data', data, '--no-open'], { env: { ...process.env, CI: '1' } });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('\n')) resolve();
    });
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    // A second start says where the first one is and leaves.
    child.once('exit', (code) => reject(new Error(`ended with ${String(code)}: ${said}`)));
  });
  const [, port = '', secret = ''] = /127\.0\.0\.1:(\d+)\/\?k=(\S+)/u.exec(said) ?? [];
  return { child, port: Number(port), secret, said };
};

const end = (child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve(child.exitCode);
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });

describe('the loopback port', () => {
  let data: string;
  let running: Awaited<ReturnType<typeof start>>;
  const host = (): string => `127.0.0.1:${running.port}`;
  const cookie = (): string => `jixiao-${running.port}=${running.secret}`;
  const own = (): Record<string, string> => ({ host: host(), cookie: cookie() });
  const state = '/trpc/start.state';

  beforeAll(async () => {
    data = mkdtempSync(path.join(tmpdir(), 'jixiao-port-'));
    running = await start(data);
  });
  afterAll(async () => {
    await end(running.child);
    rmSync(data, { recursive: true, force: true });
  });

  it('says in one line where it is', () => {
    expect(running.said.trim().split('\n')).toHaveLength(1);
    expect(running.said).toContain('浏览器');
    expect(Buffer.from(running.secret, 'base64url')).toHaveLength(16);
  });

  it('takes the secret once from the address and puts it into a cookie no script reads', async () => {
    const reply = await send(running.port, 'GET', `/?k=${running.secret}`, { host: host() });
    expect(reply).toMatchObject({ status: 303, headers: { location: '/' } });
    expect(reply.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict$/u);
    expect((await send(running.port, 'GET', state, own())).status).toBe(200);
  });

  it.each([
    ['without the cookie', () => ({ host: host() })],
    ['with a guessed cookie', () => ({ host: host(), cookie: `jixiao-${running.port}=${'A'.repeat(22)}` })],
    ['under another name (DNS rebinding)', () => ({ ...own(), host: 'evil.example' })],
    ['under localhost', () => ({ ...own(), host: `localhost:${running.port}` })],
    ['without a host', () => ({ cookie: cookie() })],
    ['from another site', () => ({ ...own(), origin: 'https://evil.example' })],
    ['from another port of this machine', () => ({ ...own(), origin: 'http://127.0.0.1:1' })],
    ['from a sandboxed frame', () => ({ ...own(), origin: 'null' })],
    ['as a picture of another site', () => ({ ...own(), 'sec-fetch-site': 'cross-site' })],
    ['from another local server', () => ({ ...own(), 'sec-fetch-site': 'same-site' })],
  ])('refuses to be read %s', async (_, headers) => {
    const reply = await send(running.port, 'GET', state, headers());
    expect([400, 403]).toContain(reply.status);
    expect(reply.text).not.toContain('settings');
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each([
    ['a form of another site', { origin: 'https://evil.example', 'content-type': 'text/plain' }],
    ['a post that hides where it comes from', { 'content-type': 'application/json' }],
  ])('lets %s change nothing', async (_, headers) => {
    const reply = await send(running.port, 'POST', '/trpc/start.loadSample', { ...own(), ...headers }, '{}');
    expect(reply.status).toBe(403);
    expect((await send(running.port, 'GET', state, own())).text).toContain('"empty":true');
  });

  it('answers no preflight', async () => {
    const headers = { ...own(), origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const reply = await send(running.port, 'OPTIONS', '/trpc/start.loadSample', headers);
    expect(reply.status).toBe(403);
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('refuses a body that promises to be huge', async () => {
    const headers = { ...own(), origin: `http://${host()}`, 'content-length': String(61 * 1024 * 1024) };
    const answered = new Promise<number>((resolve, reject) => {
      const outgoing = request(
        { host: '127.0.0.1', port: running.port, method: 'POST', path: '/trpc/imports.begin', headers },
        (incoming) => resolve(incoming.statusCode ?? 0),
      );
      outgoing.on('error', reject);
      outgoing.write('{');
    });
    expect(await answered).toBe(413);
  });

  it('keeps its secret from others on this machine', () => {
    const file = path.join(data, 'instance.json');
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('sends a second start to the first and touches nothing', async () => {
    const before = readFileSync(path.join(data, 'instance.json'), 'utf8');
    const said = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, [main, '--data', data, '--no-open'], (error, stdout) =>
        error ? reject(new Error(error.message)) : resolve(stdout),
      );
    });
    expect(said).toContain(`127.0.0.1:${running.port}/?k=${running.secret}`);
    expect(said).toContain('已经在运行');
    expect(readFileSync(path.join(data, 'instance.json'), 'utf8')).toBe(before);
    expect((await send(running.port, 'GET', state, own())).status).toBe(200);
  });
});

describe('ending', () => {
  it('closes cleanly and leaves the folder free', async () => {
    const data = temporaryFolder();
    const running = await start(data);
    expect(await end(running.child)).toBe(0);
    expect(existsSync(path.join(data, 'instance.json'))).toBe(false);
    expect(existsSync(path.join(data, 'jixiao.db-wal'))).toBe(false);
  });

  it('by a kill does not keep the next start away', async () => {
    const data = temporaryFolder();
    await end((await start(data)).child, 'SIGKILL');
    const again = await start(data);
    onTestFinished(async () => {
      await end(again.child);
    });
    expect(again.said).not.toContain('已经在运行');
  });
});

describe('several starts at once', () => {
  it('after a kill: one serves the folder, the others say where it is', async () => {
    const data = temporaryFolder();
    await end((await start(data)).child, 'SIGKILL');
    const starts = await Promise.all([1, 2, 3].map(() => start(data)));
    const serving = starts.filter(({ said }) => !said.includes('已经在运行'));
    onTestFinished(async () => {
      await Promise.all(starts.map(({ child }) => end(child)));
    });
    expect(serving).toHaveLength(1);
    for (const { port } of starts) expect(port).toBe(serving[0]?.port);
  });
});

describe('small parts', () => {
  it('a browser is opened only where there is a screen', () => {
    expect(browserCommand('http://x/', 'linux', {})).toBeNull();
    expect(browserCommand('http://x/', 'linux', { DISPLAY: ':0', CI: '1' })).toBeNull();
    expect(browserCommand('http://x/', 'linux', { DISPLAY: ':0' })).toEqual(['xdg-open', ['http://x/']]);
  });

  it('a folder becomes a zip with its Chinese names', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, '01.村干部报酬（草稿）.xlsx'), 'one');
    writeFileSync(path.join(folder, '02.空.xlsx'), '');
    const bytes = new Uint8Array(await new Response(zipFolder(folder)).arrayBuffer());
    const entries = unzipSync(bytes);
    expect(Object.keys(entries)).toEqual(['01.村干部报酬（草稿）.xlsx', '02.空.xlsx']);
    expect(Buffer.from(entries['01.村干部报酬（草稿）.xlsx'] ?? []).toString()).toBe('one');
  });
});

describe('the port of a data folder', () => {
  it('stays the same from start to start, so that text kept in the browser is found again', async () => {
    const data = temporaryFolder();
    const first = await start(data);
    await end(first.child);
    const second = await start(data);
    await end(second.child);
    expect(second.port).toBe(first.port);
  });

  it('is another where somebody has it already', async () => {
    const data = temporaryFolder();
    const taken = createServer().listen(homePort(data), '127.0.0.1');
    await once(taken, 'listening');
    const running = await start(data);
    await end(running.child);
    taken.close();
    expect(running.port).not.toBe(homePort(data));
  });
});
