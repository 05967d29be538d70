import { NativeSelect, TextInput } from '@mantine/core';
import { memo, type ReactElement } from 'react';
import { askedForm } from '../../../shared/forms/asked.ts';
import { level2KindSchema } from '../../../shared/model/level2.ts';
import type { Indicator } from '../../../shared/model/project.ts';
import { readValue } from '../../../shared/model/value.ts';
import { DoubtText } from './DoubtText.tsx';
import type { IndicatorDoubts, PlacedDoubts } from './doubts.ts';
import classes from './Import.module.css';

const ROWS = askedForm(['annex2'], { tree: '88', weightSum: 90 }).indicatorRows;
const KINDS = ROWS.map(({ kind, level2 }) => ({ value: kind, label: level2 }));

export interface DraftIndicatorsProps {
  readonly indicators: readonly Indicator[];
  readonly doubts: PlacedDoubts;
  readonly onChange: (index: number, indicator: Indicator) => void;
}

/** The indicators that were read: which row of the table, what, and how much. */
export const DraftIndicators = ({ indicators, doubts, onChange }: DraftIndicatorsProps): ReactElement => (
  <table className={classes.indicators} aria-label="绩效指标">
    <thead>
      <tr>
        <th style={{ width: 214 }}>二级指标</th>
        <th>三级指标</th>
        <th style={{ width: '28%' }}>指标值</th>
      </tr>
    </thead>
    <tbody>
      {indicators.map((indicator, index) => (
        <Row
          key={indicator.id}
          indicator={indicator}
          index={index}
          doubts={doubts.indicators.get(index)}
          onChange={onChange}
        />
      ))}
    </tbody>
  </table>
);

interface RowProps extends Pick<DraftIndicatorsProps, 'onChange'> {
  readonly indicator: Indicator;
  readonly index: number;
  readonly doubts: IndicatorDoubts | undefined;
}

const Row = memo(function Row({ indicator, index, doubts, onChange }: RowProps): ReactElement {
  const set = (change: Partial<Indicator>): void => onChange(index, { ...indicator, ...change });
  const kinds = KINDS.some(({ value }) => value === indicator.kind)
    ? KINDS
    : [...KINDS, { value: indicator.kind, label: indicator.level2 || '其他' }];
  return (
    <>
      <tr data-doubtful={doubts ? true : undefined}>
        <td>
          <NativeSelect
            aria-label="二级指标"
            data={kinds}
            value={indicator.kind}
            onChange={(event) => {
              // What the paper printed for the old row does not hold for the new one.
              const kind = level2KindSchema.parse(event.currentTarget.value);
              set({ kind, level1: '', level2: '', requirement: null });
            }}
          />
        </td>
        <td>
          <TextInput
            aria-label="三级指标"
            value={indicator.level3}
            onChange={(event) => set({ level3: event.currentTarget.value })}
          />
          <DoubtText messages={doubts?.level3} />
        </td>
        <td>
          <TextInput
            aria-label="指标值"
            value={indicator.printed}
            onChange={(event) => set(readPrinted(event.currentTarget.value))}
          />
          <DoubtText messages={doubts?.printed} />
        </td>
      </tr>
      {doubts && doubts.row.length > 0 && (
        <tr data-doubtful>
          <td colSpan={3}>
            <DoubtText messages={doubts.row} />
          </td>
        </tr>
      )}
    </>
  );
});

const readPrinted = (printed: string): Pick<Indicator, 'printed' | 'operator' | 'value' | 'unit'> => {
  const { operator, value, unit } = readValue(printed);
  return { printed, operator, value, unit };
};
