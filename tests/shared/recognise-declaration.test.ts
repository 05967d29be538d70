import { describe, expect, it } from 'vitest';
import { printedValue } from '../../shared/forms/rows.ts';
import type { SourceTable } from '../../shared/grid/table.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { toContent } from '../../shared/recognise/content.ts';
import { recognise } from '../../shared/recognise/index.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';
import { drawn, type BookOptions } from './book.ts';
import { asRead } from './grid-cells.ts';
import { counter, good, indicator, samples } from './samples.ts';

const both = (): ProjectContent =>
  good({
    name: '农村公路养护',
    period: '2026-2028',
    midtermFunds: { total: '270.5', fiscal: '270.5', other: '0' },
    midtermGoals: ['目标1：三年养护村道；', '目标2：建立管护机制。'],
    midtermIndicators: [
      { ...indicator('quantity', '三年养护里程', '≥108 公里'), operator: '≥', value: '108', unit: '公里' },
      { ...indicator('quantity', '清理涵洞', '36 处'), value: '36', unit: '处' },
      indicator('sustainable', '管护机制', '基本健全'),
    ],
  });

const projects = (): ProjectContent[] => [both(), ...samples()];
const tables = (options: BookOptions = {}): SourceTable[] => drawn('declaration', projects(), options).map(asRead);

/** What the form prints of a project: a value without its `=`. */
const printed = (content: ProjectContent): unknown => {
  const list = (indicators: ProjectContent['indicators']): unknown =>
    indicators.map((one) => [
      one.kind,
      one.level3,
      printedValue(one),
      one.operator === '=' ? '' : one.operator,
      one.value,
      one.unit,
    ]);
  const { name, departmentAndCode, implementingUnit, attribute, period, funds, midtermFunds } = content;
  return {
    fields: [name, departmentAndCode, implementingUnit, attribute, period],
    funds: [funds, midtermFunds],
    goals: [content.goals, content.midtermGoals],
    indicators: list(content.indicators),
    midtermIndicators: list(content.midtermIndicators),
  };
};

const read = (from: readonly SourceTable[]): unknown[] =>
  recognise(from, 'x').projects.map((project) => printed(toContent(project, counter())));

const expected = projects().map(printed);

/** Every row through a change. */
const changed = (change: (cells: readonly string[], row: number) => readonly (readonly string[])[]): SourceTable[] =>
  tables().map(({ name, rows }) => ({
    name,
    rows: rows.flatMap(({ cells }, row) => change(cells, row)).map((cells, index) => ({ cells, at: index + 1 })),
  }));

describe('申报表', () => {
  it('is recognised as what it was printed from, both halves, without a doubt', () => {
    const { document, projects: found } = recognise(tables(), '申报表.xlsx');
    expect(document).toMatchObject({ layout: 'declaration', title: '项目支出绩效目标申报表', year: '2026' });
    expect(found.flatMap(({ doubts }) => doubts)).toEqual([]);
    expect(read(tables())).toEqual(expected);
  });

  it('has no 中期 half where nothing stands in it', () => {
    const found = recognise(tables(), 'x').projects;
    expect(found.map(({ midterm }) => midterm !== undefined)).toEqual([true, ...samples().map(() => false)]);
  });

  it.each<[string, SourceTable[]]>([
    [
      'with empty optional rows and a line to sign on',
      tables({ settings: { printEmptyOptionalRows: true, printSignOff: true } }),
    ],
    ['under the newer national tree', tables({ unit: { tree: '101' } })],
    ['with blank rows and a blank first column', changed((cells) => [['', ...cells], ['']])],
    [
      'with half-width brackets and colons',
      changed((cells) => [cells.map((cell) => (cell.length < 16 ? cell.replace('（', '(').replace('：', ':') : cell))]),
    ],
    [
      'as tab separated text of all tables',
      tablesFromText(
        tables()
          .flatMap(({ rows }) =>
            rows.map(({ cells }) => cells.map((cell) => (cell.includes('\n') ? `"${cell}"` : cell)).join('\t')),
          )
          .join('\n'),
        'x',
      ),
    ],
    [
      'with the labels of a merge in each of its rows',
      tables().map(({ name, rows }) => {
        const above: string[] = [];
        return {
          name,
          rows: rows.map(({ cells, at }, row) => ({
            at,
            cells: cells.map((cell, column) => {
              if (row < 11 || ![0, 1, 2, 5].includes(column)) return cell;
              if (cell !== '') above[column] = cell;
              return above[column] ?? '';
            }),
          })),
        };
      }),
    ],
  ])('%s', (_, from) => {
    const order = (list: unknown[]): unknown[] =>
      (list as { indicators: unknown[][] }[]).map((one) => ({
        ...one,
        indicators: [...one.indicators].map((cells) => cells.slice(1)).sort(),
      }));
    expect(order(read(from))).toEqual(order(expected));
  });

  it('goes on over several pages', () => {
    const many = {
      ...both(),
      goals: ['按照县委、县政府的部署，足额保障村级组织运转，'.repeat(80)],
      indicators: Array.from({ length: 60 }, (_, index) => ({
        ...indicator('quantity', `第 ${index + 1} 个村的环境整治面积`, `≥${index + 1} 亩`),
        operator: '≥' as const,
        value: String(index + 1),
        unit: '亩',
      })),
    };
    const grids = drawn('declaration', [many]);
    expect(grids[0]?.page.breaks.length).toBeGreaterThan(2);
    expect(read(grids.map(asRead))).toEqual([printed(many)]);
  });

  it('doubts what is not sure of 中期 under its own path', () => {
    const spoilt = changed((cells) => [cells.map((cell) => (cell === '270.5' ? '约二百七' : cell))]);
    expect(recognise(spoilt, 'x').projects[0]?.doubts.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['midterm.total', 'midterm.fiscal']),
    );
  });
});
