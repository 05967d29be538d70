import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StoredUnitYear } from '../../electron/app/contract.ts';
import { openUnitYear } from '../../renderer/src/unit-year/open-unit-year.ts';
import { createUnitYearStore, keyOf, keyText, unitYearStore } from '../../renderer/src/unit-year/unsaved.ts';
import { UnitYearPage } from '../../renderer/src/unit-year/UnitYearPage.tsx';
import { createClient } from '../../renderer/src/lib/trpc.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { emptyUnitYear, type UnitYearContent } from '../../shared/model/unit-year.ts';
import { fakeProgram, unit } from './fake-program.ts';
import { renderWindow } from './render-window.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
  window.localStorage.clear();
});

const key = { unitId: unit.id, year: 2024 };
const at = '2024-03-01T06:32:00.000Z';
const text = (change: Partial<UnitYearContent>): UnitYearContent => ({ ...emptyUnitYear(), ...change });

/** A program that stores one unit's year and refuses a save from an older version. */
const program = (first: UnitYearContent = emptyUnitYear()) => {
  let stored: StoredUnitYear = { ...key, version: 1, content: first, updatedAt: at };
  const state = { broken: false };
  fakeProgram({
    unitYears: {
      get: () => stored,
      save: ({ version, content }) => {
        if (state.broken) throw new Error('the disk is gone');
        if (version !== stored.version) throw new ExpectedError('stale', '别处改过。');
        stored = { ...stored, version: version + 1, content };
        return stored;
      },
    },
  });
  return {
    state,
    stored: () => stored,
    /** Somebody else changes it. */
    elsewhere: (content: UnitYearContent) => {
      stored = { ...stored, version: stored.version + 1, content };
    },
  };
};

describe('部门整体绩效目标', () => {
  it('saves itself while it is typed, and says so', async () => {
    const user = userEvent.setup();
    const { stored } = program(text({ safeguards: '制度健全。' }));
    renderWindow(<UnitYearPage />);
    await user.type(await screen.findByRole('textbox', { name: '总体绩效目标' }), '保运转。');
    expect(await screen.findByText(/^已保存 \d\d:\d\d$/u, {}, { timeout: 3_000 })).toBeVisible();
    expect(stored().content).toEqual(text({ overallGoals: '保运转。', safeguards: '制度健全。' }));
  });

  it('after a refused save goes on from what is stored, with what was typed on it', async () => {
    const user = userEvent.setup();
    const { stored, elsewhere } = program();
    renderWindow(<UnitYearPage />);
    const box = await screen.findByRole('textbox', { name: '总体绩效目标' });
    elsewhere(text({ subGoals: '别处写的。' }));
    await user.type(box, '这里写的。');
    await user.click(await screen.findByRole('button', { name: '重新载入，保留我填的' }, { timeout: 3_000 }));
    await waitFor(
      () => expect(stored().content).toEqual(text({ overallGoals: '这里写的。', subGoals: '别处写的。' })),
      {
        timeout: 3_000,
      },
    );
    expect(screen.getByRole('textbox', { name: '分项绩效目标' })).toHaveValue('别处写的。');
  });

  it('keeps on this machine what the program does not take, and puts it back the next time', async () => {
    const user = userEvent.setup();
    const { state, stored } = program();
    state.broken = true;
    renderWindow(<UnitYearPage />);
    await user.type(await screen.findByRole('textbox', { name: '总体绩效目标' }), '没有存上的话。');
    await screen.findByText(/^未保存：/u, {}, { timeout: 3_000 });
    expect(unitYearStore.of(keyText(key)).at(-1)?.mine.overallGoals).toBe('没有存上的话。');

    // The window was closed; another one opens once the program works again.
    state.broken = false;
    const opened = await openUnitYear(createClient().unitYears, createUnitYearStore(window.localStorage), key);
    expect(opened.unsaved).toBe('back');
    expect(stored().content.overallGoals).toBe('没有存上的话。');
    expect(unitYearStore.of(keyText(key))).toEqual([]);
  });

  it('asks where the same part was written elsewhere meanwhile', async () => {
    const user = userEvent.setup();
    const { stored } = program(text({ overallGoals: '别处写的。' }));
    unitYearStore.keep('a', keyText(key), { base: text({}), mine: text({ overallGoals: '我写的。' }) });
    renderWindow(<UnitYearPage />);
    await user.click(await screen.findByRole('button', { name: '放回我填的' }));
    await waitFor(() => expect(stored().content.overallGoals).toBe('我写的。'));
    await waitFor(() => expect(screen.getByRole('textbox', { name: '总体绩效目标' })).toHaveValue('我写的。'));
    expect(screen.queryByText('上次有内容没有保存上，已替您留着')).not.toBeInTheDocument();
  });
});

describe('the name of kept text', () => {
  it('comes back as unit and year', () => {
    expect(keyOf(keyText(key))).toEqual(key);
    expect(keyOf('whatever')).toBeNull();
  });
});
