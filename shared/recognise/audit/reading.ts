import type { Level2Kind } from '../../model/level2.ts';
import type { Sheet, SheetCell } from '../locate/sheet.ts';
import type { Window } from '../locate/windows.ts';
import type { Signs } from './signs.ts';
import type { Doubt, RecognisedDocument, RecognisedIndicator, RecognisedProject } from '../recognised.ts';

/** One project with the cells it was read from: what every check looks at. */
export interface Reading {
  readonly sheet: Sheet;
  readonly window: Window;
  readonly document: RecognisedDocument['document'];
  readonly project: RecognisedProject;
  /** Its place among the projects of the document: whose claims are its own. */
  readonly index: number;
  /** 公开表: the indicators of a project stand in one cell as text. */
  readonly isNarrative: boolean;
  /** The kinds of indicators that nearly all projects of the document have, in their order. */
  readonly usual: readonly Level2Kind[];
  readonly signs: Signs;
}

/** Looks at one project for one kind of fault. Never throws. */
export type Check = (reading: Reading) => Doubt[];

/** Longest quotation in a sentence. */
const LONGEST_SHOWN = 30;

/** Enough of a text to find it by. */
export const shown = (text: string): string => {
  const letters = Array.from(text.replace(/\s+/gu, ' ').trim());
  return letters.length > LONGEST_SHOWN ? `${letters.slice(0, LONGEST_SHOWN).join('')}…` : letters.join('');
};

/** What an indicator is called in a sentence. */
export const nameOf = ({ level3, printedValue }: RecognisedIndicator): string => shown(level3 ?? printedValue ?? '');

/** The row of the source an indicator stands in, as far as it is known. */
export const rowOf = ({ project }: Reading, index: number): number | null =>
  project.places?.[`indicators.${index}.level3`]?.at ??
  project.places?.[`indicators.${index}.printedValue`]?.at ??
  null;

/** The cells in the project's own rows. */
export const cellsOf = ({ sheet, window }: Reading): readonly SheetCell[] => {
  const first = sheet.rows[window.from]?.[0]?.index ?? 0;
  const last = sheet.rows[window.to]?.[0]?.index ?? sheet.cells.length;
  return sheet.cells.slice(first, last);
};
