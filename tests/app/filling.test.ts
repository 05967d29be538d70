import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { App } from '../../electron/app/create-app.ts';
import { readDocument } from '../../electron/office/read.ts';
import { recognise } from '../../shared/recognise/index.ts';
import { jixiao } from './cli-support.ts';
import { fakeHost, root, startApp, temporaryFolder, type FakeHost } from './support.ts';

/* 填县里的表 through the services, as the window and the command line call them. */

const fixture = (name: string): string => path.join(root, 'tests/fixtures/fill', name);
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(fixture(name)));

const withSample = async (): Promise<{ app: App; host: FakeHost; ids: string[]; names: string[] }> => {
  const host = fakeHost();
  const app = await startApp({ host });
  const { settings } = await app.services().start.loadSample();
  const query = { unitId: settings.unitId, year: settings.year, search: '', state: null };
  const ids = app.services().projects.ids(query);
  return { app, host, ids, names: ids.map((id) => app.services().projects.get(id).content.name) };
};

const finished = async (app: App, jobId: string): Promise<void> => {
  const state = await app.program().jobs.ended(jobId);
  expect(state).toMatchObject({ state: 'ready', message: '' });
  await app.services().exports.deliver({ jobId, again: 'ask' });
};

const namesIn = async (file: string): Promise<(string | null)[]> =>
  recognise((await readDocument(new Uint8Array(readFileSync(file)), file)).tables, file).projects.map(
    ({ name }) => name,
  );

describe('a form of the county’s own', () => {
  it('is read, filled with all projects in one file, and named after the unit, the year and itself', async () => {
    const { app, host, ids, names } = await withSample();
    const { fill } = app.services();
    const opened = await fill.open('县里的申报表.xlsx', bytesOf('declaration.xlsx'));
    expect(opened).toMatchObject({ recognised: true, perProject: true, format: 'xlsx' });
    const { jobId } = fill.start({ templateId: opened.templateId, ids, mode: 'one', corrections: {} });
    await finished(app, jobId);
    const [file] = host.files;
    expect(file?.name).toMatch(/^示例县示例镇人民政府本级-\d{4}年县里的申报表（草稿）\.xlsx$/u);
    expect(await namesIn(file?.path ?? '')).toEqual(names);
  });

  it('is a file a project where that is asked for; a list is not parted', async () => {
    const { app, host, ids } = await withSample();
    const { fill } = app.services();
    const { templateId } = await fill.open('表.docx', bytesOf('targets.docx'));
    await finished(app, fill.start({ templateId, ids: ids.slice(0, 3), mode: 'files', corrections: {} }).jobId);
    expect(host.folders).toHaveLength(1);
    const list = await fill.open('批复表.xlsx', bytesOf('list.xlsx'));
    expect(list.perProject).toBe(false);
    expect(() => fill.start({ templateId: list.templateId, ids, mode: 'files', corrections: {} })).toThrow('整份表');
  });

  it('takes the word of the clerk, in the picture and in the file, and is kept with it', async () => {
    const { app, ids, names } = await withSample();
    const { fill } = app.services();
    const { templateId } = await fill.open('表.xlsx', bytesOf('declaration.xlsx'));
    const corrections = { '0:4:1': 'leave' } as const;
    const said = fill.analyse({ templateId, corrections });
    expect(said.marks.some(({ role }) => role === 'attribute')).toBe(false);
    const preview = fill.preview({ templateId, projectId: ids[0] ?? '', corrections });
    const texts = preview.tables.flatMap(({ cells }) => cells.map(({ text }) => text));
    expect(texts).toContain(names[0]);
    expect(texts).not.toContain('0101-一年期项目');

    const [kept] = fill.keep({ templateId, name: '县财政局申报表', corrections });
    expect(kept).toMatchObject({ name: '县财政局申报表', file: '表.xlsx' });
    const again = await fill.openKept(kept?.id ?? '');
    expect(again.corrections).toEqual(corrections);
    expect(fill.remove(kept?.id ?? '')).toEqual([]);
    await expect(fill.openKept(kept?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is refused in a sentence where it is no xlsx or docx, or nothing is recognised in it', async () => {
    const { app, ids } = await withSample();
    const { fill } = app.services();
    await expect(fill.open('旧表.xls', new TextEncoder().encode('一级指标\t二级指标'))).rejects.toMatchObject({
      code: 'file-foreign',
      nextStep: expect.stringContaining('另存为') as string,
    });
    const { templateId, recognised } = await fill.open('表.xlsx', bytesOf('declaration.xlsx'));
    expect(recognised).toBe(true);
    expect(() => fill.start({ templateId: 'gone', ids, mode: 'one', corrections: {} })).toThrow('不在');
    expect(templateId).not.toBe('');
  });
});

describe('jixiao fill', () => {
  it('fills a form from a data folder; a wrong call is told', async () => {
    const data = path.join(temporaryFolder(), 'data');
    const app = await startApp({ data });
    await app.services().start.loadSample();
    await app.close();
    const out = path.join(temporaryFolder(), 'out.xlsx');
    const { code, out: said } = await jixiao('fill', fixture('list.xlsx'), '--data', data, '--out', out);
    expect([code, said]).toEqual([0, expect.stringContaining('12 个项目')]);
    expect(await namesIn(out)).toHaveLength(12);
    expect((await jixiao('fill', '--data', data, '--out', out)).code).toBe(2);
    const other = out.replace('xlsx', 'docx');
    expect((await jixiao('fill', fixture('list.xlsx'), '--data', data, '--out', other)).code).toBe(2);
  });
});
