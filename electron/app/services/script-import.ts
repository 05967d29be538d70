import { addYear, listUnits, listYears } from '../../../db/index.ts';
import { fold } from '../../../shared/model/text.ts';
import { UNIT_DEFAULTS, type Unit, type Year } from '../../../shared/model/unit.ts';
import type { RecognisedDocument } from '../../../shared/recognise/recognised.ts';
import { actorOf, settingsOf, type Program } from '../program.ts';
import { storeDocument, yearOf, type ImportedDocument } from './imports.ts';
import { addUnit, storeUnit } from './start.ts';

export interface ScriptImport extends ImportedDocument {
  readonly unit: Unit;
  readonly year: Year;
}

/**
 * Stores a document without a clerk to ask: under the unit it names (made where there is none yet), in the year it prints.
 * @param year wanted year; null to take the document's, else this year's
 */
export const storeForScript = async (
  program: Program,
  document: RecognisedDocument,
  year: Year | null,
): Promise<ScriptImport> => {
  const used = year ?? yearOf(document) ?? settingsOf(program).year;
  const unit = unitFor(program, document, used);
  if (!listYears(program.db, unit.id).includes(used)) addYear(program.db, unit.id, used, actorOf(program));
  return { unit, year: used, ...(await storeDocument(program, { unitId: unit.id, year: used }, document)) };
};

const unitFor = (program: Program, document: RecognisedDocument, year: Year): Unit => {
  const department = document.document.department ?? '';
  const name = document.projects.find((project) => project.implementingUnit)?.implementingUnit ?? department;
  const known = listUnits(program.db);
  const found = known.find((unit) => fold(unit.department) === fold(department) || fold(unit.name) === fold(name));
  // A paper that names nobody goes to the unit that works here.
  const own = department === '' && name === '' ? known.find(({ id }) => id === settingsOf(program).unitId) : undefined;
  const unit = found ?? own;
  if (unit) return unit;
  const made = {
    id: program.newId(),
    name: name || '未命名单位',
    department,
    departmentCode: '',
    code: '',
    ...UNIT_DEFAULTS,
  };
  // Only the first unit becomes the one the window works in.
  (known.length === 0 ? addUnit : storeUnit)(program, made, year, settingsOf(program).operator);
  return made;
};
