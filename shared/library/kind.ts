import type { Level2Kind } from '../model/level2.ts';

/** A number of one's own project that its typical text and indicators need. */
export interface LibraryNumber {
  readonly key: string;
  /** 人数, 每人每月标准. */
  readonly label: string;
  readonly unit: string;
  /** What it may look like; shown in the empty box, never stored. */
  readonly example: number;
}

/** A typical indicator. `{people}` in a text stands for a number of the project. */
export interface LibraryIndicator {
  readonly kind: Level2Kind;
  readonly name: string;
  readonly value: string;
  /** Of 90, by the usual split 产出 50, 效益 30, 满意度 10. */
  readonly weight: number;
  readonly description: string;
  readonly basis: string;
}

/** A kind of township project with what is usually declared for it. */
export interface LibraryKind {
  readonly id: string;
  /** 村干部报酬. */
  readonly name: string;
  /** Other words it is looked for by. */
  readonly words: readonly string[];
  readonly usage: string;
  readonly goal: string;
  readonly numbers: readonly LibraryNumber[];
  /** Numbers whose product is the total in 元; `total` in 万元 is asked for itself where this is empty. */
  readonly product: readonly string[];
  readonly indicators: readonly LibraryIndicator[];
}

/** `['quantity', name, value, weight, description, basis]`: an indicator as a line of data. */
export type LibraryRow = readonly [
  kind: Level2Kind,
  name: string,
  value: string,
  weight: number,
  description: string,
  basis: string,
];

export const rows = (lines: readonly LibraryRow[]): LibraryIndicator[] =>
  lines.map(([kind, name, value, weight, description, basis]) => ({ kind, name, value, weight, description, basis }));

/** Numbers many kinds ask for. */
export const NUMBERS = {
  people: { key: 'people', label: '人数', unit: '人', example: 30 },
  standard: { key: 'standard', label: '每人每月标准', unit: '元', example: 1200 },
  months: { key: 'months', label: '月数', unit: '个月', example: 12 },
  villages: { key: 'villages', label: '行政村数', unit: '个', example: 8 },
  communities: { key: 'communities', label: '社区数', unit: '个', example: 4 },
  perVillage: { key: 'each', label: '每村标准', unit: '元', example: 30000 },
  perCommunity: { key: 'each', label: '每个社区标准', unit: '元', example: 50000 },
  times: { key: 'times', label: '次数', unit: '次', example: 4 },
  total: { key: 'total', label: '资金总额', unit: '万元', example: 5 },
} as const satisfies Readonly<Record<string, LibraryNumber>>;

/** Where the values of typical indicators come from. */
export const BASIS = {
  plan: '年度工作计划',
  policy: '上级文件规定的标准',
  history: '上年度实际完成数',
  contract: '合同约定',
  scheme: '项目实施方案',
} as const;
