import { annex2 } from './annex2/annex2.ts';
import type { FormDefinition, FormId } from './form.ts';

/** All official forms. A new form is one folder and one line here. */
export const FORMS: readonly FormDefinition[] = [annex2];

const BY_ID: Readonly<Record<FormId, FormDefinition>> = { annex2 };

/** The form of an id. */
export const formById = (id: FormId): FormDefinition => BY_ID[id];
