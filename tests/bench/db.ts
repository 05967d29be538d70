import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  closeDatabase,
  createProjects,
  createUnit,
  listProjects,
  openDatabase,
  saveProject,
  type Actor,
  type Db,
  type ListQuery,
  type NewProject,
} from '../../db/index.ts';
import { emptyContent, emptyIndicator, type ProjectContent } from '../../shared/model/project.ts';
import { UNIT_DEFAULTS } from '../../shared/model/unit.ts';
import type { BenchRow } from './row.ts';

const AT = '2026-11-21T05:00:00.000Z';
const ACTOR: Actor = { operator: '张三', at: AT };
const UNIT = {
  ...UNIT_DEFAULTS,
  id: 'u',
  name: '示例县示例镇人民政府本级',
  department: '',
  departmentCode: '',
  code: '',
};

/** Measures the database: listing, searching, autosave, import. */
export const benchDb = async (): Promise<BenchRow[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-bench-'));
  try {
    return [
      ...(await benchList(join(folder, 'ten.db'), 10_000)),
      ...(await benchList(join(folder, 'hundred.db'), 100_000)),
      await benchImport(folder),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const benchList = async (file: string, count: number): Promise<BenchRow[]> => {
  const db = await freshDatabase(file);
  createProjects(db, projects(count, 2), ACTOR);
  closeDatabase(db);
  const opening = performance.now();
  const reopened = await openDatabase(file, { backupFolder: `${file}-backups`, at: AT });
  const opened = performance.now() - opening;
  const size = count.toLocaleString('en');
  const rows: BenchRow[] = [
    { name: `open a database of ${size} projects`, value: opened, unit: 'ms', goal: null },
    { name: `first page of ${size} projects after opening`, value: firstPage(reopened), unit: 'ms', goal: null },
    { name: `list ${size} projects, p95`, value: p95(listings(reopened, count)), unit: 'ms', goal: 50 },
    { name: `search ${size} projects, p95`, value: p95(searches(reopened)), unit: 'ms', goal: 50 },
    { name: `list ${size} projects after a save, p95`, value: p95(afterSaves(reopened)), unit: 'ms', goal: 50 },
    { name: `autosave one field of ${size} projects, p95`, value: p95(autosaves(reopened)), unit: 'ms', goal: 10 },
  ];
  closeDatabase(reopened);
  return rows;
};

const QUERY: ListQuery = {
  unitId: UNIT.id,
  year: 2024,
  search: '',
  sort: 'position',
  descending: false,
  state: null,
  offset: 0,
  limit: 100,
};
const SORTS = ['position', 'name', 'total', 'progress', 'state', 'updated'] as const;

const time = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const p95 = (times: number[]): number => times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? NaN;

const firstPage = (db: Db): number => time(() => listProjects(db, QUERY));

/** Every sort, up and down, at the top, in the middle and at the end. */
const listings = (db: Db, count: number): number[] =>
  SORTS.flatMap((sort) =>
    [false, true].flatMap((descending) =>
      [0, count / 2, count - 100, 0].map((offset) =>
        time(() => listProjects(db, { ...QUERY, sort, descending, offset })),
      ),
    ),
  );

/** Common and rare, Chinese, pinyin and initials, the unit's own name, several words, nothing at all. */
const SEARCHES = [
  '道路',
  'daolu',
  'dl',
  '示',
  'shili',
  '人民政府',
  '道路 维护',
  '垃圾9',
  'ljqy77',
  '没有这个',
  'q',
  '4999',
];

const searches = (db: Db): number[] =>
  SEARCHES.flatMap((search) =>
    SORTS.map((sort) => time(() => listProjects(db, { ...QUERY, search, sort, descending: true }))),
  );

const afterSaves = (db: Db): number[] =>
  Array.from({ length: 40 }, (_, index) => {
    saveField(db, index);
    return time(() => listProjects(db, QUERY));
  });

const autosaves = (db: Db): number[] =>
  Array.from({ length: 200 }, (_, index) => time(() => saveField(db, 100 + index)));

/** Types one more character into one field of one indicator. */
const saveField = (db: Db, index: number): void => {
  const id = `p${index % 50}`;
  const project = versions.get(id) ?? { version: 1, content: content(index % 50, 2) };
  const [first, ...rest] = project.content.indicators;
  if (first === undefined) throw new Error('no indicator');
  const changed = { ...project.content, indicators: [{ ...first, level3: `${first.level3}里` }, ...rest] };
  const progress = { requiredDone: 9, requiredAll: 16 };
  const saved = saveProject(db, { id, version: project.version, content: changed, progress }, ACTOR);
  versions.set(id, saved);
};
let versions = new Map<string, { version: number; content: ProjectContent }>();

/** 1,000 projects in one transaction, against inserting their JSON text into one column in the simplest way. */
const benchImport = async (folder: string): Promise<BenchRow> => {
  const ratios: number[] = [];
  for (const round of [1, 2, 3, 4, 5]) {
    const db = await freshDatabase(join(folder, `import-${round}.db`));
    const batch = projects(1_000, 9);
    const ours = time(() => createProjects(db, batch, ACTOR));
    ratios.push(ours / plainInserts(join(folder, `plain-${round}.db`), batch));
    closeDatabase(db);
  }
  const median = ratios.sort((a, b) => a - b)[2] ?? NaN;
  return { name: 'import 1,000 projects / plain inserts of their JSON', value: median, unit: 'ratio', goal: null };
};

const plainInserts = (file: string, batch: readonly NewProject[]): number => {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE project (id TEXT PRIMARY KEY, content TEXT NOT NULL)');
  const insert = db.prepare('INSERT INTO project VALUES (?, ?)');
  const spent = time(
    db.transaction(() => {
      for (const project of batch) insert.run(project.id, JSON.stringify(project.content));
    }),
  );
  db.close();
  return spent;
};

const freshDatabase = async (file: string): Promise<Db> => {
  versions = new Map();
  const db = await openDatabase(file, { backupFolder: `${file}-backups`, at: AT });
  createUnit(db, UNIT, ACTOR);
  return db;
};

const WORDS =
  '农村,道路,维护,工作,经费,社区,垃圾,清运,补贴,环境,整治,党建,办公,人员,水利,灌溉,示范,乡镇,创新,服务'.split(',');

const projects = (count: number, indicators: number): NewProject[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    unitId: UNIT.id,
    year: 2024,
    content: content(index, indicators),
    progress: { requiredDone: index % 17, requiredAll: 16 },
    action: 'import',
  }));

const content = (index: number, indicators: number): ProjectContent => ({
  ...emptyContent(),
  // Four words that differ from project to project, always the same for the same number.
  name: `${[7, 13, 37, 101].map((step) => WORDS[Math.floor((index * step) / 11) % WORDS.length] ?? '').join('')}${index}`,
  implementingUnit: UNIT.name,
  attribute: '0101-一年期项目',
  period: '1 年',
  funds: { total: `${index % 977}.5`, fiscal: `${index % 977}`, other: '0.5' },
  goals: [`完成第${index}号项目的全部工作内容，${'确保群众满意。'.repeat(20)}`],
  indicators: Array.from({ length: indicators }, (_, number) => ({
    ...emptyIndicator(`i${number}`, 'quantity'),
    level3: `第${number}项工作完成的数量`,
    printed: `≥${index}公里`,
    operator: '≥' as const,
    value: String(index),
    unit: '公里',
  })),
});
