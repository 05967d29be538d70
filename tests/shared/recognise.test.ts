import { describe, expect, it } from 'vitest';
import type { SourceTable } from '../../shared/grid/table.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { recognise } from '../../shared/recognise/index.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';
import { changed, compact, contents, doubtsOf, expected, FIXTURES, fixtureTables } from './recognise-fixtures.ts';

describe('a document of 附件2', () => {
  it.each(FIXTURES)('%s is read as it says beside it', (name) => {
    expect(compact(recognise(fixtureTables(name), `${name}.txt`))).toEqual(expected(name));
  });

  it('raises no doubt where everything is in its place', () => {
    expect(doubtsOf(fixtureTables('plain'))).toEqual([]);
    // What an author put in the wrong row is read where it stands, and told.
    expect(doubtsOf(fixtureTables('authors-errors'))).toEqual(['odd indicators.3.level2', 'odd indicators.5.level2']);
  });

  it('names the row of every doubt', () => {
    const [first] = recognise(fixtureTables('labels-moved'), 'x').projects[0]?.doubts ?? [];
    expect(first).toMatchObject({ at: 15, path: 'indicators.1.level2' });
    expect(first?.message).toContain('质量指标');
  });
});

const plain = contents(fixtureTables('plain'));
const half = (text: string): string => text.replace('（', '(').replace('）', ')').replace('：', ':');

describe('the same table in another shape reads the same', () => {
  it.each<[string, SourceTable[]]>([
    ['half-width brackets and colons', changed('plain', (cells) => [cells.map(half)])],
    [
      'blank rows and a blank first column',
      changed('plain', (cells) => [
        ['', ...cells, ''],
        ['', ''],
      ]),
    ],
    ['merged cells lost', changed('plain', (cells) => [cells.filter((cell) => cell !== '')])],
    [
      'the year and the form on every page',
      changed('plain', (cells, row) =>
        row === 16 ? [['名称', '一级指标', '二级指标', '三级指标', '指标值'], cells] : [cells],
      ),
    ],
    [
      'indicators shifted to the right',
      changed('plain', (cells, row) => [row > 10 && row % 2 === 1 ? ['', ...cells] : cells]),
    ],
    [
      'labels in lines of their own',
      changed('plain', (cells, row) => (row > 10 ? [cells.slice(0, 3), ['', '', '', ...cells.slice(3)]] : [cells])),
    ],
    [
      'a value in the next line',
      changed('plain', (cells, row) => (row === 13 ? [cells.slice(0, 4), ['', '', '', '', cells[4] ?? '']] : [cells])),
    ],
    [
      'a wide table with every merge in place',
      changed('plain', (cells, row) => [
        row === 4 || row === 5 ? [cells[0] ?? '', cells[1] ?? '', '', cells[2] ?? '', cells[3] ?? ''] : cells,
      ]),
    ],
    [
      'wraps inside cells',
      changed('plain', (cells) => [
        cells.map((cell) =>
          cell.length > 4 && cell.length < 20 && !/\d/u.test(cell) ? `${cell.slice(0, 2)}\n${cell.slice(2)}` : cell,
        ),
      ]),
    ],
    [
      'labels broken over two lines',
      changed('plain', (cells, row) =>
        row === 12
          ? [
              ['', '', '质量指', cells[3] ?? '', cells[4] ?? ''],
              ['', '', '标（必填）'],
            ]
          : [cells],
      ),
    ],
    [
      'label and value in one cell',
      changed('plain', (cells, row) => (row === 3 ? [[`项目名称：${cells[1] ?? ''}`]] : [cells])),
    ],
    [
      'funds label and its unit in two lines',
      changed('plain', (cells, row) =>
        row === 6 ? [['项目资金', ...cells.slice(1)]] : row === 7 ? [['（万元）', ...cells.slice(1)]] : [cells],
      ),
    ],
    [
      'signature lines and page numbers',
      changed('plain', (cells, row) => (row === 17 ? [cells, ['填报人：示例'], ['第 1 页']] : [cells])),
    ],
  ])('%s', (_, tables) => expect(contents(tables)).toEqual(plain));

  it('with the unit of the amounts above the table instead of in the label', () => {
    const above = changed('plain', (cells, row) =>
      row === 2 ? [cells, ['', '', '', '单位：万元']] : [cells.map((cell) => cell.replace('（万元）', ''))],
    );
    expect(contents(above)).toEqual(plain);
  });

  it('when every merged cell repeats its text', () => {
    let level1 = '';
    const filled = changed('plain', (cells, row) => {
      if (row <= 3) return [[...cells, cells.at(-1) ?? '', cells.at(-1) ?? '']];
      if (row <= 10) return [cells];
      if (cells[1]) level1 = cells[1];
      return [['绩效指标', level1, ...cells.slice(2)]];
    });
    expect(contents(filled)).toEqual(plain);
  });

  it('one sheet a project, and several on one sheet below or beside each other', () => {
    const [sheet] = fixtureTables('plain');
    const rows = sheet?.rows ?? [];
    const renamed = rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => cell.replace('村道路灯维护', '渠道清淤')),
    }));
    const wide = rows.map((row, index) => {
      const left = Array.from({ length: 6 }, (_, column) => row.cells[column] ?? '');
      return { at: row.at, cells: [...left, ...(renamed[index]?.cells ?? [])] };
    });
    const both = [...plain, ...plain.map((project) => ({ ...project, name: '渠道清淤' }))];
    expect(
      contents([
        { name: '一', rows },
        { name: '说明', rows: [{ cells: ['填写说明', '请认真填写'], at: 1 }] },
        { name: '二', rows: renamed },
      ]),
    ).toEqual(both);
    expect(contents([{ name: '一', rows: [...rows, ...renamed] }])).toEqual(both);
    expect(contents([{ name: '一', rows: wide }])).toEqual(both);
  });

  it('goes on over a page break that repeats the title and the name of the project', () => {
    const paged = changed('plain', (cells, row) =>
      row === 16 ? [['部门项目支出预算绩效目标表'], ['（2025 年度）'], ['项目名称', '村道路灯维护'], cells] : [cells],
    );
    expect(contents(paged)).toEqual(plain);
  });
});

describe('年度总体目标', () => {
  const goals = (...lines: string[]): readonly string[] | undefined =>
    contents(
      changed('plain', (cells, row) =>
        row === 9 ? [['年度总体目标', lines[0] ?? ''], ...lines.slice(1).map((line) => ['', line])] : [cells],
      ),
    )[0]?.goals;

  it('is one text, wherever it wraps', () =>
    expect(goals('维护路灯，', '方便出行。')).toEqual(['维护路灯，方便出行。']));
  it('is one text a number where each stands on its own line', () =>
    expect(goals('目标1：维护路灯；', '目标2：方便', '群众出行。')).toEqual([
      '目标1：维护路灯；',
      '目标2：方便群众出行。',
    ]));
  it('is none where a dash says so', () => expect(goals('—')).toEqual([]));
});

describe('what is no 附件2', () => {
  const refusal = (text: string): unknown => {
    try {
      return recognise(tablesFromText(text, '台账.txt'), '台账.txt');
    } catch (error) {
      return error;
    }
  };

  it.each([
    ['nothing', ''],
    ['a letter', '各乡镇：\n请于本周五前报送绩效目标表。'],
    [
      'a list of projects with the same words',
      '单位名称\t项目名称\t绩效目标\t一级指标\t二级指标\n示例镇\t路灯\t亮\t产出指标\t数量指标',
    ],
    [
      'a self-evaluation',
      '项目支出绩效自评表\n项目名称\t路灯\n主管部门\t示例\t实施单位\t示例\n年度总体目标\t亮\n产出指标\t数量指标\t盏\t1\n\t质量指标\t亮\t1\n\t时效指标\t早\t1',
    ],
  ])('%s is refused with the name of the file', (_, text) => {
    const error = refusal(text);
    expect(error).toBeInstanceOf(ExpectedError);
    expect(error).toMatchObject({ code: 'file-foreign', message: expect.stringContaining('台账.txt') as string });
  });

  it('a binary is refused with a sentence of its own', () => {
    const binary = Array.from({ length: 400 }, (_, index) => String.fromCharCode((index * 37) % 256)).join('');
    expect(refusal(binary)).toMatchObject({
      code: 'file-foreign',
      message: expect.stringContaining('不是文字') as string,
    });
  });
});
