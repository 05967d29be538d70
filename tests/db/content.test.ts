import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProjects, diffContent, getProject, listRevisions, saveProject, undoChanges } from '../../db/index.ts';
import { LEVEL2_KINDS } from '../../shared/model/level2.ts';
import { emptyIndicator, type Indicator, type ProjectContent } from '../../shared/model/project.ts';
import { edited, freshDatabase, later, newProject, roadContent, stored, ZHANG } from './support.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '',
    '道路\n维护',
    '𬀩䶮㛃',
    '👨‍👩‍👧',
    "'; DROP TABLE projects; --",
    '=1+1',
    'nul\u0000inside',
    '95.0832',
    ' ',
  ),
  fc.constant('长'.repeat(5_000)),
);

const indicator = fc.record({
  kind: fc.constantFrom(...LEVEL2_KINDS),
  level1: text,
  level2: text,
  requirement: fc.constantFrom('hard', 'required', null),
  level3: text,
  description: text,
  printed: text,
  operator: fc.constantFrom('', '≥', '≤', '=', '>', '<'),
  value: text,
  unit: text,
  weight: text,
  basis: text,
  note: text,
  actual: text,
  score: text,
  deviation: text,
});

/** Ids with dots and of field names too: paths of changes must not be led astray by them. Some stand in the 中期 half. */
const bothSpans = fc
  .uniqueArray(fc.oneof(fc.constantFrom('a', 'a.note', 'a.requirement', 'b', 'printed'), fc.uuid()), { maxLength: 6 })
  .chain((ids) =>
    fc.record({
      rows: fc.tuple(...ids.map((id) => indicator.map((rest): Indicator => ({ id, ...rest })))),
      annual: fc.nat(ids.length),
    }),
  )
  .map(({ rows, annual }) => ({ indicators: rows.slice(0, annual), midtermIndicators: rows.slice(annual) }));

const funds = fc.record({ total: text, fiscal: text, other: text });

const executed = fc.record({ initial: text, adjusted: text, executed: text });

const rest = fc.record({
  name: text,
  code: text,
  departmentAndCode: text,
  implementingUnit: text,
  attribute: text,
  period: text,
  category: text,
  amountUnit: fc.constantFrom('万元', '元'),
  funds,
  midtermFunds: funds,
  usage: text,
  spendingPlan: fc.array(fc.record({ by: text, percent: text }), { maxLength: 4 }),
  goals: fc.array(text, { maxLength: 4 }),
  midtermGoals: fc.array(text, { maxLength: 3 }),
  execution: fc.record({ total: executed, fiscal: executed, carried: executed, other: executed }),
  goalsActual: text,
  evaluationScore: text,
});

const content: fc.Arbitrary<ProjectContent> = fc.tuple(rest, bothSpans).map(([one, two]) => ({ ...one, ...two }));

/** Half a character, as a careless program cuts it, is kept as the replacement character. */
const kept = (value: ProjectContent): ProjectContent =>
  JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'string' ? part.replace(/\p{Surrogate}/gu, '\uFFFD') : part,
  ) as ProjectContent;

describe('any content', () => {
  it('comes back as it was stored', async () => {
    const db = await freshDatabase();
    let number = 0;
    fc.assert(
      fc.property(content, (value) => {
        const id = `p${(number += 1)}`;
        createProjects(db, [newProject(id, value)], ZHANG);
        expect(getProject(db, id).content).toEqual(kept(value));
      }),
      { numRuns: 60 },
    );
  });

  it('comes back as it was saved over any other, and a second save changes nothing', async () => {
    const db = await freshDatabase();
    let number = 0;
    fc.assert(
      fc.property(content, content, (before, after) => {
        const first = stored(db, `p${(number += 1)}`, before);
        const second = saveProject(db, edited(first, after), later(1));
        expect(getProject(db, first.id)).toEqual(second);
        expect(second.content).toEqual(kept(after));
        expect(saveProject(db, edited(second, after), later(2)).version).toBe(second.version);
      }),
      { numRuns: 60 },
    );
  });

  it('can be undone to what it was before', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        expect(undoChanges(after, diffContent(before, after))).toEqual(before);
      }),
    );
  });

  it('can be undone from the stored history after a sitting of several saves', async () => {
    const db = await freshDatabase();
    let number = 0;
    fc.assert(
      fc.property(content, fc.array(content, { minLength: 1, maxLength: 4 }), (first, sitting) => {
        const start = stored(db, `p${(number += 1)}`, first);
        const end = sitting.reduce((project, next) => saveProject(db, edited(project, next), later(1)), start);
        const edits = listRevisions(db, start.id, 10).filter(({ action }) => action === 'edit');
        expect(edits.length).toBeLessThanOrEqual(1);
        expect(undoChanges(end.content, edits[0]?.changes ?? [])).toEqual(start.content);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the differences of two contents', () => {
  it('are none between equal ones, whatever the order of their keys', () => {
    const same = JSON.parse(JSON.stringify(roadContent())) as ProjectContent;
    const turned = { ...same, indicators: same.indicators.map((row) => ({ ...row, id: row.id, kind: row.kind })) };
    expect(diffContent(roadContent(), turned)).toEqual([]);
  });

  it('name the field of the indicator by its id, wherever the row stands', () => {
    const before = roadContent();
    const [first, second] = before.indicators;
    if (!first || !second) throw new Error('two indicators');
    const after = { ...before, indicators: [second, { ...first, printed: '≥15公里' }] };
    expect(diffContent(before, after)).toEqual([
      { path: 'indicators', before: ['i1', 'i2'], after: ['i2', 'i1'] },
      { path: 'indicators.i1.printed', before: '≥12公里', after: '≥15公里' },
    ]);
  });

  it('tell a new goal, a dropped one, and a changed amount', () => {
    const before = roadContent();
    const after = { ...before, goals: [], midtermGoals: ['三年完成'], funds: { ...before.funds, total: '96' } };
    expect(diffContent(before, after)).toEqual([
      { path: 'funds.total', before: '95.0832', after: '96' },
      { path: 'goals.0', before: '完成12公里村道维护。', after: null },
      { path: 'midtermGoals.0', before: null, after: '三年完成' },
    ]);
  });

  it('tell an indicator that moved to the 中期 half', () => {
    const before = roadContent();
    const [first, second] = before.indicators;
    if (!first || !second) throw new Error('two indicators');
    const after = { ...before, indicators: [first], midtermIndicators: [second] };
    expect(diffContent(before, after).map(({ path }) => path)).toEqual([
      'indicators',
      'indicators.i2',
      'midtermIndicators',
      'midtermIndicators.i2',
    ]);
  });
});

describe('the 中期 half', () => {
  const road = roadContent();
  const halves = { ...road, midtermIndicators: [{ ...emptyIndicator('m1', 'quantity'), level3: '三年维护里程' }] };

  it('is kept apart from the year, and an indicator may move between the two', async () => {
    const db = await freshDatabase();
    const first = stored(db, 'p1', halves);
    expect(getProject(db, 'p1').content).toEqual(halves);
    const moved = { indicators: [...road.indicators, ...halves.midtermIndicators], midtermIndicators: [] };
    saveProject(db, edited(first, moved), later(1));
    expect(getProject(db, 'p1').content).toEqual({ ...halves, ...moved });
  });

  it('may not have an indicator with the id of one of the year', async () => {
    const db = await freshDatabase();
    const twins = { ...road, midtermIndicators: [emptyIndicator('i1', 'quality')] };
    expect(() => stored(db, 'p1', twins)).toThrow('内部编号相同');
  });
});
