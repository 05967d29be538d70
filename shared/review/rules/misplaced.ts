import type { Level2Kind } from '../../model/level2.ts';
import { eachIndicator, evidenceOf, namePath, shown, whose, type Found, type Rule } from '../rule.ts';
import type { ReviewedIndicator, ReviewedProject } from '../subject.ts';
import { COUNTED, DONE, ECONOMY, ENVIRONMENT, NO_ENVIRONMENT, SATISFIED, SPENDING } from '../words/words.ts';

/** An indicator under a row it does not belong to, by what its words and its value say. */
export const misplaced: Rule = {
  id: 'misplaced',
  kind: 'indicator-misplaced',
  severity: 'warning',
  head: '相关性',
  question: '每个指标都放在该放的那一行了吗？',
  source: '财预〔2015〕88号（指标科学性）；财预〔2021〕101号',
  project: eachIndicator((one, project) => wrongRow(one, project)),
};

const found = (
  one: ReviewedIndicator,
  severity: Found['severity'],
  because: string,
  goal: Level2Kind | null,
): Found => ({
  path: namePath(one),
  evidence: evidenceOf(one),
  ...(severity === undefined ? {} : { severity }),
  message: `${whose(one)}（指标值“${shown(one.printed)}”）${because}`,
  ...(goal === null
    ? {}
    : {
        fix: {
          label: `移到${LABELS[goal] ?? '那一行'}`,
          changes: [{ path: `indicators.${one.index}.kind`, value: goal }],
        },
      }),
});

const LABELS: Partial<Record<Level2Kind, string>> = {
  quantity: '数量指标',
  cost: '成本指标',
  timeliness: '时效指标',
  satisfaction: '满意度指标',
};

const wrongRow = (one: ReviewedIndicator, project: ReviewedProject): Found | null => {
  switch (one.kind) {
    case 'quantity':
      return isMoney(one)
        ? found(one, one.requirement === 'hard' ? 'error' : 'warning', '写的是钱，不是数量，应该放到成本指标。', 'cost')
        : satisfactionElsewhere(one);
    case 'quality':
      return isMoney(one)
        ? found(one, 'error', '写的是钱，不是质量，应该放到成本指标。', 'cost')
        : satisfactionElsewhere(one);
    case 'timeliness':
      return wrongTime(one);
    case 'cost':
    case 'economicCost':
    case 'socialCost':
    case 'ecologicalCost':
      return wrongCost(one);
    case 'economic':
      return wrongEconomy(one) ?? satisfactionElsewhere(one);
    case 'social':
    case 'sustainable':
      return satisfactionElsewhere(one) ?? quantityAgain(one, project);
    case 'ecological':
      return satisfactionElsewhere(one) ?? wrongEcology(one);
    case 'satisfaction':
      return wrongSatisfaction(one);
    case 'other':
      return null;
  }
};

const isMoney = ({ measure }: ReviewedIndicator): boolean => measure === 'money' || measure === 'rate-of-money';

const satisfactionElsewhere = (one: ReviewedIndicator): Found | null =>
  /满意(?:度|率)/u.test(one.name) && one.measure === 'percent'
    ? found(one, 'error', '说的是满意度，应该放到满意度指标。', 'satisfaction')
    : null;

const wrongTime = (one: ReviewedIndicator): Found | null => {
  if (isMoney(one)) return found(one, 'error', '写的是钱，不是时间，应该放到成本指标。', 'cost');
  if (/(?:总数|数量|人数|次数|户数)$/u.test(one.name) && one.measure !== 'time' && one.value.kind !== 'time') {
    return found(one, 'warning', '问的是多少，不是什么时候完成，应该放到数量指标。', 'quantity');
  }
  return satisfactionElsewhere(one) ?? timeless(one);
};

/** A rate under 时效 whose name has nothing of time. */
const timeless = (one: ReviewedIndicator): Found | null =>
  one.measure === 'percent' && !/[时期限度早快]|进度|完成|当[日月年]|[日月年]|按/u.test(one.name)
    ? found(one, 'hint', '看不出和时间有什么关系，时效指标请写什么时候完成，或者“……及时率”。', null)
    : null;

const wrongCost = (one: ReviewedIndicator): Found | null => {
  if (one.value.kind === 'time') return found(one, 'error', '写的是时间，不是钱，应该放到时效指标。', 'timeliness');
  if (/满意(?:度|率)/u.test(one.name)) return found(one, 'error', '说的是满意度，应该放到满意度指标。', 'satisfaction');
  if ((COUNTED.test(one.name) || /(?<!控制|预算|决算|基|指|总|支出|金额)数$/u.test(one.name)) && isMoney(one)) {
    return found(one, 'warning', '名称问的是多少，指标值却是钱，请把名称改成花的是什么钱。', null);
  }
  return null;
};

const wrongEconomy = (one: ReviewedIndicator): Found | null => {
  if (isMoney(one) && SPENDING.test(one.name) && !/节约|减少|降低|收入|增收|收益/u.test(one.name)) {
    return found(one, 'warning', '说的是花多少钱，不是带来的经济效益，应该放到成本指标。', 'cost');
  }
  return ECONOMY.test(one.name) || ECONOMY.test(one.printed)
    ? null
    : found(
        one,
        one.measure === 'percent' ? 'hint' : 'warning',
        '没有说带来什么经济效益（收入、产值、就业、节约……），请改写，或者放到社会效益。',
        null,
      );
};

const wrongEcology = (one: ReviewedIndicator): Found | null =>
  ENVIRONMENT.test(one.name.replace(NO_ENVIRONMENT, ''))
    ? null
    : found(one, 'warning', '和生态环境没有关系，请改写，或者放到社会效益。', null);

/** The same words and number stand under 数量指标 already. */
const quantityAgain = (one: ReviewedIndicator, { indicators }: ReviewedProject): Found | null => {
  if (one.measure !== 'count' && one.measure !== 'people') return null;
  const twin = indicators.find((other) => other.kind === 'quantity' && other.folded === one.folded);
  return twin === undefined ? null : found(one, 'error', '就是数量指标里的内容，不是效益，请删去或者改写。', null);
};

const wrongSatisfaction = (one: ReviewedIndicator): Found | null => {
  if (SATISFIED.test(one.name) || !DONE.test(one.name)) return null;
  return found(one, 'error', '说的是完成了什么，不是谁满意，请写“某某满意度”。', null);
};
