import { fillTemplate, legalFileName } from '../../../shared/grid/names.ts';
import {
  COMMON_TOKENS,
  fileDate,
  PROJECT_TOKENS,
  projectTokens,
  templateTokens,
  type Tokens,
} from '../../../shared/model/tokens.ts';
import type { Settings, Unit } from '../../../shared/model/unit.ts';

/** What each name template may say; a workbook is of no one project. */
export const KNOWN_TOKENS = {
  workbookName: COMMON_TOKENS,
  fileName: { ...PROJECT_TOKENS, ...COMMON_TOKENS },
} as const satisfies Partial<Record<keyof Settings, Tokens>>;

export type NameTemplateKey = keyof typeof KNOWN_TOKENS;

/** Tokens with what they mean, as shown to the clerk: `{年度} 预算年度；…`. */
export const tokenHelp = (tokens: Tokens): string =>
  Object.entries(tokens)
    .map(([token, meaning]) => `{${token}} ${meaning}`)
    .join('；');

export interface ExampleFacts {
  readonly unit: Unit;
  readonly count: number;
  readonly now: Date;
  /** {表名}: official name of the unit's main form. */
  readonly paper: string;
}

/** The name a template of the settings would give: to a workbook of all projects, or to the first project's file. */
export const exampleName = (
  settings: Settings,
  key: NameTemplateKey,
  { unit, count, now, paper }: ExampleFacts,
): string => {
  const { year, operator } = settings;
  const common = templateTokens({ unit, year, operator, count, paper, date: fileDate(now) });
  const own = key === 'fileName' ? projectTokens({ index: 0, count, name: '村干部任职补贴' }) : {};
  return legalFileName(`${fillTemplate(settings[key], { ...common, ...own })}.xlsx`);
};
