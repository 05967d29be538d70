import type { Fen } from '../../model/money.ts';
import { canAddUp, costItemsOf, money, sameSum, type CostItem } from '../facts/cost.ts';
import { misfitOf } from '../facts/payroll.ts';
import { priceOf, pricesIn } from '../facts/price.ts';
import { fitsPer, quantitiesOf } from '../facts/quantity.ts';
import type { Severity } from '../finding.ts';
import { evidenceOf, shown, valuePath, type Found, type Rule } from '../rule.ts';
import type { ReviewedProject } from '../subject.ts';

/** People × price × months, or the list of costs, against 资金总额, naming the numbers. */
export const costFits: Rule = {
  id: 'cost-fits',
  kind: 'cost-not-equal-budget',
  severity: 'warning',
  head: '适当性',
  question: '人数 × 标准 × 月数，或者各项成本加起来，和资金总额对得上吗？',
  source: '财预〔2015〕88号（资金匹配性）；惯例',
  project: (project) => {
    const { total } = project;
    // Less than 100 元 stands under a wrong unit, which another rule tells.
    if (total === null || total < 100_00) return [];
    return [
      ...byCosts(project, total),
      ...byStandards(project, total),
      ...byTotals(project, total),
      ...byGoals(project, total),
    ];
  },
};

/** Above this share of the total, it is not a slip of arithmetic but more than there is. */
const FAR_ABOVE = 1.2;

const byCosts = (project: ReviewedProject, total: Fen): Found[] => {
  const items = costItemsOf(project);
  const plain = items.filter(({ plain: product }) => product !== null);
  if (plain.length === 0) return [];
  const [low, high] = boundsOf(plain);
  const ranges = plain.some(({ price }) => price.low !== price.high);
  if (canAddUp(items, total)) return ranges && high > total * 1.5 ? [exceeds(plain, total, high, 'hint')] : [];
  if (low > total * FAR_ABOVE) return [exceeds(plain, total, low, 'error')];
  if (low < total && total < high && isClasses(plain)) return [classes(plain, total)];
  if (high > total * FAR_ABOVE && low < total) return [exceeds(plain, total, high, 'warning')];
  // A cost that is no money: what is left says nothing of the whole.
  const whole = project.indicators.every(
    ({ kind, numbers, measure }) =>
      kind !== 'cost' || numbers.length === 0 || measure === 'money' || measure === 'rate-of-money',
  );
  if (plain.length < items.length || !whole || (low <= total && total <= high)) return [];
  return [differs(plain, total, high)];
};

/** Prices of one and the same quantity are classes of it: the lowest and the highest bound it. */
const boundsOf = (items: readonly CostItem[]): readonly [Fen, Fen] => {
  const classes = Map.groupBy(items, ({ plain, indicator }) => plain?.of ?? indicator.index);
  let [low, high] = [0, 0];
  for (const group of classes.values()) {
    low += Math.min(...group.map(({ plain }) => plain?.low ?? 0));
    high += Math.max(...group.map(({ plain }) => plain?.high ?? 0));
  }
  return [low, high];
};

const isClasses = (items: readonly CostItem[]): boolean =>
  new Set(items.map(({ plain, indicator }) => plain?.of ?? indicator.index)).size < items.length;

/** Several standards for one number of people: how many get which is not said. */
const classes = (items: readonly CostItem[], total: Fen): Found => ({
  path: valuePath(largest(items).indicator),
  severity: 'hint',
  evidence: items.map(({ indicator }) => evidenceOf(indicator)).join('；'),
  message: `同一批人有 ${items.length} 种标准，没有写各有多少人，算不出资金总额 ${money(total)}，请分别写清。`,
});

const exceeds = (items: readonly CostItem[], total: Fen, sum: Fen, severity: Severity): Found => ({
  path: valuePath(largest(items).indicator),
  kind: 'cost-exceeds-budget',
  severity,
  evidence: items.map(({ indicator }) => evidenceOf(indicator)).join('；'),
  message: `按成本指标算${severity === 'error' ? '' : '最多'}要 ${money(sum)}（${productsOf(items)}），超过了资金总额 ${money(total)}，请核对数量、标准或者总额。`,
});

const differs = (items: readonly CostItem[], total: Fen, sum: Fen): Found => ({
  path: valuePath(largest(items).indicator),
  severity: weightOf(items),
  evidence: items.map(({ indicator }) => evidenceOf(indicator)).join('；'),
  message: `按成本指标算是 ${money(sum)}（${productsOf(items)}），资金总额是 ${money(total)}，${sum > total ? '多' : '少'} ${money(Math.abs(total - sum))}，请核对，或者补上其余的成本指标。`,
});

/** A product of people or villages must fit; a single amount leaves a rest; what is held so many times is seldom all there is. */
const weightOf = (items: readonly CostItem[]): Severity => {
  if (items.some(({ price }) => price.per.includes('go'))) return 'hint';
  return items.some(({ price }) => price.per.some((one) => one !== 'year')) ? 'error' : 'warning';
};

const productsOf = (items: readonly CostItem[]): string =>
  items
    .map(({ plain, indicator }) => `${items.length > 1 ? `${shown(indicator.name)} ` : ''}${plain?.text ?? ''}`)
    .join('；');

const largest = (items: readonly CostItem[]): CostItem =>
  items.reduce((one, other) => ((other.plain?.high ?? 0) > (one.plain?.high ?? 0) ? other : one));

/** The name states the standard, the value the sum: people × standard must give it. */
const byStandards = (project: ReviewedProject, total: Fen): Found[] =>
  project.indicators
    .filter(({ kind }) => kind === 'cost' || kind === 'economicCost')
    .flatMap((indicator) => {
      const product = misfitOf(indicator, project, total);
      if (product === null) return [];
      return [
        {
          path: valuePath(indicator),
          severity: 'error' as const,
          evidence: evidenceOf(indicator),
          message: `按标准算是 ${product.text}，资金总额是 ${money(total)}，请核对人数、标准和月数。`,
        },
      ];
    });

/** 经费总额, 项目总成本: says itself that it is the total, wherever it stands. */
const TOTAL_NAMED =
  /(?:经费|资金|支出|预算|投入|项目)?总(?:额|投入|成本|支出|费用)$|^(?:项目|预算)?总(?:经费|资金|预算)/u;

const byTotals = (project: ReviewedProject, total: Fen): Found[] =>
  project.indicators
    .filter(({ kind, name }) => kind !== 'cost' && kind !== 'economicCost' && TOTAL_NAMED.test(name))
    .flatMap((indicator): Found[] => {
      const price = priceOf(indicator);
      if (price === null || price.per.length > 0 || sameSum(price.high, total)) return [];
      return [
        {
          path: valuePath(indicator),
          kind: price.low > total * FAR_ABOVE ? 'cost-exceeds-budget' : 'cost-not-equal-budget',
          severity: 'error',
          evidence: evidenceOf(indicator),
          message: `“${shown(indicator.name)}”写的是 ${money(price.high)}，资金总额是 ${money(total)}，请核对。`,
        },
      ];
    });

const byGoals = (project: ReviewedProject, total: Fen): Found[] => {
  const quantities = quantitiesOf(project);
  return project.content.goals.flatMap((goal, at) =>
    pricesIn(goal).flatMap((price): Found[] => {
      const [per] = price.per.filter((one) => one === 'person' || one === 'item');
      if (per === undefined) return [];
      const times = price.per.includes('month') ? 12 : 1;
      const sums = quantities
        .filter((one) => fitsPer(one, per))
        .map((one) => ({ text: one.text, sum: one.low * price.low * times }));
      if (sums.length === 0 || sums.some(({ sum }) => sameSum(sum, total))) return [];
      const over = sums.find(({ sum }) => sum > total);
      const told = over ?? (sums.length === 1 ? sums[0] : undefined);
      if (told === undefined) return [];
      return [
        {
          path: `goals.${at}`,
          ...(over === undefined
            ? { severity: 'hint' as const }
            : { severity: 'error' as const, kind: 'cost-exceeds-budget' as const }),
          evidence: price.text,
          message: `目标里写“${shown(price.text)}”，数量是 ${told.text}，合计 ${money(told.sum)}，${over === undefined ? '和资金总额不一样' : '超过了资金总额'}（${money(total)}），请核对。`,
        },
      ];
    }),
  );
};
