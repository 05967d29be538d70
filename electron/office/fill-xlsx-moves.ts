import type { TablePlan } from '../../shared/fill/plan.ts';
import { moveFormula, rangeOf, rangeReference, referenceOf, placeOf } from './cell-refs.ts';
import type { RowMoves } from './row-moves.ts';
import {
  attribute,
  child,
  children,
  copyOf,
  create,
  descendants,
  remove,
  setText,
  textIn,
  type Element,
} from './xml-dom.ts';

interface MoveContext {
  readonly name: string;
  readonly moves: RowMoves;
  readonly templateRows: number;
}

/** Everything of a sheet that names rows, beside its cells and merges: it follows them. */
export const moveSheetParts = (root: Element, plan: TablePlan, context: MoveContext): void => {
  for (const part of children(root)) {
    switch (part.localName ?? '') {
      case 'sheetData':
      case 'mergeCells':
        break;
      case 'dimension':
        remove(part);
        break;
      case 'sheetViews':
        moveViews(part, context);
        break;
      case 'rowBreaks':
        moveBreaks(part, plan, context);
        break;
      default:
        moveReferences(part, context);
    }
  }
};

/** A list of ranges, each once for every copy of the form it lies in. */
export const movedList = (list: string, { moves }: Pick<MoveContext, 'moves'>): string =>
  list
    .split(/\s+/u)
    .filter((reference) => reference !== '')
    .flatMap((reference) => {
      const range = rangeOf(reference);
      if (range === null) return [reference];
      return moves
        .ranges(range.from.row, range.to.row)
        .map(({ from, to }) => rangeReference({ from: { ...range.from, row: from }, to: { ...range.to, row: to } }));
    })
    .join(' ');

/** One range, from the first to the last row of all it became. */
export const movedRange = (reference: string, { moves }: Pick<MoveContext, 'moves'>): string | null => {
  const range = rangeOf(reference);
  if (range === null) return reference;
  const all = moves.ranges(range.from.row, range.to.row);
  if (all.length === 0) return null;
  const from = Math.min(...all.map((one) => one.from));
  const to = Math.max(...all.map((one) => one.to));
  return rangeReference({ from: { ...range.from, row: from }, to: { ...range.to, row: to } });
};

/** Where the clerk last looked is no matter; a pane that holds rows still keeps them. */
const moveViews = (views: Element, context: MoveContext): void => {
  for (const view of children(views)) {
    view.removeAttribute('topLeftCell');
    for (const selection of children(view, 'selection')) {
      const active = attribute(selection, 'activeCell');
      const place = active === null ? null : placeOf(active);
      if (place === null) continue;
      const row = context.moves.from(0)(place.row, 'first') ?? 0;
      const reference = referenceOf({ row, column: place.column });
      selection.setAttribute('activeCell', reference);
      selection.setAttribute('sqref', reference);
    }
  }
};

/** Breaks of last year's list between rows that are no more are left out; a form copied begins where it began. */
const moveBreaks = (breaks: Element, plan: TablePlan, { moves }: MoveContext): void => {
  const behind = new Set<number>();
  for (const one of children(breaks, 'brk')) {
    for (const at of moves.copies(Number(attribute(one, 'id') ?? 0) - 1)) behind.add(at + 1);
    remove(one);
  }
  if (behind.size > 0)
    plan.rows.forEach(({ copy }, at) => {
      if (at > 0 && copy > (plan.rows[at - 1]?.copy ?? 0)) behind.add(at);
    });
  for (const id of [...behind].filter((at) => at < plan.rows.length).sort((one, other) => one - other)) {
    const one = create(breaks, 'brk');
    for (const [name, value] of [
      ['id', String(id)],
      ['max', '16383'],
      ['man', '1'],
    ] as const)
      one.setAttribute(name, value);
    breaks.appendChild(one);
  }
  const count = String(children(breaks, 'brk').length);
  breaks.setAttribute('count', count);
  breaks.setAttribute('manualBreakCount', count);
  if (count === '0') remove(breaks);
};

const FORMULAS = new Set(['formula', 'formula1', 'formula2', 'f']);

/** sqref, ref, xm:sqref and formulas in rules, whatever they are called. */
const moveReferences = (part: Element, context: MoveContext): void => {
  const formula = (text: string): string =>
    moveFormula(text, context.moves.from(0), { own: true, sheet: context.name });
  for (const one of [part, ...descendants(part)]) {
    const list = attribute(one, 'sqref');
    if (list !== null && one.hasAttribute('sqref')) {
      const moved = movedList(list, context);
      if (moved === '') {
        remove(one);
        continue;
      }
      one.setAttribute('sqref', moved);
    }
    const range = one.hasAttribute('ref') ? attribute(one, 'ref') : null;
    if (range !== null) {
      const moved = movedRange(range, context);
      if (moved === null) remove(one);
      else one.setAttribute('ref', moved);
    }
    if (one.localName === 'sqref') setText(one, movedList(textIn(one), context) || 'A1');
    else if (FORMULAS.has(one.localName ?? '') && children(one).length === 0) setText(one, formula(textIn(one)));
  }
  dropEmpty(part);
};

/** A list of rules that lost all of them may not stand empty. */
const dropEmpty = (part: Element): void => {
  if (!['dataValidations', 'hyperlinks', 'protectedRanges', 'ignoredErrors'].includes(part.localName ?? '')) return;
  const left = children(part).length;
  if (left === 0) remove(part);
  else if (part.hasAttribute('count')) part.setAttribute('count', String(left));
};

/** Pictures and shapes hang on rows: each stays beside the row it hung on, in every copy of its form. */
export const moveDrawing = (root: Element, { moves }: Pick<MoveContext, 'moves'>): void => {
  let id = Math.max(0, ...descendants(root, 'cNvPr').map((one) => Number(attribute(one, 'id') ?? 0)));
  for (const anchor of children(root)) {
    const from = child(anchor, 'from');
    if (from === null) continue;
    const row = Number(child(from, 'row')?.textContent ?? 0);
    const to = child(anchor, 'to');
    const height = to === null ? 0 : Number(child(to, 'row')?.textContent ?? row) - row;
    const [first = moves.from(0)(row, 'first') ?? 0, ...others] = moves.copies(row);
    for (const at of others) {
      const copy = copyOf(anchor);
      hang(copy, at, height);
      for (const named of descendants(copy, 'cNvPr')) named.setAttribute('id', String((id += 1)));
      root.insertBefore(copy, anchor.nextSibling);
    }
    hang(anchor, first, height);
  }
};

const hang = (anchor: Element, row: number, height: number): void => {
  const put = (name: string, value: number): void => {
    const place = child(anchor, name);
    const element = place === null ? null : child(place, 'row');
    if (element !== null) setText(element, String(value));
  };
  put('from', row);
  put('to', row + height);
};
