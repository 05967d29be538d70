import type { LayoutContext } from '../../shared/forms/form.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { defaultSettings } from '../../shared/model/unit.ts';
import { SAMPLE_UNIT, sampleProjects } from '../../shared/sample/index.ts';

/** As many projects as wanted, the sample ones over and over under different names. */
export const benchProjects = (count: number): ProjectContent[] => {
  let ids = 0;
  const samples = sampleProjects(() => `i${(ids += 1)}`);
  return Array.from({ length: count }, (_, index) => {
    const sample = samples[index % samples.length];
    if (sample === undefined) throw new Error('no sample projects');
    return { ...sample, name: `${index + 1}-${sample.name}` };
  });
};

export const benchContext = (): LayoutContext => ({
  unit: { ...SAMPLE_UNIT, id: 'bench' },
  year: 2026,
  settings: defaultSettings(2026),
  draft: () => false,
});
