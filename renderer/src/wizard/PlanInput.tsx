import { Button, CloseButton, Group, Input, Table, Text, TextInput } from '@mantine/core';
import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import { useFieldArray, useWatch } from 'react-hook-form';
import type { FieldDefinition } from '../../../shared/forms/form.ts';
import { belongsToIme } from '../lib/keyboard.ts';
import { fieldOf, focusField } from './focus.ts';
import { checkPlan, isBlankStep, USUAL_DATES, withPercentSign } from './plan.ts';
import { useFieldProps } from './use-field-props.ts';
import { useWizard } from './wizard-context.ts';

/** 资金支出计划: a line a date, with what is to be spent by then in cumulative percent. */
export const PlanInput = ({ field }: { readonly field: FieldDefinition }): ReactElement => {
  const { control, locked, getValues } = useWizard();
  const root = useRef<HTMLDivElement>(null);
  const list = useFieldArray({ control, name: 'spendingPlan', keyName: 'key' });
  const goTo = (path: string): void => {
    requestAnimationFrame(() => root.current && focusField(root.current, path));
  };
  const add = (): void => {
    list.append({ by: '', percent: '' }, { shouldFocus: false });
    goTo(`spendingPlan.${getValues('spendingPlan').length - 1}.by`);
  };
  const fillDates = (): void => {
    const percents = getValues('spendingPlan').map(({ percent }) => percent);
    list.replace(USUAL_DATES.map((by, index) => ({ by, percent: percents[index] ?? '' })));
    goTo('spendingPlan.0.percent');
  };
  const remove = (index: number): void => {
    list.remove(index);
    const left = getValues('spendingPlan').length;
    goTo(left === 0 ? 'spendingPlan' : `spendingPlan.${Math.min(index, left - 1)}.by`);
  };
  return (
    <Input.Wrapper
      ref={root}
      label={field.label}
      description={field.hint || undefined}
      withAsterisk={field.required}
      labelElement="div"
      role="group"
      aria-label={field.label}
      onKeyDown={(event) => walk(event, root.current)}
    >
      {list.fields.length > 0 && (
        <Table withRowBorders={false} verticalSpacing={4} horizontalSpacing={0} mt={4}>
          <Table.Tbody>
            {list.fields.map((line, index) => (
              <PlanLine key={line.key} index={index} onRemove={locked ? null : () => remove(index)} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <PlanState />
      {!locked && (
        <Group gap="xs" mt={4}>
          <DatesButton onFill={fillDates} />
          <Button size="compact-sm" variant="subtle" onClick={add}>
            ＋ 增加一行
          </Button>
        </Group>
      )}
    </Input.Wrapper>
  );
};

const PlanLine = ({
  index,
  onRemove,
}: {
  readonly index: number;
  readonly onRemove: (() => void) | null;
}): ReactElement => {
  const by = useLineProps(index, 'by', '时间');
  const { onBlur, ...percent } = useLineProps(index, 'percent', '累计支出');
  return (
    <Table.Tr>
      <Table.Td pr="xs">
        <TextInput {...by} placeholder={`如 ${USUAL_DATES[index] ?? '12月底'}`} />
      </Table.Td>
      <Table.Td w={170} pr="xs">
        <TextInput
          {...percent}
          placeholder="如 50%"
          inputMode="decimal"
          onBlur={(event) => {
            const tidy = withPercentSign(event.currentTarget.value);
            if (tidy !== event.currentTarget.value) percent.onChange(tidy);
            onBlur(event);
          }}
        />
      </Table.Td>
      {onRemove && (
        <Table.Td w={34}>
          <CloseButton aria-label={`删除第 ${index + 1} 行`} onClick={onRemove} />
        </Table.Td>
      )}
    </Table.Tr>
  );
};

const useLineProps = (index: number, part: 'by' | 'percent', label: string) => {
  const props = useFieldProps(`spendingPlan.${index}.${part}`, { label, required: false, hint: '' });
  return { ...props, label: undefined, 'aria-label': `第 ${index + 1} 行${label}` };
};

/** How far the plan gets, as it is typed. */
const PlanState = (): ReactElement | null => {
  const { control } = useWizard();
  const plan = useWatch({ control, name: 'spendingPlan' });
  if (plan.every(isBlankStep)) return null;
  const { problems, reached } = checkPlan(plan);
  const right = problems.size === 0 && reached === 100;
  return (
    <Text size="sm" c={right ? 'teal.9' : 'orange.9'} aria-live="polite">
      {right ? '累计到 100%' : `累计到 ${reached}%${reached === 100 ? '，有几行要核对' : '，最后一行应为 100%'}`}
    </Text>
  );
};

/** Offered until a date is typed. */
const DatesButton = ({ onFill }: { readonly onFill: () => void }): ReactElement | null => {
  const { control } = useWizard();
  const plan = useWatch({ control, name: 'spendingPlan' });
  if (plan.some(({ by }) => by.trim() !== '')) return null;
  return (
    <Button size="compact-sm" variant="light" data-path="spendingPlan" data-enter-stop="" onClick={onFill}>
      填入 {USUAL_DATES.join('、')}
    </Button>
  );
};

/** ↑ and ↓ go to the same box of the line above and below. */
const walk = (event: KeyboardEvent, root: HTMLElement | null): void => {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const [list, line, part] = fieldOf(event.target)?.split('.') ?? [];
  if (!root || by === undefined || part === undefined || event.ctrlKey || event.altKey || belongsToIme(event)) return;
  event.preventDefault();
  focusField(root, `${list ?? ''}.${Number(line) + by}.${part}`);
};
