import { describe, expect, it } from 'vitest';
import type { StoredUnitYear } from '../../db/types.ts';
import { storeForScript } from '../../electron/app/services/script-import.ts';
import type { App } from '../../electron/app/create-app.ts';
import type { ImportPreview, StartState } from '../../electron/app/contract.ts';
import { declaredIn, storeDeclared } from '../../electron/app/services/declared.ts';
import { emptyContent } from '../../shared/model/project.ts';
import { emptyUnitYear } from '../../shared/model/unit-year.ts';
import { toRecognised } from '../../shared/recognise/content.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import { table } from './cli-support.ts';
import { ask, readPaper, startApp, withSample } from './support.ts';

const document = (change: Partial<RecognisedDocument['document']>, names: readonly string[]): RecognisedDocument => ({
  document: {
    file: '表.xlsx',
    title: null,
    layout: 'approval',
    year: '2024',
    department: '示例县',
    unitCode: null,
    ...change,
  },
  projects: names.map((name, index) => ({
    ...toRecognised({ ...emptyContent(), name: `项目${index + 1}` }),
    departmentAndCode: name,
  })),
});

const yearOf = async (app: App, unitId: string): Promise<StoredUnitYear> =>
  (await ask(app, 'unitYears.get', { unitId, year: 2024 })).data;

describe('a paper of another unit', () => {
  it('is told before anything is stored', async () => {
    const app = await startApp();
    await withSample(app);
    const text = table('河道清理', '绿水镇人民政府');
    const preview: ImportPreview = (await readPaper(app, { name: '', text })).data;
    expect(preview.unitName).toBe('绿水镇人民政府本级');
    expect(preview.notes).toEqual(['这份表的单位是“绿水镇人民政府本级”，现在的单位是“示例县示例镇人民政府本级”。']);
  });

  it('is not told of one’s own, nor where there is no unit yet', async () => {
    const app = await startApp();
    const own = { name: '', text: table('河道清理', '示例县示例镇人民政府') };
    expect(((await readPaper(app, own)).data as ImportPreview).notes).toEqual([]);
    await withSample(app);
    expect(((await readPaper(app, own)).data as ImportPreview).notes).toEqual([]);
  });
});

describe('what a document says of the whole unit', () => {
  const declared = { ...emptyUnitYear(), overallGoals: '一\n二', printedTotal: '588.39' };

  it('is a line a paragraph', () => {
    const read = document({ total: '588.39', overallGoals: ['一', '二'] }, []);
    expect(declaredIn(read)).toEqual(declared);
  });

  it('is stored where nothing is yet, and never over what somebody typed', async () => {
    const app = await startApp();
    const { unitId } = (await withSample(app)).state.settings;
    const scope = { unitId, year: 2024 };
    expect(storeDeclared(app.program(), scope, declared).notes).toEqual([
      '“总体绩效目标”“表上印的合计”已存入 2024 年的部门整体内容。',
    ]);
    expect((await yearOf(app, unitId)).content).toEqual(declared);
    expect(storeDeclared(app.program(), scope, declared).notes).toEqual([]);
    const other = { ...declared, overallGoals: '别的', subGoals: '长'.repeat(20_001) };
    expect(storeDeclared(app.program(), scope, other).notes).toEqual([
      '“总体绩效目标”已经有别的内容，没有用这份表里的替换。',
      '“分项绩效目标”太长，没有存入。',
    ]);
    expect((await yearOf(app, unitId)).content).toEqual(declared);
  });
});

describe('a document stored without a clerk', () => {
  const options = { year: null, update: false, approve: false };

  it('makes every unit of a 批复表 with its code, form and projects, and finds them again', async () => {
    const app = await startApp();
    const read = document({ total: '3.00' }, ['101001-甲镇', '102001-乙镇（本级）', '101001-甲镇']);
    const stored = await storeForScript(app.program(), read, options);
    expect(stored.units.map(({ name, projects }) => [name, projects.map(({ line }) => line.deed)])).toEqual([
      ['甲镇', ['added', 'added']],
      ['乙镇（本级）', ['added']],
    ]);
    const { units }: StartState = (await ask(app, 'start.state')).data;
    expect(units.map(({ code, name, forms }) => [code, name, forms])).toEqual([
      ['101001', '甲镇', ['approval']],
      ['102001', '乙镇（本级）', ['approval']],
    ]);
    // The total of both is neither one’s own.
    expect((await yearOf(app, units[0]?.id ?? '')).version).toBe(0);
    const again = await storeForScript(app.program(), read, options);
    expect(again.result).toMatchObject({ importId: '', added: 0 });
    expect(again.units.flatMap(({ projects }) => projects.map(({ match }) => match.kind))).toEqual([
      'same',
      'same',
      'same',
    ]);
    expect(((await ask(app, 'start.state')).data as StartState).units).toHaveLength(2);
  });

  it('keeps the parts about the whole unit, and says so', async () => {
    const app = await startApp();
    const read = document({ layout: 'dossier', safeguards: ['保障。'] }, ['816001示例镇人民政府']);
    const { result } = await storeForScript(app.program(), read, options);
    const { units }: StartState = (await ask(app, 'start.state')).data;
    expect(units).toMatchObject([{ code: '816001', name: '示例镇人民政府', forms: ['dossier'] }]);
    expect(result.notes).toContain('“工作保障措施”已存入 2024 年的部门整体内容。');
    expect((await yearOf(app, units[0]?.id ?? '')).content.safeguards).toBe('保障。');
  });
});
