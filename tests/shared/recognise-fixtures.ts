import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceTable } from '../../shared/grid/table.ts';
import { recognise } from '../../shared/recognise/index.ts';
import type { RecognisedDocument, RecognisedProject } from '../../shared/recognise/recognised.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/annex2');

/** Documents of an invented county, each with traps of real ones; the expected reading stands beside: printed by the recogniser once, then checked cell by cell against the text. */
export const FIXTURES = [
  'plain',
  'labels-moved',
  'cells-broken',
  'authors-errors',
  'amounts',
  'elder-edition',
  'cell-a-line',
  'wide-columns',
] as const;
export type Fixture = (typeof FIXTURES)[number];

export const fixtureText = (name: Fixture): string => readFileSync(join(FOLDER, `${name}.txt`), 'utf8');
export const fixtureTables = (name: Fixture): SourceTable[] => tablesFromText(fixtureText(name), `${name}.txt`);
export const expected = (name: Fixture): unknown => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));

/** The first table of a fixture, its rows passed through a change; rows are numbered anew. */
export const changed = (
  name: Fixture,
  change: (cells: readonly string[], index: number) => readonly (readonly string[])[],
): SourceTable[] =>
  fixtureTables(name).map((table) => ({
    name: table.name,
    rows: table.rows
      .flatMap((row, index) => change(row.cells, index))
      .map((cells, index) => ({ cells, at: index + 1 })),
  }));

/** A reading short enough to be written down and compared. */
export const compact = ({ document, projects }: RecognisedDocument): unknown => ({
  document,
  projects: projects.map((project) => ({
    ...withoutSource(project),
    indicators: project.indicators.map((one) => [
      one.level2,
      one.requirement,
      one.level3,
      one.printedValue,
      [one.operator, one.value, one.unit].map((text) => text ?? '').join('|'),
    ]),
    doubts: project.doubts.map(({ path, kind, at }) => [path, kind, at]),
  })),
});

const withoutSource = (project: RecognisedProject): Partial<RecognisedProject> =>
  Object.fromEntries(Object.entries(project).filter(([key]) => key !== 'source' && key !== 'places'));

/** The projects without doubts and without where they stood, to compare readings of two shapes of one document. */
export const contents = (tables: readonly SourceTable[]): Partial<RecognisedProject>[] =>
  recognise(tables, 'x').projects.map((project) => ({ ...withoutSource(project), doubts: [] }));

export const doubtsOf = (tables: readonly SourceTable[]): string[] =>
  recognise(tables, 'x').projects.flatMap((project) => project.doubts.map((doubt) => `${doubt.kind} ${doubt.path}`));
