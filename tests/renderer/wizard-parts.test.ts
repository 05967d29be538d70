import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUntouched, toFormValues, toStored, withReadings } from '../../renderer/src/wizard/form-values.ts';
import { bothMeanings, readAmount, settleUnit, sumProposals } from '../../renderer/src/wizard/funds.ts';
import { tellHistory, type Revision } from '../../renderer/src/wizard/history.ts';
import { readingOf, tidySigns, withSign } from '../../renderer/src/wizard/indicators.ts';
import { keepTyped } from '../../renderer/src/wizard/merge.ts';
import { countGaps, stepOfField } from '../../renderer/src/wizard/steps.ts';
import { previewHref, previewIds } from '../../renderer/src/preview/selection.ts';
import { diffContent } from '../../shared/model/diff.ts';
import { formGaps } from '../../shared/forms/gaps.ts';
import { askedForm } from '../../shared/forms/asked.ts';
import { LEVEL2_KINDS } from '../../shared/model/level2.ts';
import { parseFen, printFen } from '../../shared/model/money.ts';
import { emptyContent, emptyIndicator, type Indicator, type ProjectContent } from '../../shared/model/project.ts';
import { everythingAsked } from './wizard-form.ts';

const form = askedForm(['annex2'], { tree: '88', weightSum: 90 });
const text = fc.oneof(fc.constant(''), fc.string({ minLength: 1, maxLength: 8 }));

const indicatorOf = (id: number): fc.Arbitrary<Indicator> =>
  fc
    .record({ kind: fc.constantFrom(...LEVEL2_KINDS), level3: text, printed: text, basis: text })
    .map((part) => ({ ...emptyIndicator(`i${id}`, part.kind), ...part }));

const content: fc.Arbitrary<ProjectContent> = fc
  .record({
    name: text,
    period: text,
    goals: fc.array(text, { maxLength: 3 }),
    funds: fc.record({ total: text, fiscal: text, other: text }),
    count: fc.integer({ min: 0, max: 6 }),
  })
  .chain(({ count, ...part }) =>
    fc
      .tuple(...Array.from({ length: count }, (_, id) => indicatorOf(id)))
      .map((indicators) => ({ ...emptyContent(), ...part, indicators })),
  );

let ids = 0;
const newId = (): string => `new${(ids += 1)}`;

describe('what the wizard edits and what is stored', () => {
  it('only looking at a project changes nothing but boxes that were empty', () => {
    fc.assert(
      fc.property(content, (stored) => {
        const again = toStored(toFormValues(stored, form, newId));
        expect(again).toEqual({
          ...stored,
          goals: stored.goals.every((goal) => goal.trim() === '') ? [] : stored.goals,
          indicators: stored.indicators.filter((indicator) => !isUntouched(indicator)),
        });
      }),
    );
  });

  it('every field of the form and every gap of an empty project is a text in what the wizard edits', () => {
    const values = toFormValues(emptyContent(), form, newId);
    const paths = [...form.fields.map(({ path }) => path), ...formGaps(form, values).map(({ path }) => path)];
    for (const path of paths) {
      const found = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], values);
      expect([path, typeof found]).toEqual([path, 'string']);
    }
  });

  it('every gap of any draft is on a step, and its field is there to be focused', () => {
    fc.assert(
      fc.property(content, (stored) => {
        const values = toFormValues(stored, form, newId);
        const gaps = formGaps(form, values);
        for (const gap of gaps) expect(stepOfField(form, values, gap.path)).toBe(gap.step);
        const { check, ...steps } = countGaps(gaps);
        expect(Object.values(steps).reduce((sum, count) => sum + count, 0)).toBe(check);
        for (const { path } of gaps) {
          const index = /^indicators\.(\d+)\./u.exec(path)?.[1];
          if (index !== undefined) expect(values.indicators[Number(index)]).toBeDefined();
        }
      }),
    );
  });
});

describe('readings', () => {
  it('are made of what was typed anew; what an imported paper knew better stays while its text stays', () => {
    fc.assert(
      fc.property(content, text, (opened, printed) => {
        const known = opened.indicators.map((indicator) => ({ ...indicator, operator: '≥' as const, unit: '户' }));
        const before = { ...opened, indicators: known };
        expect(withReadings(before, before)).toEqual(before);
        const changed = {
          ...before,
          indicators: known.map((indicator) => ({ ...indicator, printed: `${printed}1 人` })),
        };
        for (const indicator of withReadings(changed, before).indicators) {
          expect(indicator).toMatchObject(readingOf(`${printed}1 人`));
        }
      }),
    );
  });
});

describe('amounts', () => {
  it('are read back in both units', () => {
    expect(readAmount('95.0832', '万元')).toEqual({ kind: 'read', text: '= 95.0832 万元 = 950,832 元' });
    expect(readAmount('4.5', '元')).toEqual({ kind: 'read', text: '= 0.00045 万元 = 4.5 元' });
    expect(readAmount('约十万', '万元')).toEqual({ kind: 'unreadable' });
    expect(readAmount(' ', '万元')).toBeNull();
  });

  it('any proposal, once taken, makes the sum right', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000_000 }).map((fen) => printFen(fen, '万元'));
    fc.assert(
      fc.property(amount, amount, fc.oneof(fc.constant(''), amount), (total, fiscal, other) => {
        for (const proposal of sumProposals({ amountUnit: '万元', funds: { total, fiscal, other } })) {
          const funds = { total, fiscal, other, [proposal.part]: proposal.text };
          expect(sumProposals({ amountUnit: '万元', funds })).toEqual([]);
        }
      }),
    );
  });

  it('nothing is proposed where an amount is no number', () => {
    const funds = { total: '10', fiscal: '约 4', other: '' };
    expect(sumProposals({ amountUnit: '万元', funds })).toEqual([]);
  });

  it('an imported 元 is shown in both meanings and settled without loss', () => {
    expect(bothMeanings('45000')).toEqual({ yuan: '45000 元（4.5 万元）', wan: '45000 万元' });
    const content = {
      ...emptyContent(),
      amountUnit: '元' as const,
      funds: { total: '45000.01', fiscal: '不详', other: '' },
    };
    const settled = settleUnit(content, '元');
    expect(settled.funds).toEqual({ total: '4.500001', fiscal: '不详', other: '' });
    expect(parseFen(settled.funds.total, '万元')).toBe(parseFen('45000.01', '元'));
    expect(settleUnit(content, '万元').funds).toEqual(content.funds);
  });
});

describe('signs', () => {
  it('are tidied as typed and replaced, never doubled', () => {
    expect(tidySigns('>=95%')).toBe('≥95%');
    expect(tidySigns('<=3 起')).toBe('≤3 起');
    expect(tidySigns('不断提升')).toBe('不断提升');
    expect(withSign('95%', '≥')).toBe('≥95%');
    expect(withSign('＜＝ 95%', '≥')).toBe('≥95%');
    expect(withSign(withSign('95%', '≤'), '≥')).toBe('≥95%');
  });
});

describe('a newer stored version', () => {
  it('where nothing was typed here it is taken as it is; where nothing changed there, mine stays as it is', () => {
    fc.assert(
      fc.property(content, content, (base, other) => {
        expect(keepTyped(base, base, other)).toEqual(other);
        expect(keepTyped(base, other, base)).toEqual(other);
      }),
    );
  });

  it('what was typed here into one field of an indicator stands beside what was typed there into another', () => {
    const row = { ...emptyIndicator('i1', 'quantity'), level3: '人数', printed: '31 人' };
    const base = { ...emptyContent(), indicators: [row] };
    const mine = { ...base, indicators: [{ ...row, printed: '32 人' }] };
    const theirs = { ...base, name: '新名', indicators: [{ ...row, level3: '村干部人数' }] };
    const merged = keepTyped(base, mine, theirs);
    expect(merged.name).toBe('新名');
    expect(merged.indicators).toEqual([{ ...row, level3: '村干部人数', printed: '32 人' }]);
  });
});

describe('修改记录', () => {
  /** The revision of one sitting that led from one content to another. */
  const sitting = (before: ProjectContent, after: ProjectContent): Revision => ({
    id: 1,
    projectId: 'p1',
    version: 3,
    since: '2024-03-01T06:00:00.000Z',
    at: '2024-03-01T06:08:00.000Z',
    operator: '王会计',
    action: 'edit',
    changes: diffContent(before, after),
  });
  const typed = (name: string): ProjectContent => ({ ...emptyContent(), name });

  it('tells a sitting from its beginning to its end, in the words of the form', () => {
    const [entry] = tellHistory([sitting(typed(''), typed('村干部补贴'))], form, typed('村干部补贴'));
    expect(entry).toMatchObject({
      since: '2024-03-01T06:00:00.000Z',
      at: '2024-03-01T06:08:00.000Z',
      deed: '修改',
      changes: [{ label: '项目名称', before: '', after: '村干部补贴' }],
    });
  });

  it('tells an added indicator as it is, and no reading or order of ids', () => {
    const row = { ...emptyIndicator('i1', 'quantity'), level3: '人数', printed: '31 人', value: '31', unit: '人' };
    const after = { ...emptyContent(), indicators: [row] };
    const [entry] = tellHistory([sitting(emptyContent(), after)], form, after);
    expect(entry?.changes).toEqual([{ path: 'indicators.i1', label: '指标', before: '', after: '人数：31 人' }]);
  });

  it('names the fields of every form, those of the unit in its own words', () => {
    const before: ProjectContent = {
      ...emptyContent(),
      indicators: [{ ...emptyIndicator('i1', 'quantity'), level3: '人数' }],
      midtermIndicators: [{ ...emptyIndicator('m1', 'quantity'), level3: '人次' }],
    };
    const after: ProjectContent = {
      ...before,
      code: '6301',
      category: '3-特定目标类',
      usage: '发放补贴',
      midtermFunds: { total: '30', fiscal: '', other: '' },
      midtermGoals: ['稳定'],
      spendingPlan: [{ by: '12月底', percent: '100%' }],
      indicators: before.indicators.map((one) => ({ ...one, weight: '10', basis: '工作计划', description: '多少人' })),
      midtermIndicators: before.midtermIndicators.map((one) => ({ ...one, printed: '9 人次' })),
    };
    const labels = (asked: typeof form): string[] =>
      tellHistory([sitting(before, after)], asked, after)[0]?.changes.map(({ label }) => label) ?? [];
    const common = ['项目编码', '项目类别', '资金用途', '中期资金总额', '中期目标', '资金支出计划第 1 行'];
    expect(labels(form).toSorted()).toEqual(
      [
        ...common,
        '中期指标“人次”的指标值',
        ...['权重', '设定依据', '说明'].map((part) => `指标“人数”的${part}`),
      ].toSorted(),
    );
    expect(labels(everythingAsked('88'))).toContain('指标“人数”的分值权重');
  });

  it('says nothing of an edit that changed nothing a form shows', () => {
    expect(tellHistory([sitting(typed('甲'), typed('甲'))], form, typed('甲'))).toEqual([]);
  });
});

describe('the address of a preview', () => {
  it('leads back to the same projects in the same order, few or many', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { minLength: 1, maxLength: 60 }), (projects) => {
        const href = previewHref(projects);
        expect(href.length).toBeLessThan(1_000);
        expect(previewIds(href.slice('/preview/'.length))).toEqual(projects);
      }),
    );
  });

  it('no longer knows projects of a window that was closed', () => {
    expect(previewIds('~99999')).toBeNull();
  });
});
