import { memo, useMemo, type ReactElement } from 'react';
import type { FormDefinition } from '../../../shared/forms/form.ts';
import { emptyUnitYear } from '../../../shared/model/unit-year.ts';
import type { FieldPath, ProjectContent } from '../../../shared/model/project.ts';
import type { Unit } from '../../../shared/model/unit.ts';
import { useStart } from '../lib/start.ts';
import { Paper } from '../paper/Paper.tsx';
import type { StoredProject } from './save-project.ts';

/** The project's official table as it will print. Laid out here and nowhere above: it takes longest and may come last. */
export const LivePaper = memo(function LivePaper({
  form,
  unit,
  project,
  live,
  lit,
  onField,
  onHide,
}: {
  readonly form: FormDefinition;
  readonly unit: Unit;
  readonly project: StoredProject;
  readonly live: ProjectContent;
  readonly lit: FieldPath | null;
  readonly onField: (path: FieldPath) => void;
  readonly onHide: (() => void) | null;
}): ReactElement {
  const { settings } = useStart();
  const grids = useMemo(() => {
    const one = { unit, declared: emptyUnitYear(), projects: [{ content: live, state: project.state }] };
    return [...form.live({ year: project.year, settings, units: [one] })];
  }, [form, live, unit, project.year, project.state, settings]);
  // Each form has its own zoom: a wide table fits at another one than a tall one.
  return <Paper key={form.id} grids={grids} lit={lit} onField={onField} onHide={onHide} />;
});
