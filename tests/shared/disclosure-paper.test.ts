import { describe, expect, it } from 'vitest';
import { disclosure } from '../../shared/forms/disclosure/disclosure.ts';
import { chineseNumber } from '../../shared/forms/disclosure/numbering.ts';
import type { Grid, GridCell } from '../../shared/grid/grid.ts';
import { printable } from '../../shared/grid/grid.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { bookOf, bookUnit, type BookOptions, drawn } from './book.ts';
import { project, textsOf } from './disclosure-fixtures.ts';
import { indicator } from './samples.ts';

const UNIT = { name: '示例县示例镇政府', department: '示例县示例镇政府', departmentCode: '501', code: '501001' };

const draw = (contents: readonly ProjectContent[], options: BookOptions = {}): Grid => {
  const [grid, ...more] = drawn('disclosure', contents, { ...options, unit: { ...UNIT, ...options.unit } });
  if (grid === undefined || more.length > 0) throw new Error('公开表 is one table');
  return grid;
};

const cellAt = ({ cells }: Grid, row: number, column: number): GridCell => {
  const cell = cells.find((one) => one.row === row && one.column === column);
  if (cell === undefined) throw new Error(`no cell at ${row}, ${column}`);
  return cell;
};

const INDICATORS = `一、产出指标
(一) 数量指标：
1. 人代会召开次数 2次
2. 人大代表人数 66人
(二) 质量指标：
1. 代表活动开展率 100%
(三) 时效指标：
1. 召开及时率 100%
(四) 成本指标：
1. 人大工作成本 ≤2.125万元
二、效益指标
(一) 社会效益指标：
1. 代表履职能力 提高
三、满意度指标
代表满意度 ≥90%`;

describe('公开表', () => {
  it('prints title, header, department, unit with its total, and a row a project', () => {
    const second = project({
      name: '妇联工作经费',
      goals: ['维护妇女儿童合法权益。'],
      funds: { total: '2.55', fiscal: '', other: '' },
    });
    expect(textsOf(draw([project(), second]))).toEqual([
      ['示例县示例镇政府2026年部门预算项目支出绩效目标公开表', '', '', '', ''],
      ['单位编码', '单位及项目名称', '金额\n(万元)', '绩效目标', '绩效指标'],
      ['501', '示例县示例镇政府', '', '', ''],
      ['501001', '示例县示例镇政府', '4.68', '', ''],
      ['', '人大工作经费', '2.13', '目标一：保障人大工作正常开展。\n目标二：召开人代会 2 次。', INDICATORS],
      ['', '妇联工作经费', '2.55', '维护妇女儿童合法权益。', INDICATORS],
    ]);
  });

  it('lies across A4, as wide as the margins leave, with the header on each page', () => {
    const grid = draw([project()]);
    expect(grid.page).toMatchObject({
      orientation: 'landscape',
      fit: 'width',
      scale: 1,
      headerRows: [1, 1],
      header: '',
    });
    const width = grid.columns.reduce((sum, column) => sum + column, 0);
    expect(width).toBeLessThanOrEqual(printable(grid.page).width);
    expect(width).toBeGreaterThan(printable(grid.page).width - 6);
    expect(cellAt(grid, 0, 0)).toMatchObject({ columnSpan: 5, style: { border: false, size: 22 } });
    expect(grid.cells.filter(({ row }) => row > 0).every(({ style }) => style.border && style.wrap)).toBe(true);
  });

  it('keeps amounts as numbers with two decimals', () => {
    const grid = draw([project()]);
    expect(cellAt(grid, 3, 2)).toMatchObject({ text: '2.13', number: 2.13 });
    expect(cellAt(grid, 4, 2)).toMatchObject({ text: '2.13', number: 2.13, field: 'funds.total' });
  });

  it('adds up the exact amounts, and prints what is no amount as typed', () => {
    const amounts = ['2.125', '2.295', '0.3', '三万', ''].map((total) =>
      project({ funds: { total, fiscal: '', other: '' } }),
    );
    const texts = textsOf(draw(amounts));
    expect(texts.slice(3).map((row) => row[2])).toEqual(['4.72', '2.13', '2.30', '0.30', '三万', '']);
  });

  it('prints the total of a department only where it has several units', () => {
    const units = ['一中', '二中'].map((name, index) =>
      bookUnit([project()], {
        unit: { ...UNIT, department: '示例县教育局', departmentCode: '301', name, code: `30100${index + 1}` },
      }),
    );
    const [grid] = [...disclosure.layout({ ...bookOf([]), units })];
    if (grid === undefined) throw new Error('no table');
    const rows = textsOf(grid).map(([code, name, amount]) => [code, name, amount]);
    expect(rows[0]?.[0]).toBe('示例县教育局2026年部门预算项目支出绩效目标公开表');
    expect(rows.slice(2)).toEqual([
      ['301', '示例县教育局', '4.25'],
      ['301001', '一中', '2.13'],
      ['', '人大工作经费', '2.13'],
      ['301002', '二中', '2.13'],
      ['', '人大工作经费', '2.13'],
    ]);
  });
});

const goalsOf = (...goals: string[]): string | undefined => textsOf(draw([project({ goals })]))[4]?.[3];

describe('goals', () => {
  it('are numbered where there are several, never twice', () => {
    expect(goalsOf('只有一个目标。')).toBe('只有一个目标。');
    expect(goalsOf('甲。', ' ', '乙。')).toBe('目标一：甲。\n目标二：乙。');
    expect(goalsOf('目标1：甲。', '目标2：乙。')).toBe('目标1：甲。\n目标2：乙。');
    expect(goalsOf('目标１：甲。', '目标２：乙。')).toBe('目标１：甲。\n目标２：乙。');
    expect(goalsOf('1.甲', '2.乙')).toBe('1.甲\n2.乙');
    expect(goalsOf('（一）甲', '（二）乙')).toBe('（一）甲\n（二）乙');
    expect(goalsOf('3.5 万亩', '20 个村')).toBe('目标一：3.5 万亩\n目标二：20 个村');
  });

  it('are counted in Chinese beyond ten', () => {
    const text = goalsOf(...Array.from({ length: 12 }, (_, index) => `第${index}件事`)) ?? '';
    expect(
      text
        .split('\n')
        .slice(8)
        .map((line) => line.split('：')[0]),
    ).toEqual(['目标九', '目标十', '目标十一', '目标十二']);
    expect([20, 22, 99, 100].map(chineseNumber)).toEqual(['二十', '二十二', '九十九', '100']);
  });
});

const indicatorsOf = (content: ProjectContent, options: BookOptions = {}): string[] =>
  (textsOf(draw([content], options)).at(-1)?.[4] ?? '').split('\n');

describe('indicators', () => {
  it('have 成本 first with its three kinds under the tree 101', () => {
    expect(indicatorsOf(project(), { unit: { tree: '101' } }).slice(0, 5)).toEqual([
      '一、成本指标',
      '(一) 经济成本指标：',
      '1. 人大工作成本 ≤2.125万元',
      '二、产出指标',
      '(一) 数量指标：',
    ]);
  });

  it('leave out headings with nothing below them unless the settings print them', () => {
    const bare = project({ indicators: [indicator('quality', '合格率', '98%')] });
    expect(indicatorsOf(bare)).toEqual(['一、产出指标', '(一) 质量指标：', '1. 合格率 98%']);
    expect(indicatorsOf(bare, { settings: { printEmptyOptionalRows: true } })).toEqual([
      ...['一、产出指标', '(一) 数量指标：', '(二) 质量指标：', '1. 合格率 98%', '(三) 时效指标：', '(四) 成本指标：'],
      ...['二、效益指标', '(一) 经济效益指标：', '(二) 社会效益指标：', '(三) 生态效益指标：', '(四) 可持续影响指标：'],
      '三、满意度指标',
    ]);
  });

  it('keep what no heading of the form takes under the heading it had', () => {
    const other = indicator('other', '整改率', '100%', { level1: '产出指标', level2: '整改指标' });
    const lines = indicatorsOf(project({ indicators: [indicator('quantity', '次数', '2次'), other] }));
    expect(lines).toEqual(['一、产出指标', '(一) 数量指标：', '1. 次数 2次', '(二) 整改指标：', '1. 整改率 100%']);
  });

  it('print a name without a value, a value without a name, and words as they are', () => {
    const indicators = [
      indicator('quality', '协调关系', ''),
      indicator('quality', '', '≥98%'),
      indicator('quality', '机制\n健全性', ' 健全 '),
    ];
    expect(indicatorsOf(project({ indicators })).slice(2)).toEqual(['1. 协调关系', '2. ≥98%', '3. 机制 健全性 健全']);
  });

  it('are numbered under 满意度 only where a name could be taken for a number', () => {
    const indicators = [
      indicator('satisfaction', '2.5公里沿线群众满意度', '≥95%'),
      indicator('satisfaction', '村民满意度', '≥90%'),
    ];
    expect(indicatorsOf(project({ indicators }))).toEqual([
      '一、满意度指标',
      '1. 2.5公里沿线群众满意度 ≥95%',
      '2. 村民满意度 ≥90%',
    ]);
  });
});

describe('beside the table', () => {
  it('a draft is marked in the header of the page and in the name of the sheet', () => {
    const grid = draw([project()], { state: 'draft' });
    expect([grid.page.header, grid.name]).toEqual(['草稿', '草稿-项目支出绩效目标公开表']);
  });

  it('the sign-off stands on the page of the last project', () => {
    const contents = Array.from({ length: 5 }, () => project());
    const grid = draw(contents, { settings: { printSignOff: true, operator: '张三' } });
    const last = grid.cells.at(-1);
    expect(last?.text).toContain('填报人：张三');
    expect(last).toMatchObject({ row: grid.rows.length - 1, columnSpan: 5, style: { border: false } });
    expect(grid.page.breaks.at(-1)).toBeLessThan(grid.rows.length - 2);
  });

  it('the live paper shows one project alone, with headings of what is missing', () => {
    const [grid, ...more] = [...disclosure.live(bookOf([project({ goals: [], indicators: [] })]))];
    expect(more).toEqual([]);
    if (grid === undefined) throw new Error('no table');
    const [header, row, ...rest] = textsOf(grid);
    expect([header?.[0], row?.[1], rest]).toEqual(['单位编码', '人大工作经费', []]);
    expect(row?.[4]?.split('\n')).toContain('(一) 数量指标：');
    expect(grid.cells.filter(({ missing }) => missing).map(({ field }) => field)).toEqual(['goals.0', 'kind:quantity']);
  });
});

describe('notes', () => {
  const notes = (totals: readonly string[], printedTotal = ''): readonly string[] =>
    disclosure.notes(
      bookOf(
        totals.map((total, index) => project({ name: `项目${index + 1}`, funds: { total, fiscal: '', other: '' } })),
        { unit: UNIT, declared: { printedTotal } },
      ),
    );

  it('say nothing where lines and total agree', () => {
    expect(notes(['1.02', '1.70'], '2.72')).toEqual([]);
  });

  it('name the rounding difference', () => {
    expect(notes(['2.125', '2.295'])).toEqual([
      '“示例县示例镇政府”的合计 4.42 万元按准确金额相加，比表上各行之和少 0.01 万元，是四舍五入的尾差，不必改。',
    ]);
  });

  it('keep an imported total beside the exact one', () => {
    expect(notes(['1.02', '1.70'], '2.73')).toEqual([
      '“示例县示例镇政府”导入的表上合计是 2.73 万元，比各项目准确金额之和 2.72 万元多 0.01 万元，在四舍五入的尾差以内。',
    ]);
    expect(notes(['1.02', '1.70'], '3.72')).toEqual([
      '“示例县示例镇政府”导入的表上合计是 3.72 万元，比各项目准确金额之和 2.72 万元多 1.00 万元，超出四舍五入的尾差，请核对有没有漏掉项目、填错金额。',
    ]);
    expect(notes(['1.02'], '约一万')).toEqual(['“示例县示例镇政府”导入的表上合计“约一万”不是数字，没有核对。']);
  });

  it('name amounts that do not count', () => {
    expect(notes(['', '三万', '1'])).toEqual([
      '“项目1”没有填写金额，没有计入合计。',
      '“项目2”的金额“三万”不是数字，照原样印出，没有计入合计。',
    ]);
  });
});

describe('the code of the department', () => {
  const codeOf = (unit: Partial<typeof UNIT>): string | undefined =>
    drawn('disclosure', [project({})], { unit: { ...UNIT, ...unit } })[0]?.cells.find(
      ({ row, column }) => row === 2 && column === 0,
    )?.text;

  it('is its own, else the first half of a unit code of six digits, else blank', () => {
    expect(codeOf({})).toBe('501');
    expect(codeOf({ departmentCode: '', code: '407001' })).toBe('407');
    expect(codeOf({ departmentCode: '', code: '407001002' })).toBe('');
  });
});
