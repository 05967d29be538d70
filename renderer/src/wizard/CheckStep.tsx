import { Alert, Anchor, Badge, List, Stack, Text, Title } from '@mantine/core';
import { useMemo, type ReactElement } from 'react';
import { STEPS, type Gap, type StepId } from '../../../shared/forms/form.ts';
import type { FieldPath, ProjectContent } from '../../../shared/model/project.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import { gapOwners } from './gap-owners.ts';
import { LookAgain } from './LookAgain.tsx';
import { ReviewFindings } from './ReviewFindings.tsx';
import { STEP_LABELS } from './steps.ts';
import type { LastYearSide } from './use-last-year.ts';
import { useWizard } from './wizard-context.ts';

/** Everything that is still missing, each a link to its field; where one form of several asks for it, which one. */
export const CheckStep = ({
  unit,
  year,
  live,
  gaps,
  side,
  onGap,
}: {
  readonly unit: Unit;
  readonly year: Year;
  readonly live: ProjectContent;
  readonly gaps: readonly Gap[];
  readonly side: Pick<LastYearSide, 'last' | 'compared'>;
  readonly onGap: (path: FieldPath) => void;
}): ReactElement => {
  const { settings } = useWizard();
  const ownerOf = useMemo(() => gapOwners(unit, settings, live), [unit, settings, live]);
  return (
    <Stack gap="md">
      {gaps.length === 0 ? (
        <Alert color="teal" title="必填内容都已填好">
          <Text size="sm">请对照右侧的表再看一遍。点“完成”后内容锁定，需要时可以再修改。</Text>
        </Alert>
      ) : (
        <Alert color="orange" title={`还有 ${gaps.length} 处要补充`}>
          <Text size="sm">点一下就到那一栏。没有补齐也会自动保存，可以以后再填。</Text>
        </Alert>
      )}
      {STEPS.map((step) => (
        <StepGaps
          key={step}
          step={step}
          gaps={gaps.filter((gap) => gap.step === step)}
          ownerOf={ownerOf}
          onGap={onGap}
        />
      ))}
      <ReviewFindings unit={unit} year={year} live={live} toldYears={side.compared.oldYear} onOpen={onGap} />
      <LookAgain side={side} year={year} live={live} onOpen={onGap} />
    </Stack>
  );
};

const StepGaps = ({
  step,
  gaps,
  ownerOf,
  onGap,
}: {
  readonly step: StepId;
  readonly gaps: readonly Gap[];
  readonly ownerOf: (gap: Gap) => string | null;
  readonly onGap: (path: FieldPath) => void;
}): ReactElement | null => {
  if (gaps.length === 0) return null;
  return (
    <div>
      <Title order={3} size="md">
        {STEP_LABELS[step]}
      </Title>
      <List spacing={4} mt={4}>
        {gaps.map((gap) => (
          <List.Item key={`${gap.path} ${gap.kind}`}>
            <Anchor
              component="button"
              type="button"
              ta="left"
              // The dot stands beside the first line of a long message, not the last.
              style={{ verticalAlign: 'top' }}
              data-first=""
              onClick={() => onGap(gap.path)}
            >
              {gap.message}
            </Anchor>
            <Owner title={ownerOf(gap)} />
          </List.Item>
        ))}
      </List>
    </div>
  );
};

const Owner = ({ title }: { readonly title: string | null }): ReactElement | null =>
  title === null ? null : (
    <Badge ml="xs" variant="light" color="gray" radius="sm">
      {title}
    </Badge>
  );
