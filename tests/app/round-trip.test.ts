import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { StoredUnitYear } from '../../db/types.ts';
import type { ImportPreview, ImportResult, JobState, VerifyResult } from '../../electron/app/contract.ts';
import type { App } from '../../electron/app/create-app.ts';
import type { FileFormat } from '../../shared/forms/form.ts';
import { PAPERS } from '../../shared/forms/index.ts';
import { UNIT_DEFAULTS } from '../../shared/model/unit.ts';
import { SAMPLE_YEAR } from '../../shared/sample/index.ts';
import { ask, call, readPaper, fakeHost, finished, startApp, withSample, type FakeHost } from './support.ts';

/** Saves the sample on a paper; answers the file's bytes. */
const saved = async (
  app: App,
  host: FakeHost,
  form: string,
  format: FileFormat,
  ids: string[],
): Promise<Uint8Array> => {
  const { jobId }: JobState = (await call(app, 'exports.start', { form, ids, format, mode: 'workbook' })).data;
  expect(await finished(app, jobId)).toMatchObject({ state: 'ready' });
  await call(app, 'exports.deliver', { jobId });
  return readFileSync(host.files.at(-1)?.path ?? '');
};

const upload = (bytes: Uint8Array, name: string): FormData => {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(bytes)], name));
  return form;
};

const verified = async (app: App, bytes: Uint8Array, name: string): Promise<VerifyResult> =>
  (await call(app, 'verify.file', upload(bytes, name))).data;

describe('校验码', () => {
  it('of every paper in every format is found again and is the same', async () => {
    const host = fakeHost();
    const app = await startApp({ host });
    const { ids, state } = await withSample(app);
    await call(app, 'settings.save', { ...state.settings, printCheckCode: true });
    for (const { id, formats } of PAPERS) {
      for (const format of formats) {
        const { file, tables } = await verified(app, await saved(app, host, id, format, ids), `表.${format}`);
        expect(file).toBe(`表.${format}`);
        const outcomes = [...new Set(tables.map(({ outcome }) => outcome))];
        expect({ id, format, outcomes }).toEqual({ id, format, outcomes: ['same'] });
      }
    }
  });

  it('is another one once a number was changed in the file, and is missed where none is printed', async () => {
    const host = fakeHost();
    const app = await startApp({ host });
    const { ids, state } = await withSample(app);
    const plain = await verified(app, await saved(app, host, 'annex2', 'xlsx', ids.slice(0, 1)), '表.xlsx');
    expect(plain.tables).toMatchObject([{ outcome: 'unmarked', printed: '' }]);
    await call(app, 'settings.save', { ...state.settings, printCheckCode: true });
    await saved(app, host, 'annex2', 'xlsx', ids.slice(0, 1));
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(host.files.at(-1)?.path ?? '');
    const [sheet] = book.worksheets;
    sheet?.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.value === 90 || cell.value === '90') cell.value = 99;
      });
    });
    const changed = await verified(app, new Uint8Array(await book.xlsx.writeBuffer()), '改过.xlsx');
    expect(changed.tables).toMatchObject([{ outcome: 'different', printed: expect.stringMatching(/\S/u) as string }]);
  });

  it('of a file that is none is refused by name', async () => {
    const app = await startApp();
    const { expected } = await call(app, 'verify.file', upload(new TextEncoder().encode('信'), '信.txt'));
    expect(expected).toMatchObject({ code: 'file-foreign', message: expect.stringContaining('信.txt') as string });
    expect((await call(app, 'verify.file', new FormData())).expected?.code).toBe('bad-input');
  });
});

describe('绩效文本 that was saved', () => {
  it('brings back what the unit declares for the year, beside its projects', async () => {
    const host = fakeHost();
    const app = await startApp({ host });
    const { ids, state } = await withSample(app);
    const bytes = await saved(app, host, 'dossier', 'xlsx', ids);
    const { year } = state.settings;
    const unit = {
      name: '绿水镇人民政府',
      department: '绿水镇人民政府',
      departmentCode: '',
      code: '',
      ...UNIT_DEFAULTS,
    };
    const other = await startApp();
    const { settings } = (await call(other, 'start.createUnit', { ...unit, year, operator: '王芳' })).data;
    const { unitId } = settings as { unitId: string };
    const preview: ImportPreview = (await readPaper(other, upload(bytes, '绩效文本.xlsx'))).data;
    expect(preview.notes).toEqual([
      expect.stringMatching(/^这份表的单位是“示例县示例镇.*现在的单位是“绿水镇人民政府”。$/u),
    ]);
    const projects = preview.contents.map((content, index) => ({ index, action: 'add', content }));
    const files = [{ importId: preview.importId, projects }];
    const result: ImportResult = (await call(other, 'imports.confirm', { files, unitId, year })).data;
    expect(result.added).toBe(ids.length);
    expect(result.notes.join()).toContain('“总体绩效目标”“分项绩效目标”“工作保障措施”已存入');
    const declared: StoredUnitYear = (await ask(other, 'unitYears.get', { unitId, year })).data;
    expect(declared.content).toEqual(SAMPLE_YEAR);
  });
});
