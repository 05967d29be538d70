import { priceOf } from '../facts/price.ts';
import { evidenceOf, namePath, type Rule } from '../rule.ts';
import { money } from '../facts/cost.ts';

const COSTS: readonly string[] = ['cost', 'economicCost'];

/** 成本 is written, but no money. */
export const costWithoutAmount: Rule = {
  id: 'cost-without-amount',
  kind: 'cost-without-amount',
  severity: 'warning',
  head: '适当性',
  question: '成本指标里有没有写清要花多少钱？',
  source: '财预〔2015〕88号（资金匹配性）；财预〔2021〕101号（成本指标）',
  project: (project) => {
    const costs = project.indicators.filter(({ kind, printed }) => COSTS.includes(kind) && printed !== '');
    const [first] = costs;
    if (first === undefined || costs.some((one) => priceOf(one) !== null || isBareNumber(one.printed))) return [];
    const of = project.total === null ? '' : `资金总额 ${money(project.total)}，`;
    return [
      {
        path: namePath(first),
        evidence: costs.map(evidenceOf).join('；'),
        message: `${of}成本指标里没有一个写了金额，请写上总成本或者单位成本，如“≤5 万元”“200 元/人/月”。`,
      },
    ];
  },
};

/** The unit is missing, which another rule tells. */
const isBareNumber = (printed: string): boolean => /^[≥≤=><]?\s*[\d.,]+$/u.test(printed.trim());
