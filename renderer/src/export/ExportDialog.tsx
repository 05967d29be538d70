import { Alert, Button, Group, Modal, Progress, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { assertNever } from '../../../shared/model/text.ts';
import { deliveryText } from '../lib/delivery.ts';
import { currentUnit, useStart } from '../lib/start.ts';
import { useTRPC } from '../lib/trpc.ts';
import type { ExportInput } from './run-export.ts';
import { useExport, type Export } from './use-export.ts';

export interface ExportDialogProps {
  /** Which projects, in the order in which they are exported. */
  readonly ids: readonly string[];
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** 导出: one workbook or one file a project, progress with 取消, then where it went. */
export const ExportDialog = ({ ids, opened, onClose }: ExportDialogProps): ReactElement => {
  const run = useExport();
  const busy = run.now.stage === 'running' || run.now.stage === 'saving';
  const close = (): void => {
    if (busy) return;
    onClose();
    run.reset();
  };
  return (
    <Modal opened={opened} onClose={close} withCloseButton={!busy} title={`导出 ${ids.length} 个项目`} size="lg">
      {opened && <Stage ids={ids} run={run} onClose={close} />}
    </Modal>
  );
};

interface StageProps {
  readonly ids: readonly string[];
  readonly run: Export;
  readonly onClose: () => void;
}

const Stage = ({ ids, run, onClose }: StageProps): ReactElement => {
  const { now } = run;
  switch (now.stage) {
    case 'choosing':
      return <Choice ids={ids} run={run} onClose={onClose} />;
    case 'running':
      return <Running run={run} job={now.job} cancelling={now.cancelling} />;
    case 'saving':
      return <Text py="md">{now.again === 'same' ? '正在保存…' : '表格已经做好，请选择保存位置…'}</Text>;
    case 'delivered':
      return <Delivered run={run} stage={now} onClose={onClose} />;
    case 'stopped':
      return (
        <Stack>
          <Alert color="red" role="alert">
            {now.message}
          </Alert>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              关闭
            </Button>
            <Button onClick={run.reset}>重新导出</Button>
          </Group>
        </Stack>
      );
    default:
      return assertNever(now);
  }
};

const Choice = ({ ids, run, onClose }: StageProps): ReactElement => {
  const [mode, setMode] = useState<ExportInput['mode']>('workbook');
  const drafts = useDrafts(ids);
  return (
    <Stack>
      <Radio.Group
        aria-label="导出成"
        value={mode}
        onChange={(value) => setMode(value === 'files' ? 'files' : 'workbook')}
      >
        <Stack gap="sm">
          <Radio
            value="workbook"
            label="一个工作簿（推荐）"
            description="所有项目在一个 Excel 文件里，每个项目一张表"
            data-autofocus
          />
          <Radio value="files" label="每个项目一个文件" description="保存到一个文件夹里，文件名按设置里的模板" />
        </Stack>
      </Radio.Group>
      {drafts > 0 && (
        <Alert color="orange" role="status">
          其中 {drafts} 个项目还没有完成，表名和页眉会标上“草稿”。
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          取消
        </Button>
        <Button onClick={() => void run.start({ form: 'annex2', ids: [...ids], format: 'xlsx', mode })}>
          开始导出
        </Button>
      </Group>
    </Stack>
  );
};

/** How many of the projects are drafts. */
const useDrafts = (ids: readonly string[]): number => {
  const trpc = useTRPC();
  const state = useStart();
  const unitId = currentUnit(state)?.id ?? '';
  const { data } = useQuery(
    trpc.projects.ids.queryOptions({ unitId, year: state.settings.year, search: '', state: 'draft' }),
  );
  const drafts = new Set(data ?? []);
  return ids.filter((id) => drafts.has(id)).length;
};

const Running = ({
  run,
  job,
  cancelling,
}: {
  readonly run: Export;
  readonly job: { readonly done: number; readonly all: number } | null;
  readonly cancelling: boolean;
}): ReactElement => {
  const done = job?.done ?? 0;
  const all = job?.all ?? 0;
  return (
    <Stack>
      <Text role="status">{cancelling ? '正在取消…' : `正在生成表格：${done} / ${all || '…'}`}</Text>
      <Progress aria-label="导出进度" size="lg" value={all > 0 ? (done / all) * 100 : 0} />
      <Group justify="flex-end">
        <Button variant="default" onClick={run.cancel} disabled={cancelling || !job}>
          取消导出
        </Button>
      </Group>
    </Stack>
  );
};

const Delivered = ({
  run,
  stage,
  onClose,
}: {
  readonly run: Export;
  readonly stage: Extract<Export['now'], { stage: 'delivered' }>;
  readonly onClose: () => void;
}): ReactElement => {
  const { delivery, jobId } = stage;
  const ask = (): void => void run.deliver(jobId, 'ask');
  const done = delivery.outcome !== 'target-open' && delivery.outcome !== 'cancelled';
  return (
    <Stack>
      <Alert color={done ? 'teal' : 'orange'} role="status" style={{ overflowWrap: 'anywhere' }}>
        {deliveryText(delivery)}
      </Alert>
      <Group justify="flex-end">
        {delivery.outcome === 'target-open' && (
          <>
            <Button onClick={() => void run.deliver(jobId, 'same')}>重试</Button>
            <Button variant="default" onClick={ask}>
              另存为
            </Button>
          </>
        )}
        {delivery.outcome === 'cancelled' && <Button onClick={ask}>选择保存位置</Button>}
        <Button variant={done ? 'filled' : 'default'} onClick={onClose} data-autofocus>
          {done ? '好' : '关闭'}
        </Button>
      </Group>
    </Stack>
  );
};
