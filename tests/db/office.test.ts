import { describe, expect, it } from 'vitest';
import {
  addYear,
  createUnit,
  listOfficeRevisions,
  listUnits,
  listYears,
  loadSettings,
  saveSettings,
  saveUnit,
} from '../../db/index.ts';
import { defaultSettings } from '../../shared/model/unit.ts';
import { freshDatabase, later, UNIT, ZHANG } from './support.ts';

describe('units and years', () => {
  it('are kept in the order they were made, with who made and changed them', async () => {
    const db = await freshDatabase();
    const second = { ...UNIT, id: 'unit-2', name: '示例县示例乡人民政府' };
    createUnit(db, second, ZHANG);
    saveUnit(db, { ...UNIT, code: '9' }, later(1, '李四'));
    saveUnit(db, { ...UNIT, code: '9' }, later(2, '李四'));
    expect(listUnits(db)).toEqual([{ ...UNIT, code: '9' }, second]);
    const changes = listOfficeRevisions(db, 10);
    expect(changes).toHaveLength(3);
    expect(changes[0]).toMatchObject({
      subject: 'unit',
      subjectId: UNIT.id,
      operator: '李四',
      at: later(1).at,
      changes: [{ path: 'code', before: UNIT.code, after: '9' }],
    });
  });

  it('are told apart when unknown', async () => {
    const db = await freshDatabase();
    expect(() => saveUnit(db, { ...UNIT, id: 'nobody' }, ZHANG)).toThrow('找不到这个单位');
    expect(() => addYear(db, 'nobody', 2024, ZHANG)).toThrow('找不到这个单位');
  });

  it('have years, newest first, each once', async () => {
    const db = await freshDatabase();
    for (const year of [2024, 2026, 2025, 2026]) addYear(db, UNIT.id, year, ZHANG);
    expect(listYears(db, UNIT.id)).toEqual([2026, 2025, 2024]);
    expect(listOfficeRevisions(db, 10).filter(({ subject }) => subject === 'year')).toHaveLength(3);
  });
});

describe('settings', () => {
  it('are the fallback until stored, and record only what changed', async () => {
    const db = await freshDatabase();
    const fallback = defaultSettings(2026);
    expect(loadSettings(db, fallback)).toEqual(fallback);
    saveSettings(db, fallback, ZHANG);
    const changed = { ...fallback, operator: '李四', mail: { ...fallback.mail, to: 'caizheng@example.cn' } };
    saveSettings(db, changed, later(1));
    saveSettings(db, changed, later(2));
    expect(loadSettings(db, defaultSettings(1999))).toEqual(changed);
    const [last, first, ...others] = listOfficeRevisions(db, 10).filter(({ subject }) => subject === 'settings');
    expect(last?.changes.map(({ path }) => path)).toEqual(['operator', 'mail']);
    expect(first?.changes).toHaveLength(Object.keys(fallback).length);
    expect(others).toEqual([]);
  });

  it('that no longer fit, or were never known, fall back one by one', async () => {
    const db = await freshDatabase();
    saveSettings(db, { ...defaultSettings(2026), operator: '李四' }, ZHANG);
    db.exec(`UPDATE settings SET value = '"soon"' WHERE key = 'year'; INSERT INTO settings VALUES ('theme', '1')`);
    expect(loadSettings(db, defaultSettings(2030))).toEqual({ ...defaultSettings(2030), operator: '李四' });
  });
});
