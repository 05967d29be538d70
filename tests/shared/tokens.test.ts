import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../shared/grid/names.ts';
import {
  COMMON_TOKENS,
  fileDate,
  letterDate,
  PROJECT_TOKENS,
  projectTokens,
  templateTokens,
  unknownTokens,
} from '../../shared/model/tokens.ts';

const facts = {
  unit: { name: '示例镇农业服务中心', department: '示例镇人民政府' },
  year: 2024,
  date: '2024-03-05',
  operator: '王会计',
  count: 12,
};

describe('the tokens of templates', () => {
  it('{单位} is what stands above the table, {实施单位} whose projects they are', () => {
    expect(fillTemplate('{单位}/{实施单位}', templateTokens(facts))).toBe('示例镇人民政府/示例镇农业服务中心');
  });

  it('{单位} is the unit itself where no department is stored', () => {
    expect(templateTokens({ ...facts, unit: { name: '示例镇人民政府', department: '' } }).单位).toBe('示例镇人民政府');
  });

  it('{序号} is as wide as the last number, so that files sort as the projects do', () => {
    const numbers = [0, 8, 11].map((index) => projectTokens({ index, count: 12, name: '甲' }).序号);
    expect(numbers).toEqual(['01', '09', '12']);
  });

  it('{表名} is the official name of the paper', () => {
    expect(fillTemplate('{年度}年{表名}', templateTokens({ ...facts, paper: '项目支出绩效目标批复表' }))).toBe(
      '2024年项目支出绩效目标批复表',
    );
  });

  it('a project without a name still gets a file name', () => {
    expect(projectTokens({ index: 0, count: 1, name: '' })).toEqual({ 序号: '1', 项目名称: '未命名项目' });
  });

  it('all that are told to the clerk are filled, and no others', () => {
    expect(Object.keys(templateTokens(facts)).sort()).toEqual(Object.keys(COMMON_TOKENS).sort());
    expect(Object.keys(projectTokens({ index: 0, count: 1, name: '' })).sort()).toEqual(
      Object.keys(PROJECT_TOKENS).sort(),
    );
  });

  it('a misspelt one is told, and so is 项目名称 where there is no one project', () => {
    expect(unknownTokens('{单位}{填报人}{项目数}{名称}{项目名称}', COMMON_TOKENS)).toEqual(['名称', '项目名称']);
    expect(unknownTokens('{toString}', COMMON_TOKENS)).toEqual(['toString']);
  });

  it('days are written for sorting in names, and in words in letters', () => {
    const day = new Date(2024, 2, 5);
    expect([fileDate(day), letterDate(day)]).toEqual(['2024-03-05', '2024年3月5日']);
  });
});
