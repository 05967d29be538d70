import { Box, Button, Group, Menu, Paper, Text } from '@mantine/core';
import { memo, type ReactElement } from 'react';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { tell } from '../lib/notify.tsx';
import { useWeights } from './use-weights.ts';
import { tallyWeights, usualShares, type LevelTally, type WeightTally } from './weights.ts';
import { useWizard } from './wizard-context.ts';

/** Above the indicators, where weights are asked: what they add up to, and a hand with sharing out the rest. */
export const WeightLine = memo(function WeightLine({ live }: { readonly live: ProjectContent }): ReactElement {
  const { form, settings, locked } = useWizard();
  const tally = tallyWeights(form, live);
  return (
    <Paper withBorder px="sm" py={6} mb="sm" role="group" aria-label="分值权重合计">
      <Group gap="xs">
        <Box flex="1 1 265px">
          <SumText tally={tally} wanted={settings.weightSum} />
          <Group gap="0 0.75rem">
            {tally.levels.map((level) => (
              <Text key={level.label} size="sm" c="dimmed" className="tabular">
                {levelText(level)}
              </Text>
            ))}
          </Group>
        </Box>
        {!locked && <WeightButtons live={live} />}
      </Group>
    </Paper>
  );
});

const SumText = ({ tally, wanted }: { readonly tally: WeightTally; readonly wanted: number }): ReactElement => {
  const { sum, blank, unreadable } = tally;
  const right = sum === wanted && blank === 0 && unreadable === 0;
  const left = [
    sum > wanted ? `超出 ${tidy(sum - wanted)}` : sum < wanted ? `还差 ${tidy(wanted - sum)}` : '',
    blank > 0 ? `${blank} 条没有填` : '',
    unreadable > 0 ? `${unreadable} 条不是数字` : '',
  ].filter((text) => text !== '');
  return (
    <Text size="sm" className="tabular" aria-live="polite">
      权重合计{' '}
      <Text span fw={600} c={right ? 'teal.9' : 'orange.9'}>
        {tidy(sum)} / {tidy(wanted)}
      </Text>
      {left.length > 0 && `，${left.join('，')}`}
    </Text>
  );
};

const levelText = ({ label, sum }: LevelTally): string => `${label.replace(/指标$/u, '')} ${tidy(sum)}`;

/** Without the dust of floating point. */
const tidy = (points: number): string => String(Math.round(points * 10_000) / 10_000);

const WeightButtons = ({ live }: { readonly live: ProjectContent }): ReactElement => {
  const { form, settings } = useWizard();
  const { shareLeft, shareUsual } = useWeights();
  const usual = usualShares(form, live, settings.weightSum);
  return (
    <Group gap={4} wrap="nowrap">
      <Button size="compact-sm" variant="light" onClick={shareLeft}>
        平均分配其余权重
      </Button>
      <Menu position="bottom-end" returnFocus>
        <Menu.Target>
          <Button size="compact-sm" variant="subtle">
            按常用比例
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {usual.map((share) => (
            <Menu.Item key={share.label} onClick={() => shareUsual(share.label)}>
              {share.label}
            </Menu.Item>
          ))}
          {usual.length === 0 && (
            <Menu.Item onClick={() => tell('常用比例的合计或级别与这里不同，请直接填写。')}>
              没有合适的常用比例
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
};
