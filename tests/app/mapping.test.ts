import { describe, expect, it } from 'vitest';
import type { ImportPreview, MappingStart, ReadingState } from '../../electron/app/contract.ts';
import type { App } from '../../electron/app/create-app.ts';
import type { KeptMapping, Mapping } from '../../shared/recognise/mapped/mapping.ts';
import { ask, call, startApp, withSample } from './support.ts';

/* Tables of no known form, said by hand once. */

const LIST = [
  ['序号', '事项', '经费数', '干什么', '要达到'],
  ['1', '河道清淤', '12', '清淤里程', '3 公里'],
  ['', '', '', '群众满意', '≥90%'],
  ['2', '路灯维修', '4.5', '维修盏数', '60 盏'],
];

const text = (rows: readonly (readonly string[])[]): string => rows.map((cells) => cells.join('\t')).join('\n');

const MAPPING: Mapping = {
  shape: 'list',
  amountUnit: '万元',
  headerRows: 1,
  columns: [
    { column: 1, header: '事项', field: 'name' },
    { column: 2, header: '经费数', field: 'total' },
    { column: 3, header: '干什么', field: 'level3' },
    { column: 4, header: '要达到', field: 'value' },
  ],
  cells: [],
};

/** Reads a pasted text; answers how it ended. */
const readIn = async (app: App, rows: readonly (readonly string[])[]): Promise<ReadingState> => {
  const { data } = await call(app, 'imports.begin', { name: '明细.txt', text: text(rows) });
  const { readingId } = data as { readingId: string };
  await app.program().readings.ended(readingId);
  const states: ReadingState[] = (await ask(app, 'imports.progress', { readingIds: [readingId] })).data;
  if (!states[0]) throw new Error('no reading');
  return states[0];
};

const started = async (): Promise<App> => {
  const app = await startApp();
  await withSample(app);
  return app;
};

describe('a form nobody knows', () => {
  it('is unknown, shows its tables with a proposal, and is read as the clerk says', async () => {
    const app = await started();
    const { readingId, state } = await readIn(app, LIST);
    expect(state).toBe('unknown');
    const start: MappingStart = (await ask(app, 'mappings.propose', { readingId })).data;
    expect(start.tables[0]?.rows.map(({ cells }) => cells[1])).toEqual(['事项', '河道清淤', '', '路灯维修']);
    expect(start.kept).toBeNull();
    const preview: ImportPreview = (await call(app, 'imports.readMapped', { readingId, mapping: MAPPING })).data;
    expect(preview.contents.map(({ name, funds }) => [name, funds.total])).toEqual([
      ['河道清淤', '12'],
      ['路灯维修', '4.5'],
    ]);
    expect(preview.contents[0]?.indicators.map(({ level3, printed }) => [level3, printed])).toEqual([
      ['清淤里程', '3 公里'],
      ['群众满意', '≥90%'],
    ]);
    const again: ImportPreview = (await ask(app, 'imports.preview', { readingId })).data;
    expect(again.contents).toEqual(preview.contents);
  });

  it('is read by itself the next time, with a column more, and says so', async () => {
    const app = await started();
    await call(app, 'mappings.save', { name: '县里的明细表', mapping: MAPPING });
    const next = LIST.map((cells, index) => [index === 0 ? '新列' : 'x', ...cells]);
    const { readingId, state, notes } = await readIn(app, next);
    expect(state).toBe('ready');
    expect(notes).toEqual(['这个文件和“县里的明细表”一样，按以前手工对应的方式读取。']);
    const preview: ImportPreview = (await ask(app, 'imports.preview', { readingId })).data;
    expect(preview.contents.map(({ name }) => name)).toEqual(['河道清淤', '路灯维修']);
    const start: MappingStart = (await ask(app, 'mappings.propose', { readingId })).data;
    expect(start.kept?.name).toBe('县里的明细表');
  });

  it('that the program knows is read otherwise where a clerk said so of just this form', async () => {
    const app = await started();
    const heads = [
      '单位名称',
      '项目名称',
      '项目类别',
      '预算数（万元）',
      '绩效目标',
      '一级指标',
      '二级指标',
      '三级指标',
    ];
    const known = [
      [...heads, '绩效指标性质', '绩效指标值', '度量单位', '分值权重'],
      ['某镇', '修路', '特定目标类', '5', '修好路', '产出指标', '数量指标', '里程', '=', '3', '公里', '10'],
    ];
    const first = await readIn(app, known);
    const start: MappingStart = (await ask(app, 'mappings.propose', { readingId: first.readingId })).data;
    expect(start.known).toBe(true);
    const columns = start.proposal.columns.map((one) => (one.field === 'goal' ? { ...one, field: 'usage' } : one));
    await call(app, 'mappings.save', { name: '别的', mapping: { ...start.proposal, columns } });
    const usage = async (): Promise<string> => {
      const { readingId } = await readIn(app, known);
      const preview: ImportPreview = (await ask(app, 'imports.preview', { readingId })).data;
      return preview.contents[0]?.usage ?? '';
    };
    // Kept for a form nobody knew: what the program reads by itself stays so.
    expect(await usage()).toBe('');
    await call(app, 'mappings.save', { name: '批复', mapping: { ...start.proposal, columns, instead: true } });
    expect(await usage()).toBe('修好路');
  });

  it('stays unknown where another form is kept', async () => {
    const app = await started();
    await call(app, 'mappings.save', { name: '县里的明细表', mapping: MAPPING });
    expect(
      (
        await readIn(app, [
          ['一', '二'],
          ['三', '四'],
        ])
      ).state,
    ).toBe('unknown');
  });

  it('is refused with a sentence where nothing comes out, and what was read before stays', async () => {
    const app = await started();
    const { readingId } = await readIn(app, LIST);
    await call(app, 'imports.readMapped', { readingId, mapping: MAPPING });
    const refused = await call(app, 'imports.readMapped', { readingId, mapping: { ...MAPPING, columns: [] } });
    expect(refused.expected?.message).toBe('按这样对应，“明细.txt”里没有读到项目。');
    const kept: ImportPreview = (await ask(app, 'imports.preview', { readingId })).data;
    expect(kept.contents).toHaveLength(2);
  });
});

describe('kept mappings', () => {
  it('are listed, renamed, replaced and forgotten', async () => {
    const app = await started();
    const list = async (): Promise<KeptMapping[]> => (await ask(app, 'mappings.list')).data;
    const kept: KeptMapping = (await call(app, 'mappings.save', { name: '甲', mapping: MAPPING })).data;
    await call(app, 'mappings.save', { id: kept.id, name: '乙', mapping: MAPPING });
    expect((await list()).map(({ id, name }) => [id, name])).toEqual([[kept.id, '乙']]);
    await call(app, 'mappings.remove', { id: kept.id });
    expect(await list()).toEqual([]);
  });

  it('are refused without a name or with what is no mapping', async () => {
    const app = await started();
    expect((await call(app, 'mappings.save', { name: ' ', mapping: MAPPING })).expected?.code).toBe('bad-input');
    const wrong = { ...MAPPING, columns: [{ column: -1, header: '', field: 'name' }] };
    expect((await call(app, 'mappings.save', { name: '甲', mapping: wrong })).expected?.code).toBe('bad-input');
  });

  it('of another program are left alone', async () => {
    const app = await started();
    app
      .program()
      .db.prepare(
        "INSERT INTO mappings (id, name, signature, at, operator, mapping) VALUES ('x', '甲', '', '', '', '{}')",
      )
      .run();
    expect((await ask(app, 'mappings.list')).data).toEqual([]);
    expect((await readIn(app, LIST)).state).toBe('unknown');
  });
});
