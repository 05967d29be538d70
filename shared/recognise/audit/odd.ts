import { parseFen } from '../../model/money.ts';
import { readWeight } from '../../model/weight.ts';
import { readValue } from '../../model/value.ts';
import { oddness } from '../annex2/affinity.ts';
import type { Entry } from '../annex2/join.ts';
import { indicatorLabel } from '../annex2/labels.ts';
import type { Doubt, RecognisedIndicator, RecognisedProject } from '../recognised.ts';
import { nameOf, rowOf, shown, type Check, type Reading } from './reading.ts';

/** An indicator that fits another level 2 beside it better by this much is worth a look. */
const MUCH_BETTER = 1.9;

/** Texts that are hardly what their field holds. */
export const odd: Check = (reading) => [
  ...headOdd(reading),
  ...reading.project.indicators.flatMap((indicator, index) => indicatorOdd(reading, indicator, index)),
];

const headOdd = ({ project }: Reading): Doubt[] => {
  const doubts: Doubt[] = [];
  const add = (path: string, message: string): void => {
    doubts.push({ path, kind: 'odd', message, at: project.places?.[path]?.at ?? project.source.at, confidence: 0.4 });
  };
  const { name, goals } = project;
  // Indicators without a project: cells of another form, or of one that has come apart.
  if (name === null && project.total === null && goals.length === 0 && project.indicators.length > 0)
    add('projects', '没有认出项目名称、金额和绩效目标，这张表的格子很可能散开了：请换一种复制方式，或改用手工对应。');
  if (name !== null && (isNumber(name) || indicatorLabel(name) !== null))
    add('name', `项目名称“${shown(name)}”不像一个名称，请核对。`);
  if (name !== null && name.length > 60) add('name', `项目名称“${shown(name)}”太长，可能混进了别的格子。`);
  goals.forEach((goal) => {
    if (parseFen(goal, '万元') !== null || goal.trim().length < 4)
      add('goals', `绩效目标“${shown(goal)}”不像一段目标，请核对。`);
  });
  if (project.amountUnit === null && project.total !== null && parseFen(project.total, '万元') !== null) {
    const message = `没有印金额单位，“${project.total}”按万元读。`;
    doubts.push({ path: 'amountUnit', kind: 'amount-unit', message, at: project.source.at, confidence: 0.7 });
  }
  if (!isPlan(project.spendingPlan)) add('spendingPlan', '资金支出计划的百分比应逐次增加，到 100% 为止，请核对。');
  return doubts;
};

/** Cumulative percentages: numbers that do not fall and end at 100. */
const isPlan = (plan: RecognisedProject['spendingPlan']): boolean => {
  const percents = (plan ?? []).map(({ percent }) => /^(\d{1,3}(?:\.\d+)?)[%％]?$/u.exec(percent.trim())?.[1] ?? null);
  const numbers = percents.map(Number);
  return (
    percents.every((one) => one !== null) &&
    numbers.every((one, index) => one >= (numbers[index - 1] ?? 0)) &&
    (numbers.at(-1) ?? 100) === 100
  );
};

const isNumber = (text: string): boolean => /^[≥≤=><-]?[\d.,]+%?$/u.test(text.replace(/\s/gu, ''));

const indicatorOdd = (reading: Reading, indicator: RecognisedIndicator, index: number): Doubt[] => {
  const at = rowOf(reading, index);
  const doubt = (field: string, message: string, confidence: number): Doubt => ({
    path: `indicators.${index}.${field}`,
    kind: 'odd',
    message,
    at,
    confidence,
  });
  const whole = (message: string): Doubt => ({
    path: `indicators.${index}`,
    kind: 'odd',
    message,
    at,
    confidence: 0.3,
  });
  const name = oddName(indicator, reading.isNarrative);
  const value = oddValue(indicator);
  const kind = oddKind(reading, indicator, index);
  return [
    ...(name === null ? [] : [isFragment(indicator.level3 ?? '') ? whole(name) : doubt('level3', name, 0.4)]),
    ...(value === null ? [] : [doubt('printedValue', value, 0.4)]),
    ...(kind === null ? [] : [doubt('level2', kind, 0.5)]),
    ...(indicator.weight !== null && readWeight(indicator.weight) === null
      ? [doubt('weight', `分值“${shown(indicator.weight)}”不是数字，请核对。`, 0.4)]
      : []),
  ];
};

/** A figure, a letter, or what begins with the end of a sentence: not only the name is doubtful, but that it is an indicator. */
const isFragment = (name: string): boolean =>
  isNumber(name) || Array.from(name.trim()).length < 2 || /^[，、；。)）%]/u.test(name.trim());

/** The number of a further item, or a heading, in the middle of a text. */
const SECOND_ITEM = /[^\d\s(（第]\s*(?:\d{1,2}[.、．](?!\d)|[(（][一二三四五六七八九十][)）])\s*\p{Script=Han}/u;
const HEADING_INSIDE = /(?:产出|数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|满意度)指标/u;

const oddName = ({ level3, printedValue }: RecognisedIndicator, isNarrative: boolean): string | null => {
  if (level3 === null) return null;
  const text = level3.trim();
  if (isNarrative && printedValue === null) return `“${shown(text)}”后面没有指标值，值可能连在名称里。`;
  if (isNumber(text) || isShortValue(text)) return `三级指标“${shown(text)}”像是指标值，不像名称。`;
  if (SECOND_ITEM.test(text)) return `“${shown(text)}”里像是有两条指标。`;
  if (HEADING_INSIDE.test(text) && text.length > 6) return `“${shown(text)}”里混进了指标的标题。`;
  if (Array.from(text).length < 2) return `三级指标“${shown(text)}”太短，可能被拆开了。`;
  return /^[，、；。)）%]|[（(、，]$/u.test(text) ? `“${shown(text)}”不完整，可能被拆开了。` : null;
};

/** `36名` is a value, `36名村干部年报酬` a name. */
const isShortValue = (text: string): boolean => {
  const { kind, unit } = readValue(text);
  return /^[≥≤=><]?\d/u.test(text) && (kind === 'number' || kind === 'range') && unit.length <= 3;
};

/** `1-3月、10-12月`: several values, each of them one. */
const isSeveral = (text: string): boolean =>
  text.split(/[、,，；;和及]/u).every((one) => readValue(one).kind !== 'words');

/** Names end so, values do not. */
const NAME_END = /(?:完成率|覆盖率|合格率|满意度|达标率|及时率|次数|人数|数量|面积|标准|成本|情况|时间|时限)$/u;

const oddValue = ({ printedValue, level3, kind, unit }: RecognisedIndicator): string | null => {
  if (printedValue === null) return null;
  const text = printedValue.trim();
  const reading = readValue(text);
  if (SECOND_ITEM.test(text) || HEADING_INSIDE.test(text)) return `指标值“${shown(text)}”里像是混进了别的指标。`;
  if (/\d[OolI]|[OolI]\d|^[≥≤=><]?\s*[OolI]{1,3}(?![a-z])/u.test(text))
    return `指标值“${shown(text)}”里像是有认错的数字。`;
  if (reading.kind === 'words' && /^[≥≤=><]?\d/u.test(text) && !isSeveral(text))
    return `指标值“${shown(text)}”不是一个数字加单位，请核对。`;
  if (/\d/u.test(unit ?? '') && !/[㎡m]/iu.test(unit ?? ''))
    return `单位“${shown(unit ?? '')}”里有数字，可能混进了别的格子。`;
  if (/.{2}(?:工作计划|通知|文件|方案|办法)$/u.test(text)) return `指标值“${shown(text)}”里像是混进了依据。`;
  if (reading.kind === 'words' && NAME_END.test(text) && text !== level3)
    return `指标值“${shown(text)}”像是名称，请核对。`;
  if (reading.kind === 'words' && Array.from(text).length > 24)
    return `指标值“${shown(text)}”太长，可能混进了别的内容。`;
  if (
    kind === 'satisfaction' &&
    reading.kind === 'number' &&
    !/[%％‰分]/u.test(reading.unit) &&
    !/率|比/u.test(level3 ?? '')
  )
    return null;
  return /^[，、；。)）]|[（(、，/]$/u.test(text) ? `指标值“${shown(text)}”不完整，可能被拆开了。` : null;
};

/** An indicator as what tells how well it suits a level 2. */
export const asEntry = (indicator: RecognisedIndicator): Entry => ({
  at: 0,
  name: indicator.level3 ?? '',
  // A list prints number and unit apart.
  value:
    indicator.value === null
      ? (indicator.printedValue ?? '')
      : `${indicator.operator ?? ''}${indicator.value}${indicator.unit ?? ''}`,
  weight: '',
  basis: '',
  description: '',
  level1: null,
  label: null,
  repair: null,
  evaluated: null,
});

/** Against its own words, where the level 2 next to it would suit far better. */
const oddKind = ({ project }: Reading, indicator: RecognisedIndicator, index: number): string | null => {
  const kinds = [-1, 1].flatMap((by) => {
    const kind = project.indicators[index + by]?.kind;
    return kind === undefined || kind === indicator.kind || kind === 'other' ? [] : [kind];
  });
  const entry = asEntry(indicator);
  const own = oddness(entry, indicator.kind);
  const better = kinds.find((kind) => own - oddness(entry, kind) >= MUCH_BETTER);
  if (better === undefined) return null;
  return `“${nameOf(indicator)}”读作“${indicator.level2 ?? ''}”，内容更像上下相邻的另一类，请核对。`;
};
