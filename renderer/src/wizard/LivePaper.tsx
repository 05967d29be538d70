import { memo, useMemo, type ReactElement } from 'react';
import type { FormDefinition } from '../../../shared/forms/form.ts';
import { emptyUnitYear } from '../../../shared/model/unit-year.ts';
import type { FieldPath, ProjectContent } from '../../../shared/model/project.ts';
import { currentUnit, useStart } from '../lib/start.ts';
import { Paper } from '../paper/Paper.tsx';
import type { StoredProject } from './save-project.ts';

/** The project's official table as it will print. Laid out here and nowhere above: it takes longest and may come last. */
export const LivePaper = memo(function LivePaper({
  form,
  project,
  live,
  lit,
  onField,
  onHide,
}: {
  readonly form: FormDefinition;
  readonly project: StoredProject;
  readonly live: ProjectContent;
  readonly lit: FieldPath | null;
  readonly onField: (path: FieldPath) => void;
  readonly onHide: (() => void) | null;
}): ReactElement {
  const state = useStart();
  const { settings, units } = state;
  const unit = units.find(({ id }) => id === project.unitId) ?? currentUnit(state);
  const grids = useMemo(() => {
    if (!unit) return [];
    const one = { unit, declared: emptyUnitYear(), projects: [{ content: live, state: project.state }] };
    return [...form.live({ year: project.year, settings, units: [one] })];
  }, [form, live, unit, project.year, project.state, settings]);
  return <Paper grids={grids} lit={lit} onField={onField} onHide={onHide} />;
});
