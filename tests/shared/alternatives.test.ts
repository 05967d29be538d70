import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVEL2_KINDS } from '../../shared/model/level2.ts';
import { projectContentSchema, type ProjectContent } from '../../shared/model/project.ts';
import { readValue } from '../../shared/model/value.ts';
import { applyAlternative } from '../../shared/recognise/alternatives.ts';
import type { Alternative } from '../../shared/recognise/recognised.ts';
import { good } from './samples.ts';

type Changes = Alternative['changes'];

const settle = (changes: Changes, content = good()): ProjectContent => applyAlternative(content, { changes });

const PATHS = [
  ...['name', 'code', 'total', 'fiscal', 'other', 'amountUnit', 'usage', 'goals.0', 'goals.7', 'midterm.total'],
  ...['indicators.0', 'indicators.1.level3', 'indicators.2.printedValue', 'indicators.1.kind', 'indicators.99.level3'],
  ...['doubts', '', 'indicators', '__proto__', 'indicators.x.level3', 'indicators.0.id'],
];

const change = fc.record({
  path: fc.oneof(fc.constantFrom(...PATHS), fc.string()),
  value: fc.oneof(fc.constant(null), fc.string(), fc.constantFrom(...LEVEL2_KINDS)),
});

describe('another reading', () => {
  it('changes what it names and nothing else', () => {
    const content = good();
    expect(settle([{ path: 'total', value: '12.5' }])).toEqual({
      ...content,
      funds: { ...content.funds, total: '12.5' },
    });
    expect(settle([{ path: 'amountUnit', value: '元' }]).amountUnit).toBe('元');
    const [first, ...rest] = settle([{ path: 'indicators.0.level3', value: '新名称' }]).indicators;
    expect(first).toEqual({ ...content.indicators[0], level3: '新名称' });
    expect(rest).toEqual(content.indicators.slice(1));
  });

  it('understands a value anew', () => {
    const [first] = settle([{ path: 'indicators.0.printedValue', value: '≥95%' }]).indicators;
    expect(first).toMatchObject({ printed: '≥95%', operator: '≥', value: '95', unit: '%' });
  });

  it('moves an indicator to another kind with the labels the paper prints there', () => {
    const content = good();
    const other = content.indicators.find(({ kind }) => kind !== content.indicators[0]?.kind);
    const [first] = settle([{ path: 'indicators.0.kind', value: other?.kind ?? '' }]).indicators;
    expect(first).toMatchObject({ kind: other?.kind, level1: other?.level1, level2: other?.level2 });
    const [alone] = settle([{ path: 'indicators.0.kind', value: 'economicCost' }]).indicators;
    expect(alone).toMatchObject({ kind: 'economicCost', level1: '成本指标', level2: '经济成本指标' });
  });

  it('swaps with the neighbour, twice being none', () => {
    const { indicators } = good();
    const swap: Changes = [
      { path: 'indicators.0.level3', value: indicators[1]?.level3 ?? '' },
      { path: 'indicators.1.level3', value: indicators[0]?.level3 ?? '' },
    ];
    const back: Changes = [
      { path: 'indicators.0.level3', value: indicators[0]?.level3 ?? '' },
      { path: 'indicators.1.level3', value: indicators[1]?.level3 ?? '' },
    ];
    expect(
      settle(swap)
        .indicators.map(({ level3 }) => level3)
        .slice(0, 2),
    ).toEqual([indicators[1]?.level3, indicators[0]?.level3]);
    expect(settle(back, settle(swap))).toEqual(good());
  });

  it('takes an indicator out whose text goes to the one above, and adds one that was left out', () => {
    const content = good();
    const joined = settle([
      { path: 'indicators.0.level3', value: '合并' },
      { path: 'indicators.1', value: null },
    ]);
    expect(joined.indicators.map(({ id }) => id)).toEqual(
      content.indicators.filter((_, n) => n !== 1).map(({ id }) => id),
    );
    const count = content.indicators.length;
    const more = settle([
      { path: `indicators.${count}.level3`, value: '漏读的' },
      { path: `indicators.${count}.printedValue`, value: '3次' },
    ]);
    expect(more.indicators.at(-1)).toMatchObject({ level3: '漏读的', printed: '3次', value: '3', unit: '次' });
    expect(more.indicators.length).toBe(count + 1);
  });

  it('counts indicators as they were read, whatever was taken out since', () => {
    const content = good();
    const indicators = content.indicators.map(({ id }) => id);
    const later = { ...content, indicators: content.indicators.slice(1) };
    const found = applyAlternative(
      later,
      { changes: [{ path: 'indicators.1.level3', value: '第二条' }] },
      { indicators },
    );
    expect(found.indicators[0]).toMatchObject({ id: indicators[1], level3: '第二条' });
    const gone = applyAlternative(later, { changes: [{ path: 'indicators.0.level3', value: 'x' }] }, { indicators });
    expect(gone).toEqual(later);
  });

  it('never throws, keeps its input and always gives a project that can be stored', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const content = good();
        const result = settle(changes, content);
        expect(content).toEqual(good());
        expect(projectContentSchema.safeParse(result).success).toBe(true);
        expect(
          settle(
            changes.filter(({ value }) => value !== null),
            settle(changes.filter(({ value }) => value !== null)),
          ).name,
        ).toBe(settle(changes.filter(({ value }) => value !== null)).name);
      }),
    );
  });

  it('gives values that read as they are printed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (printed) => {
        const [first] = settle([{ path: 'indicators.0.printedValue', value: printed }]).indicators;
        const { operator, value, unit } = readValue(printed);
        expect(first).toMatchObject({ printed, operator, value, unit });
      }),
    );
  });
});
