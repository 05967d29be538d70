import type { Unit } from '../../../shared/model/unit.ts';
import { isNamed, partsByUnit, type NamedUnit } from '../../../shared/recognise/named-unit.ts';
import type { ReadySource } from './sources.ts';

/** Where read projects go: a stored unit, or one that is made for them. */
export type Target = { readonly kind: 'unit'; readonly unit: Unit } | { readonly kind: 'new'; readonly name: string };

export interface Addressee {
  /** Everywhere they may go: the units there are, and the one the papers name where it is none of them. */
  readonly targets: readonly Target[];
  /** Where they go unless the clerk says otherwise. */
  readonly proposed: Target;
  /** One Chinese sentence where the papers are of another unit than the one worked for; empty where not. */
  readonly warning: string;
}

/** The one unit all papers name; null where they name none, or several. */
const namedBy = (sources: readonly ReadySource[]): NamedUnit | null => {
  const named = sources
    .flatMap(({ preview }) => partsByUnit(preview.recognised))
    .map((part) => part.named)
    .filter(({ name }) => name !== '');
  const [first, ...others] = named;
  return first !== undefined && others.every(({ name }) => name === first.name) ? first : null;
};

/** Whose projects the papers are. A unit that is known by its name gets them; a strange one is asked about. */
export const addresseeOf = (sources: readonly ReadySource[], current: Unit, units: readonly Unit[]): Addressee => {
  const known = units.map((unit): Target => ({ kind: 'unit', unit }));
  const here: Target = { kind: 'unit', unit: current };
  const named = namedBy(sources);
  if (named === null || isNamed(current, named)) return { targets: known, proposed: here, warning: '' };
  const other = units.find((unit) => isNamed(unit, named));
  if (other) {
    const warning = `表上的单位是“${named.name}”，会存到那里。`;
    return { targets: known, proposed: { kind: 'unit', unit: other }, warning };
  }
  return {
    targets: [...known, { kind: 'new', name: named.name }],
    proposed: here,
    warning: `表上的单位是“${named.name}”，请看清存到哪个单位。`,
  };
};

/** Tells targets apart in a list. */
export const targetKey = (target: Target): string => (target.kind === 'unit' ? target.unit.id : 'new');

export const targetLabel = (target: Target): string =>
  target.kind === 'unit' ? target.unit.name : `新建单位“${target.name}”`;
