import { parseFen } from '../shared/model/money.ts';
import type { ProjectContent } from '../shared/model/project.ts';
import { all, type Readable } from './connection.ts';

/**
 * Examines the whole database: SQLite's integrity check, foreign keys, and whether what is kept twice says the same.
 * @returns one Chinese sentence a problem, [] when sound
 */
export const checkDatabase = (db: Readable): string[] => [
  ...integrity(db),
  ...foreignKeys(db),
  ...amounts(db),
  ...versions(db),
];

const integrity = (db: Readable): string[] =>
  all<{ integrity_check: string }>(db, 'PRAGMA integrity_check(20)')
    .filter((row) => row.integrity_check !== 'ok')
    .map((row) => `数据文件的结构有损坏：${row.integrity_check}`);

const foreignKeys = (db: Readable): string[] =>
  all<{ table: string }>(db, 'PRAGMA foreign_key_check').map(({ table }) => `表 ${table} 里有一行找不到它所属的项目。`);

interface AmountRow {
  readonly name: string;
  readonly amountUnit: ProjectContent['amountUnit'];
  readonly text: string;
  readonly fen: number | null;
  readonly listed: number | null;
}

const amounts = (db: Readable): string[] =>
  all<AmountRow>(
    db,
    `SELECT projects.name, amount_unit AS amountUnit, coalesce(text, '') AS text, fen,
       CASE sources.source WHEN 'total' THEN total_fen WHEN 'fiscal' THEN fiscal_fen ELSE other_fen END AS listed
     FROM projects
     JOIN (SELECT 'total' AS source UNION ALL SELECT 'fiscal' UNION ALL SELECT 'other') AS sources
     LEFT JOIN funds ON project = pk AND span = 'annual' AND funds.source = sources.source`,
  )
    .filter(({ amountUnit, text, fen, listed }) => fen !== listed || parseFen(text, amountUnit) !== fen)
    .map(({ name }) => `项目“${name}”的金额和一览里的金额不一致。`);

const versions = (db: Readable): string[] =>
  all<{ name: string }>(
    db,
    `SELECT name FROM projects
     WHERE version IS NOT (SELECT max(version) FROM revisions WHERE project = pk)
       OR (state IN ('finished', 'approved')
         AND NOT EXISTS (SELECT 1 FROM versions WHERE project = pk AND versions.revision = projects.revision))`,
  ).map(({ name }) => `项目“${name}”的修改记录不完整。`);
