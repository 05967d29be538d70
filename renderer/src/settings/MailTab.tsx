import { Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { COMMON_TOKENS } from '../../../shared/model/tokens.ts';
import type { Settings } from '../../../shared/model/unit.ts';
import { mailFromTemplate } from '../mail/tokens.ts';
import { tokenHelp } from './examples.ts';
import type { Autosaved } from './use-autosaved.ts';
import { useExample } from './use-example.ts';

/** 发送: the mail a draft starts with. */
export const MailTab = ({ settings }: { readonly settings: Autosaved<Settings> }): ReactElement => {
  const { value, set } = settings;
  const facts = useExample();
  const example = facts && mailFromTemplate(value, facts);
  const change = (mail: Partial<Settings['mail']>): void => set({ mail: { ...value.mail, ...mail } });
  return (
    <Stack>
      <TextInput
        label="收件人"
        description="一般是财政所或县财政局的邮箱，可以先空着"
        value={value.mail.to}
        maxLength={500}
        onChange={(event) => change({ to: event.currentTarget.value })}
      />
      <TextInput
        label="主题"
        value={value.mail.subject}
        maxLength={500}
        onChange={(event) => change({ subject: event.currentTarget.value })}
      />
      <Textarea
        label="正文"
        description={`主题和正文里可以用：${tokenHelp(COMMON_TOKENS)}`}
        autosize
        minRows={5}
        maxRows={14}
        value={value.mail.body}
        maxLength={5000}
        onChange={(event) => change({ body: event.currentTarget.value })}
      />
      {example && (
        <Paper withBorder p="sm" bg="gray.0">
          <Text size="sm" fw={600}>
            看起来是这样：{example.subject}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {example.body}
          </Text>
        </Paper>
      )}
    </Stack>
  );
};
