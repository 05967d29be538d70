import type { Unit, Year } from './unit.ts';

/** What may stand in the templates of names and mails between braces, and what it is filled with. */
export type Tokens = Readonly<Record<string, string>>;

export interface TemplateFacts {
  readonly unit: Pick<Unit, 'name' | 'department'>;
  readonly year: Year;
  /** As it is to be printed: {@link fileDate} in names, {@link letterDate} in letters. */
  readonly date: string;
  readonly operator: string;
  /** How many projects go together. */
  readonly count: number;
  /** Official name of the table; that of 附件2 where left out. */
  readonly paper?: string;
}

export interface ProjectFacts {
  /** Place among those that go together, from 0. */
  readonly index: number;
  readonly count: number;
  readonly name: string;
}

/** Tokens every template knows, with what they mean to the clerk. */
export const COMMON_TOKENS = {
  单位: '表头上印的单位，即主管部门',
  实施单位: '实施单位全称',
  年度: '预算年度',
  表名: '表的正式名称，如项目支出绩效目标表',
  日期: '当天的日期',
  填报人: '设置里的填报人',
  项目数: '一共几个项目',
} as const satisfies Tokens;

/** Tokens only the name of a single project's file knows. */
export const PROJECT_TOKENS = {
  序号: '第几个项目',
  项目名称: '项目的名称',
} as const satisfies Tokens;

/** What the tokens of every template stand for now. */
export const templateTokens = (facts: TemplateFacts): Readonly<Record<keyof typeof COMMON_TOKENS, string>> => ({
  单位: facts.unit.department || facts.unit.name,
  实施单位: facts.unit.name,
  年度: String(facts.year),
  表名: facts.paper ?? '项目支出绩效目标表',
  日期: facts.date,
  填报人: facts.operator,
  项目数: String(facts.count),
});

/** What a project's own tokens stand for; numbers are as wide as the last one, so that files sort as the projects do. */
export const projectTokens = ({
  index,
  count,
  name,
}: ProjectFacts): Readonly<Record<keyof typeof PROJECT_TOKENS, string>> => ({
  序号: String(index + 1).padStart(String(count).length, '0'),
  项目名称: shortened(name) || '未命名项目',
});

/** Longest project name in the name of a file: what follows it (the form, 草稿) must not be cut off. */
const LONGEST_NAME = 80;

const shortened = (name: string): string => {
  const letters = Array.from(name);
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : name;
};

/** Tokens in a template that mean nothing there, e.g. a misspelt {名称}. */
export const unknownTokens = (template: string, known: Tokens): string[] =>
  [...template.matchAll(/\{([^{}]+)\}/gu)]
    .map(([, token = '']) => token)
    .filter((token) => !Object.hasOwn(known, token));

/** `2024-03-05`, local time: names that sort by day. */
export const fileDate = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** `2024年3月5日`, local time, as letters are dated. */
export const letterDate = (now: Date): string => `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`;
