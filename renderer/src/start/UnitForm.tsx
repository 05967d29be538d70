import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { isBlank } from '../../../shared/model/text.ts';
import { belongsToIme, focusNextField } from '../lib/keyboard.ts';
import { YearBox } from '../lib/WholeNumber.tsx';
import { FormsQuestion } from './FormsQuestion.tsx';
import type { NewUnit } from './new-unit.ts';

export interface UnitFormProps {
  readonly initial: NewUnit;
  /** One more beside those there are: who fills in is known. */
  readonly further?: boolean;
  readonly submitLabel: string;
  readonly busy: boolean;
  readonly onSubmit: (unit: NewUnit) => void;
  readonly onCancel?: () => void;
}

// The list of forms is one stop: Enter there goes on to the end, not through all of it.
const isBox = (target: EventTarget): boolean => target instanceof HTMLInputElement && target.type !== 'checkbox';

/** A new unit: 实施单位, 主管部门 and its code, year, who fills in. Enter goes from field to field. */
export const UnitForm = ({
  initial,
  further = false,
  submitLabel,
  busy,
  onSubmit,
  onCancel,
}: UnitFormProps): ReactElement => {
  const [unit, setUnit] = useState(initial);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<NewUnit>): void => setUnit((old) => ({ ...old, ...change }));
  const missing = tried && isBlank(unit.name) ? '请填写实施单位全称' : null;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isBlank(unit.name) && unit.forms.length > 0) onSubmit({ ...unit, name: unit.name.trim() });
  };
  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        if (belongsToIme(event)) event.preventDefault();
        else if (isBox(event.target) && focusNextField(event.currentTarget, event.target)) {
          event.preventDefault();
        }
      }}
    >
      <Stack>
        <TextInput
          label="实施单位"
          description="全称，印在“实施单位”一栏"
          placeholder="例如：示例县示例镇人民政府"
          required
          withAsterisk
          error={missing}
          autoFocus
          value={unit.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          maxLength={500}
        />
        <SimpleGrid cols={2}>
          <TextInput
            label="主管部门"
            description="全称，印在表头和“主管部门及代码”"
            placeholder="与实施单位相同可以不填"
            value={unit.department}
            onChange={(event) => set({ department: event.currentTarget.value })}
            maxLength={500}
          />
          <TextInput
            label="主管部门代码"
            description="没有可以不填"
            placeholder="例如：407"
            value={unit.departmentCode}
            onChange={(event) => set({ departmentCode: event.currentTarget.value })}
            maxLength={500}
          />
          <YearBox label="年度" description="预算年度" value={unit.year} onChange={(year) => set({ year })} />
          {further ? (
            <TextInput
              label="单位代码"
              description="没有可以不填"
              value={unit.code}
              onChange={(event) => set({ code: event.currentTarget.value })}
              maxLength={500}
            />
          ) : (
            <TextInput
              label="填报人"
              description="记在修改记录里"
              value={unit.operator}
              onChange={(event) => set({ operator: event.currentTarget.value })}
              maxLength={500}
            />
          )}
        </SimpleGrid>
        <FormsQuestion
          value={unit.forms}
          error={tried && unit.forms.length === 0 ? '请至少选一种表' : null}
          onChange={(forms) => set({ forms })}
        />
        <Group justify="flex-end">
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              返回
            </Button>
          )}
          <Button type="submit" loading={busy}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
