import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createFileSaver } from '../../electron/desktop/save-file.ts';

/** What the program that holds the target answers; empty where nobody holds it. */
const held = vi.hoisted(() => ({ by: '' }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>();
  return {
    ...real,
    rename: (from: string, to: string) =>
      held.by ? Promise.reject(Object.assign(new Error(held.by), { code: held.by })) : real.rename(from, to),
  };
});

let scratch = '';
let file = { path: '', name: '表.xlsx', type: '' };
beforeEach(() => {
  held.by = '';
  scratch = mkdtempSync(path.join(tmpdir(), 'jixiao-save-'));
  file = { ...file, path: path.join(scratch, 'ready') };
  writeFileSync(file.path, 'new');
});

/** A saver whose clerk answers the dialogs like this, one after the other. */
const saver = (...answers: (string | null)[]) => {
  const ask = vi.fn(() => {
    const answer = answers.shift() ?? null;
    return Promise.resolve(answer === null ? null : path.join(scratch, answer));
  });
  return { ask, save: createFileSaver(ask) };
};

describe('saving a file the clerk has open in Excel', () => {
  it('重试 saves at the place chosen before, without asking', async () => {
    const { ask, save } = saver('甲.xlsx');
    held.by = 'EBUSY';
    expect(await save(file)).toEqual({ outcome: 'target-open', name: '甲.xlsx' });
    expect(await save(file, 'same')).toEqual({ outcome: 'target-open', name: '甲.xlsx' });
    held.by = '';
    expect(await save(file, 'same')).toEqual({ outcome: 'saved', place: '甲.xlsx' });
    expect(ask).toHaveBeenCalledOnce();
    expect(readFileSync(path.join(scratch, '甲.xlsx'), 'utf8')).toBe('new');
  });

  it('另存为 asks, and 重试 then means the new place', async () => {
    const { ask, save } = saver('甲.xlsx', '乙.xlsx');
    held.by = 'EBUSY';
    await save(file);
    expect(await save(file, 'ask')).toEqual({ outcome: 'target-open', name: '乙.xlsx' });
    held.by = '';
    expect(await save(file, 'same')).toEqual({ outcome: 'saved', place: '乙.xlsx' });
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks where nothing was chosen before, for another file, and after it was saved', async () => {
    const { ask, save } = saver('甲.xlsx', '乙.xlsx', null);
    held.by = 'EBUSY';
    await save(file);
    held.by = '';
    const other = { ...file, path: path.join(scratch, 'other') };
    writeFileSync(other.path, 'other');
    expect(await save(other, 'same')).toEqual({ outcome: 'saved', place: '乙.xlsx' });
    expect(await save(file, 'same')).toEqual({ outcome: 'saved', place: '甲.xlsx' });
    expect(await save(file, 'same')).toEqual({ outcome: 'cancelled' });
    expect(ask).toHaveBeenCalledTimes(3);
  });
});
