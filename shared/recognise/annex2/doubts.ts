import { parseFen } from '../../model/money.ts';
import { readValue } from '../../model/value.ts';
import { LEAST_TOTAL } from '../content.ts';
import type { Doubt, RecognisedProject } from '../recognised.ts';
import { oddness } from './affinity.ts';
import type { Entry, LabelPlace } from './join.ts';
import type { EditionRow } from './order.ts';

/** A kind read against its own words by this much, without a label beside it, is worth a look. */
const ODD = 0.9;
/** More 分 than this (10 亿元) is no township project. */
const MOST_FEN = 1_000_000_000_00;

/** What is not sure about one indicator: how it was found, and where its label stood. */
export const indicatorDoubts = (
  entry: Entry,
  row: EditionRow,
  context: { index: number; first: boolean; places: readonly LabelPlace[]; position: number },
): Doubt[] => {
  const path = `indicators.${context.index}`;
  const doubt = (field: string, kind: Doubt['kind'], message: string): Doubt => ({
    path: `${path}.${field}`,
    kind,
    message,
    at: entry.at,
  });
  const name = entry.name === '' ? entry.value : entry.name;
  const doubts: Doubt[] = [];
  const label = labelDoubt(entry, row, context);
  if (label) doubts.push(doubt('level2', label.kind, `“${name}”${label.message}`));
  if (entry.repair === 'split')
    doubts.push(
      doubt('printedValue', 'cell-split', `名称和指标值印在同一格，已拆为“${entry.name}”和“${entry.value}”。`),
    );
  if (entry.repair === 'joined')
    doubts.push(doubt('level3', 'cell-joined', `内容分散在几格或几行里，已合并为“${entry.name}”和“${entry.value}”。`));
  if (entry.value === '') doubts.push(doubt('printedValue', 'missing', `“${name}”没有指标值。`));
  if (entry.name === '') doubts.push(doubt('level3', 'missing', `指标值“${entry.value}”没有三级指标名称。`));
  if (/^万(?:\/|$)/u.test(readValue(entry.value).unit))
    doubts.push(doubt('unit', 'unit-word', `“${entry.value}”的单位只写了“万”，可能是“万元”。`));
  return doubts;
};

/** A row without a label that was read as going on with the one above. */
export const continuedDoubt = (entry: Entry, row: EditionRow, index: number): Doubt => ({
  path: `indicators.${index}.level2`,
  kind: 'label-missing',
  message: `“${entry.name === '' ? entry.value : entry.name}”旁边没有二级指标，按上一行读作“${row.level2}”。`,
  at: entry.at,
});

const labelDoubt = (
  entry: Entry,
  row: EditionRow,
  { first, places, position }: { first: boolean; places: readonly LabelPlace[]; position: number },
): { kind: 'label-moved' | 'label-missing'; message: string } | null => {
  if (entry.label?.kind === row.kind) return null;
  if (entry.label)
    return {
      kind: 'label-moved',
      message: `旁边印的是“${entry.label.printed ?? '别的二级指标'}”，按表格固定顺序读作“${row.level2}”。`,
    };
  if (places.some((place) => place.kind === row.kind && place.position === position - 0.5)) return null;
  if (!first)
    return oddness(entry, row.kind) >= ODD
      ? { kind: 'label-missing', message: `旁边没有二级指标，按上一行读作“${row.level2}”。` }
      : null;
  if (places.some((place) => place.kind === row.kind))
    return { kind: 'label-moved', message: `的二级指标“${row.level2}”印在别的行，按表格固定顺序移到这里。` };
  return { kind: 'label-missing', message: `旁边没有二级指标，按表格固定顺序读作“${row.level2}”。` };
};

type Header = Pick<RecognisedProject, 'name' | 'total' | 'fiscal' | 'other' | 'amountUnit' | 'goals'>;

/** What is not sure about the upper part: missing names, amounts that are no numbers, do not add up or cannot be in their unit. */
export const headerDoubts = (project: Header, at: (field: string) => number | null): Doubt[] => [
  ...(project.name === null ? [missing('name', '没有找到项目名称。', at('name'))] : []),
  ...(project.total === null ? [missing('total', '没有找到年度资金总额。', at('funds.total'))] : []),
  ...(project.goals.length === 0 ? [missing('goals', '没有找到年度总体目标。', at('goals.0'))] : []),
  ...amountDoubts(project, at),
];

const missing = (path: string, message: string, at: number | null): Doubt => ({ path, kind: 'missing', message, at });

const amountDoubts = (project: Header, at: (field: string) => number | null): Doubt[] => {
  const unit = project.amountUnit ?? '万元';
  const fen = (text: string | null): number | null => (text === null ? null : parseFen(text, unit));
  const strange = (['total', 'fiscal', 'other'] as const).flatMap((field): Doubt[] => {
    const text = project[field];
    if (text === null || fen(text) !== null) return [];
    return [
      {
        path: field,
        kind: 'not-a-number',
        message: `金额“${text}”不是数字，照原样保留，不计入合计。`,
        at: at(`funds.${field}`),
      },
    ];
  });
  const total = fen(project.total);
  const parts = [project.fiscal, project.other].map(fen);
  const sum = parts.reduce<number>((all, part) => all + (part ?? 0), 0);
  const known = project.fiscal !== null && strange.length === 0;
  return [
    ...strange,
    ...(total !== null ? unitDoubts(project, total, at('funds.total')) : []),
    ...(total !== null && known && sum !== total
      ? [
          {
            path: 'total',
            kind: 'sum',
            message: `年度资金总额 ${project.total ?? ''} 不等于财政拨款与其他资金之和。`,
            at: at('funds.total'),
          } as const,
        ]
      : []),
  ];
};

const unitDoubts = (project: Header, total: number, at: number | null): Doubt[] => {
  const amount = project.total ?? '';
  const doubt = (message: string): Doubt[] => [{ path: 'amountUnit', kind: 'amount-unit', message, at }];
  if (project.amountUnit === null) return doubt(`没有印金额单位，“${amount}”按万元读。`);
  if (project.amountUnit === '元' && total > 0 && total < LEAST_TOTAL)
    return doubt(`金额“${amount}”的单位印成了“元”，可能应为“万元”，请核对。`);
  if (total > MOST_FEN) return doubt(`金额“${amount}”${project.amountUnit}过大，请核对单位。`);
  return [];
};
