import type { ProjectContent } from '../model/project.ts';
import { isBlank } from '../model/text.ts';
import type { TemplateForm } from './forms.ts';
import { filledIndicators, neededParts } from './indicator-texts.ts';
import { isIndicatorPart, roleName, type FieldRole, type IndicatorPart } from './roles.ts';

/* What projects say and a form has no place for. */

const TOLD: readonly (readonly [FieldRole, (content: ProjectContent) => boolean])[] = [
  ['name', ({ name }) => !isBlank(name)],
  ['code', ({ code }) => !isBlank(code)],
  ['attribute', ({ attribute }) => !isBlank(attribute)],
  ['period', ({ period }) => !isBlank(period)],
  ['category', ({ category }) => !isBlank(category)],
  ['funds.total', ({ funds }) => !isBlank(funds.total)],
  ['funds.fiscal', ({ funds }) => !isBlank(funds.fiscal)],
  ['funds.other', ({ funds }) => !isBlank(funds.other) && !/^0(?:\.0+)?$/u.test(funds.other.trim())],
  ['usage', ({ usage }) => !isBlank(usage)],
  ['spendingPlan', ({ spendingPlan }) => spendingPlan.length > 0],
  ['goals', ({ goals }) => goals.some((goal) => !isBlank(goal))],
  ['midtermFunds.total', ({ midtermFunds }) => !isBlank(midtermFunds.total)],
  ['midtermGoals', ({ midtermGoals }) => midtermGoals.some((goal) => !isBlank(goal))],
];

/** What a form has no place for, of all projects together: in one Chinese sentence. */
export const missingNotes = (form: TemplateForm, contents: readonly ProjectContent[]): string[] => {
  const roles = rolesOf(form);
  const fields = TOLD.filter(
    ([role]) => !roles.has(role) && !(role === 'code' && roles.has('name') && form.kind === 'list'),
  );
  const parts = [...new Set(contents.flatMap(({ indicators }) => neededParts(filledIndicators(indicators))))];
  const told = [
    ...fields.map(([role, has]) => ({ name: roleName(role), count: contents.filter(has).length })),
    ...parts
      .filter((part) => !roles.has(part) && !roles.has('indicators'))
      .map((part) => ({
        name: roleName(part),
        count: contents.filter((one) => neededParts(filledIndicators(one.indicators)).includes(part)).length,
      })),
  ].filter(({ count }) => count > 0);
  if (told.length === 0) return [];
  const each = told.map(({ name, count }) => (count === contents.length ? name : `${name}（${count} 个项目）`));
  return [`表上没有填这些内容的地方，没有填进去：${each.join('、')}。`];
};

const rolesOf = (form: TemplateForm): Set<string> => {
  const fields = form.fields.map(({ role }): string => (role === 'heading' ? 'name' : role));
  const columns: string[] =
    form.kind === 'list'
      ? form.columns.map(({ role }) => role)
      : form.halves.flatMap(({ columns: own }) => own.map(({ part }): IndicatorPart => part));
  return new Set([...fields, ...columns, ...columns.filter(isIndicatorPart)]);
};
