import { describe, expect, it } from 'vitest';
import { dossier } from '../../shared/forms/dossier/dossier.ts';
import type { Grid } from '../../shared/grid/grid.ts';
import { emptyContent, emptyIndicator } from '../../shared/model/project.ts';
import { bookOf, bookUnit, drawn, type BookOptions } from './book.ts';
import { at, contentsEntries, LIGHTS, printedRows, ROADS, TOWN } from './dossier-samples.ts';

const drawTown = (options: BookOptions = {}): Grid[] =>
  drawn('dossier', [ROADS, LIGHTS], { ...TOWN, ...options, unit: { ...TOWN.unit, ...options.unit } });

const texts = (grid: Grid | undefined): string[] =>
  (grid?.cells ?? []).map(({ text }) => text).filter((text) => text !== '');

describe('绩效文本', () => {
  const grids = drawTown();

  it('is a document: cover, 目录, two parts, a table a project', () => {
    expect(grids.map(({ name, role }) => [name, role ?? 'table'])).toEqual([
      ['封面', 'text'],
      ['目录', 'contents'],
      ['第一部分', 'text'],
      ['第二部分', 'text'],
      ['1.村道养护', 'table'],
      ['2.路灯电费', 'table'],
    ]);
  });

  it('names unit, year, who made it and who reviews it on the cover', () => {
    expect(texts(grids[0])).toEqual([
      '示例县示例镇人民政府',
      '2026年部门预算绩效文本',
      '（草案）',
      '示例县示例镇人民政府编制',
      '示例县财政局审核',
    ]);
  });

  it('leaves out the reviewer where none is set, and 草案 once every project is approved', () => {
    expect(texts(drawTown({ unit: { reviewer: '' } })[0])).toEqual([
      '示例县示例镇人民政府',
      '2026年部门预算绩效文本',
      '（草案）',
      '示例县示例镇人民政府编制',
    ]);
    expect(texts(drawTown({ state: 'approved' })[0])).not.toContain('（草案）');
  });

  it('lists every heading in 目录 with its page', () => {
    expect(printedRows(at(grids, 1))).toEqual([
      '目    录 ×2',
      '第一部分 部门整体绩效目标 | ',
      '一、总体绩效目标 | 1',
      '二、分项绩效目标 | 1',
      '三、工作保障措施 | 1',
      '第二部分 预算项目绩效目标 | ',
      '1.村道养护绩效目标表 | 3',
      '2.路灯电费绩效目标表 | 4',
    ]);
  });

  it('prints what is declared of the department, a paragraph a line; a blank part keeps its heading', () => {
    expect(printedRows(at(grids, 2))).toEqual([
      '第一部分⏎部门整体绩效目标 ×2',
      '一、总体绩效目标 ×2',
      '　　1.服务群众，提高办事效率。 ×2',
      '　　2.改善村容村貌。 ×2',
      '二、分项绩效目标 ×2',
      '　　1.村道养护：道路畅通。 ×2',
      '三、工作保障措施 ×2',
      ' ×2',
    ]);
    expect(
      grids[2]?.cells.filter(({ heading }) => heading !== undefined).map(({ heading, text }) => [heading, text]),
    ).toEqual([
      [1, '第一部分\n部门整体绩效目标'],
      [2, '一、总体绩效目标'],
      [2, '二、分项绩效目标'],
      [2, '三、工作保障措施'],
    ]);
    expect(texts(grids[3])).toEqual(['第二部分\n预算项目绩效目标']);
  });

  it('prints a project cell by cell', () => {
    expect(printedRows(at(grids, 4))).toEqual([
      '1.村道养护绩效目标表 ×8',
      '816009示例县示例镇人民政府本级 ×6 | 单位：万元 ×2',
      '项目编码 | 13999926P00100110001A ×4 | 项目名称 | 村道养护 ×2',
      '预算规模及资金用途 ↓2 | 预算数 | 45.60 ×2 | 其中：财政资金 | 40.00 | 其他资金 | 5.60',
      '用于村道日常养护和桥涵维修 ×7',
      '资金支出计划（%） ↓2 | 3月底 ×2 | 6月底 ×2 | 10月底 ×2 | 12月底',
      '20% ×2 | 55% ×2 | 80% ×2 | 100%',
      '绩效目标 | 1.全年养护村道 32 公里，保障群众出行。⏎2.维修桥涵 6 座。 ×7',
      '一级指标 | 二级指标 | 三级指标 ×2 | 绩效指标描述 ×2 | 指标值 | 指标值确定依据',
      '产出指标 ↓5 | 数量指标 ↓2 | 养护村道里程 ×2 | 全年养护的村道里程 ×2 | ≥32公里 | 年度工作计划',
      '养护桥涵 ×2 | 全年养护的桥涵座数 ×2 | 6座 | 年度工作计划',
      '质量指标 | 路面完好率 ×2 | 抽查路段路面完好的比例 ×2 | =100% | 年度工作计划',
      '时效指标 | 完成时间 ×2 | 全部养护工作完成的时间 ×2 | 2026年11月底前 | 年度工作计划',
      '成本指标 | 养护成本 ×2 | 控制在预算以内 ×2 | ≤45.6万元 | 2026年县级预算编制通知',
      '效益指标 ↓2 | 可持续影响指标 | 管护机制 ×2 | 村道管护机制是否健全 ×2 | 健全 | 年度工作计划',
      '社会效益指标 | 群众出行 ×2 | 群众出行是否更加便利 ×2 | 更加便利 | 年度工作计划',
      '满意度指标 | 服务对象满意度指标 | 村民满意度 ×2 | 村民对村道养护是否满意 ×2 | ≥95% | 年度工作计划',
    ]);
  });

  it('fills the width between the margins with every row, and leaves no gap in the table', () => {
    const { cells, columns, rows } = at(grids, 4);
    for (const row of rows.keys()) {
      const covered = cells
        .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
        .reduce((sum, { columnSpan }) => sum + columnSpan, 0);
      expect([row, covered]).toEqual([row, columns.length]);
    }
  });

  it('prints amounts with two decimals, as numbers in files', () => {
    const amounts = grids[5]?.cells.filter(({ number }) => number !== undefined);
    expect(amounts?.map(({ text, number }) => [text, number])).toEqual([
      ['95.08', 95.08],
      ['95.08', 95.08],
    ]);
  });

  it('is one page portrait a project, numbered through the document, with the heading as what 目录 finds', () => {
    for (const [index, { page, cells }] of grids.slice(2).entries()) {
      expect(page).toMatchObject({
        orientation: 'portrait',
        firstPage: index + 1,
        allPages: 4,
        footer: '— {页} —',
        breaks: [],
      });
      expect(cells.filter(({ heading }) => heading === 2).length).toBe(index === 0 ? 3 : index === 1 ? 0 : 1);
    }
    expect(grids[0]?.page.footer).toBe('');
    expect(grids[1]?.page.footer).toBe('');
  });

  it('gathers indicators where their level first appears', () => {
    const quantity = at(ROADS.indicators, 0);
    const quality = at(ROADS.indicators, 2);
    const late = { ...emptyIndicator('late', 'quantity'), level3: '后补的数量', printed: '2 个' };
    const other = {
      ...emptyIndicator('other', 'other'),
      level1: '效益指标',
      level2: '其他效益',
      level3: '别的',
      printed: '好',
    };
    const project = { ...ROADS, indicators: [quality, other, quantity, late] };
    const table = at(drawn('dossier', [project], TOWN), 4);
    expect(printedRows(table).slice(9)).toEqual([
      '产出指标 ↓3 | 质量指标 | 路面完好率 ×2 | 抽查路段路面完好的比例 ×2 | =100% | 年度工作计划',
      '数量指标 ↓2 | 养护村道里程 ×2 | 全年养护的村道里程 ×2 | ≥32公里 | 年度工作计划',
      '后补的数量 ×2 |  ×2 | 2 个 | ',
      '效益指标 | 其他效益 | 别的 ×2 |  ×2 | 好 | ',
    ]);
  });

  it('puts 成本 first where the unit follows 101号', () => {
    const cost = at(ROADS.indicators, 4);
    const table = at(
      drawn('dossier', [{ ...ROADS, indicators: [cost] }], {
        ...TOWN,
        unit: { ...TOWN.unit, tree: '101' },
      }),
      4,
    );
    expect(printedRows(table)[9]).toMatch(/^成本指标 \| 经济成本指标 \| 养护成本/u);
  });

  it('completes a name that a system has clipped at fifteen letters', () => {
    const clipped = {
      ...emptyIndicator('c', 'social'),
      level3: '逐步促进了解河道水位变化及防洪',
      description: '逐步促进了解河道水位变化及防洪，河道整治的开发利用',
      printed: '持续',
    };
    const table = at(drawn('dossier', [{ ...ROADS, indicators: [clipped] }], TOWN), 4);
    expect(printedRows(table)[9]).toContain(
      '逐步促进了解河道水位变化及防洪，河道整治的开发利用 ×2 | 逐步促进了解河道水位变化及防洪，河道整治的开发利用 ×2',
    );
  });

  it('shows the usual dates where no plan is made, and a plan of any other length', () => {
    const none = at(drawn('dossier', [{ ...ROADS, spendingPlan: [] }], TOWN), 4);
    expect(printedRows(none).slice(5, 7)).toEqual([
      '资金支出计划（%） ↓2 | 3月底 ×2 | 6月底 ×2 | 10月底 ×2 | 12月底',
      ' ×2 |  ×2 |  ×2 | ',
    ]);
    const months = Array.from({ length: 12 }, (_, index) => ({
      by: `${index + 1}月底`,
      percent: String(index * 9 + 1),
    }));
    const monthly = at(drawn('dossier', [{ ...ROADS, spendingPlan: months }], TOWN), 4);
    expect(printedRows(monthly).slice(5, 9)).toEqual([
      '资金支出计划（%） ↓4 | 1月底 | 2月底 ×2 | 3月底 | 4月底 | 5月底 | 6月底',
      '1% | 10% ×2 | 19% | 28% | 37% | 46%',
      '7月底 | 8月底 ×2 | 9月底 | 10月底 | 11月底 | 12月底',
      '55% | 64% ×2 | 73% | 82% | 91% | 100%',
    ]);
  });

  it('marks drafts, and signs at the end of the document only', () => {
    const draft = drawTown({ state: 'draft', settings: { printSignOff: true, operator: '王小明' } });
    expect(draft.slice(4).map(({ name, page }) => [name, page.header])).toEqual([
      ['草稿-1.村道养护', '草稿'],
      ['草稿-2.路灯电费', '草稿'],
    ]);
    const signed = draft.map((grid) => texts(grid).some((text) => text.startsWith('填报人：王小明')));
    expect(signed).toEqual([false, false, false, false, false, true]);
  });

  it('prints one document a unit, each counted from page 1', () => {
    const book = bookOf([ROADS], TOWN);
    const school = bookUnit([LIGHTS], {
      ...TOWN,
      unit: { ...TOWN.unit, id: 's', name: '示例镇中心学校', code: '816010' },
    });
    const both = [...dossier.layout({ ...book, units: [...book.units, school] })];
    expect(both.map(({ name }) => name).slice(5, 7)).toEqual(['封面', '目录']);
    expect(texts(both[5])[0]).toBe('示例镇中心学校');
    expect(contentsEntries(both).filter(({ text }) => text.startsWith('1.'))).toEqual([
      { text: '1.村道养护绩效目标表', page: 3 },
      { text: '1.路灯电费绩效目标表', page: 3 },
    ]);
  });

  it('shows only the table on screen, with a line for every required row that is missing', () => {
    const live = [...dossier.live(bookOf([{ ...emptyContent(), name: '新项目' }], TOWN))];
    expect(live).toHaveLength(1);
    const missing = live[0]?.cells.filter((cell) => cell.missing === true && cell.field?.startsWith('kind:'));
    expect([...new Set(missing?.map(({ field }) => field))]).toEqual([
      'kind:quantity',
      'kind:quality',
      'kind:timeliness',
      'kind:cost',
      'kind:satisfaction',
    ]);
  });
});
