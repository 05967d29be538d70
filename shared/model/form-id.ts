import { z } from 'zod';

/**
 * The official forms: 附件2 目标表 (宁夏), 批复表 and 公开表 (青海), 绩效文本 (河北), and the national 申报表
 * (财预〔2015〕88号).
 */
export const FORM_IDS = ['annex2', 'approval', 'disclosure', 'dossier', 'declaration'] as const;

export const formIdSchema = z.enum(FORM_IDS);
export type FormId = z.infer<typeof formIdSchema>;

/** Everything that can be saved and printed: the official forms, and 汇总表, the list of a year. */
export const PAPER_IDS = [...FORM_IDS, 'summary'] as const;

export const paperIdSchema = z.enum(PAPER_IDS);
export type PaperId = z.infer<typeof paperIdSchema>;
