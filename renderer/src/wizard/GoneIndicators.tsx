import { Button, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Indicator } from '../../../shared/model/project.ts';
import type { IndicatorList } from './indicators.ts';
import { useGone } from './last-year.ts';
import { useWizard } from './wizard-context.ts';
import classes from './Wizard.module.css';

/** Below the indicators of a row: those of last year that are not there any more, to be taken back in. */
export const GoneIndicators = ({
  list,
  belongs,
  onTake,
}: {
  readonly list: IndicatorList;
  readonly belongs: (indicator: Indicator) => boolean;
  readonly onTake: (indicator: Indicator) => void;
}): ReactElement | null => {
  const { last, locked } = useWizard();
  const gone = useGone(last).filter((one) => one.list === list && belongs(one.indicator));
  if (gone.length === 0) return null;
  return (
    <div className={classes.last}>
      {gone.map(({ indicator }) => (
        <Group key={indicator.id} gap={6} wrap="nowrap" align="flex-start">
          <Text size="sm" className={classes.lastText ?? ''}>
            去年还有：{[indicator.level3, indicator.printed].filter((text) => text !== '').join('，')}
          </Text>
          {!locked && (
            <Button size="compact-sm" variant="subtle" flex="none" onClick={() => onTake(indicator)}>
              加进来
            </Button>
          )}
        </Group>
      ))}
    </div>
  );
};
