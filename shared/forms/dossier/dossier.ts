import type { FormDefinition } from '../form.ts';
import { CONSTRAINTS } from './constraints.ts';
import { DOCUMENT_NAME, FIELDS, INDICATOR_FIELDS, levelsOf, rowsOf } from './definition.ts';
import { layoutDossier, liveDossier } from './layout.ts';
import { dossierNotes } from './notes.ts';

/** 绩效文本: a whole document a unit, with cover, 目录, what is declared of the department, and one table a project. */
export const dossier: FormDefinition = {
  id: 'dossier',
  title: '绩效文本（河北）',
  name: DOCUMENT_NAME,
  region: '河北',
  formats: ['docx', 'xlsx'],
  span: 'book',
  ask: (rules) => ({
    fields: FIELDS,
    indicatorFields: INDICATOR_FIELDS,
    indicatorRows: rowsOf(rules),
    levels: levelsOf(rules),
    constraints: CONSTRAINTS,
  }),
  layout: layoutDossier,
  live: liveDossier,
  notes: dossierNotes,
  wholeDepartment: true,
};
