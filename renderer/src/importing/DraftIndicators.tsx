import { NativeSelect, TextInput } from '@mantine/core';
import { memo, type ReactElement } from 'react';
import { level2KindSchema, type Level2Kind } from '../../../shared/model/level2.ts';
import type { Indicator } from '../../../shared/model/project.ts';
import { readValue } from '../../../shared/model/value.ts';
import { DoubtText } from './DoubtText.tsx';
import type { IndicatorDoubts, PlacedDoubts } from './doubts.ts';
import classes from './Import.module.css';
import type { IndicatorPart } from './parts.ts';

export interface DraftIndicatorsProps {
  readonly indicators: readonly Indicator[];
  /** The rows of the table that was read; the same array while they are the same. */
  readonly kinds: readonly KindOption[];
  /** What is shown beside name and value. */
  readonly parts: readonly IndicatorPart[];
  readonly doubts: PlacedDoubts;
  readonly onChange: (index: number, indicator: Indicator) => void;
}

interface KindOption {
  readonly value: Level2Kind;
  readonly label: string;
}

const PARTS: Readonly<Record<IndicatorPart, { readonly label: string; readonly width: string }>> = {
  weight: { label: '权重', width: '76px' },
  description: { label: '绩效指标描述', width: '22%' },
  basis: { label: '指标值确定依据', width: '16%' },
};

/** The indicators that were read: which row of the table, what, how much, and what else the table says of them. */
export const DraftIndicators = ({ indicators, doubts, ...row }: DraftIndicatorsProps): ReactElement => (
  <table className={classes.indicators} aria-label="绩效指标">
    <thead>
      <tr>
        <th style={{ width: row.parts.length > 1 ? 170 : 214 }}>二级指标</th>
        <th>三级指标</th>
        {row.parts.includes('description') && <PartHead part="description" />}
        <th style={{ width: row.parts.length > 1 ? '16%' : '28%' }}>指标值</th>
        {row.parts.includes('weight') && <PartHead part="weight" />}
        {row.parts.includes('basis') && <PartHead part="basis" />}
      </tr>
    </thead>
    <tbody>
      {indicators.map((indicator, index) => (
        <Row key={indicator.id} {...row} indicator={indicator} index={index} doubts={doubts.indicators.get(index)} />
      ))}
    </tbody>
  </table>
);

const PartHead = ({ part }: { readonly part: IndicatorPart }): ReactElement => (
  <th style={{ width: PARTS[part].width }}>{PARTS[part].label}</th>
);

interface RowProps extends Pick<DraftIndicatorsProps, 'onChange' | 'kinds' | 'parts'> {
  readonly indicator: Indicator;
  readonly index: number;
  readonly doubts: IndicatorDoubts | undefined;
}

const Row = memo(function Row({ indicator, index, kinds, parts, doubts, onChange }: RowProps): ReactElement {
  const set = (change: Partial<Indicator>): void => onChange(index, { ...indicator, ...change });
  const part = (name: IndicatorPart): ReactElement | null =>
    parts.includes(name) ? (
      <td>
        <TextInput
          aria-label={PARTS[name].label}
          value={indicator[name]}
          onChange={(event) => set({ [name]: event.currentTarget.value })}
        />
      </td>
    ) : null;
  return (
    <>
      <tr data-doubtful={doubts ? true : undefined}>
        <td>
          <KindSelect indicator={indicator} kinds={kinds} onChange={set} />
        </td>
        <td>
          <TextInput
            aria-label="三级指标"
            value={indicator.level3}
            onChange={(event) => set({ level3: event.currentTarget.value })}
          />
          <DoubtText messages={doubts?.level3} />
        </td>
        {part('description')}
        <td>
          <TextInput
            aria-label="指标值"
            value={indicator.printed}
            onChange={(event) => set(readPrinted(event.currentTarget.value))}
          />
          <DoubtText messages={doubts?.printed} />
        </td>
        {part('weight')}
        {part('basis')}
      </tr>
      {doubts && doubts.row.length > 0 && (
        <tr data-doubtful>
          <td colSpan={3 + parts.length}>
            <DoubtText messages={doubts.row} />
          </td>
        </tr>
      )}
    </>
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
