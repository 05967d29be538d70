import { notifications } from '@mantine/notifications';
import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { Link, Redirect, Route, Switch } from 'wouter';
import type { StoredProject } from '../../db/types.ts';
import { departed } from '../../renderer/src/wizard/save-project.ts';
import { WizardPage } from '../../renderer/src/wizard/WizardPage.tsx';
import { askedOf } from '../../shared/forms/asked.ts';
import { formGaps } from '../../shared/forms/gaps.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { emptyContent, emptyIndicator, type Indicator, type ProjectContent } from '../../shared/model/project.ts';
import type { Unit } from '../../shared/model/unit.ts';
import { fakeProgram, startState, unit } from './fake-program.ts';
import { renderWindow } from './render-window.tsx';

// A busy machine takes its time; what is waited for comes within a second elsewhere.
configure({ asyncUtilTimeout: 5_000 });

export const indicator = (id: string, kind: Indicator['kind'], level3: string, printed: string): Indicator => ({
  ...emptyIndicator(id, kind),
  level3,
  printed,
});

/** A project a clerk has just created. */
export const newContent = (change: Partial<ProjectContent> = {}): ProjectContent => ({
  ...emptyContent(),
  name: '村干部任职补贴',
  departmentAndCode: '示例县示例镇人民政府407',
  implementingUnit: unit.name,
  attribute: '0101-一年期项目',
  period: '1年',
  ...change,
});

/** A project without any gap. */
export const fullContent = (): ProjectContent =>
  newContent({
    funds: { total: '95.0832', fiscal: '95.0832', other: '' },
    goals: ['按月足额发放 31 名村干部任职补贴。'],
    indicators: [
      indicator('i1', 'quantity', '享受补贴的村干部人数', '31 人'),
      indicator('i2', 'quality', '足额发放率', '100%'),
      indicator('i3', 'timeliness', '完成时限', '2024 年底'),
      indicator('i4', 'cost', '补贴标准', '2556 元/人/月'),
      indicator('i5', 'social', '基层治理能力', '有效提升'),
      indicator('i6', 'sustainable', '村干部队伍稳定', '持续推进'),
      indicator('i7', 'satisfaction', '村民满意度', '≥95%'),
    ],
  });

/**
 * The wizard of one project, opened at a step, with a program behind it that stores it. `rules`: what its unit hands in.
 * `last`: the project of 2023.
 */
export const openWizard = (
  content: ProjectContent,
  step = '',
  rules: Partial<Unit> = {},
  last: ProjectContent | null = null,
) => {
  const ownUnit: Unit = { ...unit, ...rules };
  const state = startState({ units: [ownUnit] });
  const stored: { project: StoredProject; gone: boolean } = {
    gone: false,
    project: {
      id: 'p1',
      unitId: unit.id,
      year: 2024,
      state: 'draft',
      version: 1,
      revision: 1,
      content,
      carriedFrom: null,
      createdAt: '2024-03-01T06:00:00.000Z',
      updatedAt: '2024-03-01T06:00:00.000Z',
      finishedAt: null,
    },
  };
  const saves = vi.fn<(saved: ProjectContent) => void>();
  const change = (part: Partial<StoredProject>): StoredProject => {
    stored.project = { ...stored.project, ...part };
    return stored.project;
  };
  fakeProgram({
    carry: {
      lastYear: () => (last === null ? null : { id: 'p-2023', year: 2023, by: 'link', content: last }),
    },
    projects: {
      get: () => {
        if (stored.gone) throw new ExpectedError('not-found', '项目已删除');
        return stored.project;
      },
      restore: () => {
        stored.gone = false;
        return { count: 1 };
      },
      ids: () => ['p0', 'p1', 'p2'],
      save: ({ version, content: saved }) => {
        if (stored.gone) throw new ExpectedError('not-found', '项目已删除');
        if (stored.project.state !== 'draft') throw new ExpectedError('frozen', '已锁定');
        if (version !== stored.project.version) throw new ExpectedError('stale', '别处改过');
        saves(saved);
        const { updatedAt } = change({ version: version + 1, content: saved, updatedAt: '2024-03-01T06:32:00.000Z' });
        return { version: version + 1, updatedAt };
      },
      finish: () => {
        const gaps = formGaps(askedOf(ownUnit, state.settings), stored.project.content);
        if (gaps.length === 0) change({ state: 'finished', version: stored.project.version + 1 });
        return { finished: gaps.length === 0, gaps };
      },
      reopen: () => change({ state: 'draft', version: stored.project.version + 1 }),
    },
  });
  const { history } = renderWindow(
    <Switch>
      <Route path="/projects/:id/:step?" component={WizardPage} />
      <Route path="/">
        <Redirect to={`/projects/p1/${step}`} replace />
      </Route>
      <Route>
        <Link href={`/projects/p1/${step}`}>别的页面</Link>
      </Route>
    </Switch>,
    state,
  );
  return { stored, saves, change, history, path: () => history.at(-1) };
};

/** The box with this name, once it is there. */
export const box = async (name: string): Promise<HTMLInputElement | HTMLTextAreaElement> => {
  const found = await screen.findByRole<HTMLInputElement | HTMLTextAreaElement>('textbox', { name });
  return found;
};

/** The box with this path. */
export const named = (path: string): HTMLElement => {
  const field = document.querySelector<HTMLElement>(`[name="${path}"]`);
  if (!field) throw new Error(`no field ${path}`);
  return field;
};

/** Waits as long as a save may take. */
export const saved = async (check: () => void): Promise<void> => waitFor(check, { timeout: 5_000 });

/** The wizard saves when it is left: that save belongs to the test's own program, not to the next one's. */
export const leaveWizardAfterEach = (): void => {
  afterEach(async () => {
    cleanup();
    await departed('p1');
    notifications.clean();
    window.localStorage.clear();
    vi.unstubAllGlobals();
  });
};
