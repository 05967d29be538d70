import { ExpectedError } from '../../shared/model/errors.ts';
import type { Template, TemplateCell } from '../../shared/fill/template.ts';
import { flowOf, type FlowRow } from './fill-docx-flow.ts';
import type { PackageParts } from './package-parts.ts';
import { attribute, child, children, descendants, rootOf, type Element } from './xml-dom.ts';

/** More rows than any form has; a book of that size is no template. */
const MOST_ROWS = 20_000;

export const documentOf = (parts: PackageParts): string => {
  const name = parts.names().find((one) => /^word\/document\d*\.xml$/iu.test(one));
  if (name !== undefined) return name;
  throw new ExpectedError('file-foreign', `“${parts.fileName}”不是 Word 文档，无法填写。`);
};

export const bodyOf = (parts: PackageParts): Element => {
  const root = rootOf(parts.document(documentOf(parts)));
  const body = child(root, 'body');
  if (body === null) throw new ExpectedError('file-empty', `“${parts.fileName}”里没有内容。`);
  return body;
};

/** A document as a template: one table of all its paragraphs and rows. */
export const readDocxTemplate = (parts: PackageParts): { template: Template; flow: readonly FlowRow[] } => {
  const flow = flowOf(bodyOf(parts));
  if (flow.length > MOST_ROWS)
    throw new ExpectedError('file-too-large', `“${parts.fileName}”超过 ${MOST_ROWS} 行，不能当作模板。`);
  const widths = widthsOf(flow);
  const cells = flow.flatMap((row, at) =>
    row.table === null ? linesOf(row, at, widths.length) : cellsOf(flow, row, at),
  );
  return {
    flow,
    template: {
      format: 'docx',
      tables: [{ name: '', rows: flow.length, widths, heights: flow.map(() => null), cells, pages: pagesIn(flow) }],
    },
  };
};

/** Rows behind the end of a section or a page, and those that say they begin one. */
const pagesIn = (flow: readonly FlowRow[]): number[] =>
  flow.flatMap(({ element }, row) => {
    const before = flow[row - 1]?.element;
    return begins(element) || (before !== undefined && ends(before)) ? [row] : [];
  });

const begins = (element: Element): boolean => {
  const properties = element.localName === 'p' ? child(element, 'pPr') : null;
  return properties !== null && child(properties, 'pageBreakBefore') !== null;
};

const ends = (element: Element): boolean => {
  if (element.localName !== 'p') return false;
  const properties = child(element, 'pPr');
  if (properties !== null && child(properties, 'sectPr') !== null) return true;
  return descendants(element, 'br').some((one) => attribute(one, 'type') === 'page');
};

const LOOK = { size: 12, numeric: false, wrap: true } as const;

const linesOf = ({ cells }: FlowRow, row: number, columns: number): TemplateCell[] =>
  cells.map(({ text, fixed }) => ({ row, column: 0, rows: 1, columns, text, kind: fixed ? 'fixed' : 'line', ...LOOK }));

const cellsOf = (flow: readonly FlowRow[], { cells, table }: FlowRow, row: number): TemplateCell[] =>
  cells.flatMap(({ column, columns, covered, text, fixed }): TemplateCell[] => {
    if (covered && continues(flow, row, table, column)) return [];
    let rows = 1;
    while (
      flow[row + rows]?.table === table &&
      flow[row + rows]?.cells.some((one) => one.column === column && one.covered) === true
    )
      rows += 1;
    return [{ row, column, rows, columns, text, kind: fixed ? 'fixed' : 'text', ...LOOK }];
  });

/** A cell that goes on has one above it in its table. */
const continues = (flow: readonly FlowRow[], row: number, table: Element | null, column: number): boolean => {
  const above = flow[row - 1];
  return above?.table === table && above.cells.some((one) => one.column === column);
};

/** The columns of the widest table, in points. */
const widthsOf = (flow: readonly FlowRow[]): number[] => {
  const tables = new Set(flow.flatMap(({ table }) => (table === null ? [] : [table])));
  let widths: number[] = [];
  for (const table of tables) {
    const grid = child(table, 'tblGrid');
    const own = (grid === null ? [] : children(grid, 'gridCol')).map(
      (one) => (Number(attribute(one, 'w') ?? 0) || 1_000) / 20,
    );
    if (own.length > widths.length) widths = own;
  }
  const most = Math.max(1, ...flow.flatMap(({ cells }) => cells.map(({ column, columns }) => column + columns)));
  while (widths.length < most) widths.push(60);
  return widths;
};
