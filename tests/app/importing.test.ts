import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { ListPage } from '../../db/types.ts';
import type { App } from '../../electron/app/create-app.ts';
import type { ImportPreview, ImportResult } from '../../electron/app/contract.ts';
import { ask, call, first, readPaper, startApp, temporaryFolder, withSample } from './support.ts';

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
    const preview: ImportPreview = (await readPaper(app, { name: '', text })).data;
    expect(preview.contents.map(({ name }) => name)).toEqual(['村干部报酬', '村级运转经费']);
    const projects = preview.contents.map((content, index) => ({
      index,
      action: index === 0 ? 'add' : 'skip',
      content,
    }));
    const scope = { unitId: state.settings.unitId, year: 2024 };
    const confirmed = { files: [{ importId: preview.importId, projects }], ...scope };
    const result: ImportResult = (await call(app, 'imports.confirm', confirmed)).data;
    expect(result).toMatchObject({ added: 1, skipped: [{ name: '村级运转经费', why: '没有选择存入。' }] });
    expect(readdirSync(path.join(data, 'backups')).filter((name) => name.includes('import'))).toHaveLength(1);
    expect((await ask(app, 'projects.get', { id: first(result.ids) })).data).toMatchObject({
      content: { name: '村干部报酬' },
    });
    // The same yes twice stores nothing twice.
    expect((await call(app, 'imports.confirm', confirmed)).expected?.code).toBe('not-found');
    await call(app, 'imports.undo', { importId: result.importId });
    expect((await ask(app, 'projects.get', { id: first(result.ids) })).status).toBe(404);
  });

  it('hands out a long reading in parts, and stores what nobody touched as it was read', async () => {
    const app = await startApp();
    const { state } = await withSample(app);
    const text = ['村干部报酬', '村级运转经费', '村道养护'].map((name) => table(name, '2')).join('\n');
    const { importId }: ImportPreview = (await readPaper(app, { name: '', text })).data;
    const part: ImportPreview = (await ask(app, 'imports.preview', { readingId: importId, from: 1, to: 3 })).data;
    expect(part.count).toBe(3);
    for (const list of [part.contents, part.recognised.projects, part.projectUnits, part.alreadyThere])
      expect(list).toHaveLength(2);
    expect(part.contents.map(({ name }) => name)).toEqual(['村级运转经费', '村道养护']);
    const projects = [{ index: 1, action: 'add' }];
    const yes = { files: [{ importId, projects }], unitId: state.settings.unitId, year: 2024 };
    const result: ImportResult = (await call(app, 'imports.confirm', yes)).data;
    const stored = (await ask(app, 'projects.get', { id: first(result.ids) })).data;
    expect(stored).toMatchObject({ content: { name: '村级运转经费', funds: { total: '2' } } });
    const none = { ...yes, files: [{ importId, projects: [{ index: 9, action: 'add' }] }] };
    expect((await call(app, 'imports.confirm', none)).expected?.code).toBe('bad-input');
  });

  it('keeps what a yes did not name for another one, and stores nothing twice', async () => {
    const app = await startApp();
    const { state } = await withSample(app);
    const text = `${table('村干部报酬', '2.46')}\n${table('村级运转经费', '60')}`;
    const preview: ImportPreview = (await readPaper(app, { name: '', text })).data;
    const scope = { unitId: state.settings.unitId, year: 2024 };
    const [one, two] = preview.contents.map((content, index) => ({ index, action: 'add', content }));
    const yes = (projects: readonly unknown[]) => ({ files: [{ importId: preview.importId, projects }], ...scope });
    expect((await call(app, 'imports.confirm', yes([one]))).data).toMatchObject({ added: 1 });
    expect((await call(app, 'imports.confirm', yes([one, two]))).expected?.code).toBe('bad-input');
    expect((await call(app, 'imports.confirm', yes([two]))).data).toMatchObject({ added: 1 });
    expect((await call(app, 'imports.confirm', yes([two]))).expected?.code).toBe('not-found');
  });

  /** Reads a text with one project; answers it as the window would say yes to it. */
  const readOne = async (app: App, name: string): Promise<{ importId: string; projects: object[] }> => {
    const preview: ImportPreview = (await readPaper(app, { name, text: table(name, '1') })).data;
    return { importId: preview.importId, projects: [{ index: 0, action: 'add', content: preview.contents[0] }] };
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
    expect(result).toMatchObject({ added: 12, skipped: [] });
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
    expect((await call(app, 'imports.confirm', { files, unitId, year: 2024 })).data).toMatchObject({ added: 2 });
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
    const preview: ImportPreview = (await readPaper(app, form)).data;
    expect(preview.file).toBe('二〇二四.txt');
    expect(preview.notes).toEqual([]);
    expect(preview.contents[0]?.funds.total).toBe('2.46');
  });

  it('names the hidden sheets of a workbook it has not read, and reads them where that is wanted', async () => {
    const app = await startApp();
    const book = new ExcelJS.Workbook();
    const shown = book.addWorksheet('目标表');
    for (const row of table('村干部报酬', '2.46').split('\n')) shown.addRow(row.split('\t'));
    book.addWorksheet('去年', { state: 'hidden' }).addRow(['项目名称', '旧项目']);
    book.addWorksheet('草稿', { state: 'veryHidden' }).addRow(['x']);
    book.addWorksheet('空的', { state: 'hidden' });
    const form = new FormData();
    form.set('file', new File([new Uint8Array(await book.xlsx.writeBuffer())], '二〇二四.xlsx'));
    const { hiddenSheets, contents, importId }: ImportPreview = (await readPaper(app, form)).data;
    expect(contents.map(({ name }) => name)).toEqual(['村干部报酬']);
    expect(hiddenSheets).toEqual(['去年', '草稿']);
    const again: { readingId: string } = (await call(app, 'imports.readHidden', { readingId: importId })).data;
    expect(again.readingId).not.toBe(importId);
  });

  it.each([
    ['空.txt', new Uint8Array(), 'file-empty'],
    ['照片.xlsx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'file-foreign'],
    ['信.txt', new TextEncoder().encode('今天天气很好，没有表格。'), 'file-foreign'],
  ])('names %s and why it cannot be read', async (name, bytes, code) => {
    const app = await startApp();
    const form = new FormData();
    form.set('file', new File([bytes], name));
    const { expected } = await readPaper(app, form);
    expect(expected?.code).toBe(code);
    expect(expected?.message).toContain(name);
  });

  it('knows a project of the same name', async () => {
    const app = await startApp();
    const { state } = await withSample(app);
    await call(app, 'projects.create', { unitId: state.settings.unitId, year: 2024, name: '村干部 报酬' });
    const preview: ImportPreview = (await readPaper(app, { name: '粘贴', text: table('村干部报酬', '1') })).data;
    expect(preview.alreadyThere).toEqual(['村干部 报酬']);
  });
});
