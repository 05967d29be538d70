import { useMemo } from 'react';
import type { FormDefinition } from '../../../shared/forms/form.ts';
import type { Grid } from '../../../shared/grid/grid.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { currentUnit, useStart } from '../lib/start.ts';
import type { StoredProject } from './save-project.ts';

/** The project's official table as it will print. */
export const usePaper = (form: FormDefinition, project: StoredProject, live: ProjectContent): readonly Grid[] => {
  const state = useStart();
  const { settings, units } = state;
  const unit = units.find(({ id }) => id === project.unitId) ?? currentUnit(state);
  return useMemo(() => {
    if (!unit) return [];
    return form.layout([live], { unit, year: project.year, settings, draft: () => project.state === 'draft' });
  }, [form, live, unit, project.year, project.state, settings]);
};
