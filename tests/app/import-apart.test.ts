import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ListPage, StoredProject, StoredUnitYear } from '../../db/types.ts';
import type { App } from '../../electron/app/create-app.ts';
import type { ImportPreview, ImportResult, StartState, Undone } from '../../electron/app/contract.ts';
import { UNIT_DEFAULTS, type Unit } from '../../shared/model/unit.ts';
import { listRows, sheet } from '../shared/approval-list.ts';
import { ask, call, first, readPaper, startApp, temporaryFolder, withSample } from './support.ts';

const UPPER = '101001-甲镇人民政府';
const LOWER = '102001-乙镇人民政府（本级）';

/** A 批复表 with the unit of each of its three projects. */
const paper = (units: readonly string[]): string => {
  let project = -1;
  const rows = listRows().map(([, name = '', ...rest]) => {
    if (name !== '') project += 1;
    return [name === '' ? '' : (units[project] ?? ''), name, ...rest];
  });
  return sheet(rows)
    .flatMap((table) => table.rows.map(({ cells }) => cells.join('\t')))
    .join('\n');
};

const read = async (app: App, units: readonly string[]): Promise<ImportPreview> =>
  (await readPaper(app, { name: '批复表', text: paper(units) })).data;

const said = (preview: ImportPreview, take: (index: number) => boolean = () => true): object => ({
  importId: preview.importId,
  projects: preview.contents.map((content, index) => ({
    index,
    action: take(index) ? 'add' : 'skip',
    content,
  })),
});

const stateOf = async (app: App): Promise<StartState> => (await ask(app, 'start.state')).data;

const namesOf = async (app: App, unitId: string): Promise<string[]> => {
  const query = { unitId, year: 2024, search: '', sort: 'position', descending: false, state: null };
  const page: ListPage = (await ask(app, 'projects.list', { ...query, offset: 0, limit: 100 })).data;
  return page.rows.map(({ name }) => name);
};

const totalOf = async (app: App, unitId: string): Promise<string> => {
  const { content }: StoredUnitYear = (await ask(app, 'unitYears.get', { unitId, year: 2024 })).data;
  return content.printedTotal;
};

const lower = { ...UNIT_DEFAULTS, name: '乙镇人民政府', department: '乙镇', departmentCode: '', code: '102001' };

describe('a 批复表 of several units', () => {
  it('tells of each project whose it is, and what is there already in that unit', async () => {
    const app = await startApp();
    await withSample(app);
    const known: Unit = (await call(app, 'units.create', { ...lower, year: 2024 })).data;
    await call(app, 'projects.create', { unitId: known.id, year: 2024, name: '广场照明经费' });
    const preview = await read(app, [UPPER, LOWER, UPPER]);
    const upper = { name: '甲镇人民政府', code: '101001', unitId: '' };
    expect(preview.projectUnits).toEqual([
      upper,
      { name: '乙镇人民政府（本级）', code: '102001', unitId: known.id },
      upper,
    ]);
    expect(preview.alreadyThere).toEqual(['', '广场照明经费', '']);
  });

  it('is stored apart with one backup, makes the units that are missing, and is taken back as a whole', async () => {
    const data = temporaryFolder();
    const app = await startApp({ data });
    const { unitId } = (await withSample(app)).state.settings;
    const before = await namesOf(app, unitId);
    const known: Unit = (await call(app, 'units.create', { ...lower, year: 2023 })).data;
    const files = [said(await read(app, [UPPER, LOWER, UPPER]), (index) => index < 2)];
    const confirmed = { files, unitId, year: 2024, byUnit: true };
    const result: ImportResult = (await call(app, 'imports.confirm', confirmed)).data;
    const { units, settings } = await stateOf(app);
    const made = units.find(({ code }) => code === '101001');
    expect(made).toMatchObject({ name: '甲镇人民政府', forms: ['approval'] });
    expect(result).toMatchObject({ added: 2, skipped: [{}], unitIds: [made?.id, known.id] });
    expect(result.notes).toEqual(['新建了单位“甲镇人民政府”。']);
    expect(settings.unitId).toBe(unitId);
    expect(await namesOf(app, made?.id ?? '')).toEqual(['村道养护经费']);
    expect(await namesOf(app, known.id)).toEqual(['广场照明经费']);
    expect(await namesOf(app, unitId)).toEqual(before);
    // The total of both is neither one’s own.
    expect(await totalOf(app, known.id)).toBe('');
    expect(readdirSync(path.join(data, 'backups')).filter((name) => name.includes('import'))).toHaveLength(1);

    const undone = await call(app, 'imports.undo', { importId: result.importId });
    expect(undone.data).toEqual({ count: 2, kept: [], notes: ['导入时新建的单位“甲镇人民政府”还留着。'] });
    expect(await namesOf(app, made?.id ?? '')).toEqual([]);
    expect(await namesOf(app, known.id)).toEqual([]);
  });

  it('finds again the units an earlier file of the same yes has made', async () => {
    const app = await startApp();
    const { unitId } = (await withSample(app)).state.settings;
    const files = [said(await read(app, [UPPER, LOWER, UPPER])), said(await read(app, [LOWER, UPPER, LOWER]))];
    const confirmed = { files, unitId, year: 2024, byUnit: true };
    const result: ImportResult = (await call(app, 'imports.confirm', confirmed)).data;
    expect(result).toMatchObject({ added: 6, notes: ['新建了单位“甲镇人民政府”、“乙镇人民政府（本级）”。'] });
    expect((await stateOf(app)).units).toHaveLength(3);
  });

  it('is stored where there is no unit yet; its first unit is then worked for', async () => {
    const app = await startApp();
    const files = [said(await read(app, [UPPER, LOWER, UPPER]))];
    expect((await call(app, 'imports.confirm', { files, unitId: '', year: 2024 })).expected?.code).toBe('not-found');
    const confirmed = { files, unitId: '', year: 2024, byUnit: true };
    const { ids }: ImportResult = (await call(app, 'imports.confirm', confirmed)).data;
    expect(ids).toHaveLength(3);
    const { units, settings, empty } = await stateOf(app);
    expect({ empty, works: settings.unitId === units[0]?.id, count: units.length }).toEqual({
      empty: false,
      works: true,
      count: 2,
    });
  });

  it('goes into the one unit the clerk chose where it is not to be parted', async () => {
    const app = await startApp();
    const { unitId } = (await withSample(app)).state.settings;
    const files = [said(await read(app, [UPPER, LOWER, UPPER]))];
    const result: ImportResult = (await call(app, 'imports.confirm', { files, unitId, year: 2024 })).data;
    expect(result).toMatchObject({ added: 3, unitIds: [unitId], notes: [] });
    expect((await stateOf(app)).units).toHaveLength(1);
  });

  it('stores nothing where a project is confirmed that was never read', async () => {
    const app = await startApp();
    const { unitId } = (await withSample(app)).state.settings;
    const preview = await read(app, [UPPER, LOWER, UPPER]);
    const [content] = preview.contents;
    const wrong = [{ importId: preview.importId, projects: [{ index: 9, action: 'add', content }] }];
    const refused = await call(app, 'imports.confirm', { files: wrong, unitId, year: 2024, byUnit: true });
    expect(refused.expected?.code).toBe('bad-input');
    expect((await stateOf(app)).units).toHaveLength(1);
    // The reading still waits.
    const files = [said(preview)];
    expect((await call(app, 'imports.confirm', { files, unitId, year: 2024, byUnit: true })).status).toBe(200);
  });
});

describe('an import that is taken back', () => {
  const imported = async (app: App, unitId: string): Promise<ImportResult> => {
    const files = [said(await read(app, [UPPER, UPPER, UPPER]))];
    return (await call(app, 'imports.confirm', { files, unitId, year: 2024 })).data;
  };
  const startWithUnit = async (): Promise<{ app: App; unitId: string }> => {
    const app = await startApp();
    await withSample(app);
    const unit: Unit = (await call(app, 'units.create', { ...lower, year: 2024 })).data;
    return { app, unitId: unit.id };
  };

  it('takes back the printed total it has stored', async () => {
    const { app, unitId } = await startWithUnit();
    const { importId } = await imported(app, unitId);
    expect(await totalOf(app, unitId)).toBe('16.70');
    expect((await call(app, 'imports.undo', { importId })).data).toEqual({ count: 3, kept: [], notes: [] });
    expect(await totalOf(app, unitId)).toBe('');
    expect(await namesOf(app, unitId)).toEqual([]);
  });

  it('leaves a total somebody has changed since, and says so', async () => {
    const { app, unitId } = await startWithUnit();
    const { importId } = await imported(app, unitId);
    const { version, content }: StoredUnitYear = (await ask(app, 'unitYears.get', { unitId, year: 2024 })).data;
    const changed = { ...content, printedTotal: '17', overallGoals: '后来写的' };
    await call(app, 'unitYears.save', { unitId, year: 2024, version, content: changed });
    const { notes } = (await call(app, 'imports.undo', { importId })).data as { notes: string[] };
    expect(notes).toEqual(['“表上印的合计”在 2024 年的部门整体内容里后来改过，没有撤销。']);
    expect((await ask(app, 'unitYears.get', { unitId, year: 2024 })).data).toMatchObject({ content: changed });
  });

  it('leaves what was there before the import', async () => {
    const { app, unitId } = await startWithUnit();
    await imported(app, unitId);
    const { importId } = await imported(app, unitId);
    await call(app, 'imports.undo', { importId });
    expect(await totalOf(app, unitId)).toBe('16.70');
    expect(await namesOf(app, unitId)).toHaveLength(3);
  });

  it('leaves a project that somebody has changed since, and names it', async () => {
    const { app, unitId } = await startWithUnit();
    const { importId, ids } = await imported(app, unitId);
    const project: StoredProject = (await ask(app, 'projects.get', { id: first(ids) })).data;
    const content = { ...project.content, usage: '后来写的' };
    await call(app, 'projects.save', { id: project.id, version: project.version, content });
    const undone: Undone = (await call(app, 'imports.undo', { importId })).data;
    expect(undone.count).toBe(2);
    expect(undone.kept).toEqual([{ id: project.id, name: content.name, why: '导入以后又改过，没有撤销。' }]);
    expect(undone.notes).toEqual([`“${content.name}”导入以后又改过，没有撤销。`]);
    expect(await namesOf(app, unitId)).toEqual([content.name]);
    expect((await call(app, 'imports.undo', { importId })).expected?.message).toBe('这次导入已经撤销过了。');
  });
});
