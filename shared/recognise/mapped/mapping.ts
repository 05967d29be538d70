import { z } from 'zod';
import { MAPPED_FIELDS } from './fields.ts';

const label = z.string().max(200);
const column = z.int().min(0).max(16_383);

/** A column, known by the text of its head; by its place alone where that is blank. */
export const mappedColumnSchema = z.object({ column, header: label, field: z.enum(MAPPED_FIELDS) });
export type MappedColumn = z.infer<typeof mappedColumnSchema>;

/** A cell of a form for one project, known by the label left of it or above it. */
export const mappedCellSchema = z.object({
  label,
  side: z.enum(['left', 'above']),
  field: z.enum(MAPPED_FIELDS),
});
export type MappedCell = z.infer<typeof mappedCellSchema>;

/**
 * How a form that the program does not know is read: as the clerk said it once. `list`: a table of many projects below its
 * head; `single`: a table a project, its cells found by their labels, its indicators below a head of their own.
 */
export const mappingSchema = z.object({
  shape: z.enum(['list', 'single']),
  /** Unit of the amounts where the file itself does not say. */
  amountUnit: z.enum(['万元', '元']),
  /** How many rows the head has; 0 where there are no columns. */
  headerRows: z.int().min(0).max(6),
  columns: z.array(mappedColumnSchema).max(60),
  cells: z.array(mappedCellSchema).max(60),
  /** The program knows a form in such files, and the clerk wants them read this way instead. */
  instead: z.boolean().optional(),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** A mapping that is kept for the next file of the same form. */
export const keptMappingSchema = z.object({
  id: z.string().min(1).max(64),
  /** As the clerk calls it: 县里的项目申报表. */
  name: z.string().min(1).max(100),
  /** Labels a file of the form has; see signatureOf. */
  signature: z.string().max(10_000),
  mapping: mappingSchema,
});
export type KeptMapping = z.infer<typeof keptMappingSchema>;

/** A mapping that says nothing yet. */
export const emptyMapping = (shape: Mapping['shape']): Mapping => ({
  shape,
  amountUnit: '万元',
  headerRows: shape === 'list' ? 1 : 0,
  columns: [],
  cells: [],
});
