import { expect, it } from 'vitest';
import { sameNames } from '../../renderer/src/importing/same-names.ts';
import type { ReadySource } from '../../renderer/src/importing/sources.ts';

const paper = (key: string, names: readonly string[], units: readonly string[] = []): ReadySource =>
  ({
    key,
    name: `${key}.xls`,
    state: 'ready',
    preview: { projectUnits: units.map((name) => ({ unitId: '', code: '', name })) },
    drafts: names.map((name, index) => ({ index, content: { name }, wanted: null })),
  }) as unknown as ReadySource;

it('tells a project that an earlier file holds too, but not a name twice in one file or without letters', () => {
  const twins = sameNames([paper('a', ['修路', '修路', '']), paper('b', ['修 路', '修桥', ''])], false);
  expect([...twins]).toEqual([['b/0', 'a.xls']]);
});

it('takes projects of two units for two where they are stored apart', () => {
  const files = [paper('a', ['修路'], ['甲镇']), paper('b', ['修路'], ['乙镇'])];
  expect(sameNames(files, true).size).toBe(0);
  expect(sameNames(files, false).size).toBe(1);
});

it('is silent where the earlier one is skipped', () => {
  const [first, second] = [paper('a', ['修路']), paper('b', ['修路'])];
  const drafts = first.drafts.map((draft) => ({ ...draft, wanted: { action: 'skip' as const } }));
  expect(sameNames([{ ...first, drafts }, second], false).size).toBe(0);
});
