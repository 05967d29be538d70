import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';
import { TEXTS } from './texts.ts';

/* Cases change from run to run; a failure names its seed. `npm run fuzz -- 50000` runs as many as wanted. */

const RUNS = 2_000;
const seed = Math.floor(Math.random() * 2 ** 31);

test('a spoiled file of any kind is read or refused with a sentence, in time and in little memory', async () => {
  const { read, refused } = await fuzz({ what: 'files', runs: RUNS, seed });
  expect(read + refused).toBe(RUNS);
  // Neither is everything spoiled beyond reading, nor nothing.
  expect(read).toBeGreaterThan(RUNS / 20);
  expect(refused).toBeGreaterThan(RUNS / 20);
}, 300_000);

test('a spoiled table is recognised or refused with a sentence', async () => {
  const { recognised } = await fuzz({ what: 'tables', texts: TEXTS, runs: RUNS, seed });
  expect(recognised).toBeGreaterThan(RUNS / 20);
}, 300_000);
