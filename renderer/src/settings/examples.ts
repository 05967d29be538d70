import { fillTemplate, legalFileName } from '../../../shared/grid/names.ts';
import type { Unit, Year } from '../../../shared/model/unit.ts';

const TOKENS = ['单位', '年度', '序号', '项目名称', '日期'] as const;

/** What may stand in a name template, as shown to the clerk. */
export const TOKEN_HELP = `可以用：${TOKENS.map((token) => `{${token}}`).join(' ')}`;

/** The file name a template would give for the first project. */
export const exampleName = (template: string, unit: Unit, year: Year): string => {
  const values: Readonly<Record<(typeof TOKENS)[number], string>> = {
    单位: unit.name,
    年度: String(year),
    序号: '1',
    项目名称: '村干部任职补贴',
    日期: `${year}-03-01`,
  };
  return legalFileName(`${fillTemplate(template, values)}.xlsx`);
};

/** Tokens in a template that mean nothing, e.g. a misspelt {名称}. */
export const unknownTokens = (template: string): string[] =>
  [...template.matchAll(/\{([^{}]+)\}/gu)]
    .map(([, token = '']) => token)
    .filter((token) => !TOKENS.some((known) => known === token));
