import { fold } from '../../model/text.ts';
import type { FoundInUnit, Found, Rule } from '../rule.ts';
import type { ReviewedProject, ReviewedUnit } from '../subject.ts';
import { COMMON_PROJECTS, TEMPLATE_INDICATORS } from '../words/thresholds.ts';

/** One and the same value for everything, or one and the same spending plan. */
export const templateValues: Rule = {
  id: 'template-values',
  kind: 'template-values',
  severity: 'error',
  head: '适当性',
  question: '指标值是不是都是系统带出来的默认值？',
  source: '惯例',
  project: (project) => sameValues(project),
  unit: (unit) => samePlans(unit),
};

const sameValues = ({ indicators }: ReviewedProject): Found[] => {
  const [first] = indicators;
  if (first === undefined || indicators.length < TEMPLATE_INDICATORS || first.printed === '') return [];
  const same = indicators.every(({ printed }) => fold(printed) === fold(first.printed));
  const mixed = indicators.some(({ kind }) => kind === 'quantity' || kind === 'timeliness' || kind === 'cost');
  if (!same || !mixed) return [];
  return [
    {
      path: 'indicators',
      evidence: first.printed,
      message: `${indicators.length} 个指标的指标值都是“${first.printed}”，像是默认值没有改，请逐个填写。`,
    },
  ];
};

const samePlans = ({ projects }: ReviewedUnit): FoundInUnit[] => {
  const plans = projects.map(({ content }) =>
    content.spendingPlan.map(({ by, percent }) => fold(`${by}${percent}`)).join(),
  );
  const [first] = plans;
  if (
    first === undefined ||
    first === '' ||
    projects.length <= COMMON_PROJECTS ||
    !plans.every((plan) => plan === first)
  )
    return [];
  const plan = projects[0]?.content.spendingPlan.map(({ percent }) => percent).join('、') ?? '';
  return [
    {
      project: null,
      path: 'spendingPlan',
      severity: 'hint',
      evidence: plan,
      message: `全部 ${projects.length} 个项目的资金支出计划都是 ${plan}；一次性和有季节的项目请按实际安排。`,
    },
  ];
};
