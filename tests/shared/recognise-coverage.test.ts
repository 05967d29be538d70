import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceTable } from '../../shared/grid/table.ts';
import { FORM_IDS } from '../../shared/model/form-id.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { applyAlternative } from '../../shared/recognise/alternatives.ts';
import { toContent } from '../../shared/recognise/content.ts';
import { recognise } from '../../shared/recognise/index.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import { drawn } from './book.ts';
import { DAMAGES, type Damage } from './damage/damages.ts';
import { asMerged } from './damage/merged.ts';
import { scoreOf, sumOf, type Score } from './damage/score.ts';
import { counter, indicator, samples } from './samples.ts';

/* How well damaged papers are read, and whether the doubts point at what is wrong: the wrong cells of all forms together. */

const printed = (contents: readonly ProjectContent[]): SourceTable[][] =>
  FORM_IDS.map((form) => drawn(form, contents).map(asMerged));

const read = (tables: readonly SourceTable[]): RecognisedDocument | null => {
  try {
    return recognise(tables, 'x');
  } catch (error) {
    // A document in which no form is left to be seen is refused, not read wrongly.
    if (error instanceof ExpectedError) return null;
    throw error;
  }
};

const scoresOf = (papers: readonly (readonly SourceTable[])[], damage: Damage): Score[] =>
  papers.flatMap((tables) => {
    const [truth, found] = [read(tables), read(damage(tables))];
    return truth && found ? [scoreOf(truth, found)] : [];
  });

const SAMPLES = printed(samples());

/** Each kind of damage that costs cells: least accuracy, and least share of the wrong cells that are in doubt. */
const LEAST: readonly (readonly [damage: string, accuracy: number, coverage: number])[] = [
  ['labels-row-down', 0.99, 0.5],
  ['labels-lost', 0.97, 0.6],
  ['rows-left', 0.99, 0.8],
  ['wraps-rows', 0.93, 0.5],
  ['full-width', 0.98, 0.8],
  ['no-blanks', 0.96, 0.8],
  ['ocr', 0.96, 0.7],
  ['paged', 0.99, 0.8],
  ['cut-rows', 0.98, 0.7],
  ['cells-lost', 0.95, 0.8],
  ['cells-glued', 0.9, 0.6],
];

describe('damaged papers', () => {
  it.each(LEAST)('%s: read at %d, wrong cells doubted at %d', (name, accuracy, coverage) => {
    const { cells, wrong, covered } = sumOf(scoresOf(SAMPLES, DAMAGES[name] ?? ((tables) => [...tables])));
    expect(1 - wrong / cells).toBeGreaterThanOrEqual(accuracy);
    expect(wrong === 0 ? 1 : covered / wrong).toBeGreaterThanOrEqual(coverage);
  });

  it('have four fifths of all their wrong cells in doubt', () => {
    const all = sumOf(Object.values(DAMAGES).flatMap((damage) => scoresOf(SAMPLES, damage)));
    expect(all.covered / all.wrong).toBeGreaterThanOrEqual(0.8);
  });
});

const text = fc.string({ unit: fc.constantFrom(...Array.from('村镇数率3%≥年元、（）：。 \n一1.O')), maxLength: 16 });
const kind = fc.constantFrom('quantity', 'quality', 'timeliness', 'cost', 'social', 'satisfaction');
const content = fc
  .record({
    name: text,
    goal: text,
    total: fc.constantFrom('1.5', '20', '', 'x'),
    rows: fc.array(fc.tuple(kind, text, text), { maxLength: 8 }),
  })
  .map(({ name, goal, total, rows }): ProjectContent => ({
    ...(samples()[0] as ProjectContent),
    name,
    goals: [goal],
    funds: { total, fiscal: total, other: '' },
    indicators: rows.map(([one, level3, value]) => indicator(one as 'quantity', level3, value)),
  }));

describe('whatever stands in a table', () => {
  it('is read without an error, doubted within bounds, and every other reading can be taken', () => {
    fc.assert(
      fc.property(
        fc.array(content, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...Object.values(DAMAGES)),
        (contents, damage) => {
          for (const tables of printed(contents)) {
            for (const project of read(damage(tables))?.projects ?? []) {
              for (const { confidence, alternatives } of project.doubts) {
                expect(confidence).toBeGreaterThan(0);
                expect(confidence).toBeLessThan(1);
                for (const one of alternatives ?? []) applyAlternative(toContent(project, counter()), one);
              }
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes a time that grows with its size alone', () => {
    const many = Array.from({ length: 5 }, samples).flat();
    const tables = drawn('annex2', many).map(asMerged);
    recognise(tables.slice(0, 12), 'x');
    const before = performance.now();
    expect(recognise(tables, 'x').projects.length).toBe(many.length);
    expect(performance.now() - before).toBeLessThan(4_000);
  });
});
