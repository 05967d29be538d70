import { Alert, Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { deliveryText, startDownload, type Delivery } from '../lib/delivery.ts';
import { troubleOf } from '../lib/errors.ts';
import { belongsToIme, focusNextField } from '../lib/keyboard.ts';
import { TroubleText } from '../lib/notify.tsx';
import { currentUnit, useStart } from '../lib/start.ts';
import { useTRPC } from '../lib/trpc.ts';
import { mailFromTemplate } from './tokens.ts';

export interface MailDialogProps {
  readonly ids: readonly string[];
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** 发送: a mail draft with the workbook attached, from the template of the settings. Nothing is sent by the program itself. */
export const MailDialog = ({ ids, opened, onClose }: MailDialogProps): ReactElement => (
  <Modal opened={opened} onClose={onClose} title={`发送 ${ids.length} 个项目`} size="lg">
    {opened && <MailForm ids={ids} onClose={onClose} />}
  </Modal>
);

const MailForm = ({ ids, onClose }: Omit<MailDialogProps, 'opened'>): ReactElement => {
  const state = useStart();
  const trpc = useTRPC();
  const [mail, setMail] = useState(() => {
    const unit = currentUnit(state);
    const facts = { count: ids.length, now: new Date() };
    return unit ? mailFromTemplate(state.settings, { unit, ...facts }) : state.settings.mail;
  });
  const prepare = useMutation(trpc.mail.prepare.mutationOptions({ onSuccess: startDownload }));
  if (prepare.data && isDone(prepare.data)) return <Done delivery={prepare.data} onClose={onClose} />;

  const set = (change: Partial<typeof mail>): void => setMail((old) => ({ ...old, ...change }));
  const submit = (): void => prepare.mutate({ form: 'annex2', format: 'xlsx', ids: [...ids], ...mail });
  return (
    <Stack
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || belongsToIme(event) || event.target instanceof HTMLTextAreaElement) return;
        if (event.target instanceof HTMLInputElement) {
          event.preventDefault();
          focusNextField(event.currentTarget, event.target);
        }
      }}
    >
      <Text size="sm" c="dimmed">
        程序会做好一封带附件（Excel 表格）的邮件草稿，由您检查后自己发送。
      </Text>
      <TextInput
        label="收件人"
        description="可以先空着，在邮件程序里再填"
        value={mail.to}
        onChange={(event) => set({ to: event.currentTarget.value })}
        maxLength={500}
        data-autofocus
      />
      <TextInput
        label="主题"
        value={mail.subject}
        onChange={(event) => set({ subject: event.currentTarget.value })}
        maxLength={500}
      />
      <Textarea
        label="正文"
        autosize
        minRows={6}
        maxRows={12}
        value={mail.body}
        onChange={(event) => set({ body: event.currentTarget.value })}
        maxLength={5000}
      />
      {prepare.error && (
        <Alert color="red">
          <TroubleText trouble={troubleOf(prepare.error)} />
        </Alert>
      )}
      {prepare.data && <Alert color="orange">{deliveryText(prepare.data)}</Alert>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          取消
        </Button>
        <Button onClick={submit} loading={prepare.isPending}>
          生成邮件草稿
        </Button>
      </Group>
    </Stack>
  );
};

const isDone = (delivery: Delivery): boolean => delivery.outcome !== 'cancelled' && delivery.outcome !== 'target-open';

const Done = ({ delivery, onClose }: { readonly delivery: Delivery; readonly onClose: () => void }): ReactElement => (
  <Stack>
    <Alert color="teal" role="status">
      {delivery.outcome === 'opened'
        ? `邮件草稿${deliveryText(delivery)}检查后点发送。`
        : `${deliveryText(delivery)}。双击这个文件会在邮件程序里打开，附件已经带上，检查后点发送。`}
    </Alert>
    <Group justify="flex-end">
      <Button onClick={onClose} data-autofocus>
        好
      </Button>
    </Group>
  </Stack>
);
