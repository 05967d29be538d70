import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectedWriteError, writeAtomically } from '../../electron/office/atomic.ts';
import type { ExportJob } from '../../electron/office/export-job.ts';
import { writeMailDraft } from '../../electron/office/mail.ts';
import { exportInWorker } from '../../electron/office/pool.ts';
import { countPages, printHtml } from '../../electron/office/print-html.ts';
import { readTables } from '../../electron/office/read.ts';
import type { FileFormat } from '../../shared/forms/form.ts';
import { legalFileNames } from '../../shared/grid/names.ts';
import { emptyContent } from '../../shared/model/project.ts';
import { bookOf, bookUnit, drawn, halfDrafts } from '../shared/book.ts';
import { samples } from './odd-projects.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outgoing-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const job = (kind: ExportJob['kind'], count: number, path: string, format: FileFormat = 'xlsx'): ExportJob => {
  const contents = Array.from({ length: count }, (_, index) => ({
    ...(samples()[index % 12] ?? emptyContent()),
    name: `项目${index + 1}`,
  }));
  const names = legalFileNames(contents.map(({ name }) => `${name}.${format}`));
  return { kind, form: 'annex2', format, book: halfDrafts(bookOf(contents)), path, names, title: '示例' };
};

describe('an export in worker threads', () => {
  it('writes one workbook and tells how far it is', async () => {
    const path = join(folder, '全部.xlsx');
    const told: number[] = [];
    const signal = new AbortController().signal;
    await exportInWorker(job('workbook', 20, path), { onProgress: (done) => told.push(done), signal });
    const tables = await readTables(await readFile(path), '全部.xlsx');
    expect(tables.map(({ name }) => name).slice(0, 2)).toEqual(['项目1', '草稿-项目2']);
    expect(tables).toHaveLength(20);
    expect(told.at(-1)).toBe(20);
    expect(await readdir(folder)).toEqual(['全部.xlsx']);
  });

  it('writes each project to its own file, split between two threads', async () => {
    const work = job('files', 120, folder);
    let last = 0;
    await exportInWorker(work, { onProgress: (done) => (last = done), signal: new AbortController().signal });
    expect((await readdir(folder)).sort()).toEqual([...work.names].sort());
    const [table] = await readTables(await readFile(join(folder, '项目77.xlsx')), '项目77.xlsx');
    expect(table?.rows[3]?.cells.slice(0, 2)).toEqual(['项目名称', '项目77']);
    expect(last).toBe(120);
  });

  it('writes documents of Word alike, one with everything or one a project', async () => {
    const signal = new AbortController().signal;
    const told: number[] = [];
    const path = join(folder, '全部.docx');
    await exportInWorker(job('workbook', 5, path, 'docx'), { onProgress: (done) => told.push(done), signal });
    expect(told.at(-1)).toBe(5);
    expect(await readTables(await readFile(path), '全部.docx')).toHaveLength(5);
    await rm(path);
    const work = job('files', 3, folder, 'docx');
    await exportInWorker(work, { onProgress: () => undefined, signal });
    expect((await readdir(folder)).sort()).toEqual(['项目1.docx', '项目2.docx', '项目3.docx']);
    const [table] = await readTables(await readFile(join(folder, '项目2.docx')), '项目2.docx');
    expect(table?.rows[3]?.cells.slice(0, 2)).toEqual(['项目名称', '项目2']);
  });

  it('counts projects where a table holds a whole unit', async () => {
    const book = bookOf([]);
    const units = [3, 4].map((count, index) => ({
      ...bookUnit(samples().slice(0, count), { unit: { id: `u${index}`, code: `90000${index}` } }),
    }));
    const told: number[] = [];
    const work = {
      ...job('workbook', 0, join(folder, '批复.xlsx')),
      form: 'approval' as const,
      book: { ...book, units },
    };
    await exportInWorker(work, { onProgress: (done) => told.push(done), signal: new AbortController().signal });
    expect(told.at(-1)).toBe(7);
  });

  it.each(['workbook', 'files'] as const)('leaves nothing behind when %s is cancelled on the way', async (kind) => {
    const controller = new AbortController();
    const path = kind === 'workbook' ? join(folder, 'x.xlsx') : folder;
    const running = exportInWorker(job(kind, 3_000, path), {
      onProgress: () => controller.abort(),
      signal: controller.signal,
    });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says why nothing can be written', async () => {
    const signal = new AbortController().signal;
    const gone = exportInWorker(job('files', 2, join(folder, 'gone')), { onProgress: () => undefined, signal });
    await expect(gone).rejects.toMatchObject({ code: 'not-writable' });
  });
});

describe('writing a file', () => {
  it('keeps what stood there when anything fails', async () => {
    const path = join(folder, 'a.txt');
    await writeFile(path, 'old');
    const failing = writeAtomically(path, async (temporary) => {
      await writeFile(temporary, 'half');
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual(['old', ['a.txt']]);
  });

  it('names the file where it can not be written', async () => {
    await mkdir(join(folder, '表.xlsx'));
    const onto = writeAtomically(join(folder, '表.xlsx'), (temporary) => writeFile(temporary, 'x'));
    await expect(onto).rejects.toMatchObject({ code: 'not-writable' });
    const busy = Object.assign(new Error('busy'), { code: 'EBUSY' });
    expect(expectedWriteError(busy, '/x/表.xlsx')).toMatchObject({
      code: 'target-open',
      message: '“表.xlsx”正在别的程序中打开，无法写入。',
    });
    // A worker writes under a name of our own, which means nothing to a clerk.
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    expect(expectedWriteError(full, '/x/.0123456789ab.tmp')).toMatchObject({ message: '磁盘已满，文件没有写成。' });
    const bug = new TypeError('bug');
    expect(expectedWriteError(bug, 'x')).toBe(bug);
  });
});

describe('a mail draft', () => {
  it('is unsent, carries the file, and lets no field become a header', async () => {
    const file = join(folder, 'a.xlsx');
    await writeFile(file, 'bytes of a workbook');
    const path = join(folder, '草稿.eml');
    await writeMailDraft(path, {
      to: 'a@example.com\r\nBcc: spy@example.com',
      subject: '示例镇\r\nX-Bad: 1',
      body: '您好：\n\n附件请审核。',
      attachments: [{ name: '示例镇\n.xlsx', path: file }],
    });
    const mail = await readFile(path, 'latin1');
    expect(mail).toMatch(/^X-Unsent: 1\r\n/mu);
    expect(mail).not.toMatch(/^(?:Bcc|X-Bad|From):/imu);
    expect(mail).toContain(Buffer.from('bytes of a workbook').toString('base64'));
    expect(mail).toContain("filename*0*=utf-8''%E7%A4%BA%E4%BE%8B%E9%95%87");
  });
});

describe('the print page', () => {
  const grids = (name: string, goal: string) =>
    drawn('annex2', [{ ...emptyContent(), name, goals: [goal] }], { state: 'draft' });

  it('is one section a sheet of paper, with classes only and nothing typed as markup', () => {
    const papers = grids('<img src=x onerror=alert(1)>', '"</style><script>alert(1)</script>');
    const html = printHtml(papers, { title: '</title><b>', nonce: 'a"b' });
    expect(html.match(/<section /gu)).toHaveLength(countPages(papers));
    expect(html).not.toMatch(/<(?:script|img|b)\b| style=| on\w+="/iu);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toContain('<style nonce="a&quot;b">');
    expect(html).toContain('<p class="header">草稿</p>');
  });

  it('takes as many sheets as the paper says', () => {
    expect(countPages(grids('短', '目标'))).toBe(1);
    const long = grids('长', '很长的目标，'.repeat(1_500));
    expect(countPages(long)).toBeGreaterThan(3);
    expect(printHtml(long, { title: '', nonce: '' }).match(/<section /gu)).toHaveLength(countPages(long));
  });
});
