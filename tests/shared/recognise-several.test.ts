import { describe, expect, it } from 'vitest';
import type { SourceTable } from '../../shared/grid/table.ts';
import { emptyContent, type ProjectContent } from '../../shared/model/project.ts';
import { recognise } from '../../shared/recognise/index.ts';
import { isApproval } from '../../shared/recognise/is-approval.ts';
import type { FormId } from '../../shared/model/form-id.ts';
import { listRows, sheet } from './approval-list.ts';
import { drawn } from './book.ts';
import { asRead } from './grid-cells.ts';
import { samples } from './samples.ts';

/* Files that hold more than one form, or less than one. */

const sheets = (form: FormId, contents: readonly ProjectContent[]): SourceTable[] => drawn(form, contents).map(asRead);
const names = (tables: readonly SourceTable[]): (string | null)[] =>
  recognise(tables, 'x').projects.map(({ name }) => name);
const namesOf = (contents: readonly ProjectContent[]): string[] => contents.map(({ name }) => name);

/** One flow of text, as a docx without sections is read. */
const inOne = (tables: readonly SourceTable[]): SourceTable[] => [
  {
    name: 'x.docx',
    rows: tables.flatMap(({ rows }) => rows).map(({ cells }, index) => ({ cells, at: index + 1 })),
  },
];

const COVER: SourceTable = {
  name: '填报说明',
  rows: ['填报说明', '一、本表由预算单位填报。', '二、金额单位为万元。', '三、指标值要量化。', '四、按时报送。'].map(
    (text, index) => ({ cells: [text], at: index + 1 }),
  ),
};

describe('several forms in one file', () => {
  const [first, second] = [samples().slice(0, 3), samples().slice(3, 6)];

  it('a 批复表 and 目标表 beside it are both read, each project by its own form', () => {
    const tables = [...sheets('annex2', first), ...sheet(listRows())];
    const document = recognise(tables, 'x');
    expect(document.projects).toHaveLength(6);
    expect(new Set(document.projects.map(({ layout }) => layout ?? document.document.layout))).toEqual(
      new Set(['annex2', 'approval']),
    );
    const places = document.projects.map(({ places: own }) => own?.['name']?.table);
    expect(places).toEqual([0, 1, 2, 3, 3, 3]);
  });

  it('申报表 and 目标表 in one flow of text are told apart by their titles', () =>
    expect(names(inOne([...sheets('declaration', first), ...sheets('annex2', second)]))).toEqual([
      ...namesOf(first),
      ...namesOf(second),
    ]));

  it('a project that stands in two of them is taken once, and told', () => {
    const { projects, notes } = recognise(
      [...sheets('declaration', first.slice(0, 1)), ...sheets('annex2', first)],
      'x',
    );
    expect(projects.map(({ name }) => name)).toEqual(namesOf(first));
    expect(notes?.join('')).toContain(`“${first[0]?.name ?? ''}”`);
  });

  it('a sheet without any form is told', () => {
    const { projects, notes } = recognise([COVER, ...sheets('annex2', first)], 'x');
    expect(projects).toHaveLength(3);
    expect(notes).toEqual(['“填报说明”里没有找到项目，没有读入。']);
  });

  it('a file of one form has nothing to tell', () =>
    expect(recognise(sheets('annex2', first), 'x').notes).toBeUndefined());
});

describe('blank forms', () => {
  const blank = (form: FormId): SourceTable[] => sheets(form, [emptyContent()]);

  it.each<FormId>(['annex2', 'declaration', 'dossier'])('%s alone is refused as blank, with what to do', (form) => {
    expect(() => recognise(blank(form), '空表.xlsx')).toThrow('空白表');
  });

  it('beside projects is left out and told', () => {
    const [form] = blank('annex2');
    const { projects, notes } = recognise(
      [...sheets('annex2', samples()), { name: '空表', rows: form?.rows ?? [] }],
      'x',
    );
    expect(projects).toHaveLength(samples().length);
    expect(notes).toEqual(['“空表”是没有填写的空白表，没有读入。']);
  });

  it('an example beside projects is left out and told; alone it is read', () => {
    const [project, ...others] = samples();
    const [form] = sheets('annex2', project ? [project] : []);
    const example = { name: '2025年模板', rows: form?.rows ?? [] };
    const { projects, notes } = recognise([example, ...sheets('annex2', others)], 'x');
    expect(projects.map(({ name }) => name)).toEqual(namesOf(others));
    expect(notes).toEqual(['“2025年模板”是模板或样表，没有读入。']);
    expect(names([example])).toEqual([project?.name]);
  });
});

describe('运行监控表', () => {
  const [project] = sheets('annex2', samples().slice(0, 1));
  const monitored: SourceTable = {
    name: '监控',
    rows: [
      ['项目支出绩效目标执行监控表'],
      ['项目名称', '村道养护'],
      ['主管部门', '青石县', '', '实施单位', '柳林镇'],
      ['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '1-7月执行情况', '全年预计完成情况'],
      ['', '产出指标', '数量指标', '养护里程', '≥36公里', '20公里', '36公里'],
    ].map((cells, index) => ({ cells, at: index + 1 })),
  };

  it('alone is refused by its name', () => expect(() => recognise([monitored], 'x')).toThrow('运行监控表'));

  it('beside 目标表 is left out and told, and the places are those of the file', () => {
    const { projects, notes } = recognise(project ? [monitored, project] : [], 'x');
    expect(projects.map(({ places }) => places?.['name']?.table)).toEqual([1]);
    expect(notes).toEqual(['“监控”是绩效运行监控表，没有读入。']);
  });
});

describe('what the county approved', () => {
  const titled = (title: string): SourceTable[] =>
    sheet(listRows()).map(({ rows, ...table }) => ({
      ...table,
      rows: rows.map((row, index) => (index === 0 ? { ...row, cells: [title] } : row)),
    }));

  it.each([
    ['2024年部门预算项目支出绩效目标批复表', true],
    ['2024年部门预算项目绩效目标申报表', false],
    ['2024年部门预算项目绩效目标表', true],
  ])('%s: %s', (title, approved) => expect(isApproval(recognise(titled(title), 'x'))).toBe(approved));
});
