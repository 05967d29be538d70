import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceTable } from '../../shared/grid/table.ts';
import { recognise } from '../../shared/recognise/index.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';
import { asTable, contentsOf, doubtsOf, HEADER, listRows, project, sheet, TITLE, TOTAL } from './approval-list.ts';

const plain = contentsOf(sheet(listRows()));

describe('批复表 of one unit', () => {
  it('is read with its title, its unit and its total', () => {
    expect(recognise(sheet(listRows()), '批复表.xlsx').document).toEqual({
      file: '批复表.xlsx',
      title: TITLE,
      layout: 'approval',
      year: '2024',
      department: '示例县示例镇人民政府',
      unitCode: '900001',
      total: '16.70',
    });
  });

  it('gives code and name of a project apart, and sign, number, unit and weight of an indicator', () => {
    const first = project(sheet(listRows()), 0);
    expect(first).toMatchObject({
      name: '村道养护经费',
      code: '63990000024T000000101',
      departmentAndCode: '900001-示例县示例镇人民政府（本级）',
      category: '3-特定目标类',
      amountUnit: '万元',
      total: '12.50',
    });
    expect(first.goals).toEqual(['按照年度计划养护村道，及时修补破损路面，清理边沟和涵洞，保障群众出行安全']);
    expect(first.indicators.map(({ level1, level2, level3 }) => [level1, level2, level3])).toEqual([
      ['产出指标', '数量指标', '养护里程'],
      ['产出指标', '数量指标', '清理涵洞'],
      ['产出指标', '质量指标', '养护合格率'],
      ['产出指标', '时效指标', '完成月份'],
      ['效益指标', '社会效益', '出行安全保障'],
      ['效益指标', '可持续影响', '管护机制'],
      ['满意度指标', '服务对象满意度', '沿线群众满意度'],
    ]);
    expect(first.indicators[0]).toMatchObject({
      operator: '≥',
      value: '36',
      unit: '公里',
      weight: '20',
      printedValue: '36',
    });
    expect(first.indicators[5]).toMatchObject({ operator: null, value: null, unit: null, printedValue: '健全' });
  });

  it('raises no doubt where everything is in its place', () => {
    expect(doubtsOf(sheet(listRows()))).toEqual([]);
  });
});

/** Every blank cell takes the text of the cell above it. */
const filledDown = (rows: readonly string[][], columns: number): string[][] => {
  const above: string[] = [];
  return rows.map((cells) =>
    cells.map((text, column) => {
      if (text !== '') above[column] = text;
      return column < columns ? (above[column] ?? '') : text;
    }),
  );
};

const asText = (rows: readonly (readonly string[])[]): SourceTable[] =>
  tablesFromText(rows.map((cells) => cells.join('\t')).join('\n'), 'x');

const wrapped = (text: string): string =>
  text.length > 5 && !/^[\d.,]+$/u.test(text) ? `${text.slice(0, 4)} ${text.slice(4)}` : text;

describe('the same list in another shape reads the same', () => {
  it.each<[string, SourceTable[]]>([
    ['as tab separated text', asText([[TITLE], [...HEADER], TOTAL, ...listRows()])],
    [
      'with the cells of merges lost, so that everything moves to the left',
      sheet(listRows().map((cells) => cells.filter((text, column) => text !== '' || column > 7))),
    ],
    ['with every merged cell repeated in all its rows', sheet(filledDown(listRows(), 7))],
    ['with blank rows and blank columns', sheet(listRows().flatMap((cells) => [[''], ['', ...cells]]))],
    ['with the words of narrow columns wrapped', sheet(listRows().map((cells) => cells.map(wrapped)))],
    ['without a title and a total', asTable([[...HEADER], ...listRows()])],
    [
      'with page foot, header and names again on a new page',
      sheet([
        ...listRows().slice(0, 4),
        ['— 1 —'],
        [...HEADER],
        ...listRows()
          .slice(4)
          .map((cells, row) => (row === 0 ? ['', ...(listRows()[0] ?? []).slice(1, 5), ...cells.slice(5)] : cells)),
      ]),
    ],
    ['with a sign-off below', sheet([...listRows(), ['填报人：　　负责人：　　日期：']])],
  ])('%s', (_, tables) => expect(contentsOf(tables)).toEqual(plain));

  it('with its columns in another order, a column more, and amounts in 元', () => {
    const order = [1, 3, 4, 5, 6, 7, 11, 8, 9, 10];
    const moved = (cells: readonly string[]): string[] => [...order.map((column) => cells[column] ?? ''), '正向指标'];
    const header = [...moved(HEADER).slice(0, -1), '指标方向性'].map((text) =>
      text.startsWith('预算数') ? '预算数' : text,
    );
    const rows = listRows().map((cells) =>
      moved(cells.map((text, at) => (at === 3 && text !== '' ? '125,000.00' : text))),
    );
    const tables = asTable([['项目绩效目标表（2024年度）'], ['金额单位：元'], header, ...rows]);
    expect(recognise(tables, 'x').projects.map(({ amountUnit, total, name }) => [name, amountUnit, total])).toEqual([
      ['村道养护经费', '元', '125,000.00'],
      ['广场照明经费', '元', '125,000.00'],
      ['农家书屋经费', '元', '125,000.00'],
    ]);
    const indicators = (list: unknown): unknown => (list as { indicators: unknown }[]).map((one) => one.indicators);
    expect(indicators(contentsOf(tables))).toEqual(indicators(plain));
  });

  it('with several units below each other, each with a sum of its own', () => {
    const other = listRows().map((cells, row) => (row === 0 ? ['900002-示例县示例中学', ...cells.slice(1)] : cells));
    const tables = sheet([['900001-示例县示例镇人民政府（本级）', '', '', '16.70'], ...listRows(), ...other]);
    expect(recognise(tables, 'x').projects.map(({ departmentAndCode }) => departmentAndCode)).toEqual([
      ...Array.from({ length: 3 }, () => '900001-示例县示例镇人民政府（本级）'),
      ...Array.from({ length: 3 }, () => '900002-示例县示例中学'),
    ]);
  });
});

describe('指标值 beside its sign', () => {
  const indicatorOf = (operator: string, value: string, unit: string) => {
    const rows = listRows();
    rows[0] = [...(rows[0] ?? []).slice(0, 8), operator, value, unit, '20'];
    return project(sheet(rows), 0).indicators[0];
  };

  it.each([
    ['≥', '5,000', '元', { operator: '≥', value: '5,000', unit: '元', printedValue: '5,000' }],
    ['大于等于', '95', '%', { operator: '≥', value: '95', unit: '%', printedValue: '95' }],
    ['定性', '有效提升', '', { operator: null, value: null, unit: null, printedValue: '有效提升' }],
    ['≥', '95%', '', { operator: '≥', value: '95', unit: '%', printedValue: '≥95%' }],
    ['≤', '10-20', '个', { operator: '≤', value: '10-20', unit: '个' }],
    ['=', '1', '无', { operator: '=', value: '1', unit: null, printedValue: '1' }],
  ])('%s %s %s', (operator, value, unit, read) => {
    expect(indicatorOf(operator, value, unit)).toMatchObject(read);
  });
});

describe('whatever happens to a row', () => {
  it('no indicator is lost, and none is read twice', () => {
    const spoil = fc.record({
      row: fc.integer({ min: 0, max: listRows().length - 1 }),
      how: fc.constantFrom('left', 'right', 'labels', 'weight', 'unit', 'page'),
    });
    fc.assert(
      fc.property(fc.array(spoil, { maxLength: 3 }), (spoils) => {
        const rows = listRows();
        for (const { row, how } of spoils) {
          const cells = rows[row] ?? [];
          if (how === 'left' && cells[0] === '') cells.shift();
          if (how === 'right') cells.unshift('');
          const inPlace = cells.length === HEADER.length;
          if (how === 'labels' && inPlace) [cells[5], cells[6]] = ['', ''];
          if (how === 'weight' && inPlace) cells[11] = '';
          if (how === 'unit' && inPlace) cells[10] = '';
          if (how === 'page') cells.push('');
        }
        const names = recognise(sheet(rows), 'x').projects.flatMap(({ indicators }) =>
          indicators.map(({ level3 }) => level3),
        );
        expect(names).toEqual(listRows().map((cells) => cells[7]));
      }),
      { numRuns: 200 },
    );
  });
});
