import { z } from 'zod';

/**
 * The level-2 indicators of both national trees, in printed order: 成本 under 产出 (财预〔2015〕88号), and
 * 成本 as a level 1 of its own with three kinds below it (财预〔2021〕101号). `other` keeps what neither tree names.
 */
export const LEVEL2_KINDS = [
  'quantity',
  'quality',
  'timeliness',
  'cost',
  'economicCost',
  'socialCost',
  'ecologicalCost',
  'economic',
  'social',
  'ecological',
  'sustainable',
  'satisfaction',
  'other',
] as const;

export const level2KindSchema = z.enum(LEVEL2_KINDS);

/** Which level-2 row an indicator belongs to, whatever a form prints for it. */
export type Level2Kind = z.infer<typeof level2KindSchema>;

/** 必填硬性 (must carry a number and a unit), 必填, or neither. */
export const requirementSchema = z.enum(['hard', 'required']).nullable();
export type Requirement = z.infer<typeof requirementSchema>;
