import type { AskedForm, StepId } from '../../../shared/forms/form.ts';
import { isEmptyIndicator } from '../../../shared/forms/rows.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { isBlank } from '../../../shared/model/text.ts';
import { readWeight, shareEvenly, sumWeights, USUAL_WEIGHTS } from '../../../shared/model/weight.ts';
import { stepOfIndicator } from './steps.ts';

/* 分值权重: what the indicators of a project weigh together, and how the wanted sum is shared among them. */

/** How far the weights of a project, or of one of its levels, are. Indicators without content weigh nothing. */
export interface WeightTally {
  /** Of the weights that are numbers. */
  readonly sum: number;
  /** Indicators without a weight, and those whose weight is no number. */
  readonly blank: number;
  readonly unreadable: number;
}

export interface LevelTally extends WeightTally {
  readonly step: StepId;
  /** Level-1 label, e.g. 产出指标. */
  readonly label: string;
  readonly count: number;
}

/** A weight to be written into the indicator at a place of the list. */
export interface NewWeight {
  readonly index: number;
  readonly weight: string;
}

interface Weighed {
  readonly index: number;
  readonly step: StepId | null;
  readonly weight: string;
}

const weighed = (form: AskedForm, content: ProjectContent): Weighed[] =>
  content.indicators.flatMap((indicator, index) =>
    isEmptyIndicator(indicator) ? [] : [{ index, step: stepOfIndicator(form, indicator), weight: indicator.weight }],
  );

const tallyOf = (all: readonly Weighed[]): WeightTally => {
  const typed = all.filter(({ weight }) => !isBlank(weight));
  const numbers = typed.filter(({ weight }) => readWeight(weight) !== null);
  return {
    sum: sumWeights(numbers.map(({ weight }) => weight)) ?? 0,
    blank: all.length - typed.length,
    unreadable: typed.length - numbers.length,
  };
};

/** What the whole project and each of its levels weigh. */
export const tallyWeights = (
  form: AskedForm,
  content: ProjectContent,
): WeightTally & { readonly levels: readonly LevelTally[] } => {
  const all = weighed(form, content);
  const levels = form.levels.map(({ label, step }) => {
    const under = all.filter((one) => one.step === step);
    return { label, step, count: under.length, ...tallyOf(under) };
  });
  return { ...tallyOf(all), levels };
};

/** What is left of the wanted sum, evenly over the weights that are blank; none where nothing is left or blank. */
export const shareRest = (form: AskedForm, content: ProjectContent, wanted: number): NewWeight[] => {
  const all = weighed(form, content);
  const rest = Math.round((wanted - tallyOf(all).sum) * 10_000) / 10_000;
  const blank = all.filter(({ weight }) => isBlank(weight));
  return rest <= 0 ? [] : written(blank, rest);
};

const written = (places: readonly Weighed[], points: number): NewWeight[] => {
  const shares = shareEvenly(points, places.length);
  return places.map(({ index }, place) => ({ index, weight: String(shares[place] ?? 0) }));
};

/** A usual way to share the wanted sum among the levels, and what it makes of a project. */
export interface UsualShare {
  readonly label: string;
  readonly weights: readonly NewWeight[];
  /** Labels of levels that have a share but no indicator yet. */
  readonly without: readonly string[];
}

/** The usual ways that fit the wanted sum, the form's levels and what is filled in. */
export const usualShares = (form: AskedForm, content: ProjectContent, wanted: number): UsualShare[] => {
  const all = weighed(form, content);
  return USUAL_WEIGHTS.flatMap(({ label, levels }) => {
    const shares = new Map(Object.entries(levels));
    const sum = [...shares.values()].reduce((total, points) => total + points, 0);
    const known = [...shares.keys()].every((step) => form.levels.some((level) => level.step === step));
    const covers = all.every(({ step }) => step !== null && shares.has(step));
    if (sum !== wanted || !known || !covers) return [];
    const under = (step: string): Weighed[] => all.filter((one) => one.step === step);
    return {
      label,
      weights: [...shares].flatMap(([step, points]) => written(under(step), points)),
      without: form.levels
        .filter(({ step }) => shares.has(step) && under(step).length === 0)
        .map((level) => level.label),
    };
  });
};
