import { execFile } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import { root, temporaryFolder } from './support.ts';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const jixiao = (...args: string[]): Promise<Run> => node('electron/cli/main.ts', ...args);

const node = (program: string, ...args: string[]): Promise<Run> =>
  new Promise((resolve) => {
    const env = { ...process.env, JIXIAO_DATA: '' };
    const all = [path.join(root, program), ...args];
    const child = execFile(process.execPath, all, { env, maxBuffer: 1e8 }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

const indicators = [
  '绩效指标\t产出指标\t数量指标（必填硬性指标）\t发放人数\t31 人',
  '\t\t质量指标（必填）\t发放准确率\t100%',
  '\t\t时效指标（必填）\t发放时间\t2024 年底',
  '\t\t成本指标（必填硬性指标）\t人均标准\t600 元/人/年',
  '\t效益指标\t社会效益指标（必填）\t治理水平\t提高',
  '\t\t可持续影响指标（必填）\t队伍稳定\t长期',
  '\t满意度指标\t服务对象满意度指标（必填）\t村干部满意度\t≥95%',
];

const table = (name: string, department = '青山镇人民政府', rows = indicators): string =>
  [
    `附件 2：${department}项目支出预算绩效目标表`,
    '部门项目支出预算绩效目标表',
    '（2024 年度）',
    `项目名称\t${name}`,
    `主管部门及代码\t${department}\t实施单位\t${department}本级`,
    '项目属性\t0101-一年期项目\t项目期\t1 年',
    '项目资金（万元）\t年度资金总额：\t2.46',
    '\t其中：财政拨款\t2.46',
    '\t其他资金\t0',
    '年度总体目标\t按时发放。',
    '名称\t一级指标\t二级指标\t三级指标\t指标值',
    ...rows,
  ].join('\n');

const fileWith = (text: string, name = '项目.txt'): string => {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
};

const two = `${table('村干部报酬')}\n${table('=村级运转经费')}`;

describe('wrong usage', () => {
  it.each([
    [[]],
    [['fly']],
    [['recognise']],
    [['recognise', '--jsn', 'x']],
    [['import']],
    [['export', '--form', 'annex2']],
    [['export', '--form', 'annex9', '--out', 'x.xlsx']],
    [['export', '--form', 'annex2', '--year', '24', '--out', 'x.xlsx']],
    [['review']],
    [['demo']],
    [['doctor', '--data']],
    [['__proto__']],
    [['doctor', '--data', '']],
    [['backup', '--data=']],
    [['backup', '/somewhere']],
    [['export', 'x.xlsx', '--form', 'annex2', '--out', 'x.xlsx']],
    [['review', '--json']],
  ])('%j is code 2 and says how to call', async (args) => {
    const { code, out, err } = await jixiao(...args);
    expect(code).toBe(2);
    expect(err).toContain('用法');
    expect(out).toBe('');
  });
});

describe('starting the program wrongly', () => {
  const starts = ['electron/start.ts', 'electron/browser/main.ts'];
  const wrong = [['--foo'], ['--data', ''], ['--data'], ['--port', '99999'], ['extra']];
  it.each(starts.flatMap((start) => wrong.map((args) => [start, args] as const)))(
    '%s %j is one sentence, how to start it, and code 2',
    async (start, args) => {
      const { code, out, err } = await node(start, ...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err.trimEnd().split('\n')).toEqual([
        expect.stringMatching(/。$/u),
        expect.stringMatching(/^用法：.*--data/u),
      ]);
    },
  );
});

describe('recognise', () => {
  it('prints one document for one file, the agreed fields in it', async () => {
    const { code, out } = await jixiao('recognise', fileWith(two), '--json');
    expect(code).toBe(0);
    const { document, projects } = JSON.parse(out) as RecognisedDocument;
    expect(document).toMatchObject({ file: '项目.txt', layout: 'annex2', year: '2024', department: '青山镇人民政府' });
    expect(projects).toHaveLength(2);
    expect(projects[0]).toMatchObject({
      name: '村干部报酬',
      total: '2.46',
      amountUnit: '万元',
      doubts: expect.anything() as unknown,
    });
    expect(projects[0]?.indicators[0]).toMatchObject({
      requirement: 'hard',
      value: '31',
      unit: '人',
      printedValue: '31 人',
    });
  });

  it('goes on after a bad file, names it, and ends with 1', async () => {
    const bad = fileWith('今天天气很好。', '日记.txt');
    const { code, out, err } = await jixiao('recognise', bad, '/nowhere/没有.txt', fileWith(two), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toHaveLength(1);
    expect(err).toContain('日记.txt');
    expect(err).toContain('没有.txt');
    expect(err.trim().split('\n')).toHaveLength(2);
  });

  it('prints a summary for people', async () => {
    const { out } = await jixiao('recognise', fileWith(two));
    expect(out).toContain('2 个项目');
    expect(out).toContain('村干部报酬：2.46 万元');
  });
});

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
      projects.map((project) => ({ ...project, doubts: [], source: null }));
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
      '',
    ]);
    // Nothing was stored the second time, so there is nothing to look at.
    expect((await jixiao('import', file, '--data', data)).out).not.toContain('拿不准');

    const out = path.join(temporaryFolder(), '全部.xlsx');
    await jixiao('export', '--form', 'annex2', '--data', data, '--out', out);
    const recognised = async (from: string): Promise<RecognisedDocument> =>
      JSON.parse((await jixiao('recognise', from, '--json')).out) as RecognisedDocument;
    const [typed, read] = await Promise.all([recognised(file), recognised(out)]);
    const bare = ({ projects: [project] }: RecognisedDocument): object => ({ ...project, doubts: [], source: null });
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
    expect(JSON.parse(ofFile.out)).toEqual([expect.objectContaining(finding)]);
    expect(JSON.parse(ofData.out)).toEqual([expect.objectContaining(finding)]);
  });
});

describe('the rest', () => {
  it('demo writes the sample unit’s tables, finished, and says how many', async () => {
    const out = temporaryFolder();
    const { code, out: said } = await jixiao('demo', '--out', out);
    expect(code).toBe(0);
    const files = readdirSync(path.join(out, '一个项目一个文件'));
    expect(said).toContain(`一个项目一个文件，${files.length} 个文件`);
    expect(files.join()).not.toContain('草稿');
    expect(readdirSync(out).join()).toContain('项目支出绩效目标表.xlsx');
  });

  it('backup and doctor agree', async () => {
    const data = temporaryFolder();
    await jixiao('import', fileWith(two), '--data', data);
    expect((await jixiao('backup', '--data', data)).out).toContain('已备份 2 个项目');
    const { code, out } = await jixiao('doctor', '--data', data);
    expect(code).toBe(0);
    expect(out).toContain('1. ');
    expect(out).toMatch(/最近的备份：正常。.*manual.*2 个项目/u);
  });

  it.each(['import', 'export', 'backup', 'doctor'])('%s says what is wrong with a damaged database', async (name) => {
    const data = temporaryFolder();
    writeFileSync(path.join(data, 'jixiao.db'), '坏'.repeat(2000));
    const rest = { import: [fileWith(two)], export: ['--form', 'annex2', '--out', '/tmp/never.xlsx'] }[name] ?? [];
    const { code, out, err } = await jixiao(name, ...rest, '--data', data);
    expect(code).toBe(1);
    expect(out + err).toMatch(/损坏|不是绩效填报/u);
    expect(err).not.toContain('    at ');
  });

  it.each(['backup', 'review', 'export'])('%s on a folder without data says so and makes none', async (name) => {
    const data = path.join(temporaryFolder(), '没有');
    const rest = { review: ['--json'], export: ['--form', 'annex2', '--out', '/tmp/never.xlsx'] }[name] ?? [];
    const { code, out, err } = await jixiao(name, ...rest, '--data', data);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(`“${data}”里没有绩效填报的数据。请核对 --data 后面的文件夹。\n`);
    expect(existsSync(data)).toBe(false);
  });

  it('doctor makes no folder, and tells its faults where errors are looked for', async () => {
    const data = path.join(temporaryFolder(), '没有');
    expect(await jixiao('doctor', '--data', data)).toMatchObject({ code: 0, err: '' });
    expect(existsSync(data)).toBe(false);
    const damaged = temporaryFolder();
    writeFileSync(path.join(damaged, 'jixiao.db'), '坏'.repeat(2000));
    const { code, err } = await jixiao('doctor', '--data', damaged);
    expect({ code, err }).toEqual({ code: 1, err: '发现 1 处问题：数据文件。\n' });
  });

  it.runIf(process.platform === 'linux')(
    'refuses a folder the system does not make, instead of trying for ever',
    async () => {
      const { code, err } = await jixiao('import', fileWith(two), '--data', '/proc/jixiao-test');
      expect(code).toBe(1);
      expect(err).toMatch(/^数据文件夹不能写入：\/proc\/jixiao-test。请.*。\n$/u);
    },
  );

  it('prints no list where there was nothing to review', async () => {
    const { code, out, err } = await jixiao('review', fileWith('今天天气很好。', '日记.txt'), '--json');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('日记.txt');
  });

  it('names hidden sheets beside the result, never inside it', async () => {
    const file = path.join(temporaryFolder(), '有隐藏.xlsx');
    const book = new ExcelJS.Workbook();
    const shown = book.addWorksheet('表');
    for (const row of table('村干部报酬').split('\n')) shown.addRow(row.split('\t'));
    book.addWorksheet('去年', { state: 'hidden' }).addRow(['x']);
    await book.xlsx.writeFile(file);
    const { code, out, err } = await jixiao('recognise', file, '--json');
    expect(code).toBe(0);
    expect((JSON.parse(out) as RecognisedDocument).projects).toHaveLength(1);
    expect(err).toBe('有隐藏.xlsx：隐藏的工作表没有读取：“去年”。要导入它们，请先取消隐藏。\n');
  });
});
