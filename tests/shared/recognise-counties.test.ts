import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../shared/recognise/index.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';
import { annex2Across, annex2Paper } from './county/annex2.ts';
import { declarationAcross, declarationPaper } from './county/declaration.ts';
import { evaluationAcross, evaluationPaper } from './county/evaluation.ts';
import { listPaper } from './county/list.ts';
import { type CountyPaper, score } from './county/score.ts';
import { asText, type TextStyle } from './county/stacked.ts';

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

  it.each<[string, fc.Arbitrary<CountyPaper>, TextStyle, number]>([
    ['目标表', annex2Across, 'rows', LEAST],
    ['目标表', annex2Across, 'filled', LEAST],
    // Line breaks inside cells are lost in a line of tabs, and with them where one goal ends.
    ['目标表', annex2Across, 'tabs', 0.98],
    ['申报表', declarationAcross, 'rows', LEAST],
    ['自评表', evaluationAcross, 'rows', LEAST],
    ['自评表', evaluationAcross, 'filled', LEAST],
    ['自评表', evaluationAcross, 'bare', LEAST],
    ['自评表', evaluationAcross, 'tabs', LEAST],
  ])('%s as text', (_, papers, style, least) => {
    const texts = papers.map(({ tables, truth }) => ({ truth, tables: tablesFromText(asText(tables, style), 'x') }));
    const { share, misses } = readAll(texts);
    expect(share, `${style}\n${misses.slice(0, 20).join('\n')}`).toBeGreaterThan(least);
  });
});
