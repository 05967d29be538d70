import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../db/index.ts';
import type { FrozenVersion, StoredProject } from '../../db/types.ts';
import type { App } from '../../electron/app/create-app.ts';
import type {
  DeclaredApproved,
  ImportPreview,
  ImportResult,
  ImportRun,
  JobState,
  ProjectMatched,
  ReadingState,
  Undone,
} from '../../electron/app/contract.ts';
import type { FormId } from '../../shared/model/form-id.ts';
import { table } from './cli-support.ts';
import { ask, call, fakeHost, finished, first, readPaper, startApp, temporaryFolder, withSample } from './support.ts';

const UNIT = '示例县示例镇人民政府';

/** A paper with one project a name, of the sample unit. */
const paperOf = (...names: string[]): { name: string; text: string } => ({
  name: '表',
  text: names.map((name) => table(name, UNIT)).join('\n'),
});

const matchOf = async (app: App, { importId }: ImportPreview): Promise<ProjectMatched[]> => {
  const { unitId, year } = app.services().start.state().settings;
  return (await call(app, 'imports.match', { readingId: importId, unitId, year })).data;
};

/** The yes of a clerk who takes what the program proposes. */
const yesTo = (preview: ImportPreview, matches: readonly ProjectMatched[], change: object = {}): object => ({
  importId: preview.importId,
  projects: matches.map(({ index, storedId, stored }) => ({
    index,
    action: storedId === null ? 'add' : 'update',
    storedId,
    storedVersion: stored?.version ?? null,
    content: { ...preview.contents[index], ...change },
  })),
});

/** Reads, matches and stores a paper as it is proposed. */
const importAll = async (app: App, paper: Parameters<typeof readPaper>[1], more: object = {}, change: object = {}) => {
  const preview: ImportPreview = (await readPaper(app, paper)).data;
  const { unitId, year } = app.services().start.state().settings;
  const files = [yesTo(preview, await matchOf(app, preview), change)];
  return call(app, 'imports.confirm', { files, unitId, year, ...more });
};

const projectOf = async (app: App, id: string): Promise<StoredProject> => (await ask(app, 'projects.get', { id })).data;

describe('what the program has printed itself', () => {
  it.each([
    ['annex2', 'xlsx'],
    ['approval', 'xlsx'],
    ['disclosure', 'docx'],
    ['dossier', 'xlsx'],
    ['declaration', 'docx'],
  ] satisfies [FormId, 'xlsx' | 'docx'][])('%s as %s is the same when it comes back', async (form, format) => {
    const files: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
    const host = fakeHost({
      deliverFile: ({ path, name }) => {
        files.push({ name, bytes: new Uint8Array(readFileSync(path)) });
        return Promise.resolve({ outcome: 'saved', place: name });
      },
    });
    const app = await startApp({ host });
    const { ids } = await withSample(app);
    const job: JobState = (await call(app, 'exports.start', { form, ids, format, mode: 'workbook' })).data;
    await finished(app, job.jobId);
    await call(app, 'exports.deliver', { jobId: job.jobId });
    const upload = new FormData();
    for (const { name, bytes } of files) upload.set('file', new File([bytes], name));
    const preview: ImportPreview = (await readPaper(app, upload)).data;
    const matches = await matchOf(app, preview);
    expect(preview.isApproval).toBe(form === 'approval');
    expect(matches.map(({ storedId }) => storedId)).toEqual(ids);
    expect(matches.flatMap(({ differences }) => differences)).toEqual([]);
    const { unitId, year } = app.services().start.state().settings;
    const confirmed = { files: [yesTo(preview, matches)], unitId, year };
    const result: ImportResult = (await call(app, 'imports.confirm', confirmed)).data;
    expect(result).toMatchObject({ added: 0, updated: 0, unchanged: ids.length, ids: [] });
    if (result.importId === '') return;
    // A paper may still say something of the whole unit: that can be taken back too.
    expect((await ask(app, 'imports.recent')).data).toMatchObject([{ untouched: 1 }]);
    await call(app, 'imports.undo', { importId: result.importId });
    expect((await ask(app, 'imports.recent')).data).toMatchObject([{ untouched: 0 }]);
  });
});

describe('a paper beside what is stored', () => {
  it('is matched by what the clerk has corrected, and offers what else it may be', async () => {
    const app = await startApp();
    await withSample(app);
    const stored: ImportResult = (await importAll(app, paperOf('村干部报酬', '青山村道路维护'))).data;
    const preview: ImportPreview = (await readPaper(app, paperOf('村里的报酬', '绿水村道路维护'))).data;
    const [pay, road] = await matchOf(app, preview);
    expect(pay).toMatchObject({ kind: 'new', storedId: null });
    expect(road).toMatchObject({ kind: 'new', others: [{ id: stored.ids[1], name: '青山村道路维护', version: 1 }] });
    const contents = [{ index: 0, content: { ...preview.contents[0], name: '村干部报酬' } }];
    const scope = app.services().start.state().settings;
    const asked = { readingId: preview.importId, unitId: scope.unitId, year: scope.year, contents };
    const [again]: ProjectMatched[] = (await call(app, 'imports.match', asked)).data;
    expect(again).toMatchObject({ kind: 'same', by: 'name', storedId: first(stored.ids), stored: { state: 'draft' } });
  });

  it('adds, updates and skips in one go, says what became of each, and is taken back after a restart', async () => {
    const data = temporaryFolder();
    const app = await startApp({ data });
    await withSample(app);
    await importAll(app, paperOf('甲项目', '乙项目'));
    const preview: ImportPreview = (await readPaper(app, paperOf('甲项目', '乙项目', '丙项目', '丁项目'))).data;
    const matches = await matchOf(app, preview);
    expect(matches.map(({ kind }) => kind)).toEqual(['same', 'same', 'new', 'new']);
    const ids = matches.flatMap(({ storedId }) => storedId ?? []);
    const before = await projectOf(app, ids[1] ?? '');
    const yes = yesTo(preview, matches) as { projects: { action: string; content: object }[] };
    const projects = yes.projects.map((project, index) => {
      if (index === 1) return { ...project, content: { ...project.content, usage: '改了' } };
      return index === 3 ? { ...project, action: 'skip' } : project;
    });
    const { unitId, year } = app.services().start.state().settings;
    const files = [{ ...yes, projects }];
    const result: ImportResult = (await call(app, 'imports.confirm', { files, unitId, year })).data;
    expect(result).toMatchObject({ added: 1, updated: 1, unchanged: 1, approved: 0 });
    expect(result.skipped).toEqual([{ name: '丁项目', why: '没有选择存入。' }]);
    expect(result.lines.map(({ name, deed }) => [name, deed])).toEqual([
      ['甲项目', 'unchanged'],
      ['乙项目', 'updated'],
      ['丙项目', 'added'],
      ['丁项目', 'skipped'],
    ]);
    expect((await projectOf(app, before.id)).content).toEqual({ ...before.content, usage: '改了' });
    await app.close();

    const later = await startApp({ data });
    const [run]: ImportRun[] = (await ask(later, 'imports.recent')).data;
    expect(run).toMatchObject({ importId: result.importId, files: ['表'], undoneAt: null, untouched: 2 });
    expect(run?.result).toEqual({ added: 1, updated: 1, unchanged: 1, approved: 0, skipped: 1 });
    const undone: Undone = (await call(later, 'imports.undo', { importId: result.importId })).data;
    expect(undone).toEqual({ count: 2, kept: [], notes: [] });
    expect((await projectOf(later, before.id)).content).toEqual(before.content);
    const made = result.lines.find(({ deed }) => deed === 'added')?.id ?? '';
    expect((await ask(later, 'projects.get', { id: made })).status).toBe(404);
    expect(((await ask(later, 'imports.recent')).data as ImportRun[])[0]).toMatchObject({ untouched: 0 });
    expect(checkDatabase(later.program().db)).toEqual([]);
  });

  it('stores nothing of it where one project was changed since it was matched; matched again it goes', async () => {
    const app = await startApp();
    await withSample(app);
    const { ids }: ImportResult = (await importAll(app, paperOf('甲项目'))).data;
    const preview: ImportPreview = (await readPaper(app, paperOf('乙项目', '甲项目'))).data;
    const files = [yesTo(preview, await matchOf(app, preview), { usage: '导入的' })];
    const project = await projectOf(app, first(ids));
    const content = { ...project.content, goals: ['刚写的'] };
    await call(app, 'projects.save', { id: project.id, version: project.version, content });
    const { unitId, year } = app.services().start.state().settings;
    const { expected } = await call(app, 'imports.confirm', { files, unitId, year });
    expect(expected).toMatchObject({ code: 'stale', message: expect.stringContaining('甲项目') as string });
    const query = { unitId, year, search: '乙项目', state: null };
    expect((await ask(app, 'projects.ids', query)).data).toEqual([]);
    const again = [yesTo(preview, await matchOf(app, preview), { usage: '导入的' })];
    const result = await call(app, 'imports.confirm', { files: again, unitId, year });
    expect(result.data).toMatchObject({ added: 1, updated: 1 });
  });

  it('refuses two projects that would both become the same stored one, and one of another unit', async () => {
    const app = await startApp();
    const { ids } = await withSample(app);
    const { ids: own }: ImportResult = (await importAll(app, paperOf('甲项目'))).data;
    const preview: ImportPreview = (await readPaper(app, paperOf('甲项目', '乙项目'))).data;
    const { unitId, year } = app.services().start.state().settings;
    const over = (id: string, index: number): object => ({
      ...{ index, action: 'update', storedId: id, storedVersion: 1, content: preview.contents[index] },
    });
    const confirm = (projects: object[], to = year) =>
      call(app, 'imports.confirm', { files: [{ importId: preview.importId, projects }], unitId, year: to });
    expect((await confirm([over(first(own), 0), over(first(own), 1)])).expected?.message).toContain('有两个项目');
    expect((await confirm([over(first(ids), 0)], year + 1)).expected?.message).toContain('不在这个单位这一年里');
    const bare = { index: 0, action: 'update', content: preview.contents[0] };
    expect((await confirm([bare])).expected?.code).toBe('bad-input');
    expect(await projectOf(app, first(own))).toMatchObject({ version: 1 });
  });
});

describe('what is stored in one go', () => {
  it('is told where two papers brought the same project', async () => {
    const app = await startApp();
    await withSample(app);
    const { unitId, year } = app.services().start.state().settings;
    const files = [];
    for (const name of ['甲项目', '乙项目', '甲项目']) {
      const preview: ImportPreview = (await readPaper(app, paperOf(name))).data;
      files.push(yesTo(preview, await matchOf(app, preview)));
    }
    const result: ImportResult = (await call(app, 'imports.confirm', { files, unitId, year })).data;
    expect(result.added).toBe(3);
    expect(result.notes).toEqual(['存入了同名的项目：“甲项目”，请看看是不是重复。']);
  });
});

describe('an approval', () => {
  it('marks what it names, keeps what was declared, and shows the differences', async () => {
    const app = await startApp();
    await withSample(app);
    const { ids }: ImportResult = (await importAll(app, paperOf('甲项目', '乙项目'))).data;
    const approved = await importAll(app, paperOf('甲项目', '丙项目'), { approve: true }, { usage: '批复的' });
    const result: ImportResult = approved.data;
    expect(result).toMatchObject({ added: 1, updated: 1, approved: 2 });
    expect(await projectOf(app, first(ids))).toMatchObject({ state: 'approved', content: { usage: '批复的' } });
    expect(await projectOf(app, ids[1] ?? '')).toMatchObject({ state: 'draft' });
    const versions: FrozenVersion[] = (await ask(app, 'projects.versions', { id: first(ids) })).data;
    expect(versions.map(({ kind }) => kind)).toEqual(['declared', 'approved']);
    const both: DeclaredApproved = (await ask(app, 'projects.declaredApproved', { id: first(ids) })).data;
    expect(both.differences).toEqual([{ path: 'usage', before: '', after: '批复的' }]);
    expect((await ask(app, 'projects.declaredApproved', { id: ids[1] ?? '' })).data).toBeNull();

    await call(app, 'imports.undo', { importId: result.importId });
    expect(await projectOf(app, first(ids))).toMatchObject({ state: 'draft', content: { usage: '' } });
    expect((await ask(app, 'projects.declaredApproved', { id: first(ids) })).data).toBeNull();
    expect(checkDatabase(app.program().db)).toEqual([]);
  });
});

describe('reading', () => {
  it('goes on by itself, and tells how far it is', async () => {
    const app = await startApp();
    const begun = await Promise.all(
      Array.from({ length: 5 }, (_, index) => call(app, 'imports.begin', { ...paperOf('甲项目'), name: `表${index}` })),
    );
    const readingIds = begun.map(({ data }) => (data as { readingId: string }).readingId);
    const states: ReadingState[] = (await ask(app, 'imports.progress', { readingIds })).data;
    expect(states.map(({ name, state }) => [name, state])).toEqual(
      readingIds.map((_, index) => [`表${index}`, 'reading']),
    );
    // Two are read at a time, the others wait their turn.
    expect(states.map(({ phase }) => phase)).toEqual(['读取内容', '读取内容', '等待读取', '等待读取', '等待读取']);
    expect((await ask(app, 'imports.preview', { readingId: readingIds[4] })).expected?.message).toContain('还在读取');
    await Promise.all(readingIds.map((id) => app.program().readings.ended(id)));
    const ended: ReadingState[] = (await ask(app, 'imports.progress', { readingIds: [] })).data;
    expect(ended.map(({ state }) => state)).toEqual(readingIds.map(() => 'ready'));
  });

  it('is stopped, running or waiting, and forgotten when it was read', async () => {
    const app = await startApp();
    const begin = async (): Promise<string> => {
      const { readingId } = (await call(app, 'imports.begin', paperOf('甲项目'))).data as { readingId: string };
      return readingId;
    };
    const readingIds = [await begin(), await begin(), await begin()];
    for (const readingId of readingIds) await call(app, 'imports.cancel', { readingId });
    await Promise.all(readingIds.map((id) => app.program().readings.ended(id)));
    const states: ReadingState[] = (await ask(app, 'imports.progress', { readingIds })).data;
    expect(states.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    const preview: ImportPreview = (await readPaper(app, paperOf('甲项目'))).data;
    await call(app, 'imports.cancel', { readingId: preview.importId });
    expect((await ask(app, 'imports.preview', { readingId: preview.importId })).status).toBe(404);
  });

  it('takes the hidden sheets of a workbook too when it is asked to', async () => {
    const app = await startApp();
    const book = new ExcelJS.Workbook();
    for (const [name, state] of [
      ['甲项目', 'visible'],
      ['乙项目', 'hidden'],
    ] as const) {
      const sheet = book.addWorksheet(name, { state });
      for (const row of table(name, UNIT).split('\n')) sheet.addRow(row.split('\t'));
    }
    const form = new FormData();
    form.set('file', new File([new Uint8Array(await book.xlsx.writeBuffer())], '表.xlsx'));
    const preview: ImportPreview = (await readPaper(app, form)).data;
    expect(preview).toMatchObject({ hiddenSheets: ['乙项目'], contents: [{ name: '甲项目' }] });
    const again = await call(app, 'imports.readHidden', { readingId: preview.importId });
    const { readingId } = again.data as { readingId: string };
    await app.program().readings.ended(readingId);
    const whole: ImportPreview = (await ask(app, 'imports.preview', { readingId })).data;
    expect(whole.contents.map(({ name }) => name)).toEqual(['甲项目', '乙项目']);
    form.set('hidden', 'maybe');
    expect((await call(app, 'imports.begin', form)).expected?.code).toBe('bad-input');
  });
});
