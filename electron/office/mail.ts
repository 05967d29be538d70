import { readFile, writeFile } from 'node:fs/promises';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { FileFormat } from '../../shared/forms/form.ts';
import { writeAtomically } from './atomic.ts';

export interface MailDraft {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  readonly attachments: readonly { readonly name: string; readonly path: string }[];
}

/**
 * Writes a mail as .eml that mail programs open as a draft (X-Unsent). Nothing is sent and no sender is written.
 * Line breaks in the fields are taken out: a field can't become a header.
 * @throws ExpectedError what {@link writeAtomically} throws
 */
export const writeMailDraft = async (path: string, draft: MailDraft): Promise<void> => {
  const attachments = await Promise.all(
    draft.attachments.map(async ({ name, path: file }) => ({
      filename: oneLine(name),
      content: await readFile(file),
      contentType: TYPES[file.endsWith('.docx') ? 'docx' : 'xlsx'],
    })),
  );
  const message = new MailComposer({
    to: oneLine(draft.to),
    subject: oneLine(draft.subject),
    text: draft.body,
    attachments,
    headers: { 'X-Unsent': '1' },
    // Attachments are handed in as bytes: nothing in a draft may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const bytes = await message.compile().build();
  await writeAtomically(path, (temporary) => writeFile(temporary, bytes));
};

const TYPES: Readonly<Record<FileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
