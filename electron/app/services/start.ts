import {
  addYear,
  createProjects,
  createUnit,
  listUnits,
  listYears,
  saveSettings,
  saveUnit,
  saveUnitYear,
} from '../../../db/index.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import type { Settings, Unit, Year } from '../../../shared/model/unit.ts';
import { SAMPLE_UNIT, SAMPLE_YEAR, sampleProjects } from '../../../shared/sample/index.ts';
import type { StartState } from '../contract.ts';
import { actorOf, budgetYear, settingsOf, type Program } from '../program.ts';
import type { Services } from '../services.ts';
import { newProject, recomputeWith } from './new-project.ts';

export const startService = (program: Program): Services['start'] => ({
  state: () => stateOf(program),
  loadSample: () => loadSample(program),
  createUnit: ({ year, operator, ...unit }) => {
    addUnit(program, { ...unit, id: program.newId() }, year, operator);
    return stateOf(program);
  },
});

export const settingsService = (program: Program): Services['settings'] => ({
  save: (settings) => {
    const actor = { ...actorOf(program), operator: settings.operator };
    const known = listUnits(program.db).some((unit) => unit.id === settings.unitId);
    if (known && !listYears(program.db, settings.unitId).includes(settings.year)) {
      addYear(program.db, settings.unitId, settings.year, actor);
    }
    saveSettings(program.db, settings, actor, recomputeWith(program));
    return settingsOf(program);
  },
});

export const unitService = (program: Program): Services['units'] => ({
  create: ({ year, ...unit }) => {
    const made = { ...unit, id: program.newId() };
    storeUnit(program, made, year, settingsOf(program).operator);
    return made;
  },
  save: (unit) => saveUnit(program.db, unit, actorOf(program), recomputeWith(program)),
});

const stateOf = (program: Program): StartState => {
  const settings = settingsOf(program);
  const units = listUnits(program.db);
  return {
    host: program.host.kind,
    pdf: program.host.printToPdf ? 'program' : 'browser',
    version: program.version,
    dataFolder: program.folder.root,
    empty: units.length === 0,
    settings,
    units,
    years: settings.unitId === '' ? [] : listYears(program.db, settings.unitId),
  };
};

/** Stores a unit with its first year, and makes both what the window shows next. */
export const addUnit = (program: Program, unit: Unit, year: Year, operator: string): Unit => {
  storeUnit(program, unit, year, operator);
  const actor = { ...actorOf(program), operator };
  saveSettings(program.db, withUnit(settingsOf(program), unit, year, operator), actor);
  return unit;
};

/** Stores a unit with its first year; the window goes on showing what it showed. */
export const storeUnit = (program: Program, unit: Unit, year: Year, operator: string): void => {
  const actor = { ...actorOf(program), operator };
  createUnit(program.db, unit, actor);
  addYear(program.db, unit.id, year, actor);
};

const withUnit = (settings: Settings, unit: Unit, year: Year, operator: string): Settings => {
  const offered = settings.departments.some((one) => one.name === unit.department);
  const departments = offered
    ? settings.departments
    : [...settings.departments, { name: unit.department, code: unit.departmentCode }];
  return { ...settings, unitId: unit.id, year, operator, departments };
};

const loadSample = (program: Program): Promise<StartState> => {
  if (listUnits(program.db).length > 0) {
    return Promise.reject(new ExpectedError('bad-input', '这里已经有单位了，示例数据只能放进空的数据文件夹。'));
  }
  const year = budgetYear(program.now());
  const unit = addUnit(program, { ...SAMPLE_UNIT, id: program.newId() }, year, '');
  const projects = sampleProjects(program.newId).map((content) =>
    newProject(program, { unitId: unit.id, year, content, action: 'create' }),
  );
  const actor = actorOf(program);
  saveUnitYear(program.db, { unitId: unit.id, year, version: 0, content: SAMPLE_YEAR }, actor);
  createProjects(program.db, projects, actor);
  return Promise.resolve(stateOf(program));
};
