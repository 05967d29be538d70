import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedFields, takeBack } from '../../renderer/src/importing/changed.ts';
import {
  acceptAll,
  acceptDoubt,
  confidenceText,
  editDraft,
  isAlike,
  openDoubts,
  reopenDoubt,
  takeAlternative,
  type ImportDraft,
} from '../../renderer/src/importing/draft.ts';
import { fieldKeyOf, indicatorIdOf } from '../../renderer/src/importing/field-keys.ts';
import { litPlace, placesOf } from '../../renderer/src/importing/places.ts';
import { printedYear, readySources, sourcesReducer, type Source } from '../../renderer/src/importing/sources.ts';
import { nextDoubt, nextOpenDraft, toCheck } from '../../renderer/src/importing/walk.ts';
import { contentOf, doubt, previewOf, sourcesOf } from './importing.ts';

const draftsOf = (sources: readonly Source[]): ImportDraft[] => readySources(sources).flatMap(({ drafts }) => drafts);

const only = (sources: readonly Source[]): ImportDraft => {
  const [draft] = draftsOf(sources);
  if (!draft) throw new Error('no draft');
  return draft;
};

describe('a field', () => {
  const ids = ['a', 'b', 'c'];
  it.each([
    ['total', 'funds.total'],
    ['amountUnit', 'amountUnit'],
    ['goals.1', 'goals'],
    ['spendingPlan.1.percent', 'spendingPlan'],
    ['indicators.2.level3', 'indicators.c.level3'],
    ['indicators.1.printedValue', 'indicators.b.printed'],
    ['indicators.1.unit', 'indicators.b.printed'],
    ['indicators.0', 'indicators.a.kind'],
    ['indicators.0.weight', 'indicators.a.weight'],
    ['midterm.total', 'midterm.total'],
    // An indicator the reading left out has no box.
    ['indicators.3.level3', 'indicators.3.level3'],
  ])('of the path %s is the box %s', (path, key) => expect(fieldKeyOf(path, ids)).toBe(key));

  it('of an indicator knows whose it is', () => {
    expect(indicatorIdOf('indicators.a-1.level3')).toBe('a-1');
    expect(indicatorIdOf('funds.total')).toBeNull();
  });

  it('is lit in the cell it was read from, or beside it where its indicator was', () => {
    const cell = (column: number) => ({ table: 0, at: 7, column });
    const places = placesOf(
      { places: { total: cell(1), 'indicators.0.level3': cell(2), 'indicators.0.value': cell(3) } },
      ['a'],
    );
    expect(litPlace(places, 'funds.total')).toEqual(cell(1));
    expect(litPlace(places, 'indicators.a.printed')).toEqual(cell(3));
    expect(litPlace(places, 'indicators.a.weight')).toEqual(cell(2));
    expect(litPlace(places, 'name')).toBeNull();
    expect(places.fieldAt.get('0/7/3')).toBe('indicators.a.printed');
  });
});

describe('a doubt', () => {
  const alternative = {
    label: '≥20个',
    changes: [
      { path: 'indicators.1.printedValue', value: '≥20个' },
      { path: 'indicators.0', value: null },
    ],
  };
  const draft = only(
    sourcesOf(
      previewOf([
        {
          content: contentOf('甲'),
          doubts: [
            doubt('total', '总额？'),
            doubt('indicators.1.printedValue', '值？', { alternatives: [alternative], confidence: 0.4 }),
          ],
        },
      ]),
    ),
  );

  it('is settled by a yes, one by one or all together', () => {
    expect(openDoubts(draft).map(({ field }) => field)).toEqual(['funds.total', 'indicators.甲-1.printed']);
    expect(openDoubts(acceptDoubt(draft, 0)).map(({ index }) => index)).toEqual([1]);
    expect(openDoubts(acceptAll(draft))).toEqual([]);
    expect(acceptAll(draft).content).toBe(draft.content);
  });

  it('is settled by typing into its field, and by no other', () => {
    const content = { ...draft.content, funds: { ...draft.content.funds, total: '6' } };
    expect(openDoubts(editDraft(draft, content, ['funds.total'])).map(({ index }) => index)).toEqual([1]);
    expect(openDoubts(editDraft(draft, content, ['name']))).toHaveLength(2);
  });

  it('takes another reading, which is taken back without what was typed meanwhile', () => {
    const taken = takeAlternative(draft, 1, alternative);
    expect(taken.content.indicators.map(({ printed }) => printed)).toEqual(['≥20个']);
    const typed = editDraft(taken, { ...taken.content, name: '甲改' }, ['name']);
    const back = reopenDoubt(typed, 1);
    expect(back.content).toEqual({ ...draft.content, name: '甲改' });
    expect(openDoubts(back).map(({ index }) => index)).toEqual([0, 1]);
  });

  it('says how likely the reading is, in words', () => {
    expect(confidenceText({ confidence: 0.9 })).toBe('很可能对');
    expect(confidenceText({ confidence: 0.4 })).toBe('不确定');
    expect(confidenceText({})).toBe('');
  });

  it('is the same as another project’s only where it says the very same of the same field', () => {
    const of = (message: string, path = 'amountUnit') =>
      only(sourcesOf(previewOf([{ content: contentOf('乙'), doubts: [doubt(path, message)] }]))).doubts[0];
    const [one, same, other, elsewhere] = [of('单位？'), of('单位？'), of('没有单位'), of('单位？', 'total')];
    if (!one || !same || !other || !elsewhere) throw new Error('no doubt');
    expect([isAlike(one, same), isAlike(one, other), isAlike(one, elsewhere)]).toEqual([true, false, false]);
  });
});

it('whatever a step changed in a project is taken back exactly', () => {
  const indicator = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), level3: fc.string(), printed: fc.string() });
  const content = fc
    .record({
      name: fc.string(),
      goals: fc.array(fc.string(), { maxLength: 3 }),
      rows: fc.uniqueArray(indicator, { selector: ({ id }) => id, maxLength: 4 }),
    })
    .map(({ rows, ...rest }) =>
      contentOf('', {
        ...rest,
        indicators: rows.map((row) => ({ ...(contentOf('x').indicators[0] as never as object), ...row }) as never),
      }),
    );
  fc.assert(
    fc.property(content, content, (before, after) => {
      // Rows keep their order between the two: a step takes out, adds and changes, but never shuffles.
      const order = before.indicators.map(({ id }) => id);
      const kept = after.indicators.filter(({ id }) => order.includes(id));
      const sorted = [...kept].sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
      const added = after.indicators.filter(({ id }) => !order.includes(id));
      const then = { ...after, indicators: [...sorted, ...added] };
      expect(takeBack(then, changedFields(before, then))).toEqual(before);
    }),
  );
});

describe('the files on the import page', () => {
  const trouble = { code: null, message: '读不了', nextStep: '', details: '' } as const;
  const given = { kind: 'pasted', html: '', text: '' } as const;

  it('keep what one file said when another one fails', () => {
    const one = sourcesOf(previewOf([{ content: contentOf('甲') }]));
    const two = sourcesReducer(one, { type: 'add', key: 'bad', name: '坏.xlsx', given });
    const failed = sourcesReducer(two, { type: 'failed', key: 'bad', trouble });
    expect(failed.map(({ state }) => state)).toEqual(['ready', 'failed']);
    expect(draftsOf(failed)).toHaveLength(1);
  });

  it('are not shown as running again once they were stopped', () => {
    const added = sourcesReducer([], { type: 'add', key: 'a', name: '大.xlsx', given });
    const stopped = sourcesReducer(added, { type: 'cancelled', key: 'a' });
    const late = { type: 'reading', key: 'a', readingId: 'r', phase: '读取内容', done: 3, all: 9 } as const;
    expect(sourcesReducer(stopped, late)[0]?.state).toBe('cancelled');
    expect(sourcesReducer(added, late)[0]).toMatchObject({ state: 'reading', done: 3, all: 9 });
  });

  it('change one project and leave the others the very same, so that they are not drawn again', () => {
    const before = sourcesOf(previewOf([{ content: contentOf('甲') }, { content: contentOf('乙') }]));
    const skip = (draft: ImportDraft): ImportDraft => ({ ...draft, wanted: { action: 'skip' } });
    const after = sourcesReducer(before, { type: 'draft', key: '0', index: 1, change: skip });
    expect(draftsOf(after)[0]).toBe(draftsOf(before)[0]);
    expect(draftsOf(after)[1]?.wanted).toEqual({ action: 'skip' });
    expect(sourcesReducer(before, { type: 'every', change: (draft) => draft })[0]).toBe(before[0]);
  });

  it('keep what was not stored, and go where all of theirs was', () => {
    const [one, two] = [
      previewOf([{ content: contentOf('甲') }, { content: contentOf('乙') }]),
      previewOf([{ content: contentOf('丙') }]),
    ];
    const done = new Map([
      ['0', new Set([0])],
      ['1', new Set([0])],
    ]);
    const left = sourcesReducer(sourcesOf(one, two), { type: 'stored', done });
    expect(left.map(({ key }) => key)).toEqual(['0']);
    expect(draftsOf(left).map(({ content }) => content.name)).toEqual(['乙']);
  });

  it('ask about hidden sheets until that was answered', () => {
    const sources = sourcesOf(previewOf([{ content: contentOf('甲') }], { hiddenSheets: ['旧表'] }));
    expect(sources[0]).toMatchObject({ hidden: 'asked' });
    expect(sourcesReducer(sources, { type: 'hidden', key: '0', answer: 'left' })[0]).toMatchObject({ hidden: 'left' });
  });

  it('say which year is printed on them', () => {
    expect(printedYear(sourcesOf(previewOf([{ content: contentOf('甲') }])))).toBe(2023);
    expect(printedYear([])).toBeNull();
  });
});

describe('walking through what is to be checked', () => {
  const two = [doubt('total', '总额？'), doubt('name', '名称？')];
  const sources = readySources(
    sourcesOf(
      previewOf([{ content: contentOf('甲') }, { content: contentOf('乙'), doubts: two }]),
      previewOf([{ content: contentOf('丙'), doubts: [doubt('total', '总额？')] }]),
    ),
  );

  it('goes from doubt to doubt over all files, round and round, both ways', () => {
    const all = [
      { draft: '0/1', doubt: 0 },
      { draft: '0/1', doubt: 1 },
      { draft: '1/0', doubt: 0 },
    ];
    expect(nextDoubt(sources, null, 1)).toEqual(all[0]);
    expect(all.map((here) => nextDoubt(sources, here, 1))).toEqual([all[1], all[2], all[0]]);
    expect(all.map((here) => nextDoubt(sources, here, -1))).toEqual([all[2], all[0], all[1]]);
    // A project without doubts in between is passed over, from its top.
    expect(nextDoubt(sources, { draft: '0/0', doubt: -1 }, 1)).toEqual(all[0]);
    expect(nextDoubt([], null, 1)).toBeNull();
  });

  it('knows the next project with something open, and that none is left', () => {
    expect(nextOpenDraft(sources, '0/1')).toBe('1/0');
    expect(nextOpenDraft(sources, '1/0')).toBe('0/1');
    expect(toCheck(sources.flatMap(({ drafts }) => drafts))).toEqual({ projects: 2, doubts: 3 });
    const checked = readySources(sourcesReducer(sources, { type: 'every', change: (draft) => acceptAll(draft) }));
    expect(nextOpenDraft(checked, '0/1')).toBeNull();
  });
});
