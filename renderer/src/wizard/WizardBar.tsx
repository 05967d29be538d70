import { Badge, Button, Group } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ProjectState } from '../../../shared/model/project.ts';
import type { SaveStatus } from './autosave.ts';
import { SaveState } from './SaveState.tsx';
import classes from './Wizard.module.css';

const STATES: Readonly<Record<ProjectState, { readonly label: string; readonly color: string }>> = {
  draft: { label: '草稿', color: 'gray' },
  finished: { label: '已完成', color: 'teal' },
  approved: { label: '已批复', color: 'blue' },
};

/** Above form and paper: which project, whether it is saved, and the ways out. */
export const WizardBar = (props: {
  readonly name: string;
  readonly state: ProjectState;
  readonly status: SaveStatus;
  readonly onRetry: () => void;
  readonly onList: () => void;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  readonly onHistory: () => void;
  /** Null while the paper is shown. */
  readonly onShowPaper: (() => void) | null;
  /** Null where there is no project of last year. */
  readonly lastYear: { readonly shown: boolean; readonly toggle: () => void } | null;
  readonly onPreview: () => void;
}): ReactElement => (
  <div className={classes.bar}>
    <Button size="compact-md" variant="subtle" color="gray" title="Esc" onClick={props.onList}>
      ← 项目一览
    </Button>
    <h1 className={classes.name} title={props.name}>
      {props.name === '' ? '未命名的项目' : props.name}
    </h1>
    <Badge color={STATES[props.state].color} variant="light" radius="sm">
      {STATES[props.state].label}
    </Badge>
    {props.state === 'draft' && <SaveState status={props.status} onRetry={props.onRetry} />}
    <Group gap={4} wrap="nowrap">
      <BarButton label="上一个" title="上一个项目" onClick={props.onPrevious} />
      <BarButton label="下一个" title="下一个项目" onClick={props.onNext} />
      <BarButton label="修改记录" title="谁在什么时候改了什么" onClick={props.onHistory} />
      {props.lastYear && (
        <Button
          size="compact-md"
          variant={props.lastYear.shown ? 'light' : 'subtle'}
          color={props.lastYear.shown ? 'blue' : 'gray'}
          title="在每一栏下面对照去年的内容"
          aria-pressed={props.lastYear.shown}
          onClick={props.lastYear.toggle}
        >
          去年
        </Button>
      )}
      {props.onShowPaper && <BarButton label="显示纸面" title="在右边显示打印效果" onClick={props.onShowPaper} />}
      <Button size="compact-md" variant="light" title="Ctrl+P" onClick={props.onPreview}>
        打印预览
      </Button>
    </Group>
  </div>
);

const BarButton = ({
  label,
  title,
  onClick,
}: {
  readonly label: string;
  readonly title: string;
  readonly onClick: (() => void) | undefined;
}): ReactElement => (
  <Button
    size="compact-md"
    variant="subtle"
    color="gray"
    title={title}
    disabled={onClick === undefined}
    onClick={onClick}
  >
    {label}
  </Button>
);
