import type { FormId, PaperId } from '../model/form-id.ts';
import { annex2 } from './annex2/annex2.ts';
import { declaration } from './declaration/declaration.ts';
import { approval } from './approval/approval.ts';
import { disclosure } from './disclosure/disclosure.ts';
import { dossier } from './dossier/dossier.ts';
import type { FormDefinition, Paper } from './form.ts';
import { summary } from './summary/summary.ts';

/** All official forms. A new form is one folder, its id in model/form-id.ts, and one line here. */
export const FORMS: readonly FormDefinition[] = [annex2, approval, disclosure, dossier, declaration];

/** Everything that can be saved and printed. */
export const PAPERS: readonly Paper[] = [...FORMS, summary];

/** The form of an id. */
export const formById = (id: FormId): FormDefinition => found(FORMS, id);

/** The paper of an id. */
export const paperById = (id: PaperId): Paper => found(PAPERS, id);

const found = <T extends Paper>(papers: readonly T[], id: PaperId): T => {
  const paper = papers.find((one) => one.id === id);
  if (paper === undefined) throw new Error(`no paper ${id}`);
  return paper;
};
