import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { LONGEST_TEXT } from '../../../shared/model/text.ts';
import type { UnitYearContent } from '../../../shared/model/unit-year.ts';
import type { Unit } from '../../../shared/model/unit.ts';
import { useKeys } from '../lib/use-keys.ts';
import { SaveState } from '../wizard/SaveState.tsx';
import type { StoredUnitYear } from './open-unit-year.ts';
import { KeptYearText, RefusedYear } from './Rescue.tsx';
import { useUnitYear } from './use-unit-year.ts';

const PARTS = [
  {
    key: 'overallGoals',
    label: '总体绩效目标',
    description: '这一年整个部门要做成什么，一段一行',
  },
  {
    key: 'subGoals',
    label: '分项绩效目标',
    description: '按工作分项写目标和要达到的程度，一段一行',
  },
  {
    key: 'safeguards',
    label: '工作保障措施',
    description: '用什么制度、人员和经费来保证，一段一行',
  },
] as const satisfies readonly {
  readonly key: keyof UnitYearContent;
  readonly label: string;
  readonly description: string;
}[];

/** The three texts, saved while they are typed. */
export const UnitYearSheet = ({
  unit,
  stored,
  asking,
  onReread,
}: {
  readonly unit: Unit;
  readonly stored: StoredUnitYear;
  /** Text of before could not be saved, and does not go back by itself. */
  readonly asking: boolean;
  readonly onReread: () => void;
}): ReactElement => {
  const { content, status, change, flush, recover } = useUnitYear(stored);
  const [, navigate] = useLocation();
  useKeys({ 'Ctrl+S': () => void flush(), Escape: () => navigate('/') });
  return (
    <Stack w="100%" maw={960} mx="auto" p="md" gap="md">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Title order={1} size="h3">
            部门整体绩效目标
          </Title>
          <Text size="sm" c="dimmed">
            {unit.name} · {stored.year} 年度 · 印在绩效文本的第一部分
          </Text>
        </div>
        <SaveState status={status} onRetry={() => void flush()} />
      </Group>
      {asking && <KeptYearText stored={stored} onDone={() => void flush().then(onReread)} />}
      {status.kind === 'refused' && <RefusedYear onRecover={recover} />}
      {PARTS.map(({ key, label, description }) => (
        <Textarea
          key={key}
          label={label}
          description={description}
          autosize
          minRows={5}
          maxRows={24}
          maxLength={LONGEST_TEXT}
          value={content[key]}
          onChange={(event) => change({ [key]: event.currentTarget.value })}
          styles={{ input: { lineHeight: 1.7 } }}
        />
      ))}
      <Group>
        <Button variant="default" title="Esc" onClick={() => navigate('/')}>
          回到项目一览
        </Button>
      </Group>
    </Stack>
  );
};
