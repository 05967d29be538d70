import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportResult } from '../../electron/app/contract.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import { fileWith, indicators, jixiao, table, two } from './cli-support.ts';
import { temporaryFolder } from './support.ts';

describe('import, review, export, recognise again', () => {
  it('brings back what went in', async () => {
    const data = temporaryFolder();
    const file = fileWith(two);
    const imported = await jixiao('import', file, '--data', data);
    expect(imported).toMatchObject({ code: 0, err: '' });
    expect(imported.out).toContain('存入 2 个项目（青山镇人民政府本级，2024 年度）');
    expect(readdirSync(path.join(data, 'backups'))).toHaveLength(1);

    const again = await jixiao('import', file, '--data', data);
    expect(again.out).toContain('存入 0 个项目');
    expect(again.out).toContain('内容相同');

    const out = path.join(temporaryFolder(), '全部.xlsx');
    expect(await jixiao('export', '--form', 'annex2', '--data', data, '--out', out)).toMatchObject({
      code: 0,
      err: '',
    });
    const read = JSON.parse((await jixiao('recognise', out, '--json')).out) as RecognisedDocument;
    const typed = JSON.parse((await jixiao('recognise', file, '--json')).out) as RecognisedDocument;
    const bare = ({ projects }: RecognisedDocument): unknown =>
      projects.map((project) => ({ ...project, doubts: [], source: null, places: {} }));
    expect(bare(read)).toEqual(bare(typed));

    const one = path.join(temporaryFolder(), '单个');
    await jixiao('export', '--form', 'annex2', '--data', data, '--project', '村干部报酬', '--out', one);
    expect(readdirSync(one)).toHaveLength(1);
  });

  it('tells the doubts of what it stored, and brings everything back but an amount unit no table can mean', async () => {
    const data = temporaryFolder();
    const printed = table('村干部报酬').replace('项目资金（万元）', '项目资金（元）').replaceAll('2.46', '4.5');
    const file = fileWith(`${printed}\n${table('河道清理')}`);
    const { code, out: said, err } = await jixiao('import', file, '--data', data);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(said.split('\n')).toEqual([
      expect.stringContaining('存入 2 个项目'),
      '  1. 村干部报酬：4.5 元，7 条指标',
      expect.stringMatching(/^ {7}拿不准（第 7 行）：金额“4.5”的单位印成了“元”/u),
      '       “村干部报酬”的金额单位印成“元”，已按万元存入，请在窗口里核对',
      '  新建了单位“青山镇人民政府本级”。',
      '',
    ]);
    // Nothing was stored the second time, so there is nothing to look at.
    expect((await jixiao('import', file, '--data', data)).out).not.toContain('拿不准');

    const out = path.join(temporaryFolder(), '全部.xlsx');
    await jixiao('export', '--form', 'annex2', '--data', data, '--out', out);
    const recognised = async (from: string): Promise<RecognisedDocument> =>
      JSON.parse((await jixiao('recognise', from, '--json')).out) as RecognisedDocument;
    const [typed, read] = await Promise.all([recognised(file), recognised(out)]);
    const bare = ({ projects: [project] }: RecognisedDocument): object => ({
      ...project,
      doubts: [],
      source: null,
      places: {},
    });
    expect(bare(typed)).toMatchObject({ amountUnit: '元', total: '4.5' });
    expect(bare(read)).toEqual({ ...bare(typed), amountUnit: '万元' });
  });

  it('leaves a project that was changed meanwhile as it is, and says so', async () => {
    const data = temporaryFolder();
    await jixiao('import', fileWith(table('村干部报酬')), '--data', data);
    const changed = fileWith(table('村干部报酬').replaceAll('2.46', '9.99'));
    const { out } = await jixiao('import', changed, '--data', data);
    expect(out).toContain('内容不同，原来的没有改：村干部报酬');
  });

  it('keeps units apart and exports the one that is asked for', async () => {
    const data = temporaryFolder();
    const other = fileWith(table('河道清理', '绿水镇人民政府'), '绿水.txt');
    await jixiao('import', fileWith(two), other, '--data', data);
    const out = path.join(temporaryFolder(), 'x.xlsx');
    const first = await jixiao('export', '--form', 'annex2', '--data', data, '--out', out);
    expect(first.out).toContain('青山镇人民政府本级的 2 个项目');
    expect(first.out).toContain('绿水镇人民政府本级');
    const second = await jixiao('export', '--form', 'annex2', '--data', data, '--unit', '绿水镇人民政府', '--out', out);
    expect(second.out).toContain('绿水镇人民政府本级的 1 个项目');
    const none = await jixiao('export', '--form', 'annex2', '--data', data, '--year', '2019', '--out', out);
    expect(none.code).toBe(1);
    expect(none.err).toContain('已有的年度：2024');
  });

  it('reviews a file and a data folder alike', async () => {
    const broken = indicators.map((row) => row.replace('31 人', '31'));
    const file = fileWith(table('村干部报酬', '青山镇人民政府', broken));
    const data = temporaryFolder();
    await jixiao('import', file, '--data', data);
    const [ofFile, ofData] = await Promise.all([
      jixiao('review', file, '--json'),
      jixiao('review', '--data', data, '--json'),
    ]);
    const finding = { project: '村干部报酬', kind: 'missing-unit', severity: 'error', evidence: '31' };
    expect(JSON.parse(ofFile.out)).toContainEqual(expect.objectContaining(finding));
    const bare = (out: string): object[] =>
      (JSON.parse(out) as { file: string }[]).map((one) => ({ ...one, file: '' }));
    expect(bare(ofData.out)).toEqual(bare(ofFile.out));
  });
});

describe('importing once more', () => {
  const changed = (name: string): string => table(name).replaceAll('2.46', '9.99');
  const data = async (...names: string[]): Promise<string> => {
    const folder = temporaryFolder();
    await jixiao('import', fileWith(names.map((name) => table(name)).join('\n')), '--data', folder);
    return folder;
  };

  it('updates what differs with --update, tells it as JSON, and takes it back with --undo', async () => {
    const folder = await data('村干部报酬', '河道清理');
    const file = fileWith(`${changed('村干部报酬')}\n${table('河道清理')}\n${table('路灯维护')}`);
    const { code, out } = await jixiao('import', file, '--data', folder, '--update', '--json');
    const [result] = JSON.parse(out) as (ImportResult & { file: string })[];
    expect(code).toBe(0);
    expect(result).toMatchObject({ file: '项目.txt', added: 1, updated: 1, unchanged: 0, approved: 0 });
    expect(result?.skipped).toEqual([{ name: '河道清理', why: '已经有了，内容相同。' }]);
    const undone = await jixiao('import', '--undo', '--data', folder);
    expect(undone).toMatchObject({ code: 0, err: '' });
    expect(undone.out).toContain('已撤销导入“项目.txt”：2 个项目恢复成导入以前的样子');
    const again = await jixiao('import', file, '--data', folder);
    expect(again.out).toContain('存入 1 个项目');
    expect(again.out).toContain('内容不同，原来的没有改：村干部报酬');
  });

  it('marks what was approved with --approve, the same and the changed', async () => {
    const folder = await data('村干部报酬', '河道清理');
    const file = fileWith(`${changed('村干部报酬')}\n${table('河道清理')}`);
    const { out } = await jixiao('import', file, '--data', folder, '--approve');
    expect(out).toContain('存入 0 个项目，更新 1 个，2 个标为已批复');
  });

  it('leaves a project that is only similar to a person, even with --update', async () => {
    const folder = await data('村级组织运转经费');
    const { out } = await jixiao('import', fileWith(changed('村级组织运转经弗')), '--data', folder, '--update');
    expect(out).toContain('名称相近，没有存入，请在窗口里核对是不是同一个：村级组织运转经弗');
  });

  it('takes the documents of a folder and below, and no others', async () => {
    const papers = temporaryFolder();
    mkdirSync(path.join(papers, '二'));
    writeFileSync(path.join(papers, '一.txt'), table('村干部报酬'));
    writeFileSync(path.join(papers, '二', '乙.txt'), table('河道清理'));
    writeFileSync(path.join(papers, '~$一.docx'), 'x');
    writeFileSync(path.join(papers, '照片.jpg'), 'x');
    const { code, out, err } = await jixiao('import', papers, '--data', temporaryFolder());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/一\.txt：存入 1 个项目[^]*乙\.txt：存入 1 个项目/u);
  });

  it('says when there is nothing to take back, and that --undo takes no file', async () => {
    const folder = await data('村干部报酬');
    expect((await jixiao('import', '--undo', '--data', folder)).code).toBe(0);
    expect(await jixiao('import', '--undo', '--data', folder)).toMatchObject({
      code: 1,
      err: '没有可以撤销的导入。\n',
    });
    expect((await jixiao('import', 'x.txt', '--undo', '--data', folder)).code).toBe(2);
  });
});

describe('recognised documents as JSON', () => {
  it('are imported as the files they were read from', async () => {
    const [data, other] = [temporaryFolder(), temporaryFolder()];
    const file = fileWith(two);
    const json = fileWith((await jixiao('recognise', file, '--json')).out, '识别结果.json');
    expect((await jixiao('import', json, '--data', data)).out).toContain(
      '识别结果.json：存入 2 个项目（青山镇人民政府本级',
    );
    await jixiao('import', file, '--data', other);
    // What is there already is recognised as the same, whichever way it came.
    expect((await jixiao('import', json, '--data', other)).out).toContain('2 个项目已经有了，内容相同');
  });

  it('that are none are refused with the place that does not fit, and the rest is done', async () => {
    const data = temporaryFolder();
    const bad = fileWith('{"document": {}, "projects": [{"total": []}]}', '坏.json');
    const { code, out, err } = await jixiao('import', bad, fileWith(two), '--data', data);
    expect(code).toBe(1);
    expect(out).toContain('存入 2 个项目');
    expect(err).toMatch(/^“坏\.json”不是识别结果：projects\.0\.total 不合要求。.*recognise --json.*\n$/u);
  });
});
