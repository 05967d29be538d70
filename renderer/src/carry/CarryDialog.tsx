import { Alert, Button, Group, Loader, Modal, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { Year } from '../../../shared/model/unit.ts';
import { TroubleText } from '../lib/notify.tsx';
import { YearBox } from '../lib/WholeNumber.tsx';
import { BulkTicks } from './BulkTicks.tsx';
import classes from './Carry.module.css';
import { ProjectTicks } from './ProjectTicks.tsx';
import { projectsTicked, tickProjects, type CarryPlan } from './ticks.ts';
import { useCarryPlan, useRunCarry, useTicks } from './use-carry.ts';

export interface CarryDialogProps {
  /** Projects of one unit and year. */
  readonly ids: readonly string[];
  /** The year they are taken to, to begin with. */
  readonly toYear: Year;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** 结转: projects of a year taken to another, with every mention of the old year to be ticked. */
export const CarryDialog = ({ opened, onClose, ...rest }: CarryDialogProps): ReactElement => (
  <Modal
    opened={opened}
    onClose={onClose}
    title="结转到下一年度"
    size={920}
    classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
    closeButtonProps={{ 'aria-label': '关闭' }}
  >
    {opened && <Carrying {...rest} onClose={onClose} />}
  </Modal>
);

const Carrying = ({ ids, toYear: first, onClose }: Omit<CarryDialogProps, 'opened'>): ReactElement => {
  const [toYear, setToYear] = useState(first);
  const { plan, stale, trouble } = useCarryPlan(ids, toYear);
  return (
    <>
      <Group gap="sm" align="center" mb="xs">
        {plan && (
          <Text size="sm">
            {plan.unitName}，从 {plan.fromYear} 年度结转到
          </Text>
        )}
        <YearBox aria-label="结转到的年度" w={110} data-autofocus value={toYear} onChange={setToYear} />
        <Text size="sm">年度</Text>
        {stale && <Loader size="xs" aria-label="正在读取" />}
      </Group>
      {trouble && (
        <Alert color="red">
          <TroubleText trouble={trouble} />
        </Alert>
      )}
      {!plan && !trouble && <Loader size="sm" aria-label="正在读取" />}
      {plan && !trouble && <PlanTicks plan={plan} stale={stale} onClose={onClose} />}
    </>
  );
};

const PlanTicks = ({
  plan,
  stale,
  onClose,
}: {
  readonly plan: CarryPlan;
  readonly stale: boolean;
  readonly onClose: () => void;
}): ReactElement => {
  const [ticks, change] = useTicks(plan);
  const { busy, run } = useRunCarry(onClose);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const all = plan.projects.map(({ id }) => id);
  const there = plan.projects.filter(({ existing }) => existing !== null).length;
  const count = ticks.projects.size;
  const ticked = projectsTicked(ticks, plan);
  return (
    <>
      <BulkTicks plan={plan} ticks={ticks} onChange={change} />
      <Group justify="space-between" mt="sm" mb={4} wrap="nowrap">
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => change((old) => tickProjects(old, all, ticked !== 'all'))}
          >
            {ticked === 'all' ? '全不选' : '全选'}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen(open.size > 0 ? new Set() : new Set(all))}>
            {open.size > 0 ? '收起' : '展开全部'}
          </Button>
        </Group>
        {there > 0 && (
          <Text size="sm" c="orange.9">
            有 {there} 个项目在 {plan.toYear} 年度已经有了，没有勾选。
          </Text>
        )}
      </Group>
      <div className={classes.list} role="list" aria-label="要结转的项目">
        {plan.projects.map((project) => (
          <ProjectTicks
            key={project.id}
            plan={plan}
            project={project}
            ticks={ticks}
            onChange={change}
            open={open.has(project.id)}
            onOpen={() =>
              setOpen((old) => {
                const now = new Set(old);
                if (!now.delete(project.id)) now.add(project.id);
                return now;
              })
            }
          />
        ))}
      </div>
      <Group justify="space-between" mt="sm" wrap="nowrap">
        <Text size="sm" c="dimmed">
          上年的自评结果不带过来。原来的项目不变，结转前会自动备份，结转后可以撤销。
        </Text>
        <Group gap="xs" wrap="nowrap" flex="none">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <Button loading={busy} disabled={count === 0 || stale} onClick={() => run(plan, ticks)}>
            结转 {count} 个项目
          </Button>
        </Group>
      </Group>
    </>
  );
};
