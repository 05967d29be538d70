import { useState } from 'react';
import { z } from 'zod';
import { paperById } from '../../../shared/forms/index.ts';
import { paperIdSchema, type PaperId } from '../../../shared/model/form-id.ts';
import { currentUnit, useStart } from '../lib/start.ts';
import { useKept } from '../lib/use-kept.ts';
import { formatFor, mainForm } from './papers.ts';

const choiceSchema = z.object({
  paper: paperIdSchema,
  format: z.enum(['xlsx', 'docx']),
  mode: z.enum(['workbook', 'files']),
});

/** Which paper, as what, and how many files. */
export type PaperChoice = z.infer<typeof choiceSchema>;

export interface Choosing {
  readonly choice: PaperChoice;
  readonly choose: (change: Partial<PaperChoice>) => void;
  /** The next dialog of this unit starts with it. */
  readonly keep: () => void;
}

/**
 * What is saved or sent as: what was chosen last for the unit, at first its main form.
 * @param dialog keeps the choices of different dialogs apart
 * @param wanted this paper, whatever was chosen last
 */
export const usePaperChoice = (dialog: string, wanted?: PaperId): Choosing => {
  const unit = currentUnit(useStart());
  // Another set of forms is another question.
  const key = `jixiao ${dialog} ${unit?.id ?? ''} ${unit?.forms.join(',') ?? ''}`;
  const [kept, keep] = useKept(key, choiceSchema, firstChoice(mainForm(unit)));
  const [asked, setAsked] = useState<PaperChoice>(wanted === undefined ? kept : firstChoice(wanted));
  const choice = possible(asked);
  return {
    choice,
    // Another table: as what it is mostly handed in.
    choose: (change) => setAsked((old) => ({ ...(change.paper ? firstChoice(change.paper) : old), ...change })),
    // Whoever asked for one paper has not chosen it for the next time.
    keep: () => wanted === undefined && keep(choice),
  };
};

const firstChoice = (paper: PaperId): PaperChoice => ({
  paper,
  format: paperById(paper).formats[0] ?? 'xlsx',
  mode: 'workbook',
});

const possible = ({ paper, format, mode }: PaperChoice): PaperChoice => {
  const chosen = paperById(paper);
  return { paper, format: formatFor(chosen, format), mode: chosen.span === 'project' ? mode : 'workbook' };
};
