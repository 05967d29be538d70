import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWatch } from 'react-hook-form';
import { sumProposals, type FundsList } from './funds.ts';
import { useWizard } from './wizard-context.ts';

/** Below three amounts of which the first is the sum of the others: a hand where it is not. */
export const SumHelp = ({ funds: name }: { readonly funds: FundsList }): ReactElement | null => {
  const { control, setValue, locked, form } = useWizard();
  const [funds, amountUnit] = useWatch({ control, name: [name, 'amountUnit'] });
  const labelOf = (path: string): string => form.fields.find((field) => field.path === path)?.label ?? '';
  const proposals = locked ? [] : sumProposals({ funds, amountUnit });
  if (proposals.length === 0) return null;
  return (
    <Alert color="yellow" title="合计与两项之和不一致" maw={440}>
      <Text size="sm" mb="xs">
        {`${labelOf(`${name}.total`)}应当等于${labelOf(`${name}.fiscal`)}加${labelOf(`${name}.other`)}。核对后可以让程序算好：`}
      </Text>
      <Group gap="xs">
        {proposals.map(({ part, label, text }) => (
          <Button
            key={part}
            size="sm"
            variant="default"
            onClick={() => setValue(`${name}.${part}`, text, { shouldDirty: true, shouldTouch: true })}
          >
            {label}
          </Button>
        ))}
      </Group>
    </Alert>
  );
};
