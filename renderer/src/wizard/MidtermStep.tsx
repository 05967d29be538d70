import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { ReactElement } from 'react';
import { FieldBoxes } from './FieldBoxes.tsx';
import { IndicatorEditor } from './IndicatorStep.tsx';
import { isBlankHalf, midtermOf, sameAsYear, type MidtermHalf } from './midterm.ts';
import { SumHelp } from './SumHelp.tsx';
import { useWizard } from './wizard-context.ts';
import classes from './Wizard.module.css';

/** The 中期 half of a form: amounts, goals and indicators over all years of the project. */
export const MidtermStep = (): ReactElement => {
  const { form, locked } = useWizard();
  const fields = form.fields.filter(({ step }) => step === 'midterm');
  const rows = form.indicatorRows.map((row) => ({ ...row, requirement: null }));
  return (
    <Stack gap="md">
      {!locked && <SameAsYear />}
      <Stack gap="md" maw={440}>
        <FieldBoxes fields={fields.filter(({ kind }) => kind === 'amount')} />
        <SumHelp funds="midtermFunds" />
      </Stack>
      <Stack gap="md" maw={640}>
        <FieldBoxes fields={fields.filter(({ kind }) => kind !== 'amount')} />
      </Stack>
      <Title order={3} size="md" mt="sm" className={classes.rowName}>
        中期指标
      </Title>
      <IndicatorEditor name="midtermIndicators" rows={rows} step={null} />
    </Stack>
  );
};

/** Copies the year's half: most projects of a township last one year. */
const SameAsYear = (): ReactElement => {
  const { getValues, setValue, tellDone } = useWizard();
  const write = (half: MidtermHalf): void => {
    const options = { shouldDirty: true };
    setValue('midtermFunds', half.midtermFunds, options);
    setValue('midtermGoals', half.midtermGoals, options);
    setValue('midtermIndicators', half.midtermIndicators, options);
  };
  const copy = (): void => {
    const before = midtermOf(getValues());
    write(sameAsYear(getValues(), () => crypto.randomUUID()));
    tellDone('中期目标已与年度相同。', () => write(before));
  };
  const ask = (): void => {
    if (isBlankHalf(midtermOf(getValues()))) return copy();
    modals.openConfirmModal({
      title: '用年度内容替换中期内容',
      children: <Text size="sm">已填的中期资金、目标和指标会换成年度的。替换后可以撤销。</Text>,
      labels: { confirm: '替换', cancel: '取消' },
      onConfirm: copy,
    });
  };
  return (
    <Group gap="xs" wrap="nowrap">
      <Button variant="light" flex="none" onClick={ask}>
        与年度相同
      </Button>
      <Text size="sm" c="dimmed">
        把年度的资金、目标和指标照抄过来，再按整个项目期修改
      </Text>
    </Group>
  );
};
