import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedForm } from '../../../shared/forms/asked.ts';
import { FORM_IDS } from '../../../shared/model/form-id.ts';
import { LEVEL2_KINDS } from '../../../shared/model/level2.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { applyFix } from '../../../shared/review/fix.ts';
import { review } from '../../../shared/review/review.ts';
import { RULES } from '../../../shared/review/rules/index.ts';
import { samples } from '../samples.ts';
import { projectOf, type Row } from './support.ts';

const form = askedForm(['annex2'], { tree: '88', weightSum: 90 });
const of = (projects: readonly ProjectContent[], year: number | null = 2024) => ({
  year,
  names: ['示例镇人民政府'],
  form,
  projects,
});

const piece = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '≥95%',
    '31 人',
    '2556 元/人/月',
    '2-10个',
    '2023年',
    '满意度',
    '目标内容1',
    '每人每月',
    '（',
    '10 万元',
    '村干部人数',
  ),
);
const row = fc.tuple(fc.constantFrom(...LEVEL2_KINDS), piece, piece) satisfies fc.Arbitrary<Row>;
const draft = fc
  .record({ name: piece, total: piece, goal: piece, usage: piece, rows: fc.array(row, { maxLength: 12 }) })
  .map(projectOf);

describe('the review', () => {
  it('never throws, and every finding points at a project and says what to do', () => {
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 6 }), (projects) => {
        for (const finding of review(of(projects))) {
          expect(finding.message.length).toBeGreaterThan(5);
          if (finding.index !== null) expect(projects[finding.index]?.name).toBe(finding.project);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a fix settles its finding, and changes nothing but what it names', () => {
    fc.assert(
      fc.property(draft, (project) => {
        for (const { fix, rule, path } of review(of([project]))) {
          if (fix === undefined) continue;
          const fixed = applyFix(project, fix);
          const again = review(of([fixed])).filter((one) => one.rule === rule && one.path === path);
          expect(again.map(({ fix: next }) => next?.label)).not.toContain(fix.label);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(FORM_IDS)('the sample projects give no error by %s', (id) => {
    const asked = askedForm([id], { tree: '88', weightSum: 90 });
    const findings = review({ ...of(samples(), 2027), form: asked }).filter(({ severity }) => severity !== 'hint');
    expect(findings.map(({ project, message }) => `${project ?? ''} ${message}`)).toEqual([]);
  });

  it('rules have ids of their own and can be switched off or weighed otherwise', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    const project = projectOf({ rows: [['satisfaction', '村民满意度', '≥70%']] });
    const ask = (severity: 'off' | 'hint') =>
      review(of([project]), [{ rule: 'low-satisfaction', severity, reason: '本县要求 70%' }])
        .filter(({ rule }) => rule === 'low-satisfaction')
        .map((finding) => finding.severity);
    expect(ask('off')).toEqual([]);
    expect(ask('hint')).toEqual(['hint']);
  });

  it('a paper without a year is asked for none', () => {
    expect(
      review(of([projectOf({ goal: '保障2021年各项工作', rows: [] })], null)).filter(
        ({ rule }) => rule === 'stale-year',
      ),
    ).toEqual([]);
  });
});
