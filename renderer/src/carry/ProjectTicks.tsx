import { Badge, Checkbox, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useId, type ReactElement } from 'react';
import { reasonOf } from '../../../shared/carry/mark.ts';
import classes from './Carry.module.css';
import {
  countsOf,
  isTicked,
  tickMark,
  tickProjects,
  type CarryCandidate,
  type CarryPlan,
  type PlacedMark,
  type Ticks,
} from './ticks.ts';

interface Props {
  readonly plan: CarryPlan;
  readonly project: CarryCandidate;
  readonly ticks: Ticks;
  readonly onChange: (change: (old: Ticks) => Ticks) => void;
}

/** One project: whether it is taken over, and below it what changes. */
export const ProjectTicks = ({
  open,
  onOpen,
  ...props
}: Props & { readonly open: boolean; readonly onOpen: () => void }): ReactElement => {
  const { plan, project, ticks, onChange } = props;
  const { changed, look } = countsOf(ticks, project);
  const below = useId();
  const name = project.name || '未命名的项目';
  return (
    <div role="listitem" className={classes.project}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Checkbox
          flex={1}
          label={name}
          checked={ticks.projects.has(project.id)}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            onChange((old) => tickProjects(old, [project.id], checked));
          }}
        />
        {changed > 0 && <Badge variant="light">改 {changed} 处</Badge>}
        {look > 0 && (
          <Badge variant="light" color="orange">
            看一下 {look} 处
          </Badge>
        )}
        <UnstyledButton
          className={classes.open}
          aria-expanded={open}
          aria-controls={below}
          aria-label={`${name}：${open ? '收起' : '展开'}`}
          onClick={onOpen}
        >
          {open ? '收起' : '展开'}
        </UnstyledButton>
      </Group>
      {project.existing && (
        <Text size="sm" c="orange.9" className={classes.below}>
          {plan.toYear} 年度已经有“{project.existing.name || '未命名的项目'}”（{BY[project.existing.by]}
          ），一般不再结转。
        </Text>
      )}
      {open && (
        <div id={below} className={classes.below}>
          <Details {...props} />
        </div>
      )}
    </div>
  );
};

const BY = { link: '已经结转过', code: '项目编码相同', name: '名称相同' } as const satisfies Record<
  NonNullable<CarryCandidate['existing']>['by'],
  string
>;

const Details = (props: Props): ReactElement => {
  const { project, ticks } = props;
  const amount = ticks.clearAmounts ? '清空' : `照原样（${project.total || '没有填'}）`;
  return (
    <Stack gap={6} mt={4}>
      {project.marks.map((mark) => (
        <MarkLine key={mark.id} {...props} mark={mark} />
      ))}
      {project.marks.length === 0 && <Text size="sm">没有写到年份的地方。</Text>}
      <Text size="sm" c="dimmed">
        金额{amount}，{project.values} 个指标值{ticks.clearValues ? '清空' : '照原样'}。
      </Text>
    </Stack>
  );
};

/** One mention of a year: what it becomes where it is ticked, or why it is shown. */
const MarkLine = ({ plan, project, ticks, onChange, mark }: Props & { readonly mark: PlacedMark }): ReactElement => {
  const reason = reasonOf(mark, { from: plan.fromYear, to: plan.toYear });
  const ticked = isTicked(ticks, project, mark);
  if (mark.proposed === null) {
    return (
      <div className={classes.look}>
        <Snippet mark={mark} proposed={null} />
        <Text size="sm" c="dimmed">
          {reason}
        </Text>
      </div>
    );
  }
  return (
    <Checkbox
      size="sm"
      label={<Snippet mark={mark} proposed={mark.proposed} />}
      description={reason}
      checked={ticked}
      onChange={(event) => {
        const { checked } = event.currentTarget;
        onChange((old) => tickMark(old, project, mark, checked));
      }}
    />
  );
};

const Snippet = ({
  mark: { label, before, text, after },
  proposed,
}: {
  readonly mark: PlacedMark;
  readonly proposed: string | null;
}): ReactElement => (
  <span>
    <span className={classes.label}>{label}：</span>
    {before}
    {proposed === null ? (
      <mark className={classes.shown}>{text}</mark>
    ) : (
      <>
        <del className={classes.old}>{text}</del>
        <ins className={classes.new}>{proposed}</ins>
      </>
    )}
    {after}
  </span>
);
