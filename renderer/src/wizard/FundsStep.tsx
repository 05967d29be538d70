import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWatch } from 'react-hook-form';
import type { AmountUnit } from '../../../shared/model/money.ts';
import { FieldInput } from './FieldInput.tsx';
import { bothMeanings, settleUnit, sumProposals } from './funds.ts';
import { useWizard } from './wizard-context.ts';

/** The three amounts, and a hand with the sum. */
export const FundsStep = (): ReactElement => {
  const { form } = useWizard();
  return (
    <Stack gap="md" maw={440}>
      <YuanNotice />
      {form.fields
        .filter((field) => field.step === 'funds')
        .map((field) => (
          <FieldInput key={field.path} field={field} />
        ))}
      <SumHelp />
    </Stack>
  );
};

const SumHelp = (): ReactElement | null => {
  const { control, setValue, locked } = useWizard();
  const [funds, amountUnit] = useWatch({ control, name: ['funds', 'amountUnit'] });
  const proposals = locked ? [] : sumProposals({ funds, amountUnit });
  if (proposals.length === 0) return null;
  return (
    <Alert color="yellow" title="合计与两项之和不一致">
      <Text size="sm" mb="xs">
        年度资金总额应当等于财政拨款加其他资金。核对后可以让程序算好：
      </Text>
      <Group gap="xs">
        {proposals.map(({ path, label, text }) => (
          <Button
            key={path}
            size="sm"
            variant="default"
            onClick={() => setValue(path, text, { shouldDirty: true, shouldTouch: true })}
          >
            {label}
          </Button>
        ))}
      </Group>
    </Alert>
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
