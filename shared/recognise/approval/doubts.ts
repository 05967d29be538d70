import { parseFen } from '../../model/money.ts';
import { sumWeights } from '../../model/weight.ts';
import type { Doubt, RecognisedProject } from '../recognised.ts';
import { commonSum } from './cut.ts';
import type { Group } from './groups.ts';
import { isOdd, type ReadIndicator } from './indicators.ts';

/** Length of 项目编码 in the provinces seen. */
const CODE_LENGTH = 21;

/** Cells laid into columns at more than this are worth a look. */
const UNSURE = 2.5;

type Head = Pick<RecognisedProject, 'name' | 'code' | 'category' | 'total' | 'goals' | 'amountUnit' | 'indicators'>;

/** What is not sure about a project's own columns. */
export const headDoubts = (project: Head, group: Group, cut: 'sum' | 'upper' | null): Doubt[] => {
  const doubt = (path: string, kind: Doubt['kind'], message: string): Doubt => ({ path, kind, message, at: group.at });
  const doubts: Doubt[] = [];
  if (project.name === null) doubts.push(doubt('name', 'missing', '没有找到项目名称。'));
  if (project.indicators.length === 0) doubts.push(doubt('indicators', 'missing', '没有找到这个项目的绩效指标。'));
  if (project.code !== null && project.code.length !== CODE_LENGTH) {
    const message = `项目编码“${project.code}”是 ${project.code.length} 位，一般是 ${CODE_LENGTH} 位，请核对。`;
    doubts.push(doubt('code', 'missing', message));
  }
  doubts.push(...cutDoubts(project, group, cut, doubt));
  const amount = project.total;
  if (amount === null) doubts.push(doubt('total', 'missing', '没有找到预算数。'));
  else if (parseFen(amount, project.amountUnit ?? '万元') === null)
    doubts.push(doubt('total', 'not-a-number', `预算数“${amount}”不是数字。`));
  if (project.goals.length === 0) doubts.push(doubt('goals.0', 'missing', '没有找到绩效目标。'));
  return doubts;
};

/** A row cut by a page end: all that was put together of its two halves. */
const cutDoubts = (
  { name, code, category, total }: Head,
  { halved, lowerAmount, head }: Group,
  cut: 'sum' | 'upper' | null,
  doubt: (path: string, kind: Doubt['kind'], message: string) => Doubt,
): Doubt[] => {
  const split = (path: string, text: string | null): Doubt[] =>
    text === null ? [] : [doubt(path, 'cell-split', `这一行被分页切成两半，已合并为“${text}”。`)];
  const amount = (how: string): Doubt => {
    const message = `预算数被分页切开，上半是“${head.amount}”，下半是“${lowerAmount}”，${how}读作“${total ?? ''}”。`;
    return doubt('total', 'cell-split', message);
  };
  return [
    ...(halved ? [...split('name', name), ...split('code', code), ...split('category', category)] : []),
    ...(halved ? [doubt('goals.0', 'cell-split', '绩效目标被分页切成两半，已合并，接头处请核对。')] : []),
    ...(cut === null ? [] : [amount(cut === 'sum' ? '按合计数推算' : '按上半')]),
  ];
};

/** What is not sure about one indicator. */
export const indicatorDoubts = (read: ReadIndicator, index: number, group: Group): Doubt[] => {
  const { row, indicator, label, strayLevel1 } = read;
  const name = indicator.level3 ?? indicator.printedValue ?? '';
  const doubt = (field: string, kind: Doubt['kind'], message: string): Doubt => ({
    path: `indicators.${index}.${field}`,
    kind,
    message,
    at: row.at,
  });
  const doubts: Doubt[] = [];
  if (index < group.early || index >= group.rows.length - group.late)
    doubts.push(doubt('level3', 'label-moved', `“${name}”印在另一个项目旁边，按分值合计和顺序归入本项目。`));
  if (strayLevel1 !== null)
    doubts.push(
      doubt(
        'level1',
        'label-moved',
        `“${name}”旁边印的是“${strayLevel1}”，按二级指标读作“${indicator.level1 ?? ''}”。`,
      ),
    );
  if (label === 'guessed' || (label === 'above' && (row.newPage || isOdd(row, indicator.kind))))
    doubts.push(doubt('level2', 'label-missing', `“${name}”旁边没有对应的二级指标，读作“${indicator.level2 ?? ''}”。`));
  if (row.cost > UNSURE) doubts.push(doubt('level3', 'cell-joined', `“${name}”这一行的格子错位，已按内容归位。`));
  if (indicator.level3 === null) doubts.push(doubt('level3', 'missing', `指标值“${name}”没有三级指标名称。`));
  if (indicator.printedValue === null) doubts.push(doubt('printedValue', 'missing', `“${name}”没有指标值。`));
  if (/^万$/u.test(indicator.unit ?? ''))
    doubts.push(doubt('unit', 'unit-word', `“${name}”的单位只写了“万”，可能是“万元”。`));
  return doubts;
};

/** What the weights of a project usually add up to in this document; null where they do not or there are none. */
export const usualWeights = (projects: readonly (readonly ReadIndicator[])[]): number | null =>
  commonSum(projects.flatMap((read) => (read.length === 0 ? [] : (sumOf(read) ?? []))));

const sumOf = (read: readonly ReadIndicator[]): number | null =>
  sumWeights(read.map(({ indicator }) => indicator.weight ?? ''));

/** A weight that is missing, and a project whose weights add up to something else than those of the others. */
export const weightDoubts = (read: readonly ReadIndicator[], usual: number | null): Doubt[] => {
  if (usual === null) return [];
  const missing = read.flatMap(({ indicator, row }, index): Doubt[] =>
    indicator.weight === null
      ? [
          {
            path: `indicators.${index}.weight`,
            kind: 'missing',
            message: `“${indicator.level3 ?? ''}”没有分值权重。`,
            at: row.at,
          },
        ]
      : [],
  );
  const sum = sumOf(read);
  if (missing.length > 0 || sum === null || sum === usual || read.length === 0) return missing;
  const message = `分值权重合计 ${sum}，其他项目是 ${usual}，请核对指标有没有归错项目。`;
  return [{ path: 'indicators.0.weight', kind: 'sum', message, at: read[0]?.row.at ?? null }];
};
