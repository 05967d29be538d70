import { describe, expect, it } from 'vitest';
import { printedValue } from '../../shared/forms/rows.ts';
import type { Grid } from '../../shared/grid/grid.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { toContent } from '../../shared/recognise/content.ts';
import { recognise } from '../../shared/recognise/index.ts';
import { sampleProjects } from '../../shared/sample/index.ts';
import { drawn } from './book.ts';
import { asRead } from './grid-cells.ts';
import { counter } from './samples.ts';

const print = (projects: readonly ProjectContent[], printEmptyOptionalRows: boolean): Grid[] =>
  drawn('annex2', projects, { settings: { printEmptyOptionalRows } });

/** What the paper shows of a project. */
const shown = (content: ProjectContent): unknown => ({
  fields: [content.name, content.departmentAndCode, content.implementingUnit, content.attribute, content.period],
  funds: content.funds,
  goals: content.goals,
  // 附件2 prints no `=`.
  indicators: content.indicators.map((indicator) => [
    indicator.kind,
    indicator.level3,
    printedValue(indicator),
    indicator.operator.replace('=', ''),
    indicator.value,
    indicator.unit,
  ]),
});

describe('the printed table', () => {
  it.each([true, false])(
    'is recognised as what it was printed from (empty optional rows printed: %s)',
    (printEmptyOptionalRows) => {
      const projects = sampleProjects(counter());
      const read = recognise(print(projects, printEmptyOptionalRows).map(asRead), 'x').projects;
      expect(read.map((project) => shown(toContent(project, counter())))).toEqual(projects.map(shown));
      expect(read.flatMap((project) => project.doubts)).toEqual([]);
    },
  );

  it('keeps a name that says no more than its label', () => {
    const [sample] = sampleProjects(counter());
    if (sample === undefined) throw new Error('no sample');
    const indicators = sample.indicators.map((one) =>
      one.kind === 'satisfaction' ? { ...one, level3: '满意度指标' } : one,
    );
    const [read] = recognise(print([{ ...sample, indicators }], false).map(asRead), 'x').projects;
    expect(read?.indicators.at(-1)?.level3).toBe('满意度指标');
  });

  it('is recognised where it flows over several pages with its labels repeated', () => {
    const [sample] = sampleProjects(counter());
    if (sample === undefined) throw new Error('no sample');
    const [first] = sample.indicators;
    if (first === undefined) throw new Error('no indicator');
    const goal = '按照县委、县政府的部署，足额保障村级组织运转，'.repeat(60);
    const indicators = Array.from({ length: 60 }, (_, index) => ({
      ...first,
      id: `n${index}`,
      level3: `第 ${index + 1} 个村的环境整治面积`,
      printed: `≥${index + 1} 平方米`,
      operator: '≥' as const,
      value: String(index + 1),
      unit: '平方米',
    }));
    const project = { ...sample, goals: [goal], indicators: [...indicators, ...sample.indicators.slice(1)] };
    const grids = print([project], false);
    expect(grids[0]?.page.breaks.length).toBeGreaterThan(2);
    const [read] = recognise(grids.map(asRead), 'x').projects;
    if (read === undefined) throw new Error('nothing read');
    expect(shown(toContent(read, counter()))).toEqual(shown(project));
  });
});

describe('a printed table with rows that nobody filled in', () => {
  const kinds = ['quantity', 'quality', 'timeliness', 'cost', 'social', 'sustainable', 'satisfaction'] as const;

  it.each(kinds.flatMap((one) => kinds.map((other) => [one, other] as const)))(
    'keeps every indicator beside its own label without %s and %s',
    (one, other) => {
      const projects = sampleProjects(counter()).map((project) => ({
        ...project,
        indicators: project.indicators.filter(({ kind }) => kind !== one && kind !== other),
      }));
      const read = recognise(print(projects, false).map(asRead), 'x').projects;
      expect(read.map((project) => shown(toContent(project, counter())))).toEqual(projects.map(shown));
    },
  );
});
