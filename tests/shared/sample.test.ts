import { describe, expect, it } from 'vitest';
import { askedForm } from '../../shared/forms/asked.ts';
import { formGaps } from '../../shared/forms/gaps.ts';
import { FORMS } from '../../shared/forms/index.ts';
import { parseFen } from '../../shared/model/money.ts';
import { projectContentSchema } from '../../shared/model/project.ts';
import { unitYearContentSchema } from '../../shared/model/unit-year.ts';
import { defaultSettings } from '../../shared/model/unit.ts';
import { sumWeights } from '../../shared/model/weight.ts';
import { SAMPLE_YEAR, sampleProjects } from '../../shared/sample/index.ts';

let count = 0;
const projects = sampleProjects(() => `i${(count += 1)}`);

/** `24 人×800 元/月×12 个月＝23.04 万元` and `（85 元/平方米，10.2 万元）` in a goal. */
const PRODUCT = /((?:[\d.]+ ?(?:万元|元)?[^\d×＝，（）]*×)+[\d.]+ ?(?:万元|元)?[^\d×＝，（）]*)＝([\d.]+) 万元/gu;

const product = (factors: string): number =>
  factors.split('×').reduce((result, factor) => {
    const number = parseFen(/^[\d.]+ ?(?:万元|元)?/u.exec(factor)?.[0] ?? '', '元');
    return (result * (number ?? NaN)) / 100;
  }, 1);

describe('the sample projects', () => {
  it('are a dozen, valid, with different names and ids, and other funds in one', () => {
    expect(projects).toHaveLength(12);
    expect(new Set(projects.map(({ name }) => name)).size).toBe(12);
    for (const project of projects) {
      expect(projectContentSchema.safeParse(project).success).toBe(true);
      expect(new Set(project.indicators.map(({ id }) => id)).size).toBe(project.indicators.length);
    }
    expect(projects.filter(({ funds }) => Number(funds.other) > 0)).toHaveLength(1);
  });

  it('say in their goals products that are right, and that make the total where they are all', () => {
    let checked = 0;
    for (const { goals } of projects) {
      for (const [, factors = '', result = ''] of (goals[0] ?? '').matchAll(PRODUCT)) {
        expect(product(factors) / 10_000).toBeCloseTo(Number(result), 9);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThanOrEqual(11);
  });

  it('have what every form asks for: nothing is missing in any of them', () => {
    for (const form of FORMS) {
      const asked = askedForm([form.id], { tree: '88', weightSum: defaultSettings(2026).weightSum });
      for (const project of projects)
        expect({ form: form.id, gaps: formGaps(asked, project) }).toEqual({ form: form.id, gaps: [] });
    }
  });

  it('weigh 90 each, 50 for what is done, 30 for what it is good for, 10 for those it is done for', () => {
    for (const { indicators } of projects) {
      expect(sumWeights(indicators.map(({ weight }) => weight))).toBe(90);
      const satisfied = indicators.filter(({ kind }) => kind === 'satisfaction');
      expect(sumWeights(satisfied.map(({ weight }) => weight))).toBe(10);
    }
  });

  it('come with what the unit declares for its year', () => {
    expect(unitYearContentSchema.parse(SAMPLE_YEAR)).toEqual(SAMPLE_YEAR);
  });
});
