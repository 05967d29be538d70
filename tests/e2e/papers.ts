import { drawPaper } from '../../shared/forms/draw.ts';
import type { PaperId } from '../../shared/forms/form.ts';
import { paperById } from '../../shared/forms/index.ts';
import type { Grid } from '../../shared/grid/grid.ts';
import { emptyContent, emptyIndicator, type ProjectContent } from '../../shared/model/project.ts';
import { sampleProjects } from '../../shared/sample/index.ts';
import { bookOf, halfDrafts } from '../shared/book.ts';

/** Papers as the program draws them, to be printed by others: a browser, an office suite. */
export const drawPapers = (projects: readonly ProjectContent[], paper: PaperId = 'annex2'): Grid[] => [
  ...drawPaper(paperById(paper), halfDrafts(bookOf(projects, { settings: SETTINGS }))),
];

/** All that may be printed beside the table is printed. */
const SETTINGS = { printSignOff: true, printCheckCode: true, operator: '张三' } as const;

/** Projects as clerks have them: a page each. */
export const normalProjects = (): ProjectContent[] => {
  let ids = 0;
  return sampleProjects(() => `i${(ids += 1)}`);
};

const normal = (): ProjectContent => normalProjects()[0] ?? emptyContent();

/** A goal of thousands of characters: flows over several pages. */
export const longProject = (): ProjectContent => ({
  ...normal(),
  name: '目标很长的项目',
  goals: ['按照县委、县政府的部署，足额保障村级组织运转，'.repeat(250)],
});

/** Two hundred indicators: flows over several pages with its header row repeated. */
export const fullProject = (): ProjectContent => ({
  ...normal(),
  name: '指标很多的项目',
  indicators: Array.from({ length: 200 }, (_, index) => ({
    ...emptyIndicator(`n${index}`, index % 2 === 0 ? 'quantity' : 'satisfaction'),
    level3: `第 ${index + 1} 个村的人居环境整治面积和群众满意情况`,
    printed: `≥${index + 1} 平方米`,
  })),
});
