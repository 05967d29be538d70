import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { closeDatabase, createProjects, createUnit, openDatabase, type Actor, type Db } from '../../db/index.ts';
import type { NewProject, StoredProject } from '../../db/types.ts';
import { emptyContent, emptyIndicator, type ProjectContent } from '../../shared/model/project.ts';
import { UNIT_DEFAULTS, type Unit } from '../../shared/model/unit.ts';

export const UNIT: Unit = {
  id: 'unit-1',
  name: '示例县示例镇人民政府本级',
  department: '示例县示例镇人民政府',
  departmentCode: '407001',
  code: '407001001',
  ...UNIT_DEFAULTS,
};

export const AT = '2026-11-21T05:00:00.000Z';
export const ZHANG: Actor = { operator: '张三', at: AT };

/** Zhang, some minutes later. */
export const later = (minutes: number, operator = '张三'): Actor => ({
  operator,
  at: new Date(Date.parse(AT) + minutes * 60_000).toISOString(),
});

/** A folder of its own for one test, gone afterwards. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-db-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Opens a database of a test and closes it when the test ends. */
export const openIn = async (folder: string): Promise<Db> => {
  const db = await openDatabase(join(folder, 'jixiao.db'), { backupFolder: join(folder, 'backups'), at: AT });
  onTestFinished(() => closeDatabase(db));
  return db;
};

/** A fresh database with one unit. */
export const freshDatabase = async (): Promise<Db> => {
  const db = await openIn(temporaryFolder());
  createUnit(db, UNIT, ZHANG);
  return db;
};

/** A content with something in every part of it. */
export const roadContent = (name = '农村道路维护'): ProjectContent => ({
  ...emptyContent(),
  name,
  code: '63012300024T000000550',
  departmentAndCode: '407001-示例县示例镇人民政府',
  implementingUnit: UNIT.name,
  attribute: '0101-一年期项目',
  period: '1 年',
  funds: { total: '95.0832', fiscal: '90', other: '5.0832' },
  goals: ['完成12公里村道维护。'],
  spendingPlan: [{ by: '3月底', percent: '25%' }],
  indicators: [
    {
      ...emptyIndicator('i1', 'quantity'),
      level3: '维护里程',
      printed: '≥12公里',
      operator: '≥',
      value: '12',
      unit: '公里',
    },
    {
      ...emptyIndicator('i2', 'satisfaction'),
      level3: '群众满意度',
      printed: '≥95%',
      operator: '≥',
      value: '95',
      unit: '%',
    },
  ],
});

export const newProject = (id: string, content = roadContent(), more: Partial<NewProject> = {}): NewProject => ({
  id,
  unitId: UNIT.id,
  year: 2024,
  content,
  progress: { requiredDone: 3, requiredAll: 16 },
  action: 'create',
  ...more,
});

/** Stores one project and answers it. */
export const stored = (db: Db, id = 'p1', content = roadContent()): StoredProject => {
  const [project] = createProjects(db, [newProject(id, content)], ZHANG);
  if (project === undefined) throw new Error('nothing was stored');
  return project;
};

/** What a save of the project with another content hands in. */
export const edited = (project: StoredProject, change: Partial<ProjectContent>) => ({
  id: project.id,
  version: project.version,
  content: { ...project.content, ...change },
  progress: { requiredDone: 4, requiredAll: 16 },
});
