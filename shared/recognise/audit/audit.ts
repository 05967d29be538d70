import type { Sheet } from '../locate/sheet.ts';
import { windowsOf } from '../locate/windows.ts';
import type { Doubt, RecognisedDocument, RecognisedProject } from '../recognised.ts';
import { withReadings } from './alternatives.ts';
import { joined } from './joined.ts';
import { leftOut } from './left-out.ts';
import { odd } from './odd.ts';
import { order, usualKinds } from './order.ts';
import type { Check } from './reading.ts';
import { signs, signsOf } from './signs.ts';
import { readTwice } from './twice.ts';

/*
 * After any recogniser has read, what it read is held against the source: every filled cell must have become a field, or be known to
 * belong to none; a field must look like what it holds. What a recogniser doubted itself stays; what is found here is added.
 */

const CHECKS: readonly Check[] = [leftOut, readTwice, joined, odd, order, signs];

/**
 * The document with every doubt about it: how sure each is, and the other readings that may be meant.
 * @param sheet the cells with what {@link locate} found them to be read into
 */
export const audit = (sheet: Sheet, document: RecognisedDocument): RecognisedDocument => {
  const windows = windowsOf(sheet, document.projects);
  const found = { usual: usualKinds(document.projects), signs: signsOf(document.projects) };
  const projects = document.projects.map((project, index): RecognisedProject => {
    const window = windows[index] ?? { from: 0, to: sheet.rows.length };
    const isNarrative = (project.layout ?? document.document.layout) === 'disclosure';
    const reading = { sheet, window, document: document.document, project, index, isNarrative, ...found };
    const added = CHECKS.flatMap((check) => check(reading));
    return { ...project, doubts: withReadings(reading, withoutTwins([...project.doubts, ...added])) };
  });
  return { ...document, projects };
};

/** Of the same field a fault of the same kind is told once, in the words of who found it first. */
const withoutTwins = (doubts: readonly Doubt[]): Doubt[] => {
  const told = new Set<string>();
  return doubts.filter(({ path, kind, place }) => {
    // Whether the level 2 of a row is right is one question.
    const label = /\.level2$/u.test(path) ? `${path} label` : null;
    if (label !== null && told.has(label)) return false;
    if (label !== null) told.add(label);
    const key = kind === 'left-out' ? `${path} ${place?.at ?? ''} ${place?.column ?? ''}` : `${path} ${kind}`;
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
};
