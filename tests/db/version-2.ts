import Database from 'better-sqlite3';
import { foundation } from '../../db/migrations/001-foundation.ts';
import { everyForm } from '../../db/migrations/002-every-form.ts';
import { APPLICATION_ID } from '../../db/migrations/index.ts';

const INDICATOR = {
  ...{ id: 'i1', kind: 'quantity', level1: '', level2: '', requirement: null, level3: '维护里程', description: '' },
  ...{ printed: '≥12公里', operator: '≥', value: '12', unit: '公里', weight: '10', basis: '', note: '' },
};

const FROZEN = {
  ...{ name: '农村道路维护', code: '', departmentAndCode: '', implementingUnit: '', attribute: '', period: '' },
  ...{ category: '', amountUnit: '万元', usage: '', funds: { total: '95.0832', fiscal: '', other: '' } },
  midtermFunds: { total: '', fiscal: '', other: '' },
  ...{ spendingPlan: [], goals: ['完成12公里。'], midtermGoals: [], midtermIndicators: [], indicators: [INDICATOR] },
};

const COLUMNS = `pk, id, unit_id, year, position, state, version, revision, change, created_at, updated_at, finished_at,
  deleted_at, required_done, required_all, total_fen, fiscal_fen, other_fen, total_text, name, name_order, search,
  implementing_unit, code, department_and_code, attribute, period, category, amount_unit, usage`;

const project = (pk: number, state: string, deleted: string): string => `
INSERT INTO projects (${COLUMNS}) VALUES (${pk}, 'p${pk}', 'unit-1', 2024, ${pk}, '${state}', 3, 1, ${pk}, 'a', 'b', NULL,
  ${deleted}, 1, 16, 95083200, NULL, NULL, '95.0832', '农村道路维护', 'a', 'b', '', '', '', '', '', '', '万元', '')`;

/** A database as the second released schema left it: a finished project, a draft, and a deleted one. */
export const makeVersion2 = (file: string): void => {
  const db = new Database(file);
  db.exec(foundation.sql);
  db.exec(everyForm.sql);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma('user_version = 2');
  db.exec(`
    INSERT INTO units (id, name, department, department_code, code) VALUES ('unit-1', '示例镇', '示例镇', '', '');
    INSERT INTO unit_years VALUES ('unit-1', 2024);
    ${project(1, 'finished', 'NULL')}; ${project(2, 'draft', 'NULL')}; ${project(3, 'draft', `'c'`)};
    INSERT INTO funds VALUES (1, 'annual', 'total', 95083200, '95.0832'), (2, 'annual', 'total', 95083200, '95.0832'),
      (3, 'annual', 'total', 95083200, '95.0832');
    INSERT INTO goals VALUES (1, 'annual', 0, '完成12公里。');
    INSERT INTO indicators VALUES (1, 'i1', 0, 'quantity', '', '', NULL, '维护里程', '', '≥12公里', '≥', '12', '公里', '10',
      '', '', 'annual');
    INSERT INTO indicators VALUES (1, 'm1', 0, 'quantity', '', '', NULL, '三年里程', '', '≥36公里', '≥', '36', '公里', '',
      '', '', 'midterm');
    INSERT INTO unit_year_contents VALUES ('unit-1', 2024, 1, 'a', '保障运转。', '', '', '')`);
  const revision = db.prepare(`INSERT INTO revisions VALUES (?, ?, ?, 'a', 'b', '张三', ?, ?)`);
  const typed = [{ path: 'indicators.i1.printed', before: '≥10公里', after: '≥12公里' }];
  revision.run(11, 1, 1, 'create', '[]');
  revision.run(12, 1, 2, 'edit', JSON.stringify(typed));
  revision.run(15, 1, 3, 'finish', '[]');
  revision.run(16, 2, 3, 'import', '[]');
  revision.run(17, 3, 3, 'delete', '[]');
  db.prepare(`INSERT INTO versions VALUES (1, 1, 'b', '张三', ?)`).run(JSON.stringify(FROZEN));
  db.close();
};
