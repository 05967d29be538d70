import { join } from 'node:path';
import { fillTemplate, legalFileName } from '../../../shared/grid/names.ts';
import { letterDate } from '../../../shared/model/tokens.ts';
import { writeMailDraft } from '../../office/mail.ts';
import type { Program } from '../program.ts';
import type { Services } from '../services.ts';
import { writeSelection } from './exports.ts';
import { tokensOf } from './names.ts';
import { refuseFormat, selectProjects } from './selection.ts';

export const mailService = (program: Program): Services['mail'] => ({
  prepare: async ({ form, ids, format, to, subject, body }) => {
    const selection = selectProjects(program, form, ids);
    refuseFormat(selection.paper, format);
    const tokens = tokensOf(program, selection, letterDate(program.now()));
    const folder = program.temporary.make();
    const file = await writeSelection(program, selection, format, {
      folder,
      report: () => undefined,
      signal: new AbortController().signal,
    });
    const filled = { to, subject: fillTemplate(subject, tokens), body: fillTemplate(body, tokens) };
    const name = legalFileName(`${filled.subject || selection.paper.name}.eml`);
    const path = join(folder, name);
    await writeMailDraft(path, { ...filled, attachments: [file] });
    return program.host.openMailDraft({ path, name, type: 'message/rfc822' });
  },
});
