import { Anchor, Badge, Button, Group, List, Text, Title } from '@mantine/core';
import { useDeferredValue, useMemo, type ReactElement } from 'react';
import type { Path } from 'react-hook-form';
import type { FieldPath, ProjectContent } from '../../../shared/model/project.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import type { Finding, Fix, Severity } from '../../../shared/review/finding.ts';
import { applyFix } from '../../../shared/review/fix.ts';
import { review } from '../../../shared/review/review.ts';
import { toStored } from './form-values.ts';
import { useWizard } from './wizard-context.ts';

export interface ReviewFindingsProps {
  readonly unit: Unit;
  readonly year: Year;
  readonly live: ProjectContent;
  /** Where the old year stands is told once: by the comparison with last year, where there is one. */
  readonly toldYears: readonly { readonly path: FieldPath }[];
  readonly onOpen: (path: FieldPath) => void;
}

/** What the county would most likely send back, beyond what is missing: each a link to its field, some with one click to mend it. */
export const ReviewFindings = ({ unit, year, live, toldYears, onOpen }: ReviewFindingsProps): ReactElement | null => {
  const { form } = useWizard();
  const looked = useDeferredValue(live);
  const findings = useMemo(
    () => findingsOf({ year, names: [unit.name, unit.department], form, projects: [toStored(looked)] }),
    [unit, year, form, looked],
  );
  const isTold = ({ rule, path }: Finding): boolean =>
    rule === 'stale-year' && toldYears.some((told) => told.path === path);
  const shown = findings.filter((finding) => !isTold(finding));
  if (shown.length === 0) return null;
  return (
    <div>
      <Title order={3} size="md">
        预审意见
      </Title>
      <Text size="sm" c="dimmed">
        县里审核时常问的地方，请看一看；确实这样写的，可以不改，不影响完成。
      </Text>
      <List spacing={6} mt={4} aria-label="预审意见">
        {shown.map((finding) => (
          <List.Item key={`${finding.rule} ${finding.path} ${finding.message}`}>
            <Found finding={finding} onOpen={onOpen} />
          </List.Item>
        ))}
      </List>
    </div>
  );
};

/** What is required stands above already; the gravest first. */
const findingsOf = (subject: Parameters<typeof review>[0]): Finding[] =>
  review(subject)
    .filter(({ rule, index }) => rule !== 'required' && index !== null)
    .sort((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity));

const ORDER: readonly Severity[] = ['error', 'warning', 'hint'];

const LABELS = {
  error: { text: '多半有错', color: 'red' },
  warning: { text: '请核对', color: 'orange' },
  hint: { text: '可以更好', color: 'gray' },
} as const satisfies Readonly<Record<Severity, object>>;

const Found = ({
  finding: { severity, path, message, fix },
  onOpen,
}: {
  readonly finding: Finding;
  readonly onOpen: (path: FieldPath) => void;
}): ReactElement => {
  const mend = useMend();
  const { text, color } = LABELS[severity];
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Badge color={color} variant="light" radius="sm" flex="none" mt={2}>
        {text}
      </Badge>
      <Anchor component="button" type="button" ta="left" data-first="" onClick={() => onOpen(path)}>
        {message}
      </Anchor>
      {fix !== undefined && (
        <Button size="compact-sm" variant="light" flex="none" onClick={() => mend(fix)}>
          {fix.label}
        </Button>
      )}
    </Group>
  );
};

/** Takes a fix; one click takes it back. */
const useMend = (): ((fix: Fix) => void) => {
  const { getValues, setValue, tellDone } = useWizard();
  const write = (content: ProjectContent, fix: Fix): void => {
    // Only what the fix names: boxes typed into meanwhile keep their text.
    for (const { path } of fix.changes) {
      const top = path.split('.')[0] as Path<ProjectContent>;
      setValue(top, content[top as keyof ProjectContent], { shouldDirty: true });
    }
  };
  return (fix) => {
    const before = structuredClone(getValues());
    write(applyFix(before, fix), fix);
    tellDone(`${fix.label}：已改好。`, () => write(before, fix));
  };
};
