import { Button, Group, Text, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { isBlank } from '../../../shared/model/text.ts';
import { describeValue } from '../../../shared/model/value.ts';
import { useFieldProps } from './use-field-props.ts';
import { tidySigns, withSign } from './indicators.ts';
import { useWizard } from './wizard-context.ts';

/** The value of an indicator in one box: `≥95%`, `600 元/人/年`, `2024 年底`, `不断提升`; below it how it was understood. */
export const ValueBox = ({
  index,
  example,
  labelled,
}: {
  readonly index: number;
  readonly example: string;
  readonly labelled: boolean;
}): ReactElement => {
  const { locked } = useWizard();
  const path = `indicators.${index}.printed`;
  const { label, onChange, ...props } = useFieldProps(path, { label: '指标值', required: false, hint: '' });
  return (
    <div>
      <TextInput
        {...props}
        {...(labelled ? { label } : { 'aria-label': label })}
        placeholder={`如 ${example}`}
        onChange={(event) => writeTidy(event.currentTarget, onChange)}
      />
      <Group gap={4} wrap="nowrap" mt={2} mih={24}>
        <Text size="sm" c="dimmed" flex={1} aria-live="polite">
          {isBlank(props.value) ? '' : describeValue(props.value)}
        </Text>
        {!locked && <Signs onSign={(sign) => onChange(withSign(props.value, sign))} />}
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

const SIGNS = ['≥', '≤'] as const;

// Not on most keyboards. Out of the Tab order: typing >= does the same.
const Signs = ({ onSign }: { readonly onSign: (sign: '≥' | '≤') => void }): ReactElement => (
  <Group gap={2} wrap="nowrap">
    {SIGNS.map((sign) => (
      <Button
        key={sign}
        size="compact-sm"
        variant="subtle"
        color="gray"
        tabIndex={-1}
        aria-label={sign === '≥' ? '大于等于' : '小于等于'}
        title={sign === '≥' ? '大于等于，也可以直接输入 >=' : '小于等于，也可以直接输入 <='}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onSign(sign)}
      >
        {sign}
      </Button>
    ))}
  </Group>
);
