import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument, type ReadDocument } from '../../electron/office/read.ts';
import { recognise } from '../../shared/recognise/index.ts';

/*
 * Fixtures: the first sample project as we exported it to xlsx and docx, and what LibreOffice 7.4 made of those files
 * (`soffice --convert-to xls|ods|doc`).
 */

const read = (name: string): Promise<ReadDocument> =>
  readDocument(readFileSync(join(import.meta.dirname, '../fixtures/office', name)), name);

const projectsOf = async (name: string): Promise<unknown> =>
  recognise((await read(name)).tables, '表').projects.map((project) => ({ ...project, places: {}, source: null }));

describe('the same table saved by another program', () => {
  it.each([
    ['annex2.xls', 'annex2.xlsx'],
    ['annex2.ods', 'annex2.xlsx'],
    ['approval.xls', 'approval.xlsx'],
    ['annex2.doc', 'annex2.docx'],
    ['dossier.doc', 'dossier.docx'],
  ])('%s says what %s says, field by field', async (other, ours) => {
    const projects = await projectsOf(ours);
    expect(projects).not.toEqual([]);
    expect(await projectsOf(other)).toEqual(projects);
  });

  it.each([
    ['annex2.xls', 'annex2.xlsx'],
    ['annex2.ods', 'annex2.xlsx'],
  ])('%s merges the cells that %s merges', async (other, ours) => {
    const merges = async (name: string): Promise<unknown> => (await read(name)).tables[0]?.merges;
    expect((await read(ours)).tables[0]?.merges?.length).toBeGreaterThan(10);
    expect(await merges(other)).toEqual(await merges(ours));
  });
});
