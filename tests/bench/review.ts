import { askedForm } from '../../shared/forms/asked.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { review } from '../../shared/review/review.ts';
import { sampleProjects } from '../../shared/sample/index.ts';
import type { BenchRow } from './row.ts';

/** A unit as it is declared, and one as large as a county. */
const SIZES: readonly { readonly projects: number; readonly goal: number }[] = [
  { projects: 60, goal: 100 },
  { projects: 2_000, goal: 3_000 },
];

const ROUNDS = 5;

const unitOf = (count: number): ProjectContent[] => {
  let id = 0;
  const samples = sampleProjects(() => `i${(id += 1)}`);
  return Array.from({ length: count }, (_, index) => {
    const sample = samples[index % samples.length];
    if (sample === undefined) throw new Error('no sample projects');
    return {
      ...sample,
      name: `${sample.name}${index + 1}`,
      goals: sample.goals.map((goal) => `${goal}第 ${index} 项。`),
    };
  });
};

/** The pre-review of a whole unit, the median of some rounds after one to warm up. */
export const benchReview = (): Promise<BenchRow[]> => {
  const form = askedForm(['annex2'], { tree: '88', weightSum: 90 });
  const rows = SIZES.map(({ projects: count, goal }): BenchRow => {
    const projects = unitOf(count);
    const once = (): number => {
      const start = performance.now();
      review({ year: 2027, names: ['示例县示例镇人民政府'], form, projects });
      return performance.now() - start;
    };
    once();
    const times = Array.from({ length: ROUNDS }, once).sort((a, b) => a - b);
    return { name: `review of ${count} projects`, value: times[Math.floor(ROUNDS / 2)] ?? 0, unit: 'ms', goal };
  });
  return Promise.resolve(rows);
};
