import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../shared/recognise/index.ts';
import { annex2Paper } from './county/annex2.ts';
import { declarationPaper } from './county/declaration.ts';
import { evaluationPaper } from './county/evaluation.ts';
import { listPaper } from './county/list.ts';
import { type CountyPaper, score } from './county/score.ts';

/* Papers of other counties, drawn at random from many looks: nearly every cell of nearly every paper is read. */

const LEAST = 0.99;
const PAPERS = 200;

/** How much of all papers is read, and what is not. */
const readAll = (papers: fc.Arbitrary<CountyPaper>): { share: number; misses: string[] } => {
  let [equal, all] = [0, 0];
  const misses: string[] = [];
  for (const { tables, truth } of fc.sample(papers, { numRuns: PAPERS })) {
    const found = score(truth, recognise(tables, 'x').projects);
    equal += found.equal;
    all += found.all;
    misses.push(...found.misses);
  }
  return { share: equal / all, misses };
};

describe('papers of other counties', () => {
  it.each([
    ['目标表 a project a table', annex2Paper],
    ['申报表, one half or both', declarationPaper],
    ['自评表', evaluationPaper],
    ['all projects in one list', listPaper],
  ])('%s', (_, papers) => {
    const { share, misses } = readAll(papers);
    expect(share, misses.slice(0, 20).join('\n')).toBeGreaterThan(LEAST);
  });
});
