import Database from 'better-sqlite3';
import { foundation } from '../../db/migrations/001-foundation.ts';
import { APPLICATION_ID } from '../../db/migrations/index.ts';

const INDICATORS = `
INSERT INTO indicators VALUES
  (1, 'i2', 1, 'satisfaction', '', '', 'required', '群众满意度', '', '≥95%', '≥', '95', '%', '', '', ''),
  (1, 'i1', 0, 'quantity', '产出指标', '数量指标', 'hard', '维护里程', '村道', '≥12公里', '≥', '12', '公里', '10', '计划', '注')`;

const FROZEN = {
  ...{ name: '农村道路维护', code: '', departmentAndCode: '示例县示例镇人民政府 407001', implementingUnit: '示例镇' },
  ...{ attribute: '0101-一年期项目', period: '1 年', category: '', amountUnit: '万元', usage: '' },
  funds: { total: '95.0832', fiscal: '95.0832', other: '' },
  midtermFunds: { total: '', fiscal: '', other: '' },
  ...{ spendingPlan: [], goals: ['完成12公里。'], midtermGoals: [], indicators: [] },
};

/** A database as the first released schema left it, written without any code of ours but its SQL. */
export const makeVersion1 = (file: string): void => {
  const db = new Database(file);
  db.exec(foundation.sql);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma('user_version = 1');
  db.exec(`
    INSERT INTO units VALUES (1, 'unit-1', '示例县示例镇人民政府本级', '示例县示例镇人民政府', '407001', '407001001');
    INSERT INTO unit_years VALUES ('unit-1', 2024);
    INSERT INTO projects VALUES (1, 'p1', 'unit-1', 2024, 1, 'finished', 2, 1, 1, '2026-11-01T00:00:00.000Z',
      '2026-11-02T00:00:00.000Z', '2026-11-02T00:00:00.000Z', NULL, 14, 16, 95083200, 95083200, NULL, '95.0832',
      '农村道路维护', 'a', 'b', '示例镇', '', '', '0101-一年期项目', '1 年', '', '万元', '养护');
    INSERT INTO goals VALUES (1, 'annual', 0, '完成12公里。'), (1, 'midterm', 0, '三年完成。');
    INSERT INTO funds VALUES (1, 'annual', 'total', 95083200, '95.0832'), (1, 'annual', 'fiscal', 95083200, '95.0832');
    ${INDICATORS};
    INSERT INTO spending_plan VALUES (1, 0, '6月底', '50%');
    INSERT INTO revisions VALUES
      (1, 1, 1, '2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z', '张三', 'create', '[]'),
      (2, 1, 2, '2026-11-02T00:00:00.000Z', '2026-11-02T00:00:00.000Z', '张三', 'finish', '[]');
    INSERT INTO settings VALUES ('operator', '"张三"'), ('unitId', '"unit-1"'), ('year', '2024')`);
  db.prepare(`INSERT INTO versions VALUES (1, 1, '2026-11-02T00:00:00.000Z', '张三', ?)`).run(JSON.stringify(FROZEN));
  db.close();
};
