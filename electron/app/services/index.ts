import { expectedDatabaseError } from '../../../db/index.ts';
import type { Program } from '../program.ts';
import type { Services } from '../services.ts';
import { carryService } from './carry.ts';
import { exportService, jobService } from './exports.ts';
import { fillService } from './fill.ts';
import { importService } from './imports.ts';
import { mappingService } from './mappings.ts';
import { mailService } from './mailing.ts';
import { printService } from './printing.ts';
import { projectService } from './projects.ts';
import { settingsService, startService, unitService } from './start.ts';
import { summaryService } from './summary.ts';
import { unitYearService } from './unit-years.ts';
import { verifyService } from './verifying.ts';

/** Every use case of the running program. */
export const createServices = (program: Program): Services => ({
  start: classified(startService(program)),
  settings: classified(settingsService(program)),
  units: classified(unitService(program)),
  unitYears: classified(unitYearService(program)),
  summary: classified(summaryService(program)),
  verify: classified(verifyService(program)),
  projects: classified(projectService(program)),
  carry: classified(carryService(program)),
  exports: classified(exportService(program)),
  fill: classified(fillService(program)),
  jobs: classified(jobService(program)),
  print: classified(printService(program)),
  mail: classified(mailService(program)),
  imports: classified(importService(program)),
  mappings: classified(mappingService(program)),
});

/** The same functions, with errors of SQLite and the file system turned into what they mean to a clerk. */
const classified = <Service extends object>(service: Service): Service =>
  Object.fromEntries(Object.entries(service).map(([name, deed]) => [name, guarded(deed as Deed)])) as Service;

type Deed = (...input: unknown[]) => unknown;

const guarded =
  (deed: Deed): Deed =>
  (...input) => {
    try {
      const result = deed(...input);
      return result instanceof Promise ? result.catch(rethrow) : result;
    } catch (error) {
      return rethrow(error);
    }
  };

const rethrow = (error: unknown): never => {
  throw expectedDatabaseError(error);
};
