import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { paperById } from '../../../shared/forms/index.ts';
import { deliveryText, startDownload, type Delivery } from '../lib/delivery.ts';
import { troubleOf } from '../lib/errors.ts';
import { belongsToIme, focusNextField } from '../lib/keyboard.ts';
import { TroubleText } from '../lib/notify.tsx';
import { currentUnit, useStart } from '../lib/start.ts';
import { useTRPC } from '../lib/trpc.ts';
import { FormatChoice } from '../papers/FormatChoice.tsx';
import { PaperSelect } from '../papers/PaperSelect.tsx';
import { usePaperChoice } from '../papers/use-paper-choice.ts';
import { MailFields, type Mail } from './MailFields.tsx';
import { mailFromTemplate } from './tokens.ts';

export interface MailDialogProps {
  readonly ids: readonly string[];
  readonly opened: boolean;
  readonly onClose: () => void;
}

const SUBMIT = '生成邮件草稿';

/** 发送: a mail draft with the table attached, from the template of the settings. Nothing is sent by the program itself. */
export const MailDialog = ({ ids, opened, onClose }: MailDialogProps): ReactElement => (
  <Modal opened={opened} onClose={onClose} title={`发送 ${ids.length} 个项目`} size="lg">
    {opened && <MailForm ids={ids} onClose={onClose} />}
  </Modal>
);

const MailForm = ({ ids, onClose }: Omit<MailDialogProps, 'opened'>): ReactElement => {
  const unit = currentUnit(useStart());
  const trpc = useTRPC();
  const { choice, choose, keep } = usePaperChoice('mail');
  const proposed = useProposal(ids.length, paperById(choice.paper).name);
  // What was typed stays when another table is chosen; the rest of the template follows the table.
  const [typed, setTyped] = useState<Partial<Mail>>({});
  const mail = { ...proposed, ...typed };
  const prepare = useMutation(trpc.mail.prepare.mutationOptions({ onSuccess: startDownload }));
  if (prepare.data && isDone(prepare.data)) return <Done delivery={prepare.data} onClose={onClose} />;

  const submit = (): void => {
    keep();
    prepare.mutate({ form: choice.paper, format: choice.format, ids: [...ids], ...mail });
  };
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
        程序会做好一封带附件的邮件草稿，由您检查后自己发送。
      </Text>
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <PaperSelect label="附件用哪种表" unit={unit} value={choice.paper} onChange={(paper) => choose({ paper })} />
        <FormatChoice paper={choice.paper} value={choice.format} onChange={(format) => choose({ format })} />
      </Group>
      <MailFields mail={mail} onChange={(change) => setTyped((old) => ({ ...old, ...change }))} />
      {prepare.error && (
        <Alert color="red">
          <TroubleText trouble={troubleOf(prepare.error)} />
        </Alert>
      )}
      {prepare.data && <Alert color="orange">{deliveryText(prepare.data, SUBMIT)}</Alert>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          取消
        </Button>
        <Button onClick={submit} loading={prepare.isPending}>
          {SUBMIT}
        </Button>
      </Group>
    </Stack>
  );
};

/** The mail as the settings' template gives it for so many projects on this paper. */
const useProposal = (count: number, paper: string): Mail => {
  const state = useStart();
  const [now] = useState(() => new Date());
  const unit = currentUnit(state);
  return unit ? mailFromTemplate(state.settings, { unit, count, now, paper }) : state.settings.mail;
};

const isDone = (delivery: Delivery): boolean => delivery.outcome !== 'cancelled' && delivery.outcome !== 'target-open';

const Done = ({ delivery, onClose }: { readonly delivery: Delivery; readonly onClose: () => void }): ReactElement => (
  <Stack>
    <Alert color="teal" role="status">
      {delivery.outcome === 'opened'
        ? `邮件草稿${deliveryText(delivery, SUBMIT)}检查后点发送。`
        : `${deliveryText(delivery, SUBMIT)}。双击这个文件会在邮件程序里打开，附件已经带上，检查后点发送。`}
    </Alert>
    <Group justify="flex-end">
      <Button onClick={onClose} data-autofocus>
        好
      </Button>
    </Group>
  </Stack>
);
