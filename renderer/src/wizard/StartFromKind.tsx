import { Button, Fieldset, Group, Select, Text, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { isEmptyIndicator } from '../../../shared/forms/rows.ts';
import type { LibraryKind } from '../../../shared/library/kind.ts';
import {
  fillKind,
  findKinds,
  kindArithmetic,
  kindNamed,
  kindTotal,
  LIBRARY,
  type KindNumbers,
} from '../../../shared/library/library.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { isBlank } from '../../../shared/model/text.ts';
import { toFormValues } from './form-values.ts';
import { useWizard } from './wizard-context.ts';

/** Whether nothing is written yet that a typical set would write over. */
export const isUnwritten = ({ goals, indicators, funds }: ProjectContent): boolean =>
  goals.every(isBlank) && isBlank(funds.total) && indicators.every(isEmptyIndicator);

/** For a project with nothing in it yet: the typical goal and indicators of its kind, with its own few numbers in them. */
export const StartFromKind = ({ name }: { readonly name: string }): ReactElement => {
  const [chosen, setChosen] = useState<string | null>(null);
  const [given, setGiven] = useState<KindNumbers>({});
  const fill = useFill();
  const proposed = kindNamed(name);
  const kind = LIBRARY.find(({ id }) => id === chosen) ?? proposed;
  const ready = kind !== null && kindTotal(kind, given) !== null;
  return (
    <Fieldset legend="从典型项目开始（可以不选）" mb="md" maw={640}>
      <Select
        label="项目类型"
        description="选好后只填几个数字，目标和指标就按典型内容填好，填好后都可以改。"
        placeholder="名称、拼音或首字母"
        searchable
        clearable
        nothingFoundMessage="没有这种类型，请直接填写"
        value={kind?.id ?? null}
        onChange={setChosen}
        data={LIBRARY.map(({ id, name: label }) => ({ value: id, label }))}
        filter={({ search }) => findKinds(search).map(({ id, name: label }) => ({ value: id, label }))}
      />
      {kind !== null && (
        <Numbers kind={kind} given={given} onGiven={(key, typed) => setGiven((old) => ({ ...old, [key]: typed }))} />
      )}
      {kind !== null && (
        <Group mt="sm" justify="space-between" align="flex-start" wrap="nowrap">
          <Text size="sm" role="status">
            {kindArithmetic(kind, given)}
          </Text>
          <Button flex="none" disabled={!ready} onClick={() => fill(kind, given)}>
            按“{kind.name}”填好
          </Button>
        </Group>
      )}
    </Fieldset>
  );
};

const Numbers = ({
  kind,
  given,
  onGiven,
}: {
  readonly kind: LibraryKind;
  readonly given: KindNumbers;
  readonly onGiven: (key: string, typed: string) => void;
}): ReactElement => (
  <Group mt="sm" gap="sm" align="flex-end">
    {kind.numbers.map(({ key, label, unit, example }) => (
      <TextInput
        key={`${kind.id} ${key}`}
        w={150}
        label={label}
        inputMode="decimal"
        placeholder={`如 ${example}`}
        value={given[key] ?? ''}
        onChange={(event) => onGiven(key, event.currentTarget.value)}
        rightSection={<Text size="sm">{unit}</Text>}
        rightSectionWidth={52}
      />
    ))}
  </Group>
);

/** Writes what a kind fills in into the form; one click takes it back. */
const useFill = (): ((kind: LibraryKind, given: KindNumbers) => void) => {
  const { form, settings, getValues, setValue, tellDone } = useWizard();
  const asks = (part: 'weight' | 'operator'): boolean => form.indicatorFields.some((one) => one.part === part);
  const usual = settings.weightSum === 90 && form.indicatorRows.some(({ kind }) => kind === 'cost');
  const write = (content: ProjectContent): void => {
    for (const field of ['name', 'usage', 'goals', 'funds', 'amountUnit', 'indicators'] as const) {
      setValue(field, content[field], { shouldDirty: true });
    }
  };
  return (kind, given) => {
    const parts = { weights: asks('weight') && usual, operators: asks('operator') };
    const filled = fillKind(kind, given, parts, () => crypto.randomUUID());
    if (filled === null) return;
    const before = structuredClone(getValues());
    const name = isBlank(before.name) ? kind.name : before.name;
    write(toFormValues({ ...before, ...filled, name }, form, () => crypto.randomUUID()));
    tellDone(`已按“${kind.name}”填好目标和 ${filled.indicators.length} 条指标，请逐步核对。`, () => write(before));
  };
};
