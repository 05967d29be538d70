import type { Book } from '../../shared/forms/form.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { SAMPLE_UNIT, sampleProjects } from '../../shared/sample/index.ts';
import { bookOf } from '../shared/book.ts';

const INDICATORS = 12;

/** A year of as many projects as wanted, shared out over some units: the sample ones over and over, twelve indicators each. */
export const benchBook = (projects: number, units: number): Book => {
  const contents = benchProjects(projects);
  const each = Math.ceil(projects / units);
  const book = bookOf([]);
  return {
    ...book,
    units: Array.from({ length: units }, (_, index) => ({
      unit: { ...SAMPLE_UNIT, id: `u${index}`, code: String(816_001 + index), name: `示例单位${index + 1}` },
      declared: {
        overallGoals: '总体绩效目标。',
        subGoals: '分项绩效目标。',
        safeguards: '保障措施。',
        printedTotal: '',
      },
      projects: contents
        .slice(index * each, (index + 1) * each)
        .map((content) => ({ content, state: 'finished' as const })),
    })),
  };
};

const benchProjects = (count: number): ProjectContent[] => {
  let ids = 0;
  const samples = sampleProjects(() => `i${(ids += 1)}`);
  return Array.from({ length: count }, (_, index) => {
    const sample = samples[index % samples.length];
    if (sample === undefined) throw new Error('no sample projects');
    const indicators = Array.from(
      { length: INDICATORS },
      (_, nth) => sample.indicators[nth % sample.indicators.length],
    );
    return {
      ...sample,
      name: `${index + 1}-${sample.name}`,
      indicators: indicators.flatMap((one, nth) => (one === undefined ? [] : [{ ...one, id: `n${nth}` }])),
    };
  });
};
