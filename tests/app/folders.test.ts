import { existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { dataFolderAt, prepareDataFolder } from '../../electron/app/data-folder.ts';
import { claimFolder } from '../../electron/app/instance.ts';
import { makeFolder } from '../../electron/app/make-folder.ts';
import { examine } from '../../electron/app/services/doctor.ts';
import { closeDatabase, createUnit, openDatabase } from '../../db/index.ts';
import { MIGRATIONS, type Migration } from '../../db/migrations/index.ts';
import { UNIT_DEFAULTS } from '../../shared/model/unit.ts';
import { startApp, temporaryFolder } from './support.ts';

const AT = '2026-03-01T02:00:00.000Z';

describe('a data folder', () => {
  it('is made with everything above it, for this user only', () => {
    const root = path.join(temporaryFolder(), '甲', '乙', '丙');
    prepareDataFolder(dataFolderAt(root));
    if (process.platform !== 'win32') {
      expect(statSync(root).mode & 0o777).toBe(0o700);
      expect(statSync(path.dirname(root)).mode & 0o777).toBe(0o700);
    }
    // A second start finds it all.
    expect(() => prepareDataFolder(dataFolderAt(root))).not.toThrow();
  });

  const refusals: [string, () => string][] = [
    [
      'below a file',
      () => {
        const file = path.join(temporaryFolder(), '文件');
        writeFileSync(file, '');
        return path.join(file, '甲', '乙');
      },
    ],
    [
      'where a file has its name',
      () => {
        const file = path.join(temporaryFolder(), '文件');
        writeFileSync(file, '');
        return file;
      },
    ],
    [
      'behind a link that leads nowhere',
      () => {
        const link = path.join(temporaryFolder(), '链接');
        symlinkSync(path.join(temporaryFolder(), '没有'), link);
        return path.join(link, '甲');
      },
    ],
    ...(process.platform === 'linux'
      ? ([['where the system makes none', () => '/proc/jixiao-test/甲']] satisfies [string, () => string][])
      : []),
  ];
  it.each(refusals)('%s is refused in words', async (_, place) => {
    const root = place();
    expect(() => prepareDataFolder(dataFolderAt(root))).toThrow(
      expect.objectContaining({ code: 'not-writable', message: `数据文件夹不能写入：${root}。` }),
    );
    expect(await claimFolder(dataFolderAt(root), 0)).toEqual({ kind: 'unwritable' });
    const app = await startApp({ data: root });
    expect(app.failure).toMatchObject({ code: 'not-writable' });
  });

  it('is no hindrance where another start makes it at the same moment', () => {
    const root = temporaryFolder();
    mkdirSync(path.join(root, '甲'));
    expect(() => makeFolder(path.join(root, '甲'))).not.toThrow();
  });
});

describe('examining', () => {
  const unit = {
    id: 'u1',
    name: '示例镇',
    department: '示例镇人民政府',
    departmentCode: '',
    code: '',
    ...UNIT_DEFAULTS,
  };
  const second: Migration = { number: 2, name: 'second', sql: 'ALTER TABLE units ADD COLUMN phone TEXT' };
  const newer: readonly Migration[] = [...MIGRATIONS, { ...second, number: MIGRATIONS.length + 1 }];

  const filled = async (): Promise<ReturnType<typeof dataFolderAt>> => {
    const folder = dataFolderAt(temporaryFolder());
    const db = await openDatabase(folder.database, { backupFolder: folder.backups, at: AT });
    createUnit(db, unit, { operator: '张三', at: AT });
    closeDatabase(db);
    return folder;
  };

  const versionIn = (file: string): number => {
    const db = new Database(file, { readonly: true });
    try {
      return Number(db.pragma('user_version', { simple: true }));
    } finally {
      db.close();
    }
  };

  it('leaves an older database at its step, without a backup, and says that it is to be brought up', async () => {
    const folder = await filled();
    const checks = await examine(folder, '1.2.3', newer);
    expect(checks.find(({ what }) => what === '数据文件')).toEqual({
      what: '数据文件',
      sound: true,
      found: `能打开，结构版本 ${MIGRATIONS.length}，需要升级到 ${newer.length}：下次打开绩效填报时会先做备份，再升级`,
    });
    expect(checks.map(({ what }) => what)).not.toContain('数据内容');
    expect(versionIn(folder.database)).toBe(MIGRATIONS.length);
    expect(checks.find(({ what }) => what === '最近的备份')?.found).toBe('还没有备份');
  });

  it('checks the contents of one of today', async () => {
    const folder = await filled();
    expect(await examine(folder, '1.2.3')).toContainEqual({ what: '数据内容', sound: true, found: '完整' });
  });

  it('makes nothing of an empty file', async () => {
    const folder = dataFolderAt(temporaryFolder());
    writeFileSync(folder.database, '');
    const checks = await examine(folder, '1.2.3');
    expect(checks).toContainEqual({ what: '数据文件', sound: true, found: '能打开，还没有内容' });
    expect(statSync(folder.database).size).toBe(0);
  });

  it('can look beside an open program, and sees what that one has written last', async () => {
    const folder = dataFolderAt(temporaryFolder());
    const app = await startApp({ data: folder.root });
    await app.services().start.loadSample();
    expect(existsSync(`${folder.database}-wal`)).toBe(true);
    expect(await examine(folder, '1.2.3')).toContainEqual({ what: '数据内容', sound: true, found: '完整' });
  });
});
