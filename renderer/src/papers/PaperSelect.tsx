import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import type { ReactElement } from 'react';
import { paperIdSchema, type PaperId } from '../../../shared/model/form-id.ts';
import type { Unit } from '../../../shared/model/unit.ts';
import { paperGroups } from './papers.ts';

export interface PaperSelectProps extends Omit<NativeSelectProps, 'value' | 'onChange' | 'data'> {
  readonly unit: Unit | null;
  readonly value: PaperId;
  readonly onChange: (paper: PaperId) => void;
}

/** 哪种表: the unit's forms first, the other papers below. */
export const PaperSelect = ({ unit, value, onChange, ...rest }: PaperSelectProps): ReactElement => (
  <NativeSelect
    {...rest}
    value={value}
    data={paperGroups(unit).map(({ group, papers }) => ({
      group,
      items: papers.map(({ id, title }) => ({ value: id, label: title })),
    }))}
    onChange={(event) => onChange(paperIdSchema.parse(event.currentTarget.value))}
  />
);
