import { ActionIcon, Input, Menu, SimpleGrid, Text, TextInput } from '@mantine/core';
import { memo, useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Indicator } from '../../../shared/model/project.ts';
import { isBlank } from '../../../shared/model/text.ts';
import { belongsToIme, keyName } from '../lib/keyboard.ts';
import { fieldOf } from './focus.ts';
import { Growing } from './Growing.tsx';
import { partsOf, type IndicatorList, type OwnBox } from './indicators.ts';
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
  list,
  index,
  labelled,
  example,
  onUp,
  onDown,
  onRemove,
}: IndicatorActions & {
  readonly list: IndicatorList;
  readonly index: number;
  readonly labelled: boolean;
  readonly example: string;
}): ReactElement {
  const { getValues, locked, form } = useWizard();
  const { asked, kept } = partsOf(form, list);
  // What no form of the unit asks for stays out of the way; a locked project has no menu to show it by.
  const [more, setMore] = useState(() => locked && hasMore(getValues(`${list}.${index}`), kept));
  const weight = asked.find(({ part }) => part === 'weight');
  const wide = asked.filter(({ part }) => part !== 'weight');
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
      <div className={classes.indicatorLine} data-weighed={weight ? '' : undefined}>
        <NameBox list={list} index={index} labelled={labelled} />
        <ValueBox list={list} index={index} example={example} labelled={labelled} />
        {weight && <WeightBox list={list} index={index} field={weight} labelled={labelled} />}
        {!locked && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon
                className={classes.indicatorMenu}
                variant="subtle"
                color="gray"
                size="lg"
                aria-label="这一条的更多操作"
                mt={labelled ? 24 : 0}
              >
                ⋯
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {kept.length > 0 && (
                <Menu.Item onClick={() => setMore(!more)}>
                  {`${more ? '收起' : hasMore(getValues(`${list}.${index}`), kept) ? '查看' : '填写'}${kept.map(({ label }) => label).join('、')}`}
                </Menu.Item>
              )}
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
      {wide.length > 0 && (
        <SimpleGrid cols={wide.length} spacing="xs" mt={4}>
          {wide.map((field) => (
            <PartBox key={field.part} list={list} index={index} field={field} labelled={labelled} />
          ))}
        </SimpleGrid>
      )}
      {more && kept.length > 0 && (
        <SimpleGrid cols={kept.length} spacing="xs" mt={4}>
          {kept.map((field) => (
            <PartBox key={field.part} list={list} index={index} field={field} labelled />
          ))}
        </SimpleGrid>
      )}
    </div>
  );
});

const Shortcut = ({ keys }: { readonly keys: string }): ReactElement => (
  <Text size="xs" c="dimmed" aria-hidden>
    {keys}
  </Text>
);

const hasMore = (indicator: Indicator | undefined, kept: readonly OwnBox[]): boolean =>
  indicator !== undefined && kept.some(({ part }) => !isBlank(indicator[part]));

interface Place {
  readonly list: IndicatorList;
  readonly index: number;
  /** Says what the boxes are above them; else they bear it themselves. */
  readonly labelled: boolean;
}

const NameBox = ({ list, index, labelled }: Place): ReactElement => {
  const { label, ...props } = useFieldProps(`${list}.${index}.level3`, {
    label: '三级指标',
    required: false,
    hint: '',
  });
  return <Growing {...props} {...(labelled ? { label } : { 'aria-label': label })} />;
};

/** The weight at the end of the line; what is wrong with it stands below the whole line. */
const WeightBox = ({ list, index, field, labelled }: Place & { readonly field: OwnBox }): ReactElement => {
  const { label, error, ...props } = useFieldProps(`${list}.${index}.${field.part}`, { ...field, hint: '' });
  const messageId = useId();
  return (
    <>
      <TextInput
        {...props}
        {...(labelled ? { label } : { 'aria-label': label })}
        error={error !== undefined}
        aria-describedby={error === undefined ? undefined : messageId}
        inputMode="decimal"
      />
      {error !== undefined && (
        <Input.Error id={messageId} className={classes.lineError}>
          {error}
        </Input.Error>
      )}
    </>
  );
};

/** 权重, 说明 or 依据 of an indicator. */
const PartBox = ({ list, index, field, labelled }: Place & { readonly field: OwnBox }): ReactElement => {
  const { label, ...props } = useFieldProps(`${list}.${index}.${field.part}`, { ...field, hint: '' });
  const named = labelled ? { label } : { 'aria-label': label };
  if (field.part === 'weight') return <TextInput {...props} {...named} inputMode="decimal" maw={96} />;
  return <Growing {...props} {...named} {...(labelled ? {} : { placeholder: label })} />;
};
