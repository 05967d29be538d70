import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { PrintTicket, StartState } from '../../electron/app/contract.ts';
import { withoutContents } from '../../electron/app/log.ts';
import { backUp } from '../../electron/app/services/back-up.ts';
import { ask, call, get, startApp, temporaryFolder } from './support.ts';

describe('the window’s pages', () => {
  it('carry a policy with a nonce of their own', async () => {
    const app = await startApp();
    const [one, two] = await Promise.all([get(app, '/'), get(app, '/projects/12')]);
    const nonce = /nonce-([\w-]+)/u.exec(one.headers.get('content-security-policy') ?? '')?.[1] ?? '';
    expect(await one.text()).toContain(`content="${nonce}"`);
    expect(await two.text()).not.toContain(nonce);
    const policy = one.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(one.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('serve their own files with their own types', async () => {
    const response = await get(await startApp(), '/assets/index-abc.js');
    expect(response.headers.get('content-type')).toContain('text/javascript');
  });

  it.each([
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/%00secret.txt',
    '/%ff',
    '/nothing.js',
  ])('never leave their folder: %s', async (address) => {
    const response = await get(await startApp(), address);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('机密');
  });

  it('answer GET only', async () => {
    const app = await startApp();
    expect((await app.fetch(new Request('http://app.test/', { method: 'DELETE' }))).status).toBe(405);
  });
});

describe('a print page', () => {
  it('shows a name with markup as text, runs nothing, and can be looked at again', async () => {
    const app = await startApp();
    const { settings }: StartState = (await call(app, 'start.loadSample')).data;
    const name = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    const { id } = (await call(app, 'projects.create', { unitId: settings.unitId, year: settings.year, name }))
      .data as { id: string };
    const ticket: PrintTicket = (await call(app, 'print.prepare', { form: 'annex2', ids: [id] })).data;
    expect(ticket.pages).toBe(1);
    const response = await get(app, ticket.href);
    const html = await response.text();
    expect(html).toContain('alert(1)');
    expect(html).not.toMatch(/<script|<img/iu);
    expect(html).not.toMatch(/\sstyle=/u);
    expect(response.headers.get('content-security-policy')).not.toContain('script-src');
    expect((await get(app, ticket.href)).status).toBe(200);
  });

  it('of another time is gone, not an error', async () => {
    expect((await get(await startApp(), '/print/0000')).status).toBe(404);
  });
});

describe('where the data cannot be opened', () => {
  const failing = {
    damaged: () => {
      const data = temporaryFolder();
      writeFileSync(path.join(data, 'jixiao.db'), '这不是数据库'.repeat(100));
      return data;
    },
    newer: () => {
      const data = temporaryFolder();
      const db = new Database(path.join(data, 'jixiao.db'));
      db.pragma('application_id = 1247302722');
      db.exec('CREATE TABLE t (a)');
      db.pragma('user_version = 999');
      db.close();
      return data;
    },
    unwritable: () => {
      const file = path.join(temporaryFolder(), 'a-file');
      writeFileSync(file, '');
      return path.join(file, 'data');
    },
  } as const;

  it.each([
    ['damaged', 'database-damaged'],
    ['newer', 'database-newer'],
    ['unwritable', 'not-writable'],
  ] as const)('(%s) every page says why and where, every procedure too', async (kind, code) => {
    const data = failing[kind]();
    const app = await startApp({ data });
    expect(app.failure?.code).toBe(code);
    const page = await get(app, '/');
    expect(page.status).toBe(503);
    const html = await page.text();
    expect(html).toContain('没有能够启动');
    expect(html).toContain(data);
    expect((await ask(app, 'start.state')).expected?.code).toBe(code);
    expect((await call(app, 'projects.create', { unitId: 'u', year: 2024, name: 'x' })).expected?.code).toBe(code);
  });

  it('names the newest backup and every step to put it in place of a damaged file', async () => {
    const data = temporaryFolder();
    const app = await startApp({ data, now: () => new Date('2026-03-01T01:30:00Z') });
    await call(app, 'start.loadSample');
    const { name } = await backUp(app.program(), 'manual');
    await app.close();
    writeFileSync(path.join(data, 'jixiao.db'), '这不是数据库'.repeat(100));
    const html = await (await get(await startApp({ data }), '/')).text();
    expect(html).toContain(name);
    expect(html).toContain('12 个项目');
    expect(html).toMatch(/2026年3月1日.*改名为 jixiao\.db/u);
  });

  it('says so where there is no backup, instead of sending anybody to look for one', async () => {
    const html = await (await get(await startApp({ data: failing.damaged() }), '/')).text();
    expect(html).toContain('还没有备份');
    expect(html).not.toContain('<ol>');
  });

  it('leaves a damaged file as it is', async () => {
    const data = failing.damaged();
    const before = readFileSync(path.join(data, 'jixiao.db'));
    await startApp({ data });
    expect(readFileSync(path.join(data, 'jixiao.db')).equals(before)).toBe(true);
  });

  it('shows a folder’s name as text', async () => {
    const data = path.join(temporaryFolder(), '<b>数据');
    mkdirSync(data);
    writeFileSync(path.join(data, 'jixiao.db'), 'x'.repeat(4096));
    expect(await (await get(await startApp({ data }), '/')).text()).toContain('&#60;b&#62;数据');
  });
});

describe('the log', () => {
  it('never keeps what a clerk typed', () => {
    expect(withoutContents('Unexpected token \'王\', "{"name":"王芳" is not valid')).not.toContain('王');
    expect(withoutContents('no such project 村干部报酬 found')).toBe('no such project … found');
  });
});
