import { addYear, asOneChange, diffContent, getProject } from '../../../db/index.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { fold } from '../../../shared/model/text.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';
import { proposedContent } from '../../../shared/recognise/content.ts';
import { partsByUnit, unitAsNamed, type UnitPart } from '../../../shared/recognise/named-unit.ts';
import type { RecognisedDocument, RecognisedProject } from '../../../shared/recognise/recognised.ts';
import { actorOf, settingsOf, type Program } from '../program.ts';
import { addImported, backUp } from './add-imported.ts';
import { declaredIn, storeDeclared } from './declared.ts';
import { yearOf } from './imports.ts';
import { knownUnit, makeUnit } from './named-units.ts';
import { namesIn } from './stored-names.ts';

/** A project as it was read, and as it was stored. */
export interface ImportedProject {
  /** Its place in the document, from 0. */
  readonly index: number;
  readonly read: RecognisedProject;
  readonly content: ProjectContent;
}

/** How the projects of one unit went into the database without anybody asking about each. */
export interface ScriptImport {
  readonly unit: Unit;
  readonly year: Year;
  readonly taken: readonly ImportedProject[];
  /** Names of projects that were there already, with the same content. */
  readonly same: readonly string[];
  /** Names of projects that were there already with another content: left as they are. */
  readonly different: readonly string[];
  /** What became of what the document says of the unit as a whole, one Chinese sentence each. */
  readonly notes: readonly string[];
}

/**
 * Stores a document without a clerk to ask: under the units it names (made where there are none yet), in the year it prints.
 * Projects are matched by name within the unit's year. A verified backup first, then all of it in one transaction.
 * @param year wanted year; null to take the document's, else this year's
 * @returns one entry a unit
 */
export const storeForScript = async (
  program: Program,
  document: RecognisedDocument,
  year: Year | null,
): Promise<ScriptImport[]> => {
  const used = year ?? yearOf(document) ?? settingsOf(program).year;
  const parts = partsByUnit(document);
  const plans = parts.map((part) => planOf(program, document, part, used));
  if (plans.some(({ taken }) => taken.length > 0)) await backUp(program, 'import');
  const declared = parts.length === 1 ? declaredIn(document) : null;
  return asOneChange(program.db, () =>
    plans.map((plan) => {
      const unit = plan.unit ?? makeUnit(program, unitAsNamed('', plan.part.named, document), used);
      addYear(program.db, unit.id, used, actorOf(program));
      const { taken, same, different } = plan;
      const contents = taken.map(({ content }) => content);
      if (contents.length > 0) addImported(program, unit.id, used, contents);
      const notes = declared === null ? [] : storeDeclared(program, { unitId: unit.id, year: used }, declared).notes;
      return { unit, year: used, taken, same, different, notes };
    }),
  );
};

interface Plan extends Pick<ScriptImport, 'taken' | 'same' | 'different'> {
  readonly part: UnitPart;
  /** null where it is to be made. */
  readonly unit: Unit | null;
}

const planOf = (program: Program, document: RecognisedDocument, part: UnitPart, year: Year): Plan => {
  const unit = knownUnit(program, part.named);
  const there = unit === null ? null : namesIn(program, unit.id, year);
  const plan = { part, unit, taken: [] as ImportedProject[], same: [] as string[], different: [] as string[] };
  for (const index of part.indexes) {
    const read = document.projects[index];
    if (!read) continue;
    const content = proposedContent(read, program.newId);
    const stored = there?.get(fold(content.name));
    if (!stored) plan.taken.push({ index, read, content });
    else if (equal(getProject(program.db, stored.id).content, content)) plan.same.push(content.name);
    else plan.different.push(content.name);
  }
  return plan;
};

// Indicators get new ids on every reading: compared without them.
const equal = (stored: ProjectContent, read: ProjectContent): boolean =>
  diffContent(withoutIds(stored), withoutIds(read)).length === 0;

const withoutIds = (content: ProjectContent): ProjectContent => ({
  ...content,
  indicators: content.indicators.map((indicator, index) => ({ ...indicator, id: String(index) })),
  midtermIndicators: content.midtermIndicators.map((indicator, index) => ({ ...indicator, id: `m${index}` })),
});
