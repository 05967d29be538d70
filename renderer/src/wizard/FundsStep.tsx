import { Alert, Button, Group, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWatch } from 'react-hook-form';
import type { AmountUnit } from '../../../shared/model/money.ts';
import { FieldBoxes } from './FieldBoxes.tsx';
import { bothMeanings, settleUnit } from './funds.ts';
import { SumHelp } from './SumHelp.tsx';
import { useWizard } from './wizard-context.ts';

/** The amounts of the year and a hand with their sum; what they are for and when they are spent, where that is asked. */
export const FundsStep = (): ReactElement => {
  const { form } = useWizard();
  const fields = form.fields.filter(({ step }) => step === 'funds');
  return (
    <Stack gap="md">
      <YuanNotice />
      <Stack gap="md" maw={440}>
        <FieldBoxes fields={fields.filter(({ kind }) => kind === 'amount')} />
        <SumHelp funds="funds" />
      </Stack>
      <Stack gap="md" maw={640}>
        <FieldBoxes fields={fields.filter(({ kind }) => kind !== 'amount')} />
      </Stack>
    </Stack>
  );
};

/** An imported paper said 元 where the form says 万元: the clerk decides what was meant, with both before the eyes. */
const YuanNotice = (): ReactElement | null => {
  const { control, getValues, setValue, locked } = useWizard();
  const [funds, amountUnit] = useWatch({ control, name: ['funds', 'amountUnit'] });
  if (amountUnit === '万元' || locked) return null;
  const { yuan, wan } = bothMeanings(funds.total === '' ? funds.fiscal : funds.total);
  const settle = (meant: AmountUnit): void => {
    const settled = settleUnit(getValues(), meant);
    const options = { shouldDirty: true };
    setValue('amountUnit', settled.amountUnit, options);
    setValue('funds', settled.funds, options);
    setValue('midtermFunds', settled.midtermFunds, options);
  };
  return (
    <Alert color="orange" title="原表的金额单位写的是“元”，请确认">
      <Group gap="xs">
        <Button variant="default" onClick={() => settle('元')}>
          就是 {yuan}
        </Button>
        <Button variant="default" onClick={() => settle('万元')}>
          应当是 {wan}
        </Button>
      </Group>
    </Alert>
  );
};
