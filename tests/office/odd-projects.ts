import { emptyContent, emptyIndicator, type Indicator, type ProjectContent } from '../../shared/model/project.ts';
import { sampleProjects } from '../../shared/sample/index.ts';

/** The sample projects, always with the same ids. */
export const samples = (): ProjectContent[] => {
  let count = 0;
  return sampleProjects(() => `i${(count += 1)}`);
};

/** The first of them with changes. */
export const sample = (changes: Partial<ProjectContent> = {}): ProjectContent => ({
  ...(samples()[0] ?? emptyContent()),
  ...changes,
});

/** The same text everywhere a clerk can type. */
export const everywhere = (text: string): ProjectContent => {
  const { indicators, ...rest } = sample();
  return {
    ...rest,
    name: text,
    code: text,
    departmentAndCode: text,
    implementingUnit: text,
    attribute: text,
    period: text,
    category: text,
    usage: text,
    funds: { total: text, fiscal: text, other: text },
    spendingPlan: [{ by: text, percent: text }],
    goals: [text, text],
    midtermGoals: [text],
    indicators: indicators.map((indicator) => ({
      ...indicator,
      level3: text,
      description: text,
      printed: text,
      basis: text,
    })),
    midtermIndicators: indicators.map((indicator) => ({ ...indicator, level3: text, printed: text })),
  };
};

/** Indicators in a row of their own each. */
export const many = (count: number): Indicator[] =>
  Array.from({ length: count }, (_, index) => ({
    ...emptyIndicator(`n${index}`, index % 2 === 0 ? 'quantity' : 'social'),
    level3: `第 ${index + 1} 个村的环境整治面积`,
    printed: `${index + 1} 平方米`,
    weight: '1',
  }));

const CONTROLS = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('甲');

/** What no form may stumble over. */
export const ODD_PROJECTS: readonly (readonly [name: string, project: () => ProjectContent])[] = [
  ['nothing in it', () => emptyContent()],
  ['no indicator', () => sample({ indicators: [] })],
  ['200 indicators', () => sample({ indicators: many(200) })],
  ['a goal of 5,000 characters', () => sample({ goals: ['足额保障村级组织运转和人居环境整治，'.repeat(278)] })],
  ['a name of 300 characters', () => sample({ name: '示范村人居环境整治提升补助'.repeat(23) })],
  ['amounts that are no numbers', () => sample({ funds: { total: '约 3 万', fiscal: '１２.５', other: '—' } })],
  ['emoji', () => everywhere('好👨‍👩‍👧‍👦的😀🇨🇳')],
  ['rare characters', () => everywhere('䶮㛃𬀩𠮷\u{2fa1d}')],
  ['line breaks', () => everywhere('第一行\n第二行\r\n第三行')],
  ['tabs', () => everywhere('一\t二\t三')],
  ['control characters', () => everywhere(CONTROLS)],
  ['halves of surrogate pairs', () => everywhere('a\ud83db\ude00c')],
  ['markup', () => everywhere(']]><!-- </w:t></t><x a="\'">&amp;&#0;<?xml?>')],
  ['what looks like a formula', () => everywhere('=1+1')],
  ['what looks like a field of ours', () => everywhere('{页}§0§{页数}&P')],
];
