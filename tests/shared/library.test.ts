import { describe, expect, it } from 'vitest';
import { askedForm } from '../../shared/forms/asked.ts';
import type { AskedForm } from '../../shared/forms/form.ts';
import { FORM_IDS } from '../../shared/model/form-id.ts';
import { emptyContent, type ProjectContent } from '../../shared/model/project.ts';
import { sumWeights } from '../../shared/model/weight.ts';
import type { LibraryKind } from '../../shared/library/kind.ts';
import {
  fillKind,
  findKinds,
  kindArithmetic,
  kindNamed,
  kindTotal,
  LIBRARY,
  type KindNumbers,
} from '../../shared/library/library.ts';
import { review } from '../../shared/review/review.ts';
import { counter } from './samples.ts';

const examples = (kind: LibraryKind): KindNumbers =>
  Object.fromEntries(kind.numbers.map(({ key, example }) => [key, String(example)]));

const project = (kind: LibraryKind, operators = false): ProjectContent => {
  const content = fillKind(kind, examples(kind), { weights: true, operators }, counter());
  if (content === null) throw new Error(`${kind.id} is not filled by its own examples`);
  return {
    ...emptyContent(),
    name: kind.name,
    code: '63012300024T000000550',
    category: '3-特定目标类',
    departmentAndCode: '示例县示例镇人民政府 407',
    implementingUnit: '示例县示例镇人民政府本级',
    attribute: '0101-一年期项目',
    period: '1 年',
    spendingPlan: ['25%', '50%', '75%', '100%'].map((percent, index) => ({ by: `${index * 3 + 3}月底`, percent })),
    ...content,
  };
};

const asksForSigns = ({ indicatorFields }: AskedForm): boolean =>
  indicatorFields.some(({ part, required }) => part === 'operator' && required);

describe('the library of typical indicators', () => {
  it('knows thirty kinds, each with eight indicators or more of its own id', () => {
    expect(LIBRARY.length).toBeGreaterThanOrEqual(30);
    expect(new Set(LIBRARY.map(({ id }) => id)).size).toBe(LIBRARY.length);
    for (const { id, indicators } of LIBRARY) expect([id, indicators.length >= 8]).toEqual([id, true]);
  });

  it.each(LIBRARY.map((kind) => [kind.name, kind] as const))(
    '%s: every number is used and every text filled',
    (_, kind) => {
      const texts = [kind.goal, ...kind.indicators.map(({ value }) => value)].join(' ');
      const used = new Set(Array.from(texts.matchAll(/\{(\w+)\}/gu), ([, key]) => key));
      const known = new Set(['total', ...kind.numbers.map(({ key }) => key)]);
      expect([...used].filter((key) => !known.has(key ?? ''))).toEqual([]);
      expect(kind.numbers.map(({ key }) => key).filter((key) => !used.has(key) && !kind.product.includes(key))).toEqual(
        [],
      );
      expect(JSON.stringify(project(kind))).not.toMatch(/\{\w+\}/u);
    },
  );

  it.each(LIBRARY.map((kind) => [kind.name, kind] as const))('%s: the weights are the usual 90', (_, kind) => {
    const sum = (kinds: readonly string[]): number =>
      kind.indicators.filter((one) => kinds.includes(one.kind)).reduce((all, { weight }) => all + weight, 0);
    expect([
      sum(['quantity', 'quality', 'timeliness', 'cost']),
      sum(['economic', 'social', 'ecological', 'sustainable']),
      sum(['satisfaction']),
    ]).toEqual([50, 30, 10]);
    expect(sumWeights(project(kind).indicators.map(({ weight }) => weight))).toBe(90);
  });

  it.each(LIBRARY.flatMap((kind) => FORM_IDS.map((form) => [kind.name, form, kind] as const)))(
    '%s passes the review by %s',
    (_, id, kind) => {
      const form = askedForm([id], { tree: '88', weightSum: 90 });
      const findings = review({
        year: 2027,
        names: ['示例县示例镇人民政府'],
        form,
        projects: [project(kind, asksForSigns(form))],
      });
      expect(
        findings.filter(({ severity }) => severity !== 'hint').map(({ rule, message }) => `${rule}: ${message}`),
      ).toEqual([]);
    },
  );

  it('is found by name, other words, pinyin and initials', () => {
    const first = (typed: string): string | undefined => findKinds(typed)[0]?.id;
    expect(first('村干部')).toBe('village-cadres');
    expect(first('cgb')).toBe('village-cadres');
    expect(first('shitang')).toBe('canteen');
    expect(first('河长制')).toBe('river-patrol');
    expect(findKinds('')).toHaveLength(LIBRARY.length);
    expect(findKinds('没有这种项目')).toEqual([]);
  });

  it('knows a kind by the name of a project, where only one is meant', () => {
    expect(kindNamed('2027年村干部任职补贴')?.id).toBe('village-cadres');
    expect(kindNamed('其他支出')).toBeNull();
  });

  it('works the total out, and says how', () => {
    const [kind] = LIBRARY;
    if (kind === undefined) throw new Error('no kinds');
    const given = { people: '31', standard: '2556', months: '12' };
    expect(kindTotal(kind, given)).toBe(95083200);
    expect(kindArithmetic(kind, given)).toBe('31 人 × 2556 元 × 12 个月 = 95.0832 万元');
    expect(kindTotal(kind, { ...given, months: '' })).toBeNull();
    expect(fillKind(kind, { people: '31' }, { weights: true, operators: false }, counter())).toBeNull();
  });
});
