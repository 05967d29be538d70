import { join } from 'node:path';
import { fillTemplate, legalFileName } from '../../../shared/grid/names.ts';
import { letterDate } from '../../../shared/model/tokens.ts';
import { writeMailDraft } from '../../office/mail.ts';
import type { Program } from '../program.ts';
import type { Services } from '../services.ts';
import { writeSelection } from './exports.ts';
import { tokensOf } from './names.ts';
import { selectProjects } from './selection.ts';

export const mailService = (program: Program): Services['mail'] => ({
  prepare: async ({ form, ids, to, subject, body }) => {
    const selection = selectProjects(program, ids);
    const tokens = tokensOf(program, selection, letterDate(program.now()));
    const folder = program.temporary.make();
    const workbook = await writeSelection(program, form, selection, {
      folder,
      report: () => undefined,
      signal: new AbortController().signal,
    });
    const filled = { to, subject: fillTemplate(subject, tokens), body: fillTemplate(body, tokens) };
    const name = legalFileName(`${filled.subject || '绩效目标表'}.eml`);
    const path = join(folder, name);
    await writeMailDraft(path, { ...filled, attachments: [workbook] });
    return program.host.openMailDraft({ path, name, type: 'message/rfc822' });
  },
});
