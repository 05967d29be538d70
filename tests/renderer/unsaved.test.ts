import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHeavy } from '../../renderer/src/wizard/save-project.ts';
import { createUnsavedStore, putBack, type Unsaved } from '../../renderer/src/wizard/unsaved.ts';
import { emptyContent, emptyIndicator, type ProjectContent } from '../../shared/model/project.ts';

/** localStorage as the standard says it; full where nothing fits any more. */
class FakeShelf {
  private readonly texts = new Map<string, string>();
  full = false;

  get length(): number {
    return this.texts.size;
  }
  key(place: number): string | null {
    return [...this.texts.keys()][place] ?? null;
  }
  getItem(key: string): string | null {
    return this.texts.get(key) ?? null;
  }
  setItem(key: string, text: string): void {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.texts.set(key, text);
  }
  removeItem(key: string): void {
    this.texts.delete(key);
  }
}

const named = (name: string, change: Partial<ProjectContent> = {}): ProjectContent => ({
  ...emptyContent(),
  name,
  ...change,
});
const unsaved = (mine: ProjectContent, base = emptyContent(), projectId = 'p1'): Unsaved => ({ projectId, base, mine });

describe('text that could not be saved', () => {
  it('is still there for the next window, and gone once it is stored', () => {
    const shelf = new FakeShelf();
    const store = createUnsavedStore(shelf);
    expect(store.keep('窗口一', unsaved(named('甲')))).toBe(true);
    const next = createUnsavedStore(shelf);
    expect(next.of('p1')).toEqual([unsaved(named('甲'))]);
    expect(next.projects()).toEqual(['p1']);
    next.release('窗口一', 'p1');
    expect(store.of('p1')).toEqual([]);
    expect(shelf.length).toBe(0);
  });

  it('of two windows is kept side by side, of one window the newest, and projects do not mix', () => {
    const store = createUnsavedStore(new FakeShelf());
    store.keep('一', unsaved(named('甲')));
    store.keep('一', unsaved(named('乙')));
    store.keep('二', unsaved(named('丙')));
    store.keep('一', unsaved(named('丁'), emptyContent(), 'p10'));
    expect(
      store
        .of('p1')
        .map(({ mine }) => mine.name)
        .toSorted(),
    ).toEqual(['丙', '乙'].toSorted());
    store.discard('p1');
    expect(store.of('p1')).toEqual([]);
    expect(store.of('p10').map(({ mine }) => mine.name)).toEqual(['丁']);
  });

  it('stays in the window where the machine takes nothing, and says that it is not safe', () => {
    const shelf = new FakeShelf();
    const store = createUnsavedStore(shelf);
    store.keep('一', unsaved(named('旧')));
    shelf.full = true;
    expect(store.keep('一', unsaved(named('新')))).toBe(false);
    expect(store.of('p1').map(({ mine }) => mine.name)).toEqual(['新']);
    expect(store.survives('p1')).toBe(false);
    shelf.full = false;
    expect(store.keep('一', unsaved(named('新')))).toBe(true);
    expect(store.survives('p1')).toBe(true);
  });

  it('that is not understood is left alone', () => {
    const shelf = new FakeShelf();
    shelf.setItem('jixiao unsaved p1 一', '{"mine":');
    const store = createUnsavedStore(shelf);
    expect(store.of('p1')).toEqual([]);
    expect(shelf.length).toBe(1);
  });
});

describe('putting it back', () => {
  const word = fc.constantFrom('', '甲', '乙', '丙');
  const content = fc
    .record({ name: word, period: word, usage: word, values: fc.array(word, { minLength: 2, maxLength: 2 }) })
    .map(({ values, ...texts }) => ({
      ...emptyContent(),
      ...texts,
      indicators: values.map((printed, id) => ({ ...emptyIndicator(`i${id}`, 'quantity'), printed })),
    }));

  it('keeps every field typed here, and every field changed there that was not', () => {
    fc.assert(
      fc.property(content, content, content, (base, mine, theirs) => {
        const { content: result, conflict, needed } = putBack(theirs, [unsaved(mine, base)]);
        let clash = false;
        const check = (was: string, here: string, there: string, now: string): void => {
          expect(now).toBe(here === was ? there : here);
          clash ||= here !== was && there !== was && here !== there;
        };
        for (const key of ['name', 'period', 'usage'] as const) check(base[key], mine[key], theirs[key], result[key]);
        for (const place of [0, 1]) {
          const value = ({ indicators }: ProjectContent): string => indicators[place]?.printed ?? '';
          check(value(base), value(mine), value(theirs), value(result));
        }
        expect(conflict).toBe(clash);
        expect(needed).toBe(JSON.stringify(result) !== JSON.stringify(theirs));
      }),
    );
  });

  it('is not needed where the last save arrived after all', () => {
    const mine = named('甲');
    expect(putBack(mine, [unsaved(mine)])).toEqual({ content: mine, needed: false, conflict: false });
  });

  it('puts back what two windows typed into different fields', () => {
    const kept = [unsaved(named('甲')), unsaved(named('', { period: '3 年' }))];
    expect(putBack(emptyContent(), kept)).toMatchObject({
      content: { name: '甲', period: '3 年' },
      needed: true,
      conflict: false,
    });
  });
});

describe('a content too large to outlive its page', () => {
  it('is told by its bytes, not its letters', () => {
    expect(isHeavy(named('', { usage: '字'.repeat(15_000) }))).toBe(false);
    expect(isHeavy(named('', { usage: '字'.repeat(19_900) }))).toBe(true);
    expect(isHeavy(named('', { usage: 'a'.repeat(19_900) }))).toBe(false);
  });
});
