import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recogniseInWorker } from '../../electron/office/recognise-in-worker.ts';
import { writeWorkbook } from '../../electron/office/xlsx-write.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { sampleProjects } from '../../shared/sample/index.ts';
import { drawn } from '../shared/book.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recognise-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const samples = (): ProjectContent[] => {
  let count = 0;
  return sampleProjects(() => `i${(count += 1)}`);
};

const workbookOf = async (projects: readonly ProjectContent[]): Promise<Buffer> => {
  const path = join(folder, 'read.xlsx');
  await writeWorkbook(drawn('annex2', projects), path, { title: '' });
  return readFile(path);
};

/** A worker whose program is what the test needs. */
const program = (code: string): { workerUrl: URL } => ({
  workerUrl: new URL(`data:text/javascript,${encodeURIComponent(code)}`),
});

describe('recognising in a worker', () => {
  it('reads what we wrote, all projects of it, and leaves the bytes of the caller alone', async () => {
    const bytes = await workbookOf(samples());
    const before = Buffer.from(bytes);
    const { projects, document } = (await recogniseInWorker(bytes, '示例镇.xlsx')).recognised;
    expect(projects.map(({ name }) => name)).toEqual(samples().map(({ name }) => name));
    expect(document).toMatchObject({ file: '示例镇.xlsx', year: '2026' });
    expect(bytes.equals(before)).toBe(true);
  });

  it('reads pasted text', async () => {
    const text = await readFile(join(import.meta.dirname, '../fixtures/annex2/plain.txt'), 'utf8');
    const { projects } = (await recogniseInWorker(text, '粘贴的内容')).recognised;
    expect(projects.length).toBeGreaterThan(0);
    const fromFile = (await recogniseInWorker(new TextEncoder().encode(text), '粘贴的内容')).recognised;
    expect(fromFile.projects).toEqual(projects);
  });

  it.each<[string, Uint8Array | string, string, string]>([
    ['an empty file', new Uint8Array(), 'file-empty', '“表.xlsx”是空文件，里面没有内容。'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), 'file-foreign', '“表.xlsx”是图片，不是表格，无法读取。'],
  ])('says of %s why it can not be read, with the next step where there is one', async (_, source, code, message) => {
    const reading = recogniseInWorker(source, '表.xlsx');
    await expect(reading).rejects.toMatchObject({ name: 'ExpectedError', code, message });
  });

  it('keeps the tables of a form nobody knows, for mapping by hand, and says that it is unknown', async () => {
    const { recognised, unknown, tables } = await recogniseInWorker('今天\t天气\n很好\t。', '表.xlsx');
    expect(unknown).toMatchObject({ code: 'file-foreign', message: '“表.xlsx”里没有找到项目支出绩效目标表。' });
    expect([recognised.projects, tables[0]?.rows.length]).toEqual([[], 2]);
  });

  it('leaves the main thread free: a timer ticks on while a worker does nothing but compute', async () => {
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 10);
    const endless = recogniseInWorker('x', '表', { ...program('for (;;);'), mostTime: 500 });
    await expect(endless).rejects.toMatchObject({ code: 'file-unreadable' });
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(10);
  });

  it('stops a document that takes too long, and says so', async () => {
    const bytes = await workbookOf(samples());
    const reading = recogniseInWorker(bytes, '大表.xlsx', { mostTime: 1 });
    await expect(reading).rejects.toMatchObject({
      code: 'file-unreadable',
      message: '“大表.xlsx”读了 1 秒还没有读完，已停止。',
    });
  });

  it('stops a document that takes too much memory, and says so', async () => {
    const text = `项目名称\t项目\n${Array.from({ length: 200_000 }, (_, index) => `数量指标\t第${index}\t甲\t${index} 人`).join('\n')}`;
    const reading = recogniseInWorker(text, '大表', { mostMemory: 32 });
    await expect(reading).rejects.toMatchObject({
      code: 'file-unreadable',
      message: '“大表”内容太多，内存不够，没有读成。',
    });
  });

  it.each([
    ['throws', 'throw new TypeError("bug")'],
    ['ends itself', 'process.exit(3)'],
    ['says nothing', ''],
  ])('turns a worker that %s into a sentence with its cause', async (_, code) => {
    const reading = recogniseInWorker('x', '表.xlsx', program(code));
    await expect(reading).rejects.toMatchObject({
      code: 'file-unreadable',
      message: '“表.xlsx”读取时出错，没有读成。',
      cause: { name: 'WorkerCrash' },
    });
  });

  it('is cancelled by its signal, before and on the way', async () => {
    const never = recogniseInWorker('x', '表', { signal: AbortSignal.abort() });
    await expect(never).rejects.toMatchObject({ code: 'cancelled' });
    const controller = new AbortController();
    const reading = recogniseInWorker('x', '表', { ...program('for (;;);'), signal: controller.signal });
    controller.abort();
    await expect(reading).rejects.toMatchObject({ code: 'cancelled', message: '识别已取消。' });
  });
});
