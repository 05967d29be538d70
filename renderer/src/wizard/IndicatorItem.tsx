import { ActionIcon, Menu, SimpleGrid, Text, Textarea, TextInput, type TextareaProps } from '@mantine/core';
import { memo, useState, type KeyboardEvent, type ReactElement } from 'react';
import { isBlank } from '../../../shared/model/text.ts';
import { belongsToIme, keyName } from '../lib/keyboard.ts';
import { fieldOf } from './focus.ts';
import { useFieldProps } from './use-field-props.ts';
import { ValueBox } from './ValueBox.tsx';
import { useWizard } from './wizard-context.ts';
import classes from './Wizard.module.css';

export type Move = (index: number, part?: string) => void;

export interface IndicatorActions {
  /** Undefined at either end of the row. `part`: the box the cursor is in, it stays there. */
  readonly onUp: Move | undefined;
  readonly onDown: Move | undefined;
  readonly onRemove: (index: number) => void;
}

/** One level-3 indicator: its name, its value, and on demand what no form prints but the file keeps. */
export const IndicatorItem = memo(function IndicatorItem({
  index,
  labelled,
  example,
  onUp,
  onDown,
  onRemove,
}: IndicatorActions & { readonly index: number; readonly labelled: boolean; readonly example: string }): ReactElement {
  const { getValues, locked } = useWizard();
  const [more, setMore] = useState(() => hasMore(getValues(`indicators.${index}`)));
  const moveByKey = (event: KeyboardEvent): void => {
    const key = keyName(event);
    const move = { 'Ctrl+Shift+ArrowUp': onUp, 'Ctrl+Shift+ArrowDown': onDown }[key];
    if (locked || !key.startsWith('Ctrl+Shift+Arrow') || belongsToIme(event)) return;
    // In a text these would select; at either end of the row they do nothing.
    event.preventDefault();
    move?.(index, fieldOf(event.target)?.split('.')[2]);
  };
  return (
    <div className={classes.indicator} role="group" aria-label={`三级指标 ${index + 1}`} onKeyDown={moveByKey}>
      <div className={classes.indicatorLine}>
        <NameBox index={index} labelled={labelled} />
        <ValueBox index={index} example={example} labelled={labelled} />
        {!locked && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="lg" aria-label="这一条的更多操作" mt={labelled ? 24 : 0}>
                ⋯
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setMore(!more)}>
                {more ? '收起说明、依据、权重' : '填写说明、依据、权重'}
              </Menu.Item>
              <Menu.Item disabled={!onUp} rightSection={<Shortcut keys="Ctrl+Shift+↑" />} onClick={() => onUp?.(index)}>
                上移
              </Menu.Item>
              <Menu.Item
                disabled={!onDown}
                rightSection={<Shortcut keys="Ctrl+Shift+↓" />}
                onClick={() => onDown?.(index)}
              >
                下移
              </Menu.Item>
              <Menu.Item color="red" onClick={() => onRemove(index)}>
                删除这一条
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {more && <MoreBoxes index={index} />}
    </div>
  );
});

const Shortcut = ({ keys }: { readonly keys: string }): ReactElement => (
  <Text size="xs" c="dimmed" aria-hidden>
    {keys}
  </Text>
);

const hasMore = (indicator: { description: string; basis: string; weight: string } | undefined): boolean =>
  indicator !== undefined && ![indicator.description, indicator.basis, indicator.weight].every(isBlank);

const NameBox = ({ index, labelled }: { readonly index: number; readonly labelled: boolean }): ReactElement => {
  const { label, ...props } = useFieldProps(`indicators.${index}.level3`, {
    label: '三级指标',
    required: false,
    hint: '',
  });
  return <Growing {...props} {...(labelled ? { label } : { 'aria-label': label })} />;
};

const MoreBoxes = ({ index }: { readonly index: number }): ReactElement => {
  const description = useFieldProps(`indicators.${index}.description`, plain('说明'));
  const basis = useFieldProps(`indicators.${index}.basis`, plain('设定依据'));
  const weight = useFieldProps(`indicators.${index}.weight`, plain('权重'));
  return (
    <SimpleGrid cols={3} spacing="xs" mt="xs">
      <Growing {...description} />
      <Growing {...basis} />
      <TextInput {...weight} inputMode="decimal" />
    </SimpleGrid>
  );
};

const plain = (label: string): { label: string; required: boolean; hint: string } => ({
  label,
  required: false,
  hint: '',
});

// A line that grows with its text: Enter moves on, Shift+Enter breaks the line.
const Growing = (props: TextareaProps): ReactElement => <Textarea {...props} autosize minRows={1} maxRows={6} />;
