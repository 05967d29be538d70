import type { FormId } from '../model/form-id.ts';
import type { Level2Kind, Requirement } from '../model/level2.ts';
import type { Settings, Unit } from '../model/unit.ts';
import type { AskedForm, FieldDefinition, FormRules, IndicatorField, IndicatorRow, LevelDefinition } from './form.ts';
import { STEPS } from './form.ts';
import { formById } from './index.ts';

/** What the forms of a unit ask for together: one wizard, one list of gaps. */
export const askedOf = (unit: Pick<Unit, 'forms' | 'tree'>, settings: Pick<Settings, 'weightSum'>): AskedForm =>
  askedForm(unit.forms, { tree: unit.tree, weightSum: settings.weightSum });

/**
 * Several forms as one: a field is asked once, required where one of the forms requires it; the first form's labels and
 * hints are shown. Under the tree 101 the one row 成本指标 of a form becomes 经济成本指标, with its requirement.
 */
export const askedForm = (ids: readonly FormId[], rules: FormRules): AskedForm => {
  const asked = ids.map((id) => formById(id).ask(rules));
  const rows = mergeRows(asked.flatMap(({ indicatorRows }) => indicatorRows));
  const levels = mergeLevels(asked.flatMap((one) => one.levels)).filter(({ label }) =>
    rows.some(({ level1 }) => level1 === label),
  );
  return {
    fields: mergeFields(asked.flatMap(({ fields }) => fields)),
    indicatorFields: mergeParts(asked.flatMap(({ indicatorFields }) => indicatorFields)),
    indicatorRows: inOrder(rows, levels),
    levels,
    constraints: unique(
      asked.flatMap(({ constraints }) => constraints),
      ({ id }) => id,
    ),
  };
};

const mergeFields = (fields: readonly FieldDefinition[]): FieldDefinition[] =>
  unique(fields, ({ path }) => path)
    .map((field) => ({ ...field, required: fields.some(({ path, required }) => required && path === field.path) }))
    .sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step));

const mergeParts = (parts: readonly IndicatorField[]): IndicatorField[] =>
  unique(parts, ({ part }) => part).map((field) => ({
    ...field,
    required: parts.some(({ part, required }) => required && part === field.part),
  }));

const mergeLevels = (levels: readonly LevelDefinition[]): LevelDefinition[] =>
  unique(levels, ({ label }) => label).sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step));

const mergeRows = (all: readonly IndicatorRow[]): IndicatorRow[] => {
  const parted = all.some(({ kind }) => kind === 'economicCost');
  const kindOf = (row: IndicatorRow): Level2Kind => (parted && row.kind === 'cost' ? 'economicCost' : row.kind);
  const requirementOf = (kind: Level2Kind): Requirement => {
    const wanted = all.filter((row) => kindOf(row) === kind).map(({ requirement }) => requirement);
    return wanted.includes('hard') ? 'hard' : wanted.includes('required') ? 'required' : null;
  };
  return unique(
    all.filter((row) => kindOf(row) === row.kind),
    ({ kind }) => kind,
  ).map((row) => ({ ...row, requirement: requirementOf(row.kind) }));
};

const inOrder = (rows: readonly IndicatorRow[], levels: readonly LevelDefinition[]): IndicatorRow[] =>
  levels.flatMap(({ label }) => rows.filter(({ level1 }) => level1 === label));

/** The first of every key. */
const unique = <T>(items: readonly T[], keyOf: (item: T) => string): T[] => {
  const seen = new Map<string, T>();
  for (const item of items) if (!seen.has(keyOf(item))) seen.set(keyOf(item), item);
  return [...seen.values()];
};
