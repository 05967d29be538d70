import { z } from 'zod';
import { LONGEST_TEXT } from './text.ts';

const text = z.string().max(LONGEST_TEXT);

/**
 * What a unit declares for a year beside its projects: the parts of 绩效文本 about the whole department (paragraphs are
 * lines of a text), and what an imported table printed as its total. Every text is as typed; blank means not given.
 */
export const unitYearContentSchema = z.object({
  /** 总体绩效目标. */
  overallGoals: text,
  /** 分项绩效目标. */
  subGoals: text,
  /** 工作保障措施. */
  safeguards: text,
  /** Total of an imported 公开表 or 批复表 as printed, 万元; kept beside the exact sum, never used in place of it. */
  printedTotal: z.string().max(100),
});
export type UnitYearContent = z.infer<typeof unitYearContentSchema>;

/** A year about which nothing is said yet. */
export const emptyUnitYear = (): UnitYearContent => ({
  overallGoals: '',
  subGoals: '',
  safeguards: '',
  printedTotal: '',
});
