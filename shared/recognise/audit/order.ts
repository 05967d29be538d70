import type { Level2Kind } from '../../model/level2.ts';
import { oddness } from '../annex2/affinity.ts';
import type { Doubt, RecognisedProject } from '../recognised.ts';
import { asEntry } from './odd.ts';
import { nameOf, rowOf, type Check, type Reading } from './reading.ts';

/*
 * Labels of level 2 are merged down over their rows, so one that a copy has moved by a row, or lost, leaves no trace but the contents
 * of the rows beside it, and what the other projects of the document have.
 */

/** A row at the edge of its kind that suits the neighbouring kind better by this much may stand on the wrong side. */
const BETTER = 0.9;

/** A kind that so many of the other projects have is missed where a project has none. */
const COMMON = 0.55;
const FEWEST_PROJECTS = 4;

/** Rows whose level 2 was carried over from the row above, or begins where another might end. */
export const order: Check = (reading) => {
  if (reading.isNarrative) return [];
  return [...edges(reading), ...missed(reading), ...rests(reading)];
};

const edges = (reading: Reading): Doubt[] => {
  const { indicators } = reading.project;
  return indicators.flatMap((indicator, index) => {
    const [above, below] = [indicators[index - 1], indicators[index + 1]];
    // The only row of a kind has its label beside it.
    const first = above && above.kind !== indicator.kind && below?.kind === indicator.kind ? above.kind : null;
    const last = below && below.kind !== indicator.kind && above?.kind === indicator.kind ? below.kind : null;
    const other = [first, last].find((kind) => kind !== null && gain(reading.project, index, kind) >= BETTER);
    if (other === undefined || other === null) return [];
    return [level2Doubt(reading, index, '在两类指标的交界处，二级指标可能错开了一行，请核对。')];
  });
};

const gain = ({ indicators }: RecognisedProject, index: number, other: Level2Kind): number => {
  const indicator = indicators[index];
  if (indicator === undefined || indicator.kind === 'other' || other === 'other') return 0;
  const entry = asEntry(indicator);
  return oddness(entry, indicator.kind) - oddness(entry, other);
};

/** Rows without a label of their own above or below the place of a kind that nearly all other projects have. */
const missed = (reading: Reading): Doubt[] => {
  const { project, usual } = reading;
  const own = new Set(project.indicators.map(({ kind }) => kind));
  const lost = usual.filter((kind) => !own.has(kind));
  if (lost.length === 0) return [];
  return project.indicators.flatMap((_, index) =>
    isLabelled(reading, index) || !lost.some((kind) => isBeside(project, index, kind, usual))
      ? []
      : [level2Doubt(reading, index, '旁边没有二级指标，别的项目有的一类这里没有，可能是标题丢了，请核对。')],
  );
};

/** A row that is nothing but a name, without a label beside it: the end of the one above, broken off by a wrap or a page end. */
const rests = (reading: Reading): Doubt[] =>
  reading.project.indicators.flatMap((indicator, index, all) => {
    const above = all[index - 1];
    const alone = [indicator.printedValue, indicator.value, indicator.weight, indicator.basis].every(
      (text) => text === null,
    );
    if (!alone || above === undefined || indicator.level3 === null || isLabelled(reading, index)) return [];
    const message = `“${nameOf(indicator)}”没有指标值，旁边也没有二级指标，可能是上一条“${nameOf(above)}”的后半截。`;
    const at = rowOf(reading, index);
    const joined = {
      label: '与上一条合并',
      changes: [
        { path: `indicators.${index - 1}.level3`, value: `${above.level3 ?? ''}${indicator.level3}` },
        { path: `indicators.${index}`, value: null },
      ],
    };
    return [`indicators.${index}`, `indicators.${index - 1}.level3`].map((path): Doubt => ({
      path,
      kind: 'order',
      message,
      at,
      confidence: 0.4,
      alternatives: [joined],
    }));
  });

/** Is the label in the row itself? */
const isLabelled = ({ project: { places } }: Reading, index: number): boolean => {
  const [label, name] = [places?.[`indicators.${index}.kind`], places?.[`indicators.${index}.level3`]];
  return label !== undefined && name !== undefined && label.at === name.at && label.table === name.table;
};

/** Does a kind come next to this row's in the order of the document? */
const isBeside = (
  project: RecognisedProject,
  index: number,
  kind: Level2Kind,
  usual: readonly Level2Kind[],
): boolean => {
  const own = project.indicators[index]?.kind;
  const [at, place] = [usual.indexOf(own ?? 'other'), usual.indexOf(kind)];
  return at !== -1 && Math.abs(at - place) <= 2;
};

const level2Doubt = (reading: Reading, index: number, why: string): Doubt => {
  const indicator = reading.project.indicators[index];
  const message = `“${indicator ? nameOf(indicator) : ''}”读作“${indicator?.level2 ?? ''}”：${why}`;
  return { path: `indicators.${index}.level2`, kind: 'order', message, at: rowOf(reading, index), confidence: 0.5 };
};

/** The kinds that nearly every project of a document has, in the order they come in; none where it has too few projects. */
export const usualKinds = (projects: readonly RecognisedProject[]): Level2Kind[] => {
  if (projects.length < FEWEST_PROJECTS) return [];
  const counts = new Map<Level2Kind, { count: number; places: number }>();
  for (const { indicators } of projects) {
    [...new Set(indicators.map(({ kind }) => kind))].forEach((kind, place, all) => {
      const known = counts.get(kind) ?? { count: 0, places: 0 };
      counts.set(kind, { count: known.count + 1, places: known.places + place / all.length });
    });
  }
  return [...counts]
    .filter(([kind, { count }]) => kind !== 'other' && count >= projects.length * COMMON)
    .sort(([, one], [, two]) => one.places / one.count - two.places / two.count)
    .map(([kind]) => kind);
};
