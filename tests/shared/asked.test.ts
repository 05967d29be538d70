import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedForm, askedOf } from '../../shared/forms/asked.ts';
import { STEPS, type AskedForm, type FormRules } from '../../shared/forms/form.ts';
import { formById, FORMS } from '../../shared/forms/index.ts';
import { treeLevels, treeRows, withIndicatorWord } from '../../shared/forms/trees.ts';
import type { FormId } from '../../shared/model/form-id.ts';
import type { Requirement } from '../../shared/model/level2.ts';

const IDS = FORMS.map(({ id }) => id);
const ids: fc.Arbitrary<FormId[]> = fc.shuffledSubarray(IDS, { minLength: 1 });
const rules: fc.Arbitrary<FormRules> = fc.record({
  tree: fc.constantFrom('88' as const, '101' as const),
  weightSum: fc.constantFrom(80, 90, 100),
});

const STRENGTH: readonly Requirement[] = [null, 'required', 'hard'];
const strength = (requirement: Requirement): number => STRENGTH.indexOf(requirement);
const stepsOf = (items: readonly { readonly step: (typeof STEPS)[number] }[]): number[] =>
  items.map(({ step }) => STEPS.indexOf(step));
const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

/** Checks what holds for any forms of a unit. */
const always = (check: (merged: AskedForm, alone: readonly AskedForm[], given: FormRules) => void): void => {
  fc.assert(
    fc.property(ids, rules, (forms, given) => {
      check(
        askedForm(forms, given),
        forms.map((id) => formById(id).ask(given)),
        given,
      );
    }),
  );
};

describe('what several forms ask together', () => {
  it('is every field that one of them asks, once', () => {
    always((merged, alone) => {
      const paths = merged.fields.map(({ path }) => path);
      expect(new Set(paths)).toEqual(new Set(alone.flatMap(({ fields }) => fields.map(({ path }) => path))));
      expect(new Set(paths).size).toBe(paths.length);
    });
  });

  it('requires a field, or a part of every indicator, exactly where one of them does', () => {
    always((merged, alone) => {
      for (const { path, required } of merged.fields) {
        expect(required).toBe(alone.some(({ fields }) => fields.some((one) => one.path === path && one.required)));
      }
      for (const { part, required } of merged.indicatorFields) {
        const own = alone.flatMap(({ indicatorFields }) => indicatorFields.filter((one) => one.part === part));
        expect(required).toBe(own.some((one) => one.required));
      }
    });
  });

  it('requires a row as strongly as the strictest of them', () => {
    always((merged, alone, { tree }) => {
      for (const { kind, requirement } of merged.indicatorRows) {
        const own = alone.flatMap(({ indicatorRows }) =>
          indicatorRows.filter((row) => row.kind === kind || (kind === 'economicCost' && row.kind === 'cost')),
        );
        expect(strength(requirement)).toBe(Math.max(...own.map((row) => strength(row.requirement))));
        if (tree === '88') expect(kind).not.toBe('economicCost');
      }
    });
  });

  it('asks for 成本 in one place only', () => {
    always(({ indicatorRows }) => {
      const kinds = indicatorRows.map(({ kind }) => kind);
      expect(new Set(kinds).size).toBe(kinds.length);
      expect(kinds.includes('cost') && kinds.includes('economicCost')).toBe(false);
    });
  });

  it('comes in the order of the steps, rows below their level, every level with a row', () => {
    always((merged) => {
      expect(stepsOf(merged.fields)).toEqual(sorted(stepsOf(merged.fields)));
      expect(stepsOf(merged.levels)).toEqual(sorted(stepsOf(merged.levels)));
      const levels = merged.indicatorRows.map(({ level1 }) => merged.levels.findIndex(({ label }) => label === level1));
      expect(levels).toEqual(sorted(levels));
      expect(new Set(levels).size).toBe(merged.levels.length);
    });
  });

  it('keeps every rule over several fields once', () => {
    always(({ constraints }, alone) => {
      const wanted = new Set(alone.flatMap((one) => one.constraints.map(({ id }) => id)));
      expect(constraints.map(({ id }) => id).sort()).toEqual([...wanted].sort());
    });
  });

  it('of a single form of the older tree is what that form asks', () => {
    for (const { id, ask } of FORMS) {
      const alone = ask({ tree: '88', weightSum: 90 });
      const merged = askedForm([id], { tree: '88', weightSum: 90 });
      expect(new Set(merged.fields)).toEqual(new Set(alone.fields));
      expect(new Set(merged.indicatorRows)).toEqual(new Set(alone.indicatorRows));
    }
  });

  it('of a unit follows its forms, its tree and the sum of weights set for all', () => {
    const unit = { forms: ['annex2'], tree: '88' } as const;
    expect(askedOf({ ...unit, forms: [...unit.forms] }, { weightSum: 100 }).indicatorRows).toHaveLength(9);
  });
});

describe('the two trees of indicators', () => {
  const labels = (tree: '88' | '101'): string[] =>
    treeRows(tree, withIndicatorWord, {}).map(({ level1, level2 }) => `${level1}/${level2}`);

  it('have 成本 below 产出 in the older one', () => {
    expect(treeLevels('88').map(({ label }) => label)).toEqual(['产出指标', '效益指标', '满意度指标']);
    expect(labels('88').slice(0, 4)).toEqual([
      '产出指标/数量指标',
      '产出指标/质量指标',
      '产出指标/时效指标',
      '产出指标/成本指标',
    ]);
  });

  it('have 成本 first with three kinds below it in the newer one', () => {
    expect(treeLevels('101').map(({ label }) => label)).toEqual(['成本指标', '产出指标', '效益指标', '满意度指标']);
    expect(labels('101').slice(0, 4)).toEqual([
      '成本指标/经济成本指标',
      '成本指标/社会成本指标',
      '成本指标/生态环境成本指标',
      '产出指标/数量指标',
    ]);
  });

  it('end alike', () => {
    expect(labels('101').slice(-5)).toEqual(labels('88').slice(-5));
  });

  it('carry a requirement of 成本 over to 经济成本', () => {
    const hard = treeRows('101', withIndicatorWord, { cost: 'hard', social: 'required' });
    expect(hard.filter(({ requirement }) => requirement !== null).map(({ kind }) => kind)).toEqual([
      'economicCost',
      'social',
    ]);
  });
});
