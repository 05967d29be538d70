import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchesDossier } from '../../shared/recognise/dossier/matches.ts';
import { recognise } from '../../shared/recognise/index.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';
import { drawn } from './book.ts';
import { asRead, at, LIGHTS, ROADS, TOWN } from './dossier-samples.ts';
import { fixtureTables } from './recognise-fixtures.ts';

/** An extraction of a word processor file: a cell a line, a tab before each, with 目录 and bookmarks. An invented place. */
const TEXT = readFileSync(join(import.meta.dirname, '../fixtures/dossier/cell-a-line.txt'), 'utf8');

const read = (text: string): RecognisedDocument => recognise(tablesFromText(text, '绩效文本.txt'), '绩效文本.txt');

const lines = (
  change: (line: string, index: number, all: readonly string[]) => readonly string[],
): RecognisedDocument => read(TEXT.split('\n').flatMap(change).join('\n'));

/** The projects without doubts and places. */
const contents = ({ projects }: RecognisedDocument): unknown =>
  projects.map((project) =>
    Object.fromEntries(
      Object.entries(project).filter(([key]) => key !== 'doubts' && key !== 'source' && key !== 'places'),
    ),
  );

const doubts = ({ projects }: RecognisedDocument): string[] =>
  projects.flatMap((project, index) => project.doubts.map(({ kind, path }) => `${index} ${kind} ${path}`));

const whole = read(TEXT);

describe('绩效文本 as a text with a cell a line', () => {
  it('is read with title, unit, code and year', () => {
    expect(whole.document).toEqual({
      file: '绩效文本.txt',
      layout: 'dossier',
      title: '示例县示例镇人民政府2026年部门预算绩效文本（草案）',
      year: '2026',
      department: '示例县示例镇人民政府',
      unitCode: '816009',
      reviewer: '示例县财政局',
      overallGoals: ['1.服务群众，提高办事效率。', '2.改善村容村貌，建设宜居乡村。'],
      subGoals: ['1.村道养护：道路畅通。'],
      safeguards: ['1.专人负责；', '2.按月检查。'],
    });
  });

  it('is read cell by cell', () => {
    const { indicators, doubts: found, places, ...project } = at(whole.projects, 0);
    expect(places?.['name']).toMatchObject({ table: 0 });
    expect(found).toEqual([]);
    expect(project).toEqual({
      name: '村道养护',
      code: '13999926P00100110001A',
      departmentAndCode: '816009示例县示例镇人民政府',
      implementingUnit: null,
      attribute: null,
      period: null,
      category: null,
      amountUnit: '万元',
      total: '45.60',
      fiscal: '40.00',
      other: '5.60',
      usage: '用于村道日常养护',
      spendingPlan: [
        { by: '3月底', percent: '25' },
        { by: '6月底', percent: '50' },
        { by: '10月底', percent: '75' },
        { by: '12月底', percent: '100' },
      ],
      goals: ['1.全年养护村道32公里，保障群众出行。', '2.维修桥涵6座。'],
      source: { table: '绩效文本.txt', at: 48 },
    });
    expect(
      indicators.map((one) => [
        one.kind,
        one.level1,
        one.level2,
        one.level3,
        one.description,
        one.printedValue,
        one.basis,
      ]),
    ).toEqual([
      ['quantity', '产出指标', '数量指标', '养护村道里程', '养护村道里程', '≥32公里', '年度工作计划'],
      ['quantity', '产出指标', '数量指标', '养护桥涵', '全年养护的桥涵座数', '6座', '年度工作计划'],
      ['quality', '产出指标', '质量指标', '路面完好率', '抽查路段路面完好的比例', '=100%', '年度工作计划'],
      ['timeliness', '产出指标', '时效指标', '完成时间', '全部工作完成的时间', '2026年11月底前', '年度工作计划'],
      ['cost', '产出指标', '成本指标', '养护成本', '控制在预算以内', '≤45.6万元', '2026年县级预算编制通知'],
      ['sustainable', '效益指标', '可持续影响指标', '管护机制', '管护机制是否健全', '健全', '年度工作计划'],
      ['social', '效益指标', '社会效益指标', '群众出行', '群众出行是否便利', '更加便利', '年度工作计划'],
      ['satisfaction', '满意度指标', '服务对象满意度指标', '村民满意度', '村民满意度', '≥95%', '年度工作计划'],
    ]);
  });

  it('takes a value apart, with 百分比 as the unit that is printed', () => {
    const { name, other, indicators } = at(whole.projects, 1);
    expect([name, other]).toEqual(['路灯电费（示例县〔2026〕3号）', null]);
    expect(indicators.map(({ operator, value, unit }) => [operator, value, unit])).toEqual([
      [null, '420', '盏'],
      ['≥', '95', '百分比'],
      ['≥', '95', '百分比'],
      ['≤', '8', '万元'],
      [null, null, null],
      ['≥', '95', '%'],
    ]);
  });
});

describe('the same text in worse shape', () => {
  it.each([
    ['without blank lines', (line: string) => (line.trim() === '' && !line.startsWith('\t') ? [] : [line])],
    ['without empty cells', (line: string) => (line.trim() === '' ? [] : [line])],
    ['without tabs', (line: string) => [line.replaceAll('\t', ' ').trim()]],
    ['without bookmarks', (line: string) => [line.replace(/\[bookmark:[^\]]*\]/u, '')]],
    ['without page numbers in 目录', (line: string) => [line.replace(/^(\S.*)\t\d+$/u, '$1')]],
    ['with dots in 目录', (line: string) => [line.replace(/^(\S.*)\t(\d+)$/u, '$1…………$2')]],
    ['with Windows line ends', (line: string) => [`${line}\r`]],
    [
      'with labels broken over two lines',
      (line: string) =>
        line === '\t服务对象满意度指标'
          ? ['\t服务对象满', '意度指标']
          : line === '\t预算规模及资金用途'
            ? ['\t预算规模及', '\t资金用途']
            : [line],
    ],
  ])('%s is read alike', (_, change) => {
    expect(contents(lines(change))).toEqual(contents(whole));
    // Where nothing parts the rows two indicators below one label are parted by counting.
    expect(doubts(lines(change)).filter((doubt) => !doubt.startsWith('0 cell-split'))).toEqual([]);
  });

  it('names what is missing where rows are lost', () => {
    const without = (from: RegExp, count: number): RecognisedDocument => {
      let skip = 0;
      return lines((line) => {
        if (from.test(line)) skip = count;
        return skip-- > 0 ? [] : [line];
      });
    };
    expect(doubts(without(/^\t项目编码/u, 4))).toEqual([
      '0 label-missing name',
      '0 missing code',
      '1 label-missing name',
      '1 missing code',
    ]);
    expect(doubts(without(/^\t资金支出计划/u, 11))).toEqual(['0 missing spendingPlan', '1 missing spendingPlan']);
    expect(doubts(without(/^\t816009/u, 2))).toEqual([
      '0 missing departmentAndCode',
      '0 amount-unit amountUnit',
      '1 missing departmentAndCode',
      '1 amount-unit amountUnit',
    ]);
    expect(doubts(without(/^\t一级指标/u, 6))).toEqual([]);
  });

  it('reads lost labels by the order of the form, and says so', () => {
    const document = lines((line, index, all) => [
      line === '\t质量指标' && all[index + 1] === '\t亮灯率' ? '\t' : line,
    ]);
    expect(doubts(document)).toEqual(['1 label-missing indicators.1.level2']);
    const first = lines((line, index, all) => [line === '\t数量指标' && all[index + 1] === '\t路灯盏数' ? '\t' : line]);
    expect(contents(first)).toEqual(contents(whole));
    expect(doubts(first)).toEqual(['1 label-missing indicators.0.level2']);
    const upper = lines((line) => [line === '\t效益指标' ? '\t' : line]);
    expect(contents(upper)).toEqual(contents(whole));
    expect(doubts(upper)).toEqual(['0 label-missing indicators.5.level1', '1 label-missing indicators.4.level1']);
  });

  it('doubts blank cells, a plan with a date too many, an amount that is none', () => {
    expect(doubts(lines((line) => [line === '\t420盏' ? '\t' : line]))).toEqual([
      '1 missing indicators.0.printedValue',
    ]);
    expect(
      doubts(
        lines((line, index, all) => (line === '\t10月底' && index < all.length / 2 ? [line, '\t11月底'] : [line])),
      ),
    ).toEqual(['0 odd spendingPlan']);
    expect(doubts(lines((line) => [line.replace('45.60', '四十五')]))).toEqual(['0 not-a-number total']);
    expect(doubts(lines((line) => [line.replace('40.00', '41.00')]))).toEqual(['0 sum total']);
  });
});

describe('the printed 绩效文本 as other programs give it', () => {
  const tables = drawn('dossier', [ROADS, LIGHTS], TOWN).map(asRead);
  const expected = contents(recognise(tables, 'x'));
  const changed = (change: (cells: readonly string[]) => readonly string[]): RecognisedDocument =>
    recognise(
      tables.map(({ name, rows }) => ({ name, rows: rows.map((row) => ({ ...row, cells: change(row.cells) })) })),
      'x',
    );
  const isTable = (cells: readonly string[]): boolean => cells.length === 8;

  it.each([
    ['cells moved together', (cells: readonly string[]) => cells.filter((cell) => cell !== '')],
    [
      'a column of remarks behind',
      (cells: readonly string[]) => (isTable(cells) ? [...cells, cells.includes('三级指标') ? '备注' : ''] : cells),
    ],
    [
      'a column of numbers in front',
      (cells: readonly string[]) => (isTable(cells) ? [cells.includes('三级指标') ? '序号' : '', ...cells] : cells),
    ],
    [
      'line breaks in labels',
      (cells: readonly string[]) => cells.map((cell) => cell.replace(/^(..)(.{1,8})(指标|用途|依据)$/u, '$1\n$2$3')),
    ],
    [
      'spans and breaks of HTML',
      (cells: readonly string[]) =>
        cells.map((cell) => (cell === '' ? '' : `<p>${cell.replaceAll('\n', '<br/>')}</p>`)),
    ],
  ])('is read alike with %s', (_, change) => {
    expect(contents(changed(change))).toEqual(expected);
  });

  it('is read alike where every cell of a merge repeats its text', () => {
    const filled = drawn('dossier', [ROADS, LIGHTS], TOWN).map((grid) => {
      const rows = grid.rows.map(() => grid.columns.map(() => ''));
      for (const cell of grid.cells) {
        for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
          (rows[row] ?? []).fill(cell.text, cell.column, cell.column + cell.columnSpan);
        }
      }
      return { name: grid.name, rows: rows.map((cells, index) => ({ cells, at: index + 1 })) };
    });
    expect(contents(recognise(filled, 'x'))).toEqual(expected);
  });

  it('is read alike as one table, and as a text of tabs', () => {
    const rows = tables.flatMap((table) => table.rows).map(({ cells }, index) => ({ cells, at: index + 1 }));
    expect(contents(recognise([{ name: 'x', rows }], 'x'))).toEqual(expected);
    const text = rows
      .map(({ cells }) => cells.map((cell) => (cell.includes('\n') ? `"${cell}"` : cell)).join('\t'))
      .join('\n');
    expect(contents(read(text))).toEqual(expected);
  });

  it('is never taken for another form', () => {
    expect(recognise(tables, 'x').document.layout).toBe('dossier');
    expect(recognise(tables.slice(0, 3), 'x')).toMatchObject({ document: { layout: 'dossier' }, projects: [] });
    expect(recognise(tables.slice(4), 'x').document.layout).toBe('dossier');
  });

  it('leaves other forms alone, those with columns of the same name too', () => {
    expect(matchesDossier(fixtureTables('cell-a-line'))).toBe(false);
    expect(matchesDossier(fixtureTables('plain'))).toBe(false);
  });
});
