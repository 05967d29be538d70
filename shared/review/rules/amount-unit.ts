import { printFenGrouped } from '../../model/money.ts';
import { costItemsOf, sameSum } from '../facts/cost.ts';
import type { Found, Rule } from '../rule.ts';
import type { ReviewedProject } from '../subject.ts';

/** Less than 100 元 for a year's project, or more than 50 亿元 for a township: the label's unit is wrong. 分. */
const LEAST = 100_00;
const MOST = 5_000_000_000_00;

/** An amount under the wrong unit. */
export const amountUnit: Rule = {
  id: 'amount-unit',
  kind: 'amount-unit-mismatch',
  severity: 'error',
  head: '完整性',
  question: '金额的单位是元还是万元，写对了吗？',
  source: '表中“项目资金（万元）”字样；惯例',
  project: (project) => {
    const { total, content } = project;
    if (total === null || total === 0) return [];
    const other = content.amountUnit === '元' ? '万元' : '元';
    const swapped = content.amountUnit === '元' ? total * 10_000 : total / 10_000;
    const impossible = total < LEAST || total > MOST;
    // A price of one thing says nothing of the whole: only an amount by itself can be the total in another unit.
    const amounts = costItemsOf(project).filter(({ price }) => price.per.length === 0);
    const cost = amounts.find(({ price }) => sameSum(price.high, swapped));
    const fits = amounts.some(({ price }) => sameSum(price.high, total));
    if (!impossible && (cost === undefined || fits)) return [];
    return [found(project, other, cost?.indicator.printed)];
  },
};

const found = ({ content, total }: ReviewedProject, other: '元' | '万元', cost: string | undefined): Found => {
  const because = cost === undefined ? `合计只有 ${printFenGrouped(total ?? 0, '元')} 元` : `成本指标写的是“${cost}”`;
  return {
    path: 'amountUnit',
    evidence: `${content.funds.total} ${content.amountUnit}`,
    message: `资金总额写的是“${content.funds.total} ${content.amountUnit}”，${because}，单位应该是${other}。`,
    fix: { label: `单位改成${other}`, changes: [{ path: 'amountUnit', value: other }] },
  };
};
