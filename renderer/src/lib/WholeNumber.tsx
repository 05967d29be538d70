import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState, type ReactElement } from 'react';

export interface WholeNumberProps extends Omit<NumberInputProps, 'value' | 'onChange' | 'min' | 'max'> {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Only ever called with a whole number from `min` to `max`. */
  readonly onChange: (value: number) => void;
}

/** A box for a whole number. While it is emptied or half typed the number before it holds; left so, it comes back. */
export const WholeNumber = ({ value, min, max, onChange, ...rest }: WholeNumberProps): ReactElement => {
  const [typed, setTyped] = useState<string | number | null>(null);
  const change = (text: string | number): void => {
    setTyped(text);
    if (typeof text === 'number' && Number.isInteger(text) && text >= min && text <= max) onChange(text);
  };
  return (
    <NumberInput
      {...rest}
      value={typed ?? value}
      onChange={change}
      onBlur={() => setTyped(null)}
      min={min}
      max={max}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
    />
  );
};

/** 年度. */
export const YearBox = (props: Omit<WholeNumberProps, 'min' | 'max'>): ReactElement => (
  <WholeNumber {...props} min={1990} max={2100} />
);
