import { Button, Group, Text, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { isBlank } from '../../../shared/model/text.ts';
import { describeValue } from '../../../shared/model/value.ts';
import { useFieldProps } from './FieldInput.tsx';
import { formPath } from './form-values.ts';
import { readingOf, tidySigns, withSign } from './indicators.ts';
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
  const { setValue, locked } = useWizard();
  const path = `indicators.${index}.printed`;
  const { label, onChange, onBlur, ...props } = useFieldProps(path, { label: '指标值', required: false, hint: '' });
  const write = (text: string): void => {
    for (const [key, value] of Object.entries(readingOf(text))) {
      setValue(formPath(`indicators.${index}.${key}`), value, { shouldDirty: true });
    }
    onChange(text);
  };
  const leave = (): void => {
    const tidy = tidySigns(props.value);
    if (tidy !== props.value && !locked) write(tidy);
    onBlur();
  };
  return (
    <div>
      <TextInput
        {...props}
        {...(labelled ? { label } : { 'aria-label': label })}

        placeholder={`如 ${example}`}
        onChange={(event) => write(event.currentTarget.value)}
        onBlur={leave}
        rightSectionWidth={locked ? 0 : 68}
        rightSection={locked ? null : <Signs onSign={(sign) => write(withSign(props.value, sign))} />}
      />
      {!isBlank(props.value) && (
        <Text size="sm" c="dimmed" mt={2}>
          {describeValue(props.value)}
        </Text>
      )}
    </div>
  );
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
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onSign(sign)}
      >
        {sign}
      </Button>
    ))}
  </Group>
);
