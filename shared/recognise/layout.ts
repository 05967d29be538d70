import { z } from 'zod';
import { FORM_IDS, type FormId } from '../model/form-id.ts';

/** What can be read: the official forms, and 自评表 (财预〔2020〕10号), which is read but not printed. */
export const LAYOUTS = [...FORM_IDS, 'self-evaluation'] as const;

export const layoutSchema = z.enum(LAYOUTS);
export type Layout = z.infer<typeof layoutSchema>;

/** The form that prints what was read; null where none does. */
export const formOf = (layout: Layout | null): FormId | null => (layout === 'self-evaluation' ? null : layout);
