import type { SourceTable } from '../../grid/table.ts';
import { readBlocks } from '../annex2/read.ts';
import { type Block, splitProjects } from '../annex2/split.ts';
import type { RecognisedDocument, RecognisedProject } from '../recognised.ts';
import { type Goals, takeGoals } from './goals.ts';
import { type Money, takeMoney } from './money.ts';
import { scoreOf } from './score.ts';

/**
 * Reads 自评表 (财预〔2020〕10号, and those of provinces): the targets of the year as in 目标表, and beside them what became of
 * the money, the goals and every indicator. The amounts of the project are those of the year's beginning.
 */
export const readSelfEvaluation = (tables: readonly SourceTable[], file: string): RecognisedDocument => {
  const papers = splitProjects(tables).map(paperOf);
  const { document, projects } = readBlocks(
    papers.map(({ block }) => block),
    file,
    { freely: true },
  );
  return {
    document: { ...document, layout: 'self-evaluation' },
    projects: projects.map((project, index) => evaluated(project, papers[index])),
  };
};

interface Paper {
  /** What is left for the reader of 目标表. */
  readonly block: Block;
  readonly money: Money | null;
  readonly goals: Goals;
  readonly score: string | null;
}

const paperOf = (block: Block): Paper => {
  const money = takeMoney(block.header);
  const goals = takeGoals(money?.rest ?? block.header);
  return { block: { ...block, header: goals.rest }, money, goals, score: scoreOf(block.indicators) };
};

const evaluated = (project: RecognisedProject, paper: Paper | undefined): RecognisedProject => {
  if (paper === undefined) return project;
  const { money, goals, score } = paper;
  const funds = money === null ? {} : fundsOf(money);
  const known = { ...project, ...funds };
  return {
    ...known,
    ...(money === null ? {} : { execution: money.execution }),
    goalsActual: goals.actual,
    evaluationScore: score,
    doubts: project.doubts.filter(
      ({ path, kind }) => !(kind === 'missing' && path === 'total' && known.total !== null),
    ),
  };
};

/** 年初预算数 is what the project had as its target. */
const fundsOf = ({
  execution: { total, fiscal, other },
}: Money): Pick<RecognisedProject, 'total' | 'fiscal' | 'other'> => ({
  total: total.initial ?? total.adjusted,
  fiscal: fiscal.initial ?? fiscal.adjusted,
  other: other.initial ?? other.adjusted,
});
