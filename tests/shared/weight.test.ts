import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWeight, shareEvenly, sumWeights, USUAL_WEIGHTS } from '../../shared/model/weight.ts';

/** Points with up to four decimals. */
const points = fc.integer({ min: 0, max: 1_000_000 }).map((tenThousandths) => tenThousandths / 10_000);

describe('weights', () => {
  it('are shared out so that nothing is lost, no two of them further apart than a point and the fraction', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 60 }), (whole, count) => {
        const shares = shareEvenly(whole, count);
        expect(shares).toHaveLength(count);
        expect(sumWeights(shares.map(String))).toBe(whole);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(2);
        expect(shares.slice(1).every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it('are shared out among nobody as nothing', () => {
    expect(shareEvenly(90, 0)).toEqual([]);
  });

  it.each([
    ['10', 10],
    ['7.5', 7.5],
    ['20.00', 20],
    ['１０', 10],
    ['10分', 10],
    [' 10 % ', 10],
  ])('%s is read as a number', (text, points) => {
    expect(readWeight(text)).toBe(points);
  });

  it.each(['', '十分', '-5', '1.2.3', '10 到 20', '1e3', '12345'])('%s is none', (text) => {
    expect(readWeight(text)).toBeNull();
  });

  it('add up without the dust of floating point, and not at all where one is missing', () => {
    expect(sumWeights(['33.3', '33.3', '33.4'])).toBe(100);
    expect(sumWeights(Array.from({ length: 10 }, () => '0.1'))).toBe(1);
    expect(sumWeights(['10', ''])).toBeNull();
    expect(sumWeights([])).toBe(0);
  });

  it('that are usual leave ten points for 预算执行率', () => {
    for (const { levels } of USUAL_WEIGHTS) {
      expect(Object.values(levels).reduce((sum, one) => sum + one, 0)).toBe(90);
    }
  });
});
