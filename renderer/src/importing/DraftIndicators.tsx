import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { memo, type ReactElement } from 'react';
import { level2KindSchema, type Level2Kind } from '../../../shared/model/level2.ts';
import type { Indicator } from '../../../shared/model/project.ts';
import { readValue } from '../../../shared/model/value.ts';
import classes from './Check.module.css';
import { DoubtsAt } from './DoubtCard.tsx';
import { indicatorKey, type FieldKey } from './field-keys.ts';
import { PART_LABELS, type IndicatorPart } from './parts.ts';

export interface DraftIndicatorsProps {
  readonly indicators: readonly Indicator[];
  /** The rows of the table that was read; the same array while they are the same. */
  readonly kinds: readonly KindOption[];
  /** What is shown beside name and value. */
  readonly parts: readonly IndicatorPart[];
  readonly onChange: (indicator: Indicator, field: FieldKey) => void;
}

interface KindOption {
  readonly value: Level2Kind;
  readonly label: string;
}

/** The indicators that were read: which row of the table, what, how much, and what else the table says of them. */
export const DraftIndicators = ({ indicators, ...row }: DraftIndicatorsProps): ReactElement => (
  <section aria-label="绩效指标" className={classes.indicators}>
    <div className={`${classes.indicatorLine} ${classes.head}`} aria-hidden>
      <span>二级指标</span>
      <span>三级指标</span>
      <span>指标值</span>
    </div>
    {indicators.map((indicator) => (
      <Row key={indicator.id} {...row} indicator={indicator} />
    ))}
  </section>
);

const SHORT: readonly IndicatorPart[] = ['weight', 'score'];

type RowProps = Omit<DraftIndicatorsProps, 'indicators'> & { readonly indicator: Indicator };

const Row = memo(function Row({ indicator, kinds, parts, onChange }: RowProps): ReactElement {
  const key = (box: string): FieldKey => indicatorKey(indicator.id, box);
  const set = (change: Partial<Indicator>, box: string): void => onChange({ ...indicator, ...change }, key(box));
  return (
    <div className={classes.indicator} role="group" aria-label={indicator.level3 || '没有名称的指标'}>
      <div className={classes.indicatorLine}>
        <div data-field={key('kind')}>
          <KindSelect indicator={indicator} kinds={kinds} onChange={(change) => set(change, 'kind')} />
        </div>
        <div data-field={key('level3')}>
          <Textarea
            aria-label="三级指标"
            rows={1}
            classNames={{ input: classes.growing ?? '' }}
            value={indicator.level3}
            onChange={(event) => set({ level3: event.currentTarget.value }, 'level3')}
          />
        </div>
        <div data-field={key('printed')}>
          <TextInput
            aria-label="指标值"
            value={indicator.printed}
            onChange={(event) => set(readPrinted(event.currentTarget.value), 'printed')}
          />
        </div>
      </div>
      {parts.length > 0 && (
        <div className={classes.parts}>
          {parts.map((part) => (
            <div key={part} data-field={key(part)} data-short={SHORT.includes(part) || undefined}>
              <TextInput
                size="xs"
                // A number is as short as its label: they share a line.
                {...(SHORT.includes(part)
                  ? { 'aria-label': PART_LABELS[part], leftSection: PART_LABELS[part], leftSectionWidth: 52 }
                  : { label: PART_LABELS[part] })}
                value={indicator[part]}
                onChange={(event) => set({ [part]: event.currentTarget.value }, part)}
              />
            </div>
          ))}
        </div>
      )}
      {['kind', 'level3', 'printed', ...parts].map((box) => (
        <div key={box} data-field={key(box)}>
          <DoubtsAt field={key(box)} />
        </div>
      ))}
    </div>
  );
});

const KindSelect = ({
  indicator,
  kinds,
  onChange,
}: Pick<RowProps, 'indicator' | 'kinds'> & {
  readonly onChange: (change: Partial<Indicator>) => void;
}): ReactElement => {
  const known = kinds.some(({ value }) => value === indicator.kind);
  const own = { value: indicator.kind, label: indicator.level2 || '其他' };
  return (
    <NativeSelect
      aria-label="二级指标"
      data={known ? [...kinds] : [...kinds, own]}
      value={indicator.kind}
      onChange={(event) => {
        // What the paper printed for the old row does not hold for the new one.
        const kind = level2KindSchema.parse(event.currentTarget.value);
        onChange({ kind, level1: '', level2: '', requirement: null });
      }}
    />
  );
};

const readPrinted = (printed: string): Pick<Indicator, 'printed' | 'operator' | 'value' | 'unit'> => {
  const { operator, value, unit } = readValue(printed);
  return { printed, operator, value, unit };
};
