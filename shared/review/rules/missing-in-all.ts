import type { FoundInUnit, Rule } from '../rule.ts';
import type { ReviewedUnit } from '../subject.ts';
import { COMMON_PROJECTS } from '../words/thresholds.ts';
import { isBlank } from '../../model/text.ts';

/** What no project of the unit has: told once, not of every project. */
export const missingInAll: Rule = {
  id: 'missing-in-all',
  kind: 'missing-section',
  severity: 'hint',
  head: '完整性',
  question: '有没有哪一类内容，所有项目都没有填？',
  source: '财预〔2015〕88号（规范完整性）；惯例',
  unit: (unit) => (unit.projects.length < COMMON_PROJECTS ? [] : [...rows(unit), ...codes(unit), ...others(unit)]),
};

const rows = ({ form, projects }: ReviewedUnit): FoundInUnit[] =>
  form.indicatorRows
    .filter(({ kind, requirement, level1 }) => {
      const wanted = requirement !== null || kind === 'cost' || level1 === '产出指标';
      return wanted && projects.every(({ indicators }) => !indicators.some((one) => one.kind === kind));
    })
    .map(({ kind, level2, requirement }) => ({
      project: null,
      path: `kind:${kind}`,
      evidence: '',
      severity: requirement === null ? 'hint' : 'error',
      message: `全部 ${projects.length} 个项目都没有${level2}，请补上。`,
    }));

const codes = ({ form, projects }: ReviewedUnit): FoundInUnit[] => {
  const field = form.fields.find(({ path }) => path === 'departmentAndCode');
  const without = projects.every(({ content }) => !/\d{3}/u.test(content.departmentAndCode));
  if (field === undefined || !/代码|编码/u.test(field.printed) || !without) return [];
  const [first] = projects;
  return [
    {
      project: null,
      path: 'departmentAndCode',
      kind: 'missing-code',
      evidence: first?.content.departmentAndCode ?? '',
      message: `“${field.label}”里只有名称，全部 ${projects.length} 个项目都没有代码，请问清本部门的代码后补上。`,
    },
  ];
};

const others = ({ form, projects }: ReviewedUnit): FoundInUnit[] => {
  const asked = form.fields.some(({ path }) => path === 'funds.other');
  const blank = projects.every(({ content }) => isBlank(content.funds.other));
  // A paper that prints no 财政拨款 either has no such lines.
  const printed = projects.some(({ content }) => !isBlank(content.funds.fiscal));
  if (!asked || !blank || !printed) return [];
  return [
    {
      project: null,
      path: 'funds.other',
      kind: 'empty-field',
      evidence: '',
      message: `全部 ${projects.length} 个项目的“其他资金”都空着；没有其他资金的，请填 0。`,
    },
  ];
};
