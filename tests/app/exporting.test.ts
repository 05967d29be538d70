import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { JobState } from '../../electron/app/contract.ts';
import type { Delivery } from '../../electron/app/host.ts';
import { call, fakeHost, finished, startApp, temporaryFolder, withSample } from './support.ts';

describe('exporting', () => {
  it('writes one workbook with a sheet a project and hands it to the host', async () => {
    const host = fakeHost();
    const app = await startApp({ host });
    const { ids } = await withSample(app);
    const job: JobState = (await call(app, 'exports.start', { form: 'annex2', format: 'xlsx', ids, mode: 'workbook' }))
      .data;
    expect(await finished(app, job.jobId)).toMatchObject({ state: 'ready', done: ids.length, all: ids.length });
    const delivery: Delivery = (await call(app, 'exports.deliver', { jobId: job.jobId })).data;
    expect(delivery).toMatchObject({ outcome: 'saved' });
    const [file] = host.files;
    expect(file?.name).toMatch(/草稿.*\.xlsx$/u);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file?.path ?? '');
    expect(workbook.worksheets).toHaveLength(ids.length);
  });

  it('writes one file a project, without 草稿 once they are finished', async () => {
    const host = fakeHost();
    const app = await startApp({ host });
    const { ids } = await withSample(app);
    for (const id of ids) await call(app, 'projects.finish', { id });
    const job: JobState = (await call(app, 'exports.start', { form: 'annex2', format: 'xlsx', ids, mode: 'files' }))
      .data;
    await finished(app, job.jobId);
    await call(app, 'exports.deliver', { jobId: job.jobId });
    const names = readdirSync(host.folders[0]?.folder ?? '');
    expect(names).toHaveLength(ids.length);
    expect(names.join()).not.toContain('草稿');
  });

  it('offers the same file again after the target was open', async () => {
    const answers: Delivery[] = [
      { outcome: 'target-open', name: '表.xlsx' },
      { outcome: 'saved', place: '表.xlsx' },
    ];
    const paths: boolean[] = [];
    const again: unknown[] = [];
    const host = fakeHost({
      deliverFile: (file, how) => {
        paths.push(existsSync(file.path));
        again.push(how);
        return Promise.resolve(answers.shift() ?? { outcome: 'cancelled' });
      },
    });
    const app = await startApp({ host });
    const { ids } = await withSample(app);
    const { jobId }: JobState = (
      await call(app, 'exports.start', { form: 'annex2', format: 'xlsx', ids, mode: 'workbook' })
    ).data;
    await finished(app, jobId);
    expect((await call(app, 'exports.deliver', { jobId })).data).toMatchObject({ outcome: 'target-open' });
    expect((await call(app, 'exports.deliver', { jobId, again: 'same' })).data).toMatchObject({ outcome: 'saved' });
    expect(paths).toEqual([true, true]);
    expect(again).toEqual(['ask', 'same']);
  });

  it('leaves no file behind when it is cancelled, nor when the program ends', async () => {
    const data = temporaryFolder();
    const app = await startApp({ data });
    const { ids } = await withSample(app);
    const { jobId }: JobState = (
      await call(app, 'exports.start', { form: 'annex2', format: 'xlsx', ids, mode: 'files' })
    ).data;
    expect((await call(app, 'jobs.cancel', { jobId })).data).toMatchObject({ state: 'cancelled' });
    await app.program().jobs.ended(jobId);
    expect((await call(app, 'exports.deliver', { jobId })).expected?.code).toBe('bad-input');
    await app.close();
    expect(readdirSync(path.join(data, 'tmp'))).toEqual([]);
  });

  it('attaches the workbook to a mail draft and fills its template', async () => {
    const host = fakeHost();
    const app = await startApp({ host });
    const { ids, state } = await withSample(app);
    const { mail } = state.settings;
    const prepared = await call(app, 'mail.prepare', {
      form: 'annex2',
      format: 'xlsx',
      ids,
      ...mail,
      to: 'caizheng@example.cn',
    });
    expect(prepared.data).toEqual({ outcome: 'opened', place: '邮件程序' });
    expect(host.files[0]?.name).toMatch(/示例县示例镇.*\.eml$/u);
  });
});
