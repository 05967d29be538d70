import { describe, expect, it } from 'vitest';
import { readPercent } from '../../shared/model/percent.ts';

describe('a percentage as typed', () => {
  it.each([
    ['25', 25],
    ['25%', 25],
    [' ２５．５％ ', 25.5],
    ['0', 0],
    ['100.0%', 100],
  ])('%s is %d', (text, percent) => expect(readPercent(text)).toBe(percent));

  it.each(['', '一半', '100.1', '120', '-5', '2５%%', '.5'])('%s is none', (text) =>
    expect(readPercent(text)).toBeNull(),
  );
});
