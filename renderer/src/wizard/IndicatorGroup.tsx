import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useRef, useState, type ReactElement } from 'react';
import type { IndicatorRow } from '../../../shared/forms/form.ts';
import type { Requirement } from '../../../shared/model/level2.ts';
import { rowOf } from '../../../shared/forms/rows.ts';
import { emptyIndicator, type Indicator } from '../../../shared/model/project.ts';
import { focusField } from './focus.ts';
import { GoneIndicators } from './GoneIndicators.tsx';
import { IndicatorItem, type Move } from './IndicatorItem.tsx';
import type { IndicatorRows } from './use-indicator-rows.ts';
import { useWizard } from './wizard-context.ts';
import classes from './Wizard.module.css';

interface Removed {
  readonly index: number;
  readonly indicator: Indicator;
}

/** One level-2 row of the form with its level-3 indicators. */
export const IndicatorGroup = ({
  row,
  list,
  positions,
  labelled,
}: {
  readonly row: IndicatorRow;
  readonly list: IndicatorRows;
  /** Where the row's indicators stand in the project's list. */
  readonly positions: readonly number[];
  /** The step's first boxes say what stands below them too. */
  readonly labelled: boolean;
}): ReactElement => {
  const { locked, getValues, form } = useWizard();
  const root = useRef<HTMLElement>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);

  const belongs = ({ kind }: Indicator): boolean =>
    row.kind === 'other' ? rowOf(form, kind) === null : rowOf(form, kind)?.kind === row.kind;
  const add = (indicator: Indicator): void => {
    list.append({ ...indicator, id: crypto.randomUUID() }, { shouldFocus: false });
    const path = `${list.name}.${getValues(list.name).length - 1}.level3`;
    requestAnimationFrame(() => root.current && focusField(root.current, path));
  };
  const remove = (index: number): void => {
    const indicator = getValues(`${list.name}.${index}`);
    setRemoved({ index, indicator: structuredClone(indicator) });
    list.remove(index);
  };
  const putBack = ({ index, indicator }: Removed): void => {
    list.insert(index, indicator, { shouldFocus: false });
    setRemoved(null);
    requestAnimationFrame(() => root.current && focusField(root.current, `${list.name}.${index}.level3`));
  };
  const swapWith = (other: number | undefined): Move | undefined => {
    if (other === undefined) return undefined;
    return (index, part) => {
      list.swap(index, other);
      if (part !== undefined) {
        requestAnimationFrame(() => root.current && focusField(root.current, `${list.name}.${other}.${part}`));
      }
    };
  };

  return (
    <section ref={root} className={classes.group} aria-label={row.printed}>
      <Group gap="xs" wrap="nowrap">
        <Title order={3} size="md" className={classes.rowName}>
          {row.level2}
        </Title>
        <RequirementBadge requirement={row.requirement} />
        {!locked && row.kind !== 'other' && (
          <Button
            size="compact-sm"
            variant="subtle"
            ml="auto"
            aria-label={`增加一条${row.level2}`}
            {...(list.name === 'indicators' ? { 'data-path': `kind:${row.kind}` } : {})}
            onClick={() => add(emptyIndicator('', row.kind))}
          >
            ＋ 增加
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb={6}>
        {row.hint}
      </Text>
      <Stack gap="xs">
        {positions.map((index, place) => (
          <IndicatorItem
            key={list.fields[index]?.key ?? index}
            list={list.name}
            index={index}
            labelled={labelled && place === 0}
            example={row.example}
            onUp={swapWith(positions[place - 1])}
            onDown={swapWith(positions[place + 1])}
            onRemove={remove}
          />
        ))}
      </Stack>
      <GoneIndicators list={list.name} belongs={belongs} onTake={add} />
      {removed && <RemovedBar removed={removed} onUndo={() => putBack(removed)} onClose={() => setRemoved(null)} />}
    </section>
  );
};

const RequirementBadge = ({ requirement }: { readonly requirement: Requirement }): ReactElement => {
  if (requirement === 'hard') {
    return (
      <Badge color="red" variant="light" radius="sm">
        必填硬性
      </Badge>
    );
  }
  return (
    <Badge color={requirement === 'required' ? 'blue' : 'gray'} variant="light" radius="sm">
      {requirement === 'required' ? '必填' : '选填'}
    </Badge>
  );
};

const RemovedBar = ({
  removed,
  onUndo,
  onClose,
}: {
  readonly removed: Removed;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}): ReactElement => (
  <Group mt="xs" gap="xs" role="status" className={classes.removed}>
    <Text size="sm">已删除“{removed.indicator.level3 || removed.indicator.printed || '空白的一条'}”</Text>
    <Button size="compact-sm" variant="light" autoFocus onClick={onUndo}>
      撤销
    </Button>
    <Button size="compact-sm" variant="subtle" color="gray" onClick={onClose}>
      知道了
    </Button>
  </Group>
);
