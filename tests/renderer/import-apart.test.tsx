import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hasPaperOfSeveral, sharesOf, sharesText } from '../../renderer/src/importing/by-unit.ts';
import { ConfirmBar } from '../../renderer/src/importing/ConfirmBar.tsx';
import { ResultNote } from '../../renderer/src/importing/ResultNote.tsx';
import { readySources, sourcesReducer, type ImportPreview, type Source } from '../../renderer/src/importing/sources.ts';
import { emptyContent } from '../../shared/model/project.ts';
import { fakeProgram, startState, unit } from './fake-program.ts';
import { renderWindow } from './render-window.tsx';

afterEach(() => vi.unstubAllGlobals());

const UPPER = { name: '甲镇人民政府', code: '101001', unitId: '' };
const HERE = { name: unit.name, code: '', unitId: unit.id };

const read = (...papers: ImportPreview['projectUnits'][]): readonly Source[] =>
  papers.reduce<readonly Source[]>((sources, projectUnits, index) => {
    const key = String(index);
    const document = { file: '表', title: null, layout: 'approval', year: null, department: null, unitCode: null };
    const preview = {
      ...{ importId: `i${key}`, file: '表', unitName: '', notes: [], hiddenSheets: [], tables: [], isApproval: true },
      recognised: { document, projects: [] } as unknown as ImportPreview['recognised'],
      contents: projectUnits.map((_, at) => ({ ...emptyContent(), name: `项目${at}` })),
      projectUnits,
      alreadyThere: projectUnits.map(() => ''),
    };
    const reading = sourcesReducer(sources, { type: 'reading', key, name: '表' });
    return sourcesReducer(reading, { type: 'read', key, preview });
  }, []);

describe('the units papers name', () => {
  it('are counted over all papers, of the projects that are taken', () => {
    const sources = read([UPPER, HERE, UPPER], [UPPER, { name: '', code: '', unitId: '' }]);
    const taken = sourcesReducer(sources, { type: 'change', key: '0', index: 2, change: { take: false } });
    expect(sharesText(sharesOf(readySources(taken)))).toBe(`甲镇人民政府 2 个（新单位）、${unit.name} 1 个`);
  });

  it('are several of one paper, not only of several papers', () => {
    expect(hasPaperOfSeveral(readySources(read([UPPER], [HERE])))).toBe(false);
    expect(hasPaperOfSeveral(readySources(read([UPPER, HERE])))).toBe(true);
  });
});

/** The bar over papers; what was confirmed, and what was said to be stored. */
const showBar = (sources: readonly Source[], state = startState()) => {
  const confirm = vi.fn();
  const save = vi.fn();
  const onStored = vi.fn();
  fakeProgram({
    start: { state: () => state },
    settings: {
      save: (settings) => {
        save(settings.unitId);
        return settings;
      },
    },
    imports: {
      confirm: ({ unitId, year, byUnit }) => {
        confirm({ unitId, year, byUnit });
        return Promise.resolve({
          ...{ importId: 'r1', added: 2, updated: 0, unchanged: 0, skipped: [], approved: 0, lines: [] },
          ...{ ids: ['p1', 'p2'], unitIds: ['u7', 'u8'], notes: ['新建。'] },
        });
      },
    },
  });
  const { history } = renderWindow(<ConfirmBar sources={sources} onStored={onStored} />, state, '/import');
  return { confirm, save, onStored, history };
};

const box = () => screen.queryByRole('checkbox', { name: '按表上的单位分别存入（2 个单位）' });

describe('a paper of several units', () => {
  it('is stored apart unless the clerk says otherwise, and one of its units is shown', async () => {
    const { confirm, save, onStored } = showBar(read([UPPER, HERE]));
    expect(box()).toBeChecked();
    await userEvent.setup().click(screen.getByRole('button', { name: '存入 2 个项目' }));
    await waitFor(() => expect(onStored).toHaveBeenCalled());
    expect(confirm).toHaveBeenCalledWith({ unitId: 'u1', year: 2024, byUnit: true });
    expect(save).toHaveBeenCalledWith('u7');
  });

  it('goes into one unit where the clerk wants it so', async () => {
    const { confirm, onStored } = showBar(read([UPPER, HERE]));
    const user = userEvent.setup();
    await user.click(screen.getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: '存入 2 个项目' }));
    await waitFor(() => expect(onStored).toHaveBeenCalled());
    expect(confirm).toHaveBeenCalledWith({ unitId: 'u1', year: 2024, byUnit: false });
  });

  it('asks for no first unit: it brings its own', async () => {
    const state = startState({ empty: true, units: [] });
    const { confirm, history } = showBar(read([UPPER, { ...UPPER, name: '乙镇', code: '2' }]), state);
    await userEvent.setup().click(screen.getByRole('button', { name: '存入 2 个项目' }));
    expect(await screen.findByText('已存入 2 个项目。新建。')).toBeInTheDocument();
    expect(confirm).toHaveBeenCalledWith({ unitId: '', year: 2024, byUnit: true });
    expect(history.at(-1)).toBe('/');
  });

  it('is no choice where there is one unit only, and no default where each paper has one', () => {
    showBar(read([UPPER], [UPPER]));
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    showBar(read([UPPER], [HERE]));
    expect(box()).not.toBeChecked();
  });
});

it('says what stays when an import is taken back', async () => {
  fakeProgram({ imports: { undo: () => ({ count: 1, kept: [], notes: ['导入时新建的单位“甲镇”还留着。'] }) } });
  const onUndone = vi.fn();
  const stored = { importId: 'r1', added: 1, skipped: [], ids: ['p1'], unitIds: ['u1'], notes: [] };
  renderWindow(<ResultNote stored={stored} onUndone={onUndone} />);
  await userEvent.setup().click(screen.getByRole('button', { name: '撤销这次导入' }));
  expect(await screen.findByText('已撤销这次导入。导入时新建的单位“甲镇”还留着。')).toBeInTheDocument();
  expect(onUndone).toHaveBeenCalled();
});
