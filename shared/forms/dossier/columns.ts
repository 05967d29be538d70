/**
 * The eight columns of a project's table in points, so that amounts, plan and indicators all stand under each other: five
 * characters of 小四 for labels, four for 二级指标, seven for 三级指标; together the width between the margins.
 */
export const COLUMNS: readonly number[] = [69, 60, 41, 41, 60, 57, 58, 81];
