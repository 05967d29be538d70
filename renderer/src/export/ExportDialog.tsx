import { Alert, Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { PaperId } from '../../../shared/model/form-id.ts';
import { assertNever } from '../../../shared/model/text.ts';
import { deliveryText } from '../lib/delivery.ts';
import { Notes } from '../papers/Notes.tsx';
import { ExportChoice } from './ExportChoice.tsx';
import { useExport, type Export } from './use-export.ts';

export interface ExportDialogProps {
  /** Which projects, in the order in which they are exported. */
  readonly ids: readonly string[];
  /** This paper at first; where left out, the one that was chosen last. */
  readonly paper?: PaperId;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** 导出: what and as what, progress with 取消, then where it went and what to know of it. */
export const ExportDialog = ({ opened, onClose, ...what }: ExportDialogProps): ReactElement => {
  const run = useExport();
  const busy = run.now.stage === 'running' || run.now.stage === 'saving';
  const close = (): void => {
    if (busy) return;
    onClose();
    run.reset();
  };
  return (
    <Modal opened={opened} onClose={close} withCloseButton={!busy} title="导出" size="lg">
      {opened && <Stage {...what} run={run} onClose={close} />}
    </Modal>
  );
};

/** Any export that is under way, whatever it began with. */
type Saving = Omit<Export, 'start'>;

interface StageProps extends Pick<ExportDialogProps, 'ids' | 'paper'> {
  readonly run: Export;
  readonly onClose: () => void;
}

const Stage = ({ run, onClose, ...what }: StageProps): ReactElement =>
  run.now.stage === 'choosing' ? (
    <ExportChoice {...what} onCancel={onClose} onStart={(input) => void run.start(input)} />
  ) : (
    <SavingStage run={run} onClose={onClose} />
  );

/** Progress with 取消, then where it went and what to know of it; nothing before it has begun. */
export const SavingStage = ({ run, onClose }: { readonly run: Saving; readonly onClose: () => void }): ReactElement => {
  const { now } = run;
  switch (now.stage) {
    case 'choosing':
      return <></>;
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

const Running = ({
  run,
  job,
  cancelling,
}: {
  readonly run: Saving;
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
  readonly run: Saving;
  readonly stage: Extract<Export['now'], { stage: 'delivered' }>;
  readonly onClose: () => void;
}): ReactElement => {
  const { delivery, jobId } = stage;
  const ask = (): void => void run.deliver(jobId, 'ask');
  const done = delivery.outcome !== 'target-open' && delivery.outcome !== 'cancelled';
  return (
    <Stack>
      <Alert color={done ? 'teal' : 'orange'} role="status" style={{ overflowWrap: 'anywhere' }}>
        {deliveryText(delivery, '重试')}
      </Alert>
      <Notes notes={run.notes} />
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
