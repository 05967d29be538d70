import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hasPaperOfSeveral, sharesOf, sharesText } from '../../renderer/src/importing/by-unit.ts';
import type { ImportPreview } from '../../renderer/src/importing/contract.ts';
import { readySources, sourcesReducer, type Source } from '../../renderer/src/importing/sources.ts';
import { fakeProgram, startState, unit } from './fake-program.ts';
import { contentOf, previewOf, sourcesOf } from './importing.ts';
import { openImport } from './import-page.tsx';

afterEach(() => vi.unstubAllGlobals());

const UPPER = { name: '甲镇人民政府', code: '101001', unitId: '' };
const HERE = { name: unit.name, code: '', unitId: unit.id };

const read = (...papers: ImportPreview['projectUnits'][]): readonly Source[] =>
  sourcesOf(
    ...papers.map((projectUnits, paper) =>
      previewOf(
        projectUnits.map((_, at) => ({ content: contentOf(`项目${paper}${at}`) })),
        { importId: `i${paper}`, projectUnits },
      ),
    ),
  );

describe('the units papers name', () => {
  it('are counted over all papers, of the projects that are taken', () => {
    const sources = read([UPPER, HERE, UPPER], [UPPER, { name: '', code: '', unitId: '' }]);
    const taken = sourcesReducer(sources, {
      type: 'draft',
      key: '0',
      index: 2,
      change: (draft) => ({ ...draft, wanted: { action: 'skip' } }),
    });
    expect(sharesText(sharesOf(readySources(taken)))).toBe(`甲镇人民政府 2 个（新单位）、${unit.name} 1 个`);
  });

  it('are several of one paper, not only of several papers', () => {
    expect(hasPaperOfSeveral(readySources(read([UPPER], [HERE])))).toBe(false);
    expect(hasPaperOfSeveral(readySources(read([UPPER, HERE])))).toBe(true);
  });
});

/** The page over papers; what was confirmed, and which unit is shown after it. */
const open = (sources: readonly Source[], state = startState()) => {
  const confirm = vi.fn();
  const save = vi.fn();
  fakeProgram({
    start: { state: () => state },
    settings: {
      save: (settings) => {
        save(settings.unitId);
        return settings;
      },
    },
    imports: {
      recent: () => [],
      match: () => [],
      confirm: ({ unitId, year, byUnit, approve }) => {
        confirm({ unitId, year, byUnit, approve });
        return Promise.resolve({
          ...{ importId: 'r1', added: 2, updated: 0, unchanged: 0, skipped: [], approved: 0, lines: [] },
          ...{ ids: ['p1', 'p2'], unitIds: ['u7', 'u8'], notes: ['新建。'] },
        });
      },
    },
  });
  return { confirm, save, ...openImport(sources, state) };
};

const box = () => screen.queryByRole('checkbox', { name: '按表上的单位分别存入（2 个单位）' });
const store = async (): Promise<void> => {
  const button = screen.getByRole('button', { name: '存入 2 个项目' });
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.setup().click(button);
  await screen.findByText('已存入。新增 2 个项目。');
};

describe('a paper of several units', () => {
  it('is stored apart unless the clerk says otherwise, and one of its units is shown', async () => {
    const { confirm, save } = open(read([UPPER, HERE]));
    expect(box()).toBeChecked();
    await store();
    expect(confirm).toHaveBeenCalledWith({ unitId: 'u1', year: 2024, byUnit: true, approve: false });
    expect(save).toHaveBeenCalledWith('u7');
  });

  it('goes into one unit where the clerk wants it so', async () => {
    const { confirm } = open(read([UPPER, HERE]));
    await userEvent.setup().click(screen.getByRole('checkbox', { name: /^按表上的单位/u }));
    await store();
    expect(confirm).toHaveBeenCalledWith({ unitId: 'u1', year: 2024, byUnit: false, approve: false });
  });

  it('asks for no first unit: it brings its own', async () => {
    const state = startState({ empty: true, units: [] });
    const { confirm } = open(read([UPPER, { ...UPPER, name: '乙镇', code: '2' }]), state);
    await store();
    expect(screen.getByText('新建。')).toBeInTheDocument();
    expect(confirm).toHaveBeenCalledWith({ unitId: '', year: 2023, byUnit: true, approve: false });
  });

  it('is no choice where there is one unit only, and no default where each paper has one', () => {
    open(read([UPPER], [UPPER]));
    expect(screen.queryByRole('checkbox', { name: /^按表上的单位/u })).not.toBeInTheDocument();
    open(read([UPPER], [HERE]));
    expect(box()).not.toBeChecked();
  });
});
