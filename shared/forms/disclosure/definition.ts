import type { FieldDefinition, FormRules, IndicatorRow, LevelDefinition } from '../form.ts';
import { treeLevels, treeRows, withIndicatorWord } from '../trees.ts';

/* The words of 公开表 (青海, text style), as printed. */

/** In file names and of the sheet. */
export const TABLE_NAME = '项目支出绩效目标公开表';

/** The title: {部门}{年}年 stands before it. */
export const TITLE = `部门预算${TABLE_NAME}`;

/** The columns from left to right. */
export const HEADER = ['单位编码', '单位及项目名称', '金额\n(万元)', '绩效目标', '绩效指标'] as const;

/** Before the name of a project that goes on from the page before. */
export const CONTINUED = '（续）';

/** The fields of the form in printed order. */
export const FIELDS = [
  {
    path: 'name',
    label: '项目名称',
    printed: '单位及项目名称',
    step: 'basics',
    required: true,
    kind: 'text',
    hint: '与预算文件中的项目名称一致，例如“人大工作经费”。',
  },
  {
    path: 'funds.total',
    label: '金额',
    printed: '金额（万元）',
    step: 'funds',
    required: true,
    kind: 'amount',
    hint: '单位万元，按实际金额填写；公开表印两位小数，合计按实际金额相加。',
  },
  {
    path: 'goals.0',
    label: '绩效目标',
    printed: '绩效目标',
    step: 'goals',
    required: true,
    kind: 'longText',
    hint: '写清这笔钱做什么事、做多少、达到什么效果；有几个目标的每个一段，公开表印成“目标一：…”。',
  },
] as const satisfies readonly FieldDefinition[];

/** The level-1 headings in printed order. */
export const levelsOf = ({ tree }: Pick<FormRules, 'tree'>): readonly LevelDefinition[] => treeLevels(tree);

/** The level-2 headings: four outputs, 社会效益 and 满意度 are never left out; the others stand where there is something to say. */
export const rowsOf = ({ tree }: Pick<FormRules, 'tree'>): readonly IndicatorRow[] =>
  treeRows(tree, withIndicatorWord, {
    quantity: 'required',
    quality: 'required',
    timeliness: 'required',
    cost: 'required',
    social: 'required',
    satisfaction: 'required',
  });
