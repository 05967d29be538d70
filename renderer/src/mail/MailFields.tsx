import { Textarea, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Settings } from '../../../shared/model/unit.ts';

export type Mail = Settings['mail'];

/** 收件人, 主题, 正文 of a mail draft. */
export const MailFields = ({
  mail,
  onChange,
}: {
  readonly mail: Mail;
  readonly onChange: (change: Partial<Mail>) => void;
}): ReactElement => (
  <>
    <TextInput
      label="收件人"
      description="可以先空着，在邮件程序里再填"
      value={mail.to}
      onChange={(event) => onChange({ to: event.currentTarget.value })}
      maxLength={500}
      data-autofocus
    />
    <TextInput
      label="主题"
      value={mail.subject}
      onChange={(event) => onChange({ subject: event.currentTarget.value })}
      maxLength={500}
    />
    <Textarea
      label="正文"
      autosize
      minRows={6}
      maxRows={12}
      value={mail.body}
      onChange={(event) => onChange({ body: event.currentTarget.value })}
      maxLength={5000}
    />
  </>
);
