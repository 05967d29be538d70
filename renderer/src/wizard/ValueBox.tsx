import { Button, Group, Text, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { describeValue, readValue } from '../../../shared/model/value.ts';
import { useFieldProps } from './use-field-props.ts';
import { tidySigns, withSign, type IndicatorList, type Sign } from './indicators.ts';
import { useWizard } from './wizard-context.ts';
import classes from './Wizard.module.css';

/** The value of an indicator in one box: `≥95%`, `600 元/人/年`, `2024 年底`, `不断提升`; below it how it was understood. */
export const ValueBox = ({
  list,
  index,
  example,
  labelled,
}: {
  readonly list: IndicatorList;
  readonly index: number;
  readonly example: string;
  readonly labelled: boolean;
}): ReactElement => {
  const { locked, form } = useWizard();
  const asksSign = form.indicatorFields.some(({ part }) => part === 'operator');
  const path = `${list}.${index}.printed`;
  const { label, onChange, ...props } = useFieldProps(path, { label: '指标值', required: false, hint: '' });
  return (
    <div>
      <TextInput
        {...props}
        {...(labelled ? { label } : { 'aria-label': label })}
        placeholder={`如 ${example}`}
        onChange={(event) => writeTidy(event.currentTarget, onChange)}
      />
      <Group gap={4} wrap="nowrap" mt={2} mih={24} className={classes.reading ?? ''}>
        <Text size="sm" c="dimmed" flex={1} aria-live="polite">
          {describeReading(props.value, asksSign)}
        </Text>
        {!locked && (
          <Signs signs={asksSign ? SIGNS : USUAL_SIGNS} onSign={(sign) => onChange(withSign(props.value, sign))} />
        )}
      </Group>
    </div>
  );
};

/** `>=` becomes ≥ while it is typed; the cursor stays where it was. */
const writeTidy = (input: HTMLInputElement, write: (text: string) => void): void => {
  const { value, selectionStart } = input;
  const tidy = tidySigns(value);
  if (tidy === value) return write(value);
  // At once: the next key may be faster than the next frame.
  flushSync(() => write(tidy));
  const cursor = tidySigns(value.slice(0, selectionStart ?? value.length)).length;
  input.setSelectionRange(cursor, cursor);
};

/** As in the three columns of forms that print the sign apart: `≥｜95｜%`. */
const describeReading = (text: string, asksSign: boolean): string => {
  const { kind, operator, value, unit } = readValue(text);
  if (kind === 'blank') return '';
  if (!asksSign || kind !== 'number') return describeValue(text);
  return [operator || '缺符号', value, unit || '没有单位'].join('｜');
};

const USUAL_SIGNS = ['≥', '≤'] as const;
const SIGNS = [...USUAL_SIGNS, '='] as const;

const SIGN_NAMES: Readonly<Record<Sign, string>> = { '≥': '大于等于', '≤': '小于等于', '=': '等于' };
const SIGN_KEYS: Readonly<Record<Sign, string>> = { '≥': '>=', '≤': '<=', '=': '=' };

// Not on most keyboards. Out of the Tab order: typing >= does the same.
const Signs = ({
  signs,
  onSign,
}: {
  readonly signs: readonly Sign[];
  readonly onSign: (sign: Sign) => void;
}): ReactElement => (
  <Group gap={2} wrap="nowrap">
    {signs.map((sign) => (
      <Button
        key={sign}
        size="compact-sm"
        px={8}
        variant="subtle"
        color="gray"
        tabIndex={-1}
        aria-label={SIGN_NAMES[sign]}
        title={`${SIGN_NAMES[sign]}，也可以直接输入 ${SIGN_KEYS[sign]}`}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onSign(sign)}
      >
        {sign}
      </Button>
    ))}
  </Group>
);
