import { parseFen } from '../model/money.ts';
import type { FieldPath, Indicator, ProjectContent } from '../model/project.ts';
import { isBlank } from '../model/text.ts';
import { readValue } from '../model/value.ts';
import { readWeight } from '../model/weight.ts';
import type { FieldDefinition, AskedForm, Gap, IndicatorField, IndicatorRow, StepId } from './form.ts';
import { indicatorsUnder, isEmptyIndicator, printedLevel3, printedValue, type PlacedIndicator } from './rows.ts';

/**
 * Everything that keeps a project from being finished, in the order of the paper; empty where it may be finished.
 * Never throws and changes nothing: a draft may have any number of gaps.
 */
export const formGaps = (form: AskedForm, content: ProjectContent): Gap[] => {
  const constraints = form.constraints.flatMap(({ check }) => check(content));
  const fields = form.fields.flatMap((field) => [
    ...fieldGaps(field, content),
    ...constraints.filter(({ path }) => path === field.path),
  ]);
  const elsewhere = constraints.filter((gap) => !form.fields.some(({ path }) => path === gap.path));
  return [...fields, ...form.indicatorRows.flatMap((row) => rowGaps(form, row, content)), ...elsewhere];
};

/** How many of the required fields and rows of a form are done: `requiredDone` of `requiredAll`. */
export const formProgress = (
  form: AskedForm,
  content: ProjectContent,
): { requiredDone: number; requiredAll: number } => {
  const constraints = form.constraints.flatMap(({ check }) => check(content));
  const fields = form.fields.filter(({ required }) => required);
  const rows = form.indicatorRows.filter(({ requirement }) => requirement !== null);
  const fieldsDone = fields.filter(
    (field) => fieldGaps(field, content).length === 0 && !constraints.some(({ path }) => path === field.path),
  );
  const rowsDone = rows.filter((row) => rowGaps(form, row, content).length === 0);
  const requiredAll = fields.length + rows.length;
  const done = fieldsDone.length + rowsDone.length;
  // Weights that do not add up are no field's, an optional row may be half filled: never all done while 完成 would be refused.
  const refused = done === requiredAll && formGaps(form, content).length > 0;
  return { requiredDone: refused ? done - 1 : done, requiredAll };
};

/** The text a field of a form shows. The goals are one field: 年度总体目标 prints them below each other. */
export const fieldText = (content: ProjectContent, path: FieldPath): string => {
  switch (path) {
    case 'goals.0':
      return content.goals.filter((goal) => !isBlank(goal)).join('\n');
    case 'funds.total':
      return content.funds.total;
    case 'funds.fiscal':
      return content.funds.fiscal;
    case 'funds.other':
      return content.funds.other;
    case 'midtermGoals.0':
      return content.midtermGoals.filter((goal) => !isBlank(goal)).join('\n');
    case 'midtermFunds.total':
      return content.midtermFunds.total;
    case 'midtermFunds.fiscal':
      return content.midtermFunds.fiscal;
    case 'midtermFunds.other':
      return content.midtermFunds.other;
    case 'spendingPlan':
      return content.spendingPlan
        .filter(({ by, percent }) => !isBlank(by) || !isBlank(percent))
        .map(({ by, percent }) => `${by} ${percent}`)
        .join('，');
    case 'name':
    case 'code':
    case 'departmentAndCode':
    case 'implementingUnit':
    case 'attribute':
    case 'period':
    case 'category':
    case 'usage':
      return content[path];
    default:
      throw new Error(`no form prints ${path}`);
  }
};

const fieldGaps = (field: FieldDefinition, content: ProjectContent): Gap[] => {
  const { path, step, label } = field;
  const text = fieldText(content, path);
  if (isBlank(text)) return field.required ? [{ path, step, kind: 'missing', message: `请填写${label}` }] : [];
  if (field.kind !== 'amount') return [];
  const fen = parseFen(text, content.amountUnit);
  if (fen !== null && fen >= 0) return [];
  const wrong = fen === null ? '不是数字' : '小于 0';
  const message = `${label}“${shown(text)}”${wrong}，请填写数字，单位${content.amountUnit}，最多写到分`;
  return [{ path, step, kind: 'number', message }];
};

const rowGaps = (form: AskedForm, row: IndicatorRow, content: ProjectContent): Gap[] => {
  const step = form.levels.find(({ label }) => label === row.level1)?.step ?? 'output';
  const all = indicatorsUnder(form, content, row);
  const filled = all.filter(({ indicator }) => !isEmptyIndicator(indicator));
  if (filled.length > 0)
    return filled.flatMap((placed) => [
      ...indicatorGaps(row, step, placed),
      ...partGaps(form.indicatorFields, row, step, placed),
    ]);
  if (row.requirement === null) return [];
  const path = all[0] === undefined ? `kind:${row.kind}` : `indicators.${all[0].index}.level3`;
  const message =
    row.requirement === 'hard'
      ? `${row.level2}是必填硬性指标，请填写数字和单位，如“${row.example}”`
      : `${row.level2}是必填指标，请填写三级指标和指标值，如“${row.example}”`;
  return [{ path, step, kind: 'missing', message }];
};

const indicatorGaps = (row: IndicatorRow, step: StepId, { indicator, index }: PlacedIndicator): Gap[] => {
  const name = printedLevel3(indicator);
  const value = printedValue(indicator);
  const gap = (field: 'level3' | 'printed', kind: Gap['kind'], message: string): Gap[] => [
    { path: `indicators.${index}.${field}`, step, kind, message },
  ];
  if (isBlank(name))
    return gap('level3', 'missing', `${row.level2}的指标值“${shown(value)}”没有三级指标，请写清是什么`);
  const whose = `${row.level2}“${shown(name)}”`;
  if (isBlank(value)) return gap('printed', 'missing', `${whose}没有指标值，请填写，如“${row.example}”`);
  if (row.requirement !== 'hard') return [];
  const { kind, unit } = readValue(value);
  const must = `必填硬性指标要有数字和单位，如“${row.example}”`;
  if (kind !== 'number' && kind !== 'range') {
    return gap('printed', 'number', `${whose}的指标值“${shown(value)}”不是数字，${must}`);
  }
  return isBlank(unit) ? gap('printed', 'unit', `${whose}的指标值“${shown(value)}”没有单位，${must}`) : [];
};

/** What a form asks of every indicator beside its name and value: 符号, 权重, 描述, 依据. */
const partGaps = (
  parts: readonly IndicatorField[],
  row: IndicatorRow,
  step: StepId,
  { indicator, index }: PlacedIndicator,
): Gap[] => {
  const whose = `${row.level2}“${shown(printedLevel3(indicator))}”`;
  return parts.flatMap(({ part, label, required }): Gap[] => {
    if (part === 'operator') return required ? operatorGaps(whose, step, indicator, index) : [];
    const path = `indicators.${index}.${part}`;
    const text = indicator[part];
    if (isBlank(text)) {
      return required ? [{ path, step, kind: 'missing', message: `${whose}没有填写${label}，请填写` }] : [];
    }
    if (part !== 'weight' || readWeight(text) !== null) return [];
    return [{ path, step, kind: 'number', message: `${whose}的${label}“${shown(text)}”不是数字，请填写数字，如“10”` }];
  });
};

const operatorGaps = (whose: string, step: StepId, indicator: Indicator, index: number): Gap[] => {
  const value = printedValue(indicator);
  const { kind } = readValue(value);
  if (kind !== 'number' || !isBlank(indicator.operator)) return [];
  const message = `${whose}的指标值“${shown(value)}”没有写符号，请在数字前写 ≥、≤ 或 =`;
  return [{ path: `indicators.${index}.printed`, step, kind: 'operator', message }];
};

/** Enough of a text to find it by. */
const shown = (text: string): string => {
  const letters = Array.from(text.trim().replace(/\s+/gu, ' '));
  return letters.length > 20 ? `${letters.slice(0, 20).join('')}…` : letters.join('');
};
