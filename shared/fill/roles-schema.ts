import { z } from 'zod';
import { ROLES } from './roles.ts';

/** More cells than a clerk would ever correct. */
const MOST = 3_000;

/** What the clerk said of single cells, as it comes from the window or from what was kept. */
export const correctionsSchema = z
  .record(z.string().regex(/^\d{1,4}:\d{1,6}:\d{1,4}$/u), z.enum(ROLES))
  .refine((corrections) => Object.keys(corrections).length <= MOST);
