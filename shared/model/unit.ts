import { z } from 'zod';
import { formIdSchema } from './form-id.ts';

/** A budget year, `2024`. */
export const yearSchema = z.int().min(1990).max(2100);
export type Year = z.infer<typeof yearSchema>;

const line = z.string().max(500);

/**
 * Where 成本 stands: `88` below 产出指标 (财预〔2015〕88号), `101` as a level 1 of its own with 经济成本, 社会成本 and
 * 生态环境成本 below it (财预〔2021〕101号).
 */
export const indicatorTreeSchema = z.enum(['88', '101']);
export type IndicatorTree = z.infer<typeof indicatorTreeSchema>;

/** A 预算单位: the unit that declares, and the department (主管部门) printed above its tables. */
export const unitSchema = z.object({
  id: z.string().min(1).max(64),
  /** 实施单位 as printed, e.g. 示例县示例镇人民政府本级. */
  name: line.min(1),
  /** 主管部门 as printed on the title line and in 主管部门及代码. */
  department: line,
  /** 主管部门 code, `407001`; blank where the county prints none. */
  departmentCode: line,
  code: line,
  /** The official forms this unit hands in; what they need is asked in the wizard. The first is shown first. */
  forms: z.array(formIdSchema).min(1),
  tree: indicatorTreeSchema,
  /** 审核单位 on the cover of 绩效文本, e.g. 示例县财政局. */
  reviewer: line,
});
export type Unit = z.infer<typeof unitSchema>;

/** What one installation remembers apart from the projects. */
export const settingsSchema = z.object({
  /** Who works here now; written into every revision. */
  operator: line,
  unitId: line,
  year: yearSchema,
  /** 项目属性 offered in the wizard. */
  attributes: z.array(line).max(100),
  /** Departments offered in the wizard. */
  departments: z.array(z.object({ name: line, code: line })).max(200),
  fonts: z.object({ attachment: line, title: line, subtitle: line, body: line, heading: line }),
  /** Print 经济效益 and 生态效益 when empty, or leave the rows out. */
  printEmptyOptionalRows: z.boolean(),
  /** What the weights of a project's indicators add up to: 90 and 10 for 预算执行率 in most places. */
  weightSum: z.number().min(1).max(1000),
  /** Print a last line 填报人, 负责人, 日期, 盖章处. */
  printSignOff: z.boolean(),
  /** Print page number and 校验码 at the foot of every page. */
  printCheckCode: z.boolean(),
  /** Templates for the name of an exported workbook and of a single project's file; their tokens are in tokens.ts. */
  workbookName: line.min(1),
  fileName: line.min(1),
  mail: z.object({ to: line, subject: line, body: z.string().max(5_000) }),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Settings of a fresh installation. Fonts after GB/T 9704-2012, all found on a Windows PC or replaced there. */
export const defaultSettings = (year: Year): Settings => ({
  operator: '',
  unitId: '',
  year,
  attributes: ['0101-一年期项目'],
  departments: [],
  fonts: { attachment: '黑体', title: '方正小标宋简体', subtitle: '楷体_GB2312', body: '仿宋_GB2312', heading: '黑体' },
  printEmptyOptionalRows: false,
  weightSum: 90,
  printSignOff: false,
  printCheckCode: false,
  workbookName: '{单位}-{年度}年{表名}',
  fileName: '{序号}.{项目名称}{表名}',
  mail: {
    to: '',
    subject: '{单位}{年度}年{表名}',
    body: '您好：\n\n附件是{单位}{年度}年{表名}，共{项目数}个项目，请审核。\n\n{填报人}\n{日期}',
  },
});

/** What every new unit starts with until the clerk says otherwise. */
export const UNIT_DEFAULTS: Pick<Unit, 'forms' | 'tree' | 'reviewer'> = { forms: ['annex2'], tree: '88', reviewer: '' };
