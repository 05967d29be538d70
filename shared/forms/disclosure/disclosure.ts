import type { FormDefinition } from '../form.ts';
import { FIELDS, levelsOf, rowsOf, TABLE_NAME } from './definition.ts';
import { layoutDisclosure, liveDisclosure } from './layout.ts';
import { disclosureNotes } from './notes.ts';

/** 公开表: one landscape table for all units of a department, goals and indicators as numbered text. */
export const disclosure: FormDefinition = {
  id: 'disclosure',
  title: '公开表（青海）',
  name: TABLE_NAME,
  region: '青海',
  formats: ['xlsx', 'docx'],
  span: 'book',
  ask: (rules) => ({
    fields: FIELDS,
    indicatorFields: [],
    indicatorRows: rowsOf(rules),
    levels: levelsOf(rules),
    constraints: [],
  }),
  layout: layoutDisclosure,
  live: liveDisclosure,
  notes: disclosureNotes,
};
