import { listUnits, loadSettings, type Actor, type Db } from '../../db/index.ts';
import type { Grid } from '../../shared/grid/grid.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import type { UnitYearContent } from '../../shared/model/unit-year.ts';
import { defaultSettings, type Settings, type Unit, type Year } from '../../shared/model/unit.ts';
import type { DataFolder } from './data-folder.ts';
import type { Host } from './host.ts';
import type { Jobs } from './jobs.ts';
import type { Log } from './log.ts';
import type { Readings } from './readings.ts';
import type { Shelf } from './shelf.ts';
import type { ShelvedTemplate } from './services/fill.ts';
import type { TemporaryFolders } from './temporary.ts';

/** The running program: what every use case is given. */
export interface Program {
  readonly db: Db;
  readonly folder: DataFolder;
  readonly host: Host;
  readonly version: string;
  readonly log: Log;
  readonly jobs: Jobs;
  readonly temporary: TemporaryFolders;
  readonly papers: Shelf<Paper>;
  /** Files that were read and wait for the clerk's yes. Each is stored once. */
  readonly readings: Readings;
  /** Counties' forms whose page is open. */
  readonly templates: Shelf<ShelvedTemplate>;
  /** The export worker's program where a bundle has put it. */
  readonly worker: URL | undefined;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** What an import stored beside its projects, as taking it back needs it; kept as JSON. */
export interface ImportTrace {
  readonly declared: readonly DeclaredTrace[];
  /** Names of the units that were made for it. */
  readonly madeUnits: readonly string[];
}

/** What an import stored of a unit as a whole. */
export interface DeclaredTrace {
  readonly unitId: string;
  readonly year: Year;
  readonly before: UnitYearContent;
  readonly after: UnitYearContent;
}

/** Tables waiting to be shown as a print page. */
export interface Paper {
  readonly title: string;
  readonly grids: readonly Grid[];
}

/** From this month on (September, from 0) clerks declare for the year to come. */
const DECLARING_MONTH = 8;

/** The budget year a clerk most likely works on now. */
export const budgetYear = (now: Date): Year => now.getFullYear() + (now.getMonth() >= DECLARING_MONTH ? 1 : 0);

/** The settings as stored, or those of a fresh installation. */
export const settingsOf = (program: Program): Settings =>
  loadSettings(program.db, defaultSettings(budgetYear(program.now())));

/** Who changes something now. */
export const actorOf = (program: Program): Actor => ({
  operator: settingsOf(program).operator,
  at: program.now().toISOString(),
});

/** @throws ExpectedError `not-found` */
export const unitOf = (program: Program, unitId: string): Unit => {
  const unit = listUnits(program.db).find((one) => one.id === unitId);
  if (!unit) throw new ExpectedError('not-found', '找不到这个单位。', '请在“设置”里选择单位。');
  return unit;
};
