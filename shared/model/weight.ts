import { fold } from './text.ts';

/** Ways to share 90 over the levels that are suggested for a new project: 财预〔2021〕101号. The rest is 预算执行率. */
export const USUAL_WEIGHTS = [
  { label: '产出 50、效益 30、满意度 10', levels: { output: 50, benefit: 30, satisfaction: 10 } },
  { label: '成本 20、产出 40、效益 20、满意度 10', levels: { cost: 20, output: 40, benefit: 20, satisfaction: 10 } },
] as const;

/** A 分值权重 as a number of points, `10` or `7.5`; null where it is none. Full width and a trailing 分 or % are understood. */
export const readWeight = (text: string): number | null => {
  const found = /^(\d{1,4}(?:\.\d{1,4})?)[%分]?$/u.exec(fold(text));
  return found?.[1] === undefined ? null : Number(found[1]);
};

/** Sum of weights to four decimals, so that 33.3 + 33.3 + 33.4 is 100; null where one is missing or no number. */
export const sumWeights = (texts: readonly string[]): number | null => {
  let sum = 0;
  for (const text of texts) {
    const weight = readWeight(text);
    if (weight === null) return null;
    sum += Math.round(weight * 10_000);
  }
  return sum / 10_000;
};

/**
 * Shares `points` evenly as whole numbers: the first ones get one more where it does not divide. Points that are no whole
 * number leave their fraction to the first.
 */
export const shareEvenly = (points: number, count: number): number[] => {
  if (count <= 0) return [];
  const whole = Math.floor(points);
  const each = Math.floor(whole / count);
  const more = whole - each * count;
  const share = (index: number): number => each + (index < more ? 1 : 0);
  // Rounded once more: 1 + 0.39 would print as 1.3900000000000001.
  const first = Math.round((share(0) + points - whole) * 10_000) / 10_000;
  return Array.from({ length: count }, (_, index) => (index === 0 ? first : share(index)));
};
