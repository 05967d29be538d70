import type { Paper } from '../form.ts';
import { NAME } from './definition.ts';
import { layoutSummary } from './layout.ts';
import { summarise } from './summarise.ts';

/** 汇总表: all projects of a year on one list, with their amounts, counts and states. */
export const summary: Paper = {
  id: 'summary',
  title: '汇总表',
  name: NAME,
  formats: ['xlsx'],
  span: 'book',
  layout: layoutSummary,
  notes: (book) => summarise(book).notes,
};
