import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceTable } from '../../shared/grid/table.ts';
import {
  fieldOfLabel,
  headAtOf,
  headsAt,
  labelBeside,
  withCell,
  withColumn,
  withHead,
} from '../../shared/recognise/mapped/edit.ts';
import type { MappedField } from '../../shared/recognise/mapped/fields.ts';
import type { Mapping } from '../../shared/recognise/mapped/mapping.ts';
import { proposeMapping } from '../../shared/recognise/mapped/propose.ts';
import { readMapped } from '../../shared/recognise/mapped/read.ts';
import { fittingMapping, likeness, signatureOf } from '../../shared/recognise/mapped/signature.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';

const table = (rows: readonly (readonly string[])[], name = '表1'): SourceTable => ({
  name,
  rows: rows.map((cells, index) => ({ cells, at: index + 1 })),
});

/** What came out of it, short. */
const told = ({ projects }: RecognisedDocument) =>
  projects.map(({ name, total, goals, indicators }) => ({
    name,
    total,
    goals,
    indicators: indicators.map(({ kind, level3, printedValue }) => `${kind} ${level3 ?? ''} ${printedValue ?? ''}`),
  }));

/** A list of the field of agriculture: columns in another order, one nobody needs, merged cells left blank. */
const LIST = table([
  ['某县2025年农业专项绩效一览', '', '', '', '', '', '', '', ''],
  ['序号', '预期值', '考核内容', '指标类型', '专项名称', '经办人', '安排金额（万元）', '计划目标任务', '计量单位'],
  ['1', '≥300', '高标准农田面积', '数量指标', '高标准农田建设', '张三', '120.5', '建成高标准农田', '亩'],
  ['', '100', '工程合格率', '质量指标', '', '', '', '', '%'],
  ['2', '12', '培训期数', '数量指标', '农技推广培训', '李四', '8', '1.办班\n2.入户指导', '期'],
  ['', '有效提升', '种植水平', '社会效益', '', '', '', '', ''],
  ['合计', '', '', '', '', '', '128.5', '', ''],
]);

/** A form for one project: labels left of their values and above them, the indicators in a head of two rows. */
const single = (name: string, amount: string): SourceTable =>
  table(
    [
      ['财政支出项目绩效目标登记卡（2025年度）', '', '', '', ''],
      ['专项名称：', name, '', '归口部门', '某县教育局'],
      ['承担单位', '某县第一小学', '', '起止时间', '2025.1-2025.12'],
      ['申请金额（元）', '自筹资金', '', '', ''],
      [amount, '0', '', '', ''],
      ['总体目标', '改善办学条件', '', '', ''],
      ['指标体系', '', '', '目标', ''],
      ['一级指标', '二级指标', '具体指标', '计划值', '备注'],
      ['产出', '数量', '购置课桌', '200 套', ''],
      ['', '时效', '完成时间', '2025年8月底', ''],
      ['满意度', '服务对象满意度', '师生满意度', '≥95%', ''],
    ],
    name,
  );

describe('a list of another field', () => {
  it('is proposed from its labels, whatever their order, and read', () => {
    const mapping = proposeMapping([LIST]);
    expect(mapping.shape).toBe('list');
    expect(Object.fromEntries(mapping.columns.map(({ column, field }) => [column, field]))).toEqual({
      1: 'value',
      2: 'level3',
      3: 'level2',
      4: 'name',
      6: 'total',
      7: 'goal',
      8: 'measure',
    });
    const read = readMapped([LIST], mapping, '农业.xlsx');
    expect(told(read)).toEqual([
      {
        name: '高标准农田建设',
        total: '120.5',
        goals: ['建成高标准农田'],
        indicators: ['quantity 高标准农田面积 ≥300', 'quality 工程合格率 100'],
      },
      {
        name: '农技推广培训',
        total: '8',
        goals: ['1.办班', '2.入户指导'],
        indicators: ['quantity 培训期数 12', 'social 种植水平 有效提升'],
      },
    ]);
    expect(read.document).toMatchObject({ year: '2025', total: '128.5', layout: null });
    expect(read.projects[0]?.amountUnit).toBe('万元');
    expect(read.projects[0]?.indicators[0]).toMatchObject({ operator: '≥', value: '300', unit: '亩' });
  });

  it('says from which cell each field was read', () => {
    const [, second] = readMapped([LIST], proposeMapping([LIST]), '').projects;
    for (const [path, text] of [
      ['name', '农技推广培训'],
      ['indicators.1.level3', '种植水平'],
      ['goals.0', '1.办班\n2.入户指导'],
    ] as const) {
      const place = second?.places?.[path];
      expect(LIST.rows.find(({ at }) => at === place?.at)?.cells[place?.column ?? -1]).toBe(text);
    }
  });

  it('goes on over pages with and without the head, and is the same where a reader repeats merged texts', () => {
    const mapping = proposeMapping([LIST]);
    const whole = told(readMapped([LIST], mapping, ''));
    const rows = LIST.rows.map(({ cells }) => cells);
    const pages = [table(rows.slice(0, 4)), table([rows[1] ?? [], rows[4] ?? []]), table(rows.slice(5))];
    expect(told(readMapped(pages, mapping, ''))).toEqual(whole);
    const repeated = rows.map((cells, index) =>
      cells.map((text, column) => text || (column === 4 ? (rows[index - 1]?.[4] ?? '') : '')),
    );
    expect(told(readMapped([table(repeated.slice(0, 6))], mapping, ''))).toEqual(whole);
  });

  it('doubts amounts that are none, and tells of tables that are something else', () => {
    const broken = table(LIST.rows.map(({ cells }) => cells.map((text) => (text === '8' ? '李四' : text))));
    const other = table([['说明', '本表由县局填报']], '说明');
    const read = readMapped([broken, other], proposeMapping([LIST]), '');
    expect(read.projects[1]?.doubts).toMatchObject([{ path: 'total', kind: 'not-a-number', at: 5 }]);
    expect(read.notes).toEqual(['“说明”和这张表不一样，没有读取。']);
  });

  it('reads a list without indicators: a project a row, the same name twice', () => {
    const plain = table([
      ['项目', '金额', '年度目标'],
      ['道路维修', '5', '修路'],
      ['道路维修', '6', '修路'],
    ]);
    expect(told(readMapped([plain], proposeMapping([plain]), '')).map(({ total }) => total)).toEqual(['5', '6']);
  });

  it('finds out what columns without a head are', () => {
    const nameless = table([
      ['项目名称', '', '', '内容'],
      ['修渠', '产出指标', '数量指标', '修渠里程'],
      ['', '', '质量指标', '合格率'],
      ['', '效益指标', '社会效益指标', '受益人口'],
    ]);
    const { columns } = proposeMapping([nameless]);
    expect(columns.map(({ field }) => field)).toEqual(['name', 'level1', 'level2']);
  });
});

describe('a form for one project', () => {
  it('is proposed from its labels, left of the value and above it, and read', () => {
    const mapping = proposeMapping([single('校舍课桌购置', '65000')]);
    expect(mapping.shape).toBe('single');
    const read = readMapped([single('校舍课桌购置', '65000'), single('食堂改造', '120000')], mapping, '');
    expect(told(read)).toEqual(
      [
        ['校舍课桌购置', '65000'],
        ['食堂改造', '120000'],
      ].map(([name, total]) => ({
        name,
        total,
        goals: ['改善办学条件'],
        indicators: ['quantity 购置课桌 200 套', 'timeliness 完成时间 2025年8月底', 'satisfaction 师生满意度 ≥95%'],
      })),
    );
    expect(read.projects[0]).toMatchObject({
      departmentAndCode: '某县教育局',
      implementingUnit: '某县第一小学',
      period: '2025.1-2025.12',
      amountUnit: '元',
      other: '0',
    });
  });

  it('reads several projects one below the other in one table', () => {
    const mapping = proposeMapping([single('甲', '1')]);
    const rows = [...single('甲', '1').rows, ...single('乙', '2').rows].map(({ cells }) => cells);
    expect(told(readMapped([table(rows)], mapping, '')).map(({ name, total }) => [name, total])).toEqual([
      ['甲', '1'],
      ['乙', '2'],
    ]);
  });

  it('takes 其中：财政拨款 for a label, and not for 其中 with a value', () => {
    const form = table([
      ['项目名称', '修渠', ''],
      ['项目资金', '年度资金总额：', '12'],
      ['', '其中：财政拨款', '10'],
      ['', '其他资金', '2'],
    ]);
    const [project] = readMapped([form], proposeMapping([form], 'single'), '').projects;
    expect(project).toMatchObject({ name: '修渠', total: '12', fiscal: '10', other: '2' });
    expect(labelBeside(form, { at: 3, column: 2 })).toEqual({ label: '其中：财政拨款', side: 'left' });
  });

  it('reads label and value in one cell', () => {
    const inline = table([
      ['专项名称：防汛物资', ''],
      ['预算金额：3.5', ''],
    ]);
    const read = readMapped([inline], proposeMapping([inline]), '');
    expect(told(read)[0]).toMatchObject({ name: '防汛物资', total: '3.5' });
  });
});

describe('what a clerk says', () => {
  const FIELDS: readonly MappedField[] = ['name', 'total', 'level2', 'level3', 'value', 'goal'];

  it('is read from whatever heads, wherever the columns stand and whatever stands between', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...FIELDS], { minLength: FIELDS.length }),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: FIELDS.length, maxLength: FIELDS.length }),
        fc.array(fc.record({ total: fc.integer({ min: 1, max: 9999 }), rows: fc.integer({ min: 1, max: 4 }) }), {
          minLength: 1,
          maxLength: 5,
        }),
        (order, gaps, made) => {
          const places = order.map((_, index) => index + gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap, 0));
          const width = (places.at(-1) ?? 0) + 1;
          const line = (text: (field: MappedField) => string): string[] =>
            Array.from({ length: width }, (_, column) => {
              const field = order[places.indexOf(column)];
              return field === undefined ? '无关' : text(field);
            });
          const head = Array.from({ length: width }, (_, column) => `栏${String.fromCodePoint(0x7532 + column)}`);
          const rows = made.flatMap(({ total, rows: count }, project) =>
            Array.from({ length: count }, (_, row) =>
              line((field) => {
                const only = row === 0;
                const texts: Partial<Record<MappedField, string>> = {
                  name: only ? `第${project}个项目` : '',
                  total: only ? String(total) : '',
                  goal: only ? `目标${project}` : '',
                  level2: only ? '数量指标' : '',
                  level3: `指标${project}/${row}`,
                  value: `${row + 1} 个`,
                };
                return texts[field] ?? '';
              }),
            ),
          );
          const mapping: Mapping = {
            shape: 'list',
            amountUnit: '元',
            headerRows: 1,
            columns: order.map((field, index) => ({
              field,
              column: places[index] ?? 0,
              header: head[places[index] ?? 0] ?? '',
            })),
            cells: [],
          };
          // The next file has its columns moved by one.
          const shifted = [head, ...rows].map((cells) => ['新增', ...cells]);
          for (const source of [table([head, ...rows]), table(shifted)]) {
            expect(told(readMapped([source], mapping, ''))).toEqual(
              made.map(({ total, rows: count }, project) => ({
                name: `第${project}个项目`,
                total: String(total),
                goals: [`目标${project}`],
                indicators: Array.from({ length: count }, (_, row) => `quantity 指标${project}/${row} ${row + 1} 个`),
              })),
            );
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('never throws, whatever is mapped to whatever', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '项目名称', '合计', '指标值', '1.5', '数量指标'),
      fc.string({ maxLength: 8 }),
    );
    const field = fc.constantFrom<MappedField>(
      'name',
      'total',
      'level1',
      'level2',
      'level3',
      'value',
      'goal',
      'narrative',
    );
    const mapping: fc.Arbitrary<Mapping> = fc.record({
      shape: fc.constantFrom('list', 'single'),
      amountUnit: fc.constantFrom('元', '万元'),
      headerRows: fc.integer({ min: 0, max: 3 }),
      columns: fc.array(fc.record({ column: fc.integer({ min: 0, max: 6 }), header: cell, field }), { maxLength: 6 }),
      cells: fc.array(fc.record({ label: cell, side: fc.constantFrom('left', 'above'), field }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 10 }), mapping, (rows, said) => {
        const source = table(rows);
        for (const one of [said, proposeMapping([source])]) {
          for (const { places } of readMapped([source], one, '').projects) {
            for (const place of Object.values(places ?? {})) {
              expect(source.rows.some(({ at, cells }) => at === place.at && place.column < cells.length)).toBe(true);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('correcting a proposal', () => {
  it('says what columns are below the head the clerk chose', () => {
    const at = headAtOf(LIST, proposeMapping([LIST]));
    expect(at).toBe(2);
    const heads = headsAt(LIST, at, 1);
    const moved = withColumn(withColumn(proposeMapping([LIST]), heads, 5, 'implementingUnit'), heads, 8, null);
    expect(moved.columns.map(({ column, header, field }) => `${column} ${header} ${field}`)).toEqual([
      '1 预期值 value',
      '2 考核内容 level3',
      '3 指标类型 level2',
      '4 专项名称 name',
      '5 经办人 implementingUnit',
      '6 安排金额（万元） total',
      '7 计划目标任务 goal',
    ]);
    expect(readMapped([LIST], moved, '').projects[0]?.implementingUnit).toBe('张三');
    expect(withColumn(moved, heads, 2, 'name').columns.filter(({ field }) => field === 'name')).toHaveLength(1);
    expect(withHead(moved, headsAt(LIST, 3, 1), 1).columns[0]?.header).toBe('≥300');
  });

  it('says what cells are by the label beside them', () => {
    const form = single('甲', '1');
    const beside = labelBeside(form, { at: 2, column: 4 });
    expect(beside).toEqual({ label: '归口部门', side: 'left' });
    expect(labelBeside(form, { at: 5, column: 0 })).toEqual({ label: '申请金额（元）', side: 'above' });
    expect(labelBeside(form, { at: 1, column: 0 })).toBeNull();
    const empty = { ...proposeMapping([form]), cells: [] };
    const named = beside ? withCell(empty, beside, 'name') : empty;
    expect(fieldOfLabel(named, '归口部门：')).toBe('name');
    expect(readMapped([form], named, '').projects[0]?.name).toBe('某县教育局');
    expect(beside ? withCell(named, beside, null).cells : null).toEqual([]);
  });

  it('proposes the other shape where the clerk says so', () => {
    expect(proposeMapping([single('甲', '1')], 'list').shape).toBe('list');
    expect(proposeMapping([LIST], 'single').shape).toBe('single');
  });
});

describe('a kept mapping', () => {
  const kept = (source: SourceTable) => {
    const mapping = proposeMapping([source]);
    return { signature: signatureOf(mapping), mapping };
  };

  it('fits the next file of the same form, with a column more and heads written a little otherwise', () => {
    const next = table(
      LIST.rows.map(({ cells }) => [
        '新增列',
        ...cells.map((text) => (text === '安排金额（万元）' ? '安排金额 (元)：' : text)),
      ]),
    );
    expect(likeness([next], kept(LIST))).toBe(1);
    expect(fittingMapping([next], [kept(single('甲', '1')), kept(LIST)])?.mapping.shape).toBe('list');
  });

  it('does not fit another form', () => {
    expect(fittingMapping([single('甲', '1')], [kept(LIST)])).toBeNull();
    expect(fittingMapping([LIST], [kept(single('甲', '1'))])).toBeNull();
    expect(fittingMapping([table([['一段文字']])], [kept(LIST), kept(single('甲', '1'))])).toBeNull();
  });

  it('with a single label fits nothing by itself', () => {
    expect(likeness([LIST], { signature: '项目名称', mapping: { ...proposeMapping([LIST]), columns: [] } })).toBe(0);
  });
});
