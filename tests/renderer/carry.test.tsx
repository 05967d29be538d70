import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CarriedBar } from '../../renderer/src/carry/CarriedBar.tsx';
import { CarryDialog } from '../../renderer/src/carry/CarryDialog.tsx';
import {
  countsOf,
  firstTicks,
  runInput,
  tickMark,
  tickYears,
  yearsTicked,
  type CarryCandidate,
  type CarryPlan,
  type PlacedMark,
} from '../../renderer/src/carry/ticks.ts';
import { fakeProgram, startState } from './fake-program.ts';
import { renderWindow } from './render-window.tsx';

afterEach(() => vi.unstubAllGlobals());

const mark = (path: string, change: Partial<PlacedMark> = {}): PlacedMark => ({
  ...{ id: `${path}@0`, path, start: 0, end: 5, text: '2024年', kind: 'year', proposed: '2025年', sure: true },
  ...{ label: '项目名称', before: '', after: '防火经费' },
  ...change,
});

const candidate = (id: string, change: Partial<CarryCandidate> = {}): CarryCandidate => ({
  ...{ id, version: 3, name: `项目${id}`, code: '', total: '8.72 万元', values: 7, existing: null },
  marks: [
    mark('name'),
    mark('goals.0', { kind: 'history', sure: false, label: '年度目标', before: '自', after: '起' }),
    mark('usage', { kind: 'document', sure: false, proposed: null, label: '资金用途', text: '〔2023〕12号' }),
  ],
  ...change,
});

const plan = (change: Partial<CarryPlan> = {}): CarryPlan => ({
  unitName: '示例县示例镇人民政府',
  fromYear: 2024,
  toYear: 2025,
  projects: [candidate('a'), candidate('b'), candidate('c', { existing: { name: '项目c', by: 'name' } })],
  ...change,
});

const open = (made = plan()) => {
  const calls = { run: vi.fn(), undo: vi.fn(), save: vi.fn(), close: vi.fn() };
  fakeProgram({
    carry: {
      prepare: ({ toYear }) => ({ ...made, toYear }),
      run: (input) => {
        calls.run(input);
        return Promise.resolve({ ids: input.projects.map(({ id }) => `new ${id}`) });
      },
      undo: (ids) => {
        calls.undo(ids);
        return { count: ids.length, notes: [] };
      },
    },
    settings: {
      save: (settings) => {
        calls.save(settings.year);
        return settings;
      },
    },
    start: { state: () => startState() },
  });
  renderWindow(
    <>
      <CarryDialog ids={['a', 'b', 'c']} toYear={2025} opened onClose={calls.close} />
      <CarriedBar unitId="u1" year={2025} />
    </>,
  );
  return { calls, user: userEvent.setup() };
};

const projectBox = (id: string): Promise<HTMLElement> => screen.findByRole('checkbox', { name: `项目${id}` });

describe('结转', () => {
  it('leaves out what is there already, and says so', async () => {
    open();
    expect(await projectBox('a')).toBeChecked();
    expect(await projectBox('c')).not.toBeChecked();
    expect(screen.getByText('2025 年度已经有“项目c”（名称相同），一般不再结转。')).toBeVisible();
    expect(screen.getByRole('button', { name: '结转 2 个项目' })).toBeEnabled();
  });

  it('sends what is ticked, shows the new year, and takes it back in one click', async () => {
    const { calls, user } = open();
    await user.click(await projectBox('b'));
    await user.click(screen.getByRole('checkbox', { name: '金额清空' }));
    await user.click(screen.getByRole('button', { name: '结转 1 个项目' }));
    await waitFor(() => expect(calls.close).toHaveBeenCalled());
    expect(calls.run).toHaveBeenCalledWith({
      toYear: 2025,
      projects: [{ id: 'a', version: 3, ticked: ['name@0'] }],
      ...{ clearAmounts: true, clearValues: false, clearCode: false },
    });
    expect(calls.save).toHaveBeenCalledWith(2025);
    await user.click(await screen.findByText('撤销结转'));
    expect(await screen.findByText('已撤销结转，1 个项目已去掉。')).toBeVisible();
    expect(calls.undo).toHaveBeenCalledWith(['new a']);
    expect(screen.queryByText('撤销结转')).not.toBeInTheDocument();
  });

  it('shows what changes in a project, and why something does not by itself', async () => {
    const { calls, user } = open();
    await user.click(await screen.findByRole('button', { name: '项目a：展开' }));
    const project = screen.getAllByRole('listitem')[0] ?? document.body;
    expect(within(project).getByText('像是过去的事，一般不改。')).toBeVisible();
    expect(within(project).getByText('是文件名或者文号，一般不改；有新文件的换成新的。')).toBeVisible();
    await user.click(within(project).getByRole('checkbox', { name: /年度目标/u }));
    await user.click(within(project).getByRole('checkbox', { name: /项目名称/u }));
    await user.click(screen.getByRole('button', { name: '结转 2 个项目' }));
    await waitFor(() => expect(calls.run).toHaveBeenCalled());
    expect(calls.run.mock.calls[0]?.[0]).toMatchObject({
      projects: [{ ticked: ['goals.0@0'] }, { ticked: ['name@0'] }],
    });
  });

  it('asks anew for another target year', async () => {
    const { user } = open();
    await projectBox('a');
    const year = screen.getByRole('textbox', { name: '结转到的年度' });
    await user.clear(year);
    await user.type(year, '2026');
    expect(await screen.findByRole('checkbox', { name: '全部年份改成 2026（3 处）' })).toBeChecked();
  });

  it('has nothing to do where nothing is ticked', async () => {
    const { user } = open(plan({ projects: [candidate('a')] }));
    await user.click(await projectBox('a'));
    expect(screen.getByRole('button', { name: '结转 0 个项目' })).toBeDisabled();
  });
});

describe('ticks', () => {
  it('in bulk take the sure mentions alone', () => {
    const made = plan();
    const [a, b, c] = made.projects;
    if (!a || !b || !c) throw new Error('three projects');
    const none = tickYears(firstTicks(made), made, false);
    expect(yearsTicked(none, made)).toEqual({ count: 3, ticked: 'none' });
    const history = a.marks[1];
    const looked = history ? tickMark(none, a, history, true) : none;
    const all = tickYears(looked, made, true);
    expect(countsOf(all, a)).toEqual({ changed: 2, look: 1 });
    expect(countsOf(all, b)).toEqual({ changed: 1, look: 2 });
    expect(runInput(made, all).projects.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(countsOf(tickYears(all, made, false), a)).toEqual({ changed: 1, look: 1 });
  });
});
