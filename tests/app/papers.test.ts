import { readdirSync, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { JobState, PrintTicket } from '../../electron/app/contract.ts';
import { PAPERS } from '../../shared/forms/index.ts';
import { UNIT_DEFAULTS, type Unit } from '../../shared/model/unit.ts';
import type { App } from '../../electron/app/create-app.ts';
import type { StoredProject } from '../../db/types.ts';
import { ask, call, fakeHost, finished, get, startApp, withSample, type Answer } from './support.ts';

const start = (app: App, form: string, ids: readonly string[], more: object = {}): Promise<Answer> =>
  call(app, 'exports.start', { form, ids, format: 'xlsx', mode: 'workbook', ...more });

/** A further unit with one project in the sample's year; answers the project's id. */
const withUnit = async (app: App, year: number, change: Partial<Unit>): Promise<string> => {
  const unit = {
    name: '示例镇农业服务中心',
    department: '',
    departmentCode: '',
    code: '',
    ...UNIT_DEFAULTS,
    ...change,
  };
  const made: Unit = (await call(app, 'units.create', { ...unit, year })).data;
  const project: StoredProject = (await call(app, 'projects.create', { unitId: made.id, year, name: '农机补贴' })).data;
  return project.id;
};

const SISTER = { department: '示例县示例镇人民政府', departmentCode: '900001' };

describe('every paper', () => {
  it('is written in every format it has, and the others are refused in Chinese', async () => {
    const host = fakeHost();
    const app = await startApp({ host });
    const { ids } = await withSample(app);
    for (const { id, title, name, formats } of PAPERS) {
      for (const format of ['xlsx', 'docx'] as const) {
        const { data, expected } = await start(app, id, ids, { format });
        if (!formats.includes(format)) {
          expect(expected).toMatchObject({
            code: 'bad-input',
            message: `${title}不能存成 ${{ xlsx: 'Excel（.xlsx）', docx: 'Word（.docx）' }[format]}。`,
          });
          continue;
        }
        const { jobId } = data as JobState;
        expect(await finished(app, jobId)).toMatchObject({ state: 'ready', message: '' });
        await call(app, 'exports.deliver', { jobId });
        const file = host.files.at(-1);
        expect(file?.name).toContain(`年${name}`);
        expect(file?.name.endsWith(`.${format}`)).toBe(true);
        expect(file?.type).toContain(format === 'docx' ? 'wordprocessingml' : 'spreadsheetml');
        expect(
          readFileSync(file?.path ?? '')
            .subarray(0, 2)
            .toString(),
        ).toBe('PK');
      }
    }
  });

  it('is shown as a print page with its number of sheets', async () => {
    const app = await startApp();
    const { ids } = await withSample(app);
    for (const { id } of PAPERS) {
      const ticket: PrintTicket = (await call(app, 'print.prepare', { form: id, ids })).data;
      const html = await (await get(app, ticket.href)).text();
      expect(html.split('<section').length - 1).toBe(ticket.pages);
      expect(html).toContain('村干部任职补贴');
    }
  });

  it('says what is to be known of its totals, with the job and with the print page', async () => {
    const app = await startApp();
    const { ids, state } = await withSample(app);
    const { unitId, year } = state.settings;
    const { content, version } = (await ask(app, 'unitYears.get', { unitId, year })).data as {
      content: object;
      version: number;
    };
    await call(app, 'unitYears.save', { unitId, year, version, content: { ...content, printedTotal: '1.00' } });
    const job: JobState = (await start(app, 'disclosure', ids)).data;
    expect(job.notes.join()).toMatch(/合计是 1(?:\.00)? 万元/u);
    const ticket: PrintTicket = (await call(app, 'print.prepare', { form: 'disclosure', ids })).data;
    expect(ticket.notes).toEqual(job.notes);
    const part: PrintTicket = (await call(app, 'print.prepare', { form: 'disclosure', ids: ids.slice(1) })).data;
    expect(part.notes, 'a total of all says nothing of a part').toEqual([]);
  });

  it('goes into a mail in the format that is asked for', async () => {
    const host = fakeHost();
    const app = await startApp({ host });
    const { ids, state } = await withSample(app);
    const mail = { ...state.settings.mail, subject: '{年度}年{表名}', ids };
    await call(app, 'mail.prepare', { form: 'declaration', format: 'docx', ...mail });
    expect(host.files[0]?.name).toMatch(/年.*申报表\.eml$/u);
    expect(readFileSync(host.files[0]?.path ?? '', 'utf8')).toContain('wordprocessingml');
    const refused = await call(app, 'mail.prepare', { form: 'approval', format: 'docx', ...mail });
    expect(refused.expected?.message).toContain('不能存成 Word（.docx）');
  });
});

describe('a paper of a whole unit', () => {
  it('is no paper of single projects, and one project of it has its own name all the same', async () => {
    const host = fakeHost();
    const app = await startApp({ host });
    const { ids } = await withSample(app);
    const { expected } = await start(app, 'approval', ids, { mode: 'files' });
    expect(expected).toMatchObject({ code: 'bad-input', message: expect.stringContaining('一整份表') as string });
    const { jobId }: JobState = (await start(app, 'approval', ids.slice(0, 1))).data;
    await finished(app, jobId);
    await call(app, 'exports.deliver', { jobId });
    expect(host.files[0]?.name).toMatch(/批复表（草稿）\.xlsx$/u);
  });

  it('takes projects of several units of one department, unit after unit', async () => {
    const host = fakeHost();
    const app = await startApp({ host });
    const { ids, state } = await withSample(app);
    const other = await withUnit(app, state.settings.year, SISTER);
    const { jobId }: JobState = (await start(app, 'approval', [other, ...ids])).data;
    expect(await finished(app, jobId)).toMatchObject({ state: 'ready', all: ids.length + 1 });
    await call(app, 'exports.deliver', { jobId });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(host.files[0]?.path ?? '');
    const names = book.worksheets.flatMap((sheet) => sheet.getColumn(2).values.map(String));
    expect(names.findIndex((name) => name.includes('农机补贴'))).toBeGreaterThan(
      names.findLastIndex((name) => name.includes('驻村工作队工作经费')),
    );
  });

  it('does not take those of another department, nor of another year', async () => {
    const app = await startApp();
    const { ids, state } = await withSample(app);
    const { unitId, year } = state.settings;
    const stranger = await withUnit(app, year, { name: '绿水镇人民政府', department: '绿水镇人民政府' });
    const apart = await start(app, 'approval', [...ids, stranger]);
    expect(apart.expected).toMatchObject({ code: 'bad-input', message: expect.stringContaining('主管部门') as string });
    await call(app, 'settings.save', { ...state.settings, year: year + 1 });
    const later: StoredProject = (await call(app, 'projects.create', { unitId, year: year + 1, name: '明年' })).data;
    for (const procedure of ['print.prepare', 'exports.start']) {
      const wanted = { form: 'annex2', ids: [...ids, later.id], format: 'xlsx', mode: 'workbook' };
      expect((await call(app, procedure, wanted)).expected?.message).toContain('同一年度');
    }
  });

  it('gives papers of single projects one file each, of all the units', async () => {
    const host = fakeHost();
    const app = await startApp({ host });
    const { ids, state } = await withSample(app);
    const other = await withUnit(app, state.settings.year, SISTER);
    const job: JobState = (await start(app, 'declaration', [...ids, other], { mode: 'files', format: 'docx' })).data;
    await finished(app, job.jobId);
    await call(app, 'exports.deliver', { jobId: job.jobId });
    const names = readdirSync(host.folders[0]?.folder ?? '');
    expect(names).toHaveLength(ids.length + 1);
    expect(names.filter((name) => name.endsWith('.docx') && name.includes('农机补贴'))).toHaveLength(1);
  });
});
