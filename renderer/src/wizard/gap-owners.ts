import { askedForm } from '../../../shared/forms/asked.ts';
import type { Gap } from '../../../shared/forms/form.ts';
import { formGaps } from '../../../shared/forms/gaps.ts';
import { formById } from '../../../shared/forms/index.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import type { Settings, Unit } from '../../../shared/model/unit.ts';
import { placeOfPath } from './steps.ts';

/**
 * Which form a gap comes from: its title where just one of several forms of the unit asks for it, else null.
 */
export const gapOwners = (
  { forms, tree }: Pick<Unit, 'forms' | 'tree'>,
  { weightSum }: Pick<Settings, 'weightSum'>,
  content: ProjectContent,
): ((gap: Gap) => string | null) => {
  if (forms.length < 2) return () => null;
  const rules = { tree, weightSum };
  const all = askedForm(forms, rules);
  const keyOf = ({ path, kind }: Gap): string => `${placeOfPath(all, path)} ${kind}`;
  const gapsOf = forms.map((id) => ({
    title: formById(id).title,
    keys: new Set(formGaps(formById(id).ask(rules), content).map(keyOf)),
  }));
  return (gap) => {
    const owners = gapsOf.filter(({ keys }) => keys.has(keyOf(gap)));
    return owners.length === 1 ? (owners[0]?.title ?? null) : null;
  };
};
