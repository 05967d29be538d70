import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProjectRow } from '../../db/types.ts';
import { ProjectList } from '../../renderer/src/list/ProjectList.tsx';
import { pagesOf, rowAfterKey } from '../../renderer/src/list/pages.ts';
import { initialView, sortedBy } from '../../renderer/src/list/view.ts';
import { fakeProgram, listOf, projectRow, unit } from './fake-program.ts';
import { renderWindow } from './render-window.tsx';

// jsdom lays nothing out: without a height the list would draw no row.
beforeAll(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1200);
});
afterAll(() => vi.restoreAllMocks());
afterEach(() => vi.unstubAllGlobals());

/** A list of so many projects, of which removed ones disappear and restored ones come back. */
const openList = (count: number, change: (row: ProjectRow) => ProjectRow = (row) => row) => {
  const all = Array.from({ length: count }, (_, index) => change(projectRow(index + 1)));
  const removed = new Set<string>();
  const rows = (): ProjectRow[] => all.filter(({ id }) => !removed.has(id));
  const calls = { remove: vi.fn(), restore: vi.fn() };
  fakeProgram({
    projects: {
      list: (query) => listOf(rows(), query),
      ids: ({ search }) => listOf(rows(), { search, offset: 0, limit: 1e6 }).rows.map(({ id }) => id),
      remove: (ids) => {
        calls.remove(ids);
        ids.forEach((id) => removed.add(id));
        return { count: ids.length };
      },
      restore: (ids) => {
        calls.restore(ids);
        ids.forEach((id) => removed.delete(id));
        return { count: ids.length };
      },
    },
  });
  return { calls, ...renderWindow(<ProjectList unit={unit} year={year} />) };
};

// The page remembers how each year was left; every test looks at a year of its own.
let year = 2000;
beforeEach(() => {
  year += 1;
});

const activeRow = (): string => {
  const id = screen.getByRole('grid').getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id)?.textContent ?? '';
};

const tickedRows = (): string[] =>
  screen
    .getAllByRole('row', { selected: true })
    .map((row) => within(row).getAllByRole('gridcell')[2]?.textContent ?? '');

describe('the keyboard in 项目一览', () => {
  it('opens the project the arrows lead to', async () => {
    const user = userEvent.setup();
    const { history } = openList(5);
    await screen.findByText('项目1');
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(activeRow()).toContain('项目2');
    await user.keyboard('{Enter}');
    expect(history.at(-1)).toBe('/projects/p2');
  });

  it('stays inside the list at both ends', async () => {
    const user = userEvent.setup();
    openList(3);
    await screen.findByText('项目1');
    await user.keyboard('{ArrowUp}');
    expect(activeRow()).toContain('项目1');
    await user.keyboard('{End}{ArrowDown}');
    expect(activeRow()).toContain('项目3');
  });

  it('ticks with Space and takes a range with Shift', async () => {
    const user = userEvent.setup();
    openList(6);
    await screen.findByText('项目1');
    await user.keyboard('{ArrowDown} {Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await waitFor(() => expect(tickedRows()).toEqual(['项目2', '项目3', '项目4']));
    expect(screen.getByRole('button', { name: '导出（3）' })).toBeVisible();
  });

  it('ticks everything the list finds, also what is not drawn', async () => {
    const user = userEvent.setup();
    openList(450);
    await screen.findByText('项目1');
    await user.keyboard('{Control>}a{/Control}');
    expect(await screen.findByRole('button', { name: '导出（450）' })).toBeVisible();
    expect(screen.queryByText('项目450')).not.toBeInTheDocument();
  });

  it('deletes with Delete and brings back with Ctrl+Z', async () => {
    const user = userEvent.setup();
    const { calls } = openList(3);
    await screen.findByText('项目1');
    await user.keyboard('{ArrowDown}{Delete}');
    await waitFor(() => expect(screen.queryByText('项目2')).not.toBeInTheDocument());
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('项目2')).toBeVisible();
    expect(calls.restore).toHaveBeenCalledWith(['p2']);
  });

  it('asks before it deletes more than one', async () => {
    const user = userEvent.setup();
    const { calls } = openList(4);
    await screen.findByText('项目1');
    await user.keyboard(' {ArrowDown} {Delete}');
    expect(calls.remove).not.toHaveBeenCalled();
    const question = await screen.findByRole('dialog');
    await user.click(within(question).getByRole('button', { name: '删除' }));
    await waitFor(() => expect(calls.remove).toHaveBeenCalledWith(['p1', 'p2']));
  });

  it('leaves Enter to the input method while a candidate is picked', async () => {
    const user = userEvent.setup();
    const { history } = openList(2);
    await screen.findByText('项目1');
    const before = history.length;
    screen
      .getByRole('grid')
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    expect(history).toHaveLength(before);
    await user.keyboard('{Enter}');
    expect(history.at(-1)).toBe('/projects/p1');
  });

  it('goes to the search box with / and back to the list with Enter', async () => {
    const user = userEvent.setup();
    const { history } = openList(30);
    await screen.findByText('项目1');
    await user.keyboard('/');
    const box = screen.getByRole('textbox', { name: '搜索项目' });
    expect(box).toHaveFocus();
    await user.keyboard('项目30');
    await waitFor(() => expect(screen.queryByText('项目1')).not.toBeInTheDocument());
    expect(box).toHaveFocus();
    await user.keyboard('{Enter}{Enter}');
    expect(history.at(-1)).toBe('/projects/p30');
  });
});

describe('what 项目一览 says', () => {
  it('tells amounts that are missing or no number, and does not count them', async () => {
    openList(3, (row) => {
      if (row.position === 2) return { ...row, totalFen: null, totalText: '' };
      return row.position === 3 ? { ...row, totalFen: null, totalText: '约5' } : row;
    });
    expect(await screen.findByText('未填')).toBeVisible();
    expect(screen.getByText('⚠ 约5')).toBeVisible();
    expect(screen.getByText('未填金额 2 个')).toBeVisible();
  });

  it('says what to do where there is nothing, and where a search finds nothing', async () => {
    const user = userEvent.setup();
    openList(0);
    expect(await screen.findByText(`${year} 年度还没有项目`)).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: '搜索项目' }), '没有的');
    await user.click(await screen.findByRole('button', { name: '显示全部' }));
    expect(await screen.findByText(`${year} 年度还没有项目`)).toBeVisible();
    expect(screen.getByRole('textbox', { name: '搜索项目' })).toHaveValue('');
  });
});

describe('the parts of the list', () => {
  it('asks for exactly the pages in sight', () => {
    expect(pagesOf(0, 30)).toEqual([0]);
    expect(pagesOf(190, 210)).toEqual([0, 1]);
    expect(pagesOf(9_990, 9_999)).toEqual([49]);
  });

  it('leaves other keys alone', () => {
    expect(rowAfterKey('x', 3, 10, 5)).toBeNull();
    expect(rowAfterKey('PageDown', 3, 10, 5)).toBe(8);
    expect(rowAfterKey('PageDown', 8, 10, 5)).toBe(9);
  });

  it('sorts by a column, the other way round, and then not at all', () => {
    const once = sortedBy(initialView, 'total');
    const twice = sortedBy(once, 'total');
    expect([once.descending, twice.descending, sortedBy(twice, 'total').sort]).toEqual([true, false, 'position']);
  });
});
