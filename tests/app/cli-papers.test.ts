import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { PAPERS } from '../../shared/forms/index.ts';
import { fileWith, jixiao, table, two } from './cli-support.ts';
import { temporaryFolder } from './support.ts';

/** Every file below a folder, by its path from there. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

/** A data folder with two units of one department and one of another. */
const threeUnits = async (): Promise<string> => {
  const data = temporaryFolder();
  const sister = table('农机补贴').replaceAll('青山镇人民政府本级', '青山镇农业服务中心');
  const stranger = fileWith(table('河道清理', '绿水镇人民政府'), '绿水.txt');
  expect(await jixiao('import', fileWith(two), fileWith(sister), stranger, '--data', data)).toMatchObject({ code: 0 });
  return data;
};

describe('demo', () => {
  it('writes the sample unit’s tables of every form, finished, and says how many', async () => {
    const out = temporaryFolder();
    const { code, out: said } = await jixiao('demo', '--out', out);
    expect(code).toBe(0);
    const files = readdirSync(path.join(out, '一个项目一个文件'));
    expect(said).toContain(`一个项目一个文件，${files.length} 个文件`);
    expect(files.join()).not.toContain('草稿');
    const papers = readdirSync(out).filter((name) => name.includes('.'));
    for (const { name, formats } of PAPERS)
      for (const format of formats)
        expect(papers.filter((file) => file.endsWith(`年${name}.${format}`))).toHaveLength(1);
    expect(papers.join()).not.toContain('草稿');
  });
});

describe('export', () => {
  it('writes the format the file is named by, and says in Chinese which a paper has not', async () => {
    const data = temporaryFolder();
    await jixiao('import', fileWith(two), '--data', data);
    const out = path.join(temporaryFolder(), '表.docx');
    expect(await jixiao('export', '--form', 'dossier', '--data', data, '--out', out)).toMatchObject({
      code: 0,
      err: '',
    });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    const { code, err } = await jixiao('export', '--form', 'approval', '--data', data, '--out', out);
    expect({ code, err }).toEqual({ code: 1, err: '批复表（青海）不能存成 Word（.docx）。请改存 Excel（.xlsx）。\n' });
  });

  it('puts a whole paper into a folder as one file, and papers of single projects one by one', async () => {
    const data = temporaryFolder();
    await jixiao('import', fileWith(two), '--data', data);
    const [whole, single] = [temporaryFolder(), temporaryFolder()];
    await jixiao('export', '--form', 'approval', '--data', data, '--out', whole);
    await jixiao('export', '--form', 'annex2', '--data', data, '--out', single);
    expect(filesIn(whole)).toEqual([expect.stringMatching(/^青山镇人民政府-2024年.*批复表（草稿）\.xlsx$/u)]);
    expect(filesIn(single)).toHaveLength(2);
  });

  it('puts all units of a department into one file, the sum of each on its own table', async () => {
    const data = await threeUnits();
    const out = path.join(temporaryFolder(), '批复表.xlsx');
    const refused = await jixiao('export', '--form', 'approval', '--data', data, '--all-units', '--out', out);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(
      /^这些单位分属 2 个主管部门（青山镇人民政府、绿水镇人民政府），不能写进同一个文件。.*--unit/u,
    );

    const folder = temporaryFolder();
    const { code, out: said } = await jixiao(
      'export',
      '--form',
      'approval',
      '--data',
      data,
      '--all-units',
      '--out',
      folder,
    );
    expect(code).toBe(0);
    expect(said).toContain('已导出青山镇人民政府本级、青山镇农业服务中心的 3 个项目');
    expect(said).toContain('已导出绿水镇人民政府本级的 1 个项目');
    const [green = '', blue = ''] = filesIn(folder);
    expect([green, blue].join()).toMatch(/绿水镇.*青山镇|青山镇.*绿水镇/u);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path.join(folder, green.startsWith('青山') ? green : blue));
    expect(book.worksheets).toHaveLength(2);
    const texts = book.worksheets.flatMap((sheet) => {
      const cells: string[] = [];
      sheet.eachRow((row) => row.eachCell((cell) => cells.push(JSON.stringify(cell.value))));
      return cells;
    });
    expect(texts.join('\n')).toContain('农机补贴');
    expect(texts.join('\n')).toContain('青山镇农业服务中心');
    expect(texts).toEqual(expect.arrayContaining(['4.92', '2.46']));
  });

  it('keeps the files of several departments apart', async () => {
    const data = await threeUnits();
    const folder = temporaryFolder();
    await jixiao('export', '--form', 'annex2', '--data', data, '--all-units', '--out', folder);
    const folders = new Set(filesIn(folder).map((file) => path.dirname(file)));
    expect(filesIn(folder)).toHaveLength(4);
    expect(folders.size).toBe(2);
  });

  it('names the unit that is there where the one asked for is not', async () => {
    const data = await threeUnits();
    const { code, err } = await jixiao(
      'export',
      '--form',
      'annex2',
      '--data',
      data,
      '--unit',
      '黄土镇',
      '--out',
      'x.xlsx',
    );
    expect(code).toBe(1);
    expect(err).toMatch(/^没有名为“黄土镇”的单位。已有的单位：.*青山镇农业服务中心/u);
  });
});

describe('verify', () => {
  it('tells a file without 校验码, and one it can not read, and ends with 1', async () => {
    const data = temporaryFolder();
    await jixiao('import', fileWith(two), '--data', data);
    const out = path.join(temporaryFolder(), '表.xlsx');
    await jixiao('export', '--form', 'annex2', '--data', data, '--out', out);
    const broken = path.join(temporaryFolder(), '坏.xlsx');
    writeFileSync(broken, '不是表格');
    const { code, out: said, err } = await jixiao('verify', out, broken);
    expect(code).toBe(1);
    expect(said.split('\n').slice(0, 2)).toEqual([
      '表.xlsx：有 2 处没有印校验码，无法核对',
      expect.stringMatching(/^ {2}1\. .*：没有印校验码，算出来是 \S+$/u),
    ]);
    expect(err).toContain('坏.xlsx');
  });
});
