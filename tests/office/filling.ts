import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { fillTemplateFile, readTemplate } from '../../electron/office/fill-file.ts';
import { readDocument } from '../../electron/office/read.ts';
import { analyse } from '../../shared/fill/analyse.ts';
import { planFill } from '../../shared/fill/fill.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { recognise } from '../../shared/recognise/index.ts';
import type { RecognisedProject } from '../../shared/recognise/recognised.ts';
import { bookUnit } from '../shared/book.ts';

/** A blank form made by another program (see tests/fixtures/fill/make.py). */
export const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures/fill', name)));

/** A template with projects in it, as the program would save it. */
export const fillWith = async (
  bytes: Uint8Array,
  name: string,
  projects: readonly ProjectContent[],
): Promise<Uint8Array> => {
  const template = await readTemplate(bytes, name);
  const plan = planFill(template, analyse(template), { year: 2026, units: [{ unit: bookUnit([]).unit, projects }] });
  return fillTemplateFile(bytes, name, plan);
};

/** What the program itself reads in a file. */
export const readBack = async (bytes: Uint8Array, name: string): Promise<readonly RecognisedProject[]> =>
  recognise((await readDocument(bytes, name)).tables, name).projects;

export const partsOf = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes);

export const partText = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(partsOf(bytes)[name]);

/** A package with one part rewritten. */
export const withPart = (bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array => {
  const parts = partsOf(bytes);
  return zipSync({ ...parts, [name]: new TextEncoder().encode(change(new TextDecoder().decode(parts[name]))) });
};

/** Names of the parts that are the same, byte for byte. */
export const sameParts = (before: Uint8Array, after: Uint8Array): string[] => {
  const [old, own] = [partsOf(before), partsOf(after)];
  return Object.keys(old).filter(
    (name) => own[name] !== undefined && Buffer.compare(old[name] ?? new Uint8Array(), own[name]) === 0,
  );
};
