import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { ListPage, StoredProject } from '../../db/types.ts';
import type { App } from '../../electron/app/create-app.ts';
import type { FinishResult, ImportPreview, ImportResult, JobState, StartState } from '../../electron/app/contract.ts';
import type { Delivery } from '../../electron/app/host.ts';
import { ask, call, fakeHost, startApp, temporaryFolder } from './support.ts';

const withSample = async (app: App): Promise<{ state: StartState; ids: string[] }> => {
  const state: StartState = (await call(app, 'start.loadSample')).data;
  const { unitId, year } = state.settings;
  const ids: string[] = (await ask(app, 'projects.ids', { unitId, year, search: '', state: null })).data;
  return { state, ids };
};

const first = (ids: readonly string[]): string => ids[0] ?? '';

const finished = async (app: App, jobId: string): Promise<JobState> => {
  await app.program().jobs.ended(jobId);
  return (await ask(app, 'jobs.get', { jobId })).data;
};

describe('the first start', () => {
  it('is empty, takes the sample once, and then refuses it', async () => {
    const app = await startApp();
    const before: StartState = (await ask(app, 'start.state')).data;
    expect(before).toMatchObject({ empty: true, units: [], version: '1.2.3', host: 'desktop' });
    const { state, ids } = await withSample(app);
    expect(state).toMatchObject({ empty: false, years: [state.settings.year] });
    expect(ids.length).toBeGreaterThanOrEqual(10);
    expect((await call(app, 'start.loadSample')).expected).toMatchObject({ code: 'bad-input' });
  });

  it('makes a unit of one’s own and starts its projects with what never changes', async () => {
    const app = await startApp();
    const unit = { name: '青山镇人民政府本级', department: '青山镇人民政府', departmentCode: '407001', code: '' };
    const made: StartState = (await call(app, 'start.createUnit', { ...unit, year: 2025, operator: '王芳' })).data;
    expect(made.settings).toMatchObject({ operator: '王芳', year: 2025, unitId: made.units[0]?.id });
    const project: StoredProject = (
      await call(app, 'projects.create', { unitId: made.settings.unitId, year: 2025, name: '村干部报酬' })
    ).data;
    expect(project.content).toMatchObject({
      name: '村干部报酬',
      implementingUnit: unit.name,
      period: '1 年',
    });
    expect(project.content.departmentAndCode).toContain('407001');
    const history = (await ask(app, 'projects.history', { id: project.id })).data as { operator: string }[];
    expect(history[0]?.operator).toBe('王芳');
  });

  it('keeps a year that is chosen in the settings', async () => {
    const app = await startApp();
    const { state } = await withSample(app);
    await call(app, 'settings.save', { ...state.settings, year: 2031 });
    expect(((await ask(app, 'start.state')).data as StartState).years).toContain(2031);
  });
});

describe('saving', () => {
  it('answers the version to go on from, and refuses an older one', async () => {
    const app = await startApp();
    const { ids } = await withSample(app);
    const project: StoredProject = (await ask(app, 'projects.get', { id: first(ids) })).data;
    const change = { id: project.id, version: project.version, content: { ...project.content, name: '改过的名称' } };
    expect((await call(app, 'projects.save', change)).data).toMatchObject({ version: project.version + 1 });
    const late = await call(app, 'projects.save', { ...change, content: { ...change.content, name: '晚来的' } });
    expect(late).toMatchObject({ status: 409, expected: { code: 'stale' } });
    expect(((await ask(app, 'projects.get', { id: project.id })).data as StoredProject).content.name).toBe(
      '改过的名称',
    );
  });

  it('says how much is done in the list at once', async () => {
    const app = await startApp();
    const { state, ids } = await withSample(app);
    const project: StoredProject = (await ask(app, 'projects.get', { id: first(ids) })).data;
    const content = { ...project.content, indicators: [], goals: [] };
    await call(app, 'projects.save', { id: project.id, version: project.version, content });
    const page: ListPage = (
      await ask(app, 'projects.list', {
        ...{ unitId: state.settings.unitId, year: state.settings.year, search: '', state: null },
        ...{ sort: 'position', descending: false, offset: 0, limit: 1 },
      })
    ).data;
    expect(page.rows[0]?.requiredDone).toBeLessThan(page.rows[0]?.requiredAll ?? 0);
  });

  it('finishes what is complete, freezes it, and opens it again', async () => {
    const app = await startApp();
    const { ids } = await withSample(app);
    const id = first(ids);
    expect((await call(app, 'projects.finish', { id })).data).toEqual({ finished: true, gaps: [] });
    const frozen: StoredProject = (await ask(app, 'projects.get', { id })).data;
    const save = { id, version: frozen.version, content: { ...frozen.content, name: '偷改' } };
    expect((await call(app, 'projects.save', save)).expected?.code).toBe('frozen');
    expect((await call(app, 'projects.reopen', { id })).data).toMatchObject({ state: 'draft', revision: 2 });
  });

  it('does not finish an empty project and says every reason', async () => {
    const app = await startApp();
    const { state } = await withSample(app);
    const { unitId, year } = state.settings;
    const empty: StoredProject = (await call(app, 'projects.create', { unitId, year, name: '' })).data;
    const result: FinishResult = (await call(app, 'projects.finish', { id: empty.id })).data;
    expect(result.finished).toBe(false);
    expect(result.gaps.map(({ path: where }) => where)).toEqual(
      expect.arrayContaining(['name', 'funds.total', 'goals.0']),
    );
    expect(((await ask(app, 'projects.get', { id: empty.id })).data as StoredProject).state).toBe('draft');
  });

  it('takes back a deletion', async () => {
    const app = await startApp();
    const { ids } = await withSample(app);
    expect((await call(app, 'projects.remove', { ids })).data).toEqual({ count: ids.length });
    expect((await ask(app, 'projects.get', { id: first(ids) })).status).toBe(404);
    await call(app, 'projects.restore', { ids });
    expect((await ask(app, 'projects.get', { id: first(ids) })).status).toBe(200);
  });
});

describe('bad calls', () => {
  it.each([
    ['projects.create', { unitId: '', year: 2024, name: 'x' }],
    ['projects.create', { unitId: 'u', year: 'zweitausend', name: 'x' }],
    ['projects.remove', { ids: [] }],
    ['exports.start', { form: 'annex9', ids: ['a'], mode: 'workbook' }],
    ['imports.text', { name: 'x' }],
    ['imports.confirm', { files: [{ importId: 'x', projects: [{ index: -1 }] }], unitId: 'u', year: 2024 }],
    ['imports.confirm', { files: [], unitId: 'u', year: 2024 }],
  ])('%s with %j gets a typed refusal in Chinese', async (procedure, input) => {
    const { status, expected } = await call(await startApp(), procedure, input);
    expect(status).toBe(400);
    expect(expected).toMatchObject({ code: 'bad-input' });
    expect(expected?.message).toMatch(/[\u4e00-\u9fff]/u);
  });

  it('refuses a text longer than a field keeps, and changes nothing', async () => {
    const app = await startApp();
    const { ids } = await withSample(app);
    const project: StoredProject = (await ask(app, 'projects.get', { id: first(ids) })).data;
    const content = { ...project.content, goals: ['长'.repeat(20_001)] };
    const refused = await call(app, 'projects.save', { id: project.id, version: project.version, content });
    expect(refused.expected?.code).toBe('bad-input');
    expect((await ask(app, 'projects.get', { id: project.id })).data).toEqual(project);
  });

  it('changes nothing by GET', async () => {
    const app = await startApp();
    expect((await ask(app, 'start.loadSample')).status).toBe(405);
    expect(((await ask(app, 'start.state')).data as StartState).empty).toBe(true);
  });

  it('refuses a body no file may have before reading it', async () => {
    const app = await startApp();
    const headers = { 'content-type': 'application/json', 'content-length': String(70 * 1024 * 1024) };
    const request = new Request('http://app.test/trpc/imports.text', { method: 'POST', headers, body: '{}' });
    expect((await app.fetch(request)).status).toBe(413);
  });
});

describe('exporting', () => {
  it('writes one workbook with a sheet a project and hands it to the host', async () => {
    const host = fakeHost();
    const app = await startApp({ host });
    const { ids } = await withSample(app);
    const job: JobState = (await call(app, 'exports.start', { form: 'annex2', ids, mode: 'workbook' })).data;
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
    const job: JobState = (await call(app, 'exports.start', { form: 'annex2', ids, mode: 'files' })).data;
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
    const { jobId }: JobState = (await call(app, 'exports.start', { form: 'annex2', ids, mode: 'workbook' })).data;
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
    const { jobId }: JobState = (await call(app, 'exports.start', { form: 'annex2', ids, mode: 'files' })).data;
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
    const prepared = await call(app, 'mail.prepare', { form: 'annex2', ids, ...mail, to: 'caizheng@example.cn' });
    expect(prepared.data).toEqual({ outcome: 'opened', place: '邮件程序' });
    expect(host.files[0]?.name).toMatch(/示例县示例镇.*\.eml$/u);
  });
});

const table = (name: string, total: string): string =>
  [
    '部门项目支出预算绩效目标表',
    '（2024 年度）',
    `项目名称\t${name}`,
    '主管部门及代码\t青山镇人民政府\t实施单位\t青山镇人民政府本级',
    '项目属性\t0101-一年期项目\t项目期\t1 年',
    `项目资金（万元）\t年度资金总额：\t${total}`,
    `\t其中：财政拨款\t${total}`,
    '\t其他资金\t0',
    '年度总体目标\t按时发放。',
    '名称\t一级指标\t二级指标\t三级指标\t指标值',
    '绩效指标\t产出指标\t数量指标（必填硬性指标）\t发放人数\t31 人',
    '\t\t质量指标（必填）\t发放准确率\t100%',
    '\t\t时效指标（必填）\t发放时间\t2024 年底',
    '\t\t成本指标（必填硬性指标）\t人均标准\t600 元/人/年',
    '\t效益指标\t社会效益指标（必填）\t基层治理水平\t提高',
    '\t\t可持续影响指标（必填）\t队伍稳定\t长期',
    '\t满意度指标\t服务对象满意度指标（必填）\t村干部满意度\t≥95%',
  ].join('\n');

describe('importing', () => {
  it('shows what it read, stores what is confirmed, and takes it back', async () => {
    const data = temporaryFolder();
    const app = await startApp({ data });
    const { state } = await withSample(app);
    const text = `${table('村干部报酬', '2.46')}\n${table('村级运转经费', '60')}`;
    const preview: ImportPreview = (await call(app, 'imports.text', { name: '', text })).data;
    expect(preview.contents.map(({ name }) => name)).toEqual(['村干部报酬', '村级运转经费']);
    const projects = preview.contents.map((content, index) => ({ index, take: index === 0, content }));
    const scope = { unitId: state.settings.unitId, year: 2024 };
    const confirmed = { files: [{ importId: preview.importId, projects }], ...scope };
    const result: ImportResult = (await call(app, 'imports.confirm', confirmed)).data;
    expect(result).toMatchObject({ taken: 1, skipped: 1 });
    expect(readdirSync(path.join(data, 'backups')).filter((name) => name.includes('import'))).toHaveLength(1);
    expect((await ask(app, 'projects.get', { id: first(result.ids) })).data).toMatchObject({
      content: { name: '村干部报酬' },
    });
    // The same yes twice stores nothing twice.
    expect((await call(app, 'imports.confirm', confirmed)).expected?.code).toBe('not-found');
    await call(app, 'imports.undo', { ids: result.ids });
    expect((await ask(app, 'projects.get', { id: first(result.ids) })).status).toBe(404);
  });

  /** Reads a text with one project; answers it as the window would say yes to it. */
  const readOne = async (app: App, name: string): Promise<{ importId: string; projects: object[] }> => {
    const preview: ImportPreview = (await call(app, 'imports.text', { name, text: table(name, '1') })).data;
    return { importId: preview.importId, projects: [{ index: 0, take: true, content: preview.contents[0] }] };
  };
  const namesOf = async (app: App, unitId: string): Promise<string[]> => {
    const query = { unitId, year: 2024, search: '导入', sort: 'position', descending: false, state: null };
    const page: ListPage = (await ask(app, 'projects.list', { ...query, offset: 0, limit: 100 })).data;
    return page.rows.map(({ name }) => name);
  };

  it('stores many files at once with one backup', async () => {
    const data = temporaryFolder();
    const app = await startApp({ data });
    const { unitId } = (await withSample(app)).state.settings;
    const names = Array.from({ length: 12 }, (_, index) => `导入${index + 10}`);
    const files = [];
    for (const name of names) files.push(await readOne(app, name));
    const result: ImportResult = (await call(app, 'imports.confirm', { files, unitId, year: 2024 })).data;
    expect(result).toMatchObject({ taken: 12, skipped: 0 });
    expect(await namesOf(app, unitId)).toEqual(names);
    expect(readdirSync(path.join(data, 'backups')).filter((name) => name.includes('import'))).toHaveLength(1);
  });

  it('stores none of several files where one is no longer there, and all of them once it is put right', async () => {
    const app = await startApp();
    const { unitId } = (await withSample(app)).state.settings;
    const files = [await readOne(app, '导入甲'), await readOne(app, '导入乙')];
    const gone = { ...files[1], importId: 'gone' };
    const refused = await call(app, 'imports.confirm', { files: [files[0], gone], unitId, year: 2024 });
    expect(refused.expected?.code).toBe('not-found');
    expect(await namesOf(app, unitId)).toEqual([]);
    expect((await call(app, 'imports.confirm', { files, unitId, year: 2024 })).status).toBe(200);
    expect(await namesOf(app, unitId)).toEqual(['导入甲', '导入乙']);
  });

  it('stores nothing where the backup fails, and lets the clerk try again', async () => {
    const data = temporaryFolder();
    const app = await startApp({ data });
    const { unitId } = (await withSample(app)).state.settings;
    const files = [await readOne(app, '导入甲'), await readOne(app, '导入乙')];
    rmSync(path.join(data, 'backups'), { recursive: true });
    writeFileSync(path.join(data, 'backups'), '');
    expect((await call(app, 'imports.confirm', { files, unitId, year: 2024 })).expected).not.toBeNull();
    expect(await namesOf(app, unitId)).toEqual([]);
    rmSync(path.join(data, 'backups'));
    expect((await call(app, 'imports.confirm', { files, unitId, year: 2024 })).data).toMatchObject({ taken: 2 });
    expect(await namesOf(app, unitId)).toEqual(['导入甲', '导入乙']);
  });

  it('takes two yeses at the same moment as one', async () => {
    const app = await startApp();
    const { unitId } = (await withSample(app)).state.settings;
    const confirmed = { files: [await readOne(app, '导入甲')], unitId, year: 2024 };
    const answers = await Promise.all([
      call(app, 'imports.confirm', confirmed),
      call(app, 'imports.confirm', confirmed),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(await namesOf(app, unitId)).toEqual(['导入甲']);
  });

  it('refuses the same file twice in one yes', async () => {
    const app = await startApp();
    const { unitId } = (await withSample(app)).state.settings;
    const file = await readOne(app, '导入甲');
    const { expected } = await call(app, 'imports.confirm', { files: [file, file], unitId, year: 2024 });
    expect(expected?.code).toBe('bad-input');
    expect(await namesOf(app, unitId)).toEqual([]);
  });

  it('takes a file as the window sends it', async () => {
    const app = await startApp();
    const form = new FormData();
    form.set('file', new File([table('村干部报酬', '2.46')], '二〇二四.txt'));
    const preview: ImportPreview = (await call(app, 'imports.file', form)).data;
    expect(preview.file).toBe('二〇二四.txt');
    expect(preview.notes).toEqual([]);
    expect(preview.contents[0]?.funds.total).toBe('2.46');
  });

  it('says which hidden sheets of a workbook it has not read', async () => {
    const app = await startApp();
    const book = new ExcelJS.Workbook();
    const shown = book.addWorksheet('目标表');
    for (const row of table('村干部报酬', '2.46').split('\n')) shown.addRow(row.split('\t'));
    book.addWorksheet('去年', { state: 'hidden' }).addRow(['项目名称', '旧项目']);
    book.addWorksheet('草稿', { state: 'veryHidden' }).addRow(['x']);
    book.addWorksheet('空的', { state: 'hidden' });
    const form = new FormData();
    form.set('file', new File([new Uint8Array(await book.xlsx.writeBuffer())], '二〇二四.xlsx'));
    const { notes, contents }: ImportPreview = (await call(app, 'imports.file', form)).data;
    expect(contents.map(({ name }) => name)).toEqual(['村干部报酬']);
    expect(notes).toEqual(['隐藏的工作表没有读取：“去年”、“草稿”。要导入它们，请先取消隐藏。']);
  });

  it.each([
    ['空.txt', new Uint8Array(), 'file-empty'],
    ['照片.xlsx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'file-foreign'],
    ['信.txt', new TextEncoder().encode('今天天气很好，没有表格。'), 'file-foreign'],
  ])('names %s and why it cannot be read', async (name, bytes, code) => {
    const app = await startApp();
    const form = new FormData();
    form.set('file', new File([bytes], name));
    const { expected } = await call(app, 'imports.file', form);
    expect(expected?.code).toBe(code);
    expect(expected?.message).toContain(name);
  });

  it('knows a project of the same name', async () => {
    const app = await startApp();
    const { state } = await withSample(app);
    await call(app, 'projects.create', { unitId: state.settings.unitId, year: 2024, name: '村干部 报酬' });
    const preview: ImportPreview = (await call(app, 'imports.text', { name: '粘贴', text: table('村干部报酬', '1') }))
      .data;
    expect(preview.alreadyThere).toEqual(['村干部 报酬']);
  });
});
