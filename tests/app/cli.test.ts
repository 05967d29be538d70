import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import { fileWith, jixiao, table, two } from './cli-support.ts';
import { temporaryFolder } from './support.ts';

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

describe('the rest', () => {
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
