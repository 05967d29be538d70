import { isEmptyIndicator } from '../../../shared/forms/rows.ts';
import { tell } from '../lib/notify.tsx';
import { shareRest, tallyWeights, usualShares, type NewWeight } from './weights.ts';
import { useWizard } from './wizard-context.ts';

const NOTHING_TO_WEIGH = '还没有填写指标，填好后再分配权重。';

/** Writes weights into many indicators at once; each deed can be taken back. */
export const useWeights = (): { readonly shareLeft: () => void; readonly shareUsual: (label: string) => void } => {
  const { form, settings, getValues, setValue, tellDone } = useWizard();
  const wanted = settings.weightSum;

  const write = (weights: readonly NewWeight[]): void => {
    for (const { index, weight } of weights) setValue(`indicators.${index}.weight`, weight, { shouldDirty: true });
  };
  /** Rows may have moved since: they are found again by their ids, and only what still stands as written is taken back. */
  const undoOf = (weights: readonly NewWeight[]): (() => void) => {
    const { indicators } = getValues();
    const before = new Map(
      weights.map(({ index, weight }) => [indicators[index]?.id, { old: indicators[index]?.weight ?? '', weight }]),
    );
    return () =>
      write(
        getValues('indicators').flatMap(({ id, weight }, index) => {
          const change = before.get(id);
          return change?.weight === weight ? [{ index, weight: change.old }] : [];
        }),
      );
  };
  const share = (message: string, weights: readonly NewWeight[]): void => {
    const undo = undoOf(weights);
    write(weights);
    tellDone(message, undo);
  };

  return {
    shareLeft: () => {
      const content = getValues();
      const weights = shareRest(form, content, wanted);
      if (weights.length > 0) return share(`已把其余权重平均分给 ${weights.length} 条指标。`, weights);
      if (content.indicators.every(isEmptyIndicator)) return tell(NOTHING_TO_WEIGH);
      const { sum, blank } = tallyWeights(form, content);
      if (blank === 0) tell('没有空着的权重。要重新分配，请先清空几条的权重，或用“按常用比例”。');
      else
        tell(
          sum === wanted
            ? `已填的权重合计就是 ${wanted}，没有可以分的了。`
            : `已填的权重合计超过了 ${wanted}，没有可以分的了。`,
        );
    },
    shareUsual: (label) => {
      const usual = usualShares(form, getValues(), wanted).find((one) => one.label === label);
      if (!usual || usual.weights.length === 0) return tell(NOTHING_TO_WEIGH);
      const without = usual.without.length > 0 ? `${usual.without.join('、')}还没有内容，它的权重没有分出去。` : '';
      share(`已按“${label}”分配权重。${without}`, usual.weights);
    },
  };
};
