import { fuzz, type FuzzTask } from './fuzz.ts';
import { TEXTS } from './texts.ts';

/* `npm run fuzz -- 50000 [SEED]`: as many spoiled files, and as many spoiled tables. Prints its seed: the same seed makes the same cases. */

const [runs = 2_000, seed = Math.floor(Math.random() * 2 ** 31)] = process.argv.slice(2).map(Number);
const tasks: readonly FuzzTask[] = [
  { what: 'files', runs, seed },
  { what: 'tables', texts: TEXTS, runs, seed },
];

for (const task of tasks) {
  const started = performance.now();
  let told = 0;
  try {
    const counts = await fuzz(task, (done) => {
      if (!process.stderr.isTTY || performance.now() - told < 1_000) return;
      told = performance.now();
      process.stderr.write(`\r${task.what}: ${done}/${runs}`);
    });
    const seconds = ((performance.now() - started) / 1_000).toFixed(0);
    console.log(`${task.what}: ${runs} cases of seed ${seed} in ${seconds} s: ${JSON.stringify(counts)}`);
  } catch (error) {
    process.exitCode = 1;
    console.error(`${task.what}: FAILED`, error);
  }
}
