import { describe, expect, it } from 'vitest';
import { confirmation } from '../../renderer/src/importing/confirmation.ts';
import type { ProjectMatch } from '../../renderer/src/importing/contract.ts';
import { comparedWith } from '../../renderer/src/importing/differing.ts';
import {
  countOutcomes,
  countsText,
  isUnsure,
  outcomeOf,
  outcomeOptions,
  wantedOf,
} from '../../renderer/src/importing/outcome.ts';
import { filesText, resultText } from '../../renderer/src/importing/result-text.ts';
import { isOpen, readySources } from '../../renderer/src/importing/sources.ts';
import { undoneText } from '../../renderer/src/importing/use-undo.ts';
import { contentOf, doubt, previewOf, sourcesOf } from './importing.ts';

const change = { path: 'funds.total', before: '5', after: '6' };
const stored = (id: string, name = `已存${id}`) => ({ id, name, state: 'draft', version: 3 }) as const;
const match = (change: Partial<ProjectMatch> = {}): ProjectMatch => ({
  ...{ index: 0, unitId: 'u1', kind: 'new', storedId: null, by: null, similarity: 0 },
  ...{ candidates: [], differences: [], stored: null, others: [] },
  ...change,
});
const changed = match({ kind: 'changed', storedId: 'p1', by: 'name', stored: stored('p1'), differences: [change] });
const same = match({ kind: 'same', storedId: 'p1', by: 'code', stored: stored('p1') });
const alike = match({ ...changed, by: 'similar' });
const untouched = { wanted: null };

describe('what becomes of a project', () => {
  it('follows from what is stored, unless the clerk says otherwise', () => {
    expect(outcomeOf(untouched, match()).kind).toBe('add');
    expect(outcomeOf(untouched, undefined).kind).toBe('add');
    expect(outcomeOf(untouched, changed)).toMatchObject({ kind: 'update', stored: { id: 'p1', version: 3 } });
    expect(outcomeOf(untouched, same).kind).toBe('same');
    expect(outcomeOf({ wanted: wantedOf('skip') }, changed).kind).toBe('skip');
    expect(outcomeOf({ wanted: wantedOf('add') }, same).kind).toBe('add');
  });

  it('is never to overwrite what is only alike, before the clerk has said so', () => {
    expect(isUnsure(untouched, alike)).toBe(true);
    expect(outcomeOf(untouched, alike).kind).toBe('add');
    const told = { wanted: wantedOf('update p1') };
    expect(isUnsure(told, alike)).toBe(false);
    expect(outcomeOf(told, alike).kind).toBe('update');
  });

  it('may be any of the candidates, each with its own version', () => {
    const several = match({ others: [{ ...stored('p7'), version: 9, differences: [] }] });
    expect(outcomeOptions(several).map(({ label }) => label)).toEqual([
      '相同：已存p7',
      '新增（另存一个）',
      '跳过，不存',
    ]);
    expect(outcomeOf({ wanted: wantedOf('update p7') }, several)).toMatchObject({ stored: { id: 'p7', version: 9 } });
  });

  it('is counted in words', () => {
    const outcomes = [untouched, untouched].map((draft) => outcomeOf(draft, changed));
    expect(countsText(countOutcomes([...outcomes, { kind: 'skip' }]))).toBe('更新 2 个，跳过 1 个');
  });
});

it('a yes names what is stored now, and leaves the rest for later', () => {
  const sources = readySources(
    sourcesOf(
      previewOf([{ content: contentOf('甲') }, { content: contentOf('乙'), doubts: [doubt('total', '？')] }]),
      previewOf([{ content: contentOf('丙'), doubts: [doubt('total', '？')] }]),
    ),
  );
  const matches = { of: (_: string, index: number) => (index === 0 ? changed : undefined) };
  const plain = confirmation(sources, matches, (draft) => !isOpen(draft));
  expect(plain).toHaveLength(1);
  expect(plain[0]?.projects).toMatchObject([{ index: 0, action: 'update', storedId: 'p1', storedVersion: 3 }]);
  // What nobody touched needs not to be sent.
  expect(plain[0]?.projects[0]).not.toHaveProperty('content');
  expect(confirmation(sources, matches, () => true).flatMap(({ projects }) => projects)).toHaveLength(3);
});

it('differences are told with the names of indicators, and lead to the box they were read in', () => {
  const before = contentOf('甲');
  const read = contentOf('甲', {
    indicators: contentOf('读').indicators.map((one, at) =>
      at === 1 ? { ...one, printed: '≥9个', operator: '≥', value: '9', unit: '个' } : one,
    ),
  });
  const { changes, fieldOf } = comparedWith(before, read, 'annex2');
  expect(changes.map(({ label, before: old, after }) => [label, old, after])).toEqual([
    ['指标“指标1”的指标值', '≥2个', '≥9个'],
  ]);
  expect(fieldOf(changes[0]?.path ?? '')).toBe('indicators.读-1.printed');
});

it('a result says what was taken and what not', () => {
  expect(resultText({ added: 3, updated: 1, approved: 0, unchanged: 2, skipped: 1 })).toBe(
    '新增 3 个项目，更新 1 个项目，2 个没有变化，1 个没有存。',
  );
  expect(resultText({ added: 0, updated: 0, approved: 0, unchanged: 0, skipped: 0 })).toBe('没有存入项目。');
  expect(filesText(['甲', '乙', '丙', '丁'])).toBe('甲、乙、丙 等 4 个文件');
  const kept = [{ id: 'p1', name: '甲', why: '后来改过。' }];
  expect(undoneText({ kept, notes: [] })).toBe('已撤销这次导入。“甲”没有撤销：后来改过。');
});
