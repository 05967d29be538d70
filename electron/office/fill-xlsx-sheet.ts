import type { TablePlan } from '../../shared/fill/plan.ts';
import { columnName, moveFormula, offsetFormula, placeOf, rangeReference } from './cell-refs.ts';
import type { CellLook, sharedStrings } from './fill-xlsx-book.ts';
import { cellAt, emptyCell, writeCell } from './fill-xlsx-cells.ts';
import { moveSheetParts } from './fill-xlsx-moves.ts';
import { mergesIn } from './fill-xlsx-read.ts';
import type { RowMoves } from './row-moves.ts';
import { attribute, child, children, copyOf, create, remove, setText, textIn, type Element } from './xml-dom.ts';

export interface SheetContext {
  readonly strings: ReturnType<typeof sharedStrings>;
  readonly looks: readonly CellLook[];
  /** Name of the sheet in the template. */
  readonly name: string;
  readonly moves: RowMoves;
  readonly templateRows: number;
}

/** Carries out the plan of one sheet in its tree. */
export const fillSheet = (root: Element, plan: TablePlan, context: SheetContext): void => {
  const data = child(root, 'sheetData');
  if (data === null) return;
  openSharedFormulas(data);
  const originals = new Map<number, Element>();
  const behind: Element[] = [];
  let next = 0;
  for (const row of children(data, 'row')) {
    const at = Number(attribute(row, 'r') ?? next + 1) - 1;
    next = at + 1;
    if (at < context.templateRows) originals.set(at, row);
    else behind.push(row);
    remove(row);
  }
  const merges = mergesIn(root);
  plan.rows.forEach(({ source, copy, added, height }, at) => {
    const original = originals.get(source);
    const row = original === undefined ? create(data, 'row') : copyOf(original);
    placeRow(row, at);
    if (added) for (const cell of children(row, 'c')) emptyCell(cell);
    else moveFormulas(row, copy, context);
    if (height !== null) {
      row.setAttribute('ht', String(height));
      row.setAttribute('customHeight', '1');
    }
    // Last year's rows may be hidden; what is filled in is meant to be seen.
    data.appendChild(row);
  });
  for (const row of behind) {
    placeRow(row, Number(attribute(row, 'r')) - 1 - context.templateRows + plan.rows.length);
    moveFormulas(row, 0, context);
    data.appendChild(row);
  }
  write(data, plan, context);
  putMerges(root, plan, merges, context);
  moveSheetParts(root, plan, context);
};

const placeRow = (row: Element, at: number): void => {
  row.setAttribute('r', String(at + 1));
  let column = 0;
  for (const cell of children(row, 'c')) {
    const place = placeOf(attribute(cell, 'r') ?? '');
    column = place?.column ?? column;
    cell.setAttribute('r', `${columnName(column)}${at + 1}`);
    column += 1;
  }
};

/** Shared formulas are written once and meant for many cells: each gets its own before rows move. */
const openSharedFormulas = (data: Element): void => {
  const masters = new Map<string, { text: string; row: number; column: number }>();
  for (const row of children(data, 'row'))
    for (const cell of children(row, 'c')) {
      const formula = child(cell, 'f');
      if (formula === null || attribute(formula, 't') !== 'shared') continue;
      const place = placeOf(attribute(cell, 'r') ?? '');
      const id = attribute(formula, 'si') ?? '';
      const text = textIn(formula);
      if (place !== null && text !== '') masters.set(id, { text, ...place });
      const master = masters.get(id);
      for (const name of ['t', 'si', 'ref']) formula.removeAttribute(name);
      if (place === null || master === undefined) remove(formula);
      else setText(formula, offsetFormula(master.text, place.row - master.row, place.column - master.column));
    }
};

const moveFormulas = (row: Element, copy: number, { moves, name }: SheetContext): void => {
  for (const cell of children(row, 'c')) {
    const formula = child(cell, 'f');
    if (formula === null) continue;
    const move = moves.from(copy);
    if (textIn(formula) !== '') setText(formula, moveFormula(textIn(formula), move, { own: true, sheet: name }));
    if (attribute(formula, 'ref') !== null) formula.setAttribute('ref', attribute(cell, 'r') ?? '');
    // Counted before the rows moved; whoever opens the file counts anew.
    const value = child(cell, 'v');
    if (value !== null && attribute(cell, 't') === 'e') remove(value);
  }
};

const write = (data: Element, plan: TablePlan, { strings, looks }: SheetContext): void => {
  const rows = children(data, 'row');
  for (const one of plan.writes) {
    const row = rows[one.row];
    if (row === undefined) continue;
    const cell = cellAt(row, one.row, one.column);
    const shared = attribute(cell, 't') === 's' ? strings[Number(child(cell, 'v')?.textContent ?? -1)] : undefined;
    const numeric = looks[Number(attribute(cell, 's') ?? 0)]?.numeric ?? true;
    writeCell(cell, one, { shared: shared?.element ?? null, numeric });
  }
};

/** What must follow mergeCells in a sheet. */
const BEHIND_MERGES = [
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

const putMerges = (
  root: Element,
  plan: TablePlan,
  old: ReturnType<typeof mergesIn>,
  { templateRows }: SheetContext,
): void => {
  const more = plan.rows.length - templateRows;
  const references = [
    ...plan.merges.map(({ row, column, rows, columns }) =>
      rangeReference({ from: { row, column }, to: { row: row + rows - 1, column: column + columns - 1 } }),
    ),
    ...old
      .filter(({ from }) => from.row >= templateRows)
      .map(({ from, to }) =>
        rangeReference({ from: { ...from, row: from.row + more }, to: { ...to, row: to.row + more } }),
      ),
  ];
  const known = child(root, 'mergeCells');
  const list = known ?? create(root, 'mergeCells');
  for (const one of children(list)) remove(one);
  if (references.length === 0) {
    remove(list);
    return;
  }
  for (const reference of references) {
    const one = create(list, 'mergeCell');
    one.setAttribute('ref', reference);
    list.appendChild(one);
  }
  list.setAttribute('count', String(references.length));
  if (known === null)
    root.insertBefore(list, children(root).find(({ localName }) => BEHIND_MERGES.includes(localName ?? '')) ?? null);
};
