import type { FillPlan, PlannedMerge, TablePlan } from '../../shared/fill/plan.ts';
import { emptyFlow, letGrow, writeFlow } from './fill-docx-cells.ts';
import { emptyTable, isLastSection, tableCells, type FlowRow } from './fill-docx-flow.ts';
import { cleanCopy, dropHalfMarks, markContents } from './fill-docx-ids.ts';
import { bodyOf, readDocxTemplate } from './fill-docx-read.ts';
import type { PackageParts } from './package-parts.ts';
import { child, children, copyOf, create, remove, type Element } from './xml-dom.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * Carries a plan out in a document: rows of tables copied and left out, the form repeated for every project. Everything that
 * is no row of the plan, headers, footers and styles, stays byte for byte.
 * @param parts the template; it becomes the result
 */
export const fillDocx = (parts: PackageParts, plan: FillPlan): Uint8Array => {
  const { flow } = readDocxTemplate(parts);
  const [table] = plan.tables;
  if (table === undefined) return parts.save();
  const body = bodyOf(parts);
  const sections = children(body).filter((one) => isLastSection(one) && one.nextSibling === null);
  const blocks = blocksOf(flow, table, body);
  for (const one of children(body)) remove(one);
  for (const block of [...blocks, ...sections]) body.appendChild(block);
  dropHalfMarks(body);
  markContents(body);
  return parts.save();
};

/** The rows of the plan as paragraphs and tables. */
const blocksOf = (flow: readonly FlowRow[], plan: TablePlan, body: Element): Element[] => {
  const blocks: Element[] = [];
  const writes = new Map<number, TablePlan['writes'][number][]>();
  for (const one of plan.writes) writes.set(one.row, [...(writes.get(one.row) ?? []), one]);
  const cover = coveredBy(plan.merges);
  const seen = new Set<number>();
  let open: { readonly of: Element; readonly copy: number; readonly table: Element } | null = null;
  plan.rows.forEach((row, at) => {
    const source = flow[row.source];
    if (source === undefined) return;
    const again = seen.has(row.source);
    seen.add(row.source);
    const element = copyOf(source.element);
    if (again) cleanCopy(element);
    if (source.table === null) {
      open = null;
      if (row.page) breakBefore(element);
      for (const write of writes.get(at) ?? []) writeFlow(element, write);
      blocks.push(element);
      return;
    }
    if (row.page) {
      open = null;
      if (!endsSection(blocks.at(-1))) blocks.push(pageBreak(body));
    }
    if (open === null || open.of !== source.table || open.copy !== row.copy) {
      // Two tables without anything between them would become one.
      if (blocks.at(-1)?.localName === 'tbl') blocks.push(create(body, 'p'));
      open = { of: source.table, copy: row.copy, table: emptyTable(source.table) };
      blocks.push(open.table);
    }
    fillRow(element, source, { added: row.added, at, writes: writes.get(at) ?? [], cover });
    open.table.appendChild(element);
  });
  return blocks;
};

const endsSection = (block: Element | undefined): boolean => {
  const properties = block?.localName === 'p' ? child(block, 'pPr') : null;
  return properties !== null && child(properties, 'sectPr') !== null;
};

interface RowWork {
  readonly added: boolean;
  readonly at: number;
  readonly writes: TablePlan['writes'];
  readonly cover: (row: number, column: number) => PlannedMerge | null;
}

const fillRow = (row: Element, source: FlowRow, { added, at, writes, cover }: RowWork): void => {
  const cells = tableCells(row);
  source.cells.forEach(({ column }, index) => {
    const cell = cells[index];
    if (cell === undefined) return;
    if (added) emptyFlow(cell);
    const merge = cover(at, column);
    setMerge(cell, merge === null ? null : merge.row === at ? 'restart' : 'continue');
    const write = writes.find((one) => one.column === column);
    if (write !== undefined) writeFlow(cell, write);
  });
  if (writes.length > 0) letGrow(row);
};

const coveredBy = (merges: readonly PlannedMerge[]): RowWork['cover'] => {
  const places = new Map<string, PlannedMerge>();
  for (const merge of merges) {
    if (merge.rows < 2) continue;
    for (let row = merge.row; row < merge.row + merge.rows; row += 1) places.set(`${row}:${merge.column}`, merge);
  }
  return (row, column) => places.get(`${row}:${column}`) ?? null;
};

/** What must stand before w:vMerge among the properties of a cell. */
const BEFORE_MERGE = new Set(['cnfStyle', 'tcW', 'gridSpan', 'hMerge']);

const setMerge = (cell: Element, merge: 'restart' | 'continue' | null): void => {
  const properties = child(cell, 'tcPr');
  const known = properties === null ? null : child(properties, 'vMerge');
  if (merge === null) {
    if (known !== null) remove(known);
    return;
  }
  const own = properties ?? create(cell, 'tcPr');
  if (properties === null) cell.insertBefore(own, cell.firstChild);
  const element = create(cell, 'vMerge');
  const prefix = cell.prefix ? `${cell.prefix}:` : '';
  if (merge === 'restart') element.setAttributeNS(WORD_OF(cell), `${prefix}val`, 'restart');
  if (known !== null) own.replaceChild(element, known);
  else own.insertBefore(element, children(own).find(({ localName }) => !BEFORE_MERGE.has(localName ?? '')) ?? null);
};

const WORD_OF = (element: Element): string => element.namespaceURI ?? WORD;

/** What must stand before w:pageBreakBefore among the properties of a paragraph. */
const BEFORE_BREAK = new Set(['pStyle', 'keepNext', 'keepLines']);

const breakBefore = (paragraph: Element): void => {
  if (paragraph.localName !== 'p') return;
  const known = child(paragraph, 'pPr');
  const properties = known ?? create(paragraph, 'pPr');
  if (known === null) paragraph.insertBefore(properties, paragraph.firstChild);
  if (child(properties, 'pageBreakBefore') !== null) return;
  const element = create(paragraph, 'pageBreakBefore');
  properties.insertBefore(
    element,
    children(properties).find(({ localName }) => !BEFORE_BREAK.has(localName ?? '')) ?? null,
  );
};

const pageBreak = (body: Element): Element => {
  const paragraph = create(body, 'p');
  const run = create(body, 'r');
  const element = create(body, 'br');
  const prefix = body.prefix ? `${body.prefix}:` : '';
  element.setAttributeNS(WORD_OF(body), `${prefix}type`, 'page');
  run.appendChild(element);
  paragraph.appendChild(run);
  return paragraph;
};
