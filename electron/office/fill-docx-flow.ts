import { attribute, child, children, copyOf, descendants, remove, textIn, type Element } from './xml-dom.ts';

/* A document as rows one below the other: each paragraph is one, each row of a table is one. */

export interface FlowRow {
  /** w:p or w:tr, or something that only is kept. */
  readonly element: Element;
  /** The table a row stands in; null for a paragraph. */
  readonly table: Element | null;
  readonly cells: readonly FlowCell[];
}

export interface FlowCell {
  /** w:tc, or the paragraph itself. */
  readonly element: Element;
  readonly column: number;
  readonly columns: number;
  /** Covered by a merge from above. */
  readonly covered: boolean;
  readonly text: string;
  /** Holds a picture or a table that no text may replace. */
  readonly fixed: boolean;
}

/**
 * The rows of a body. Controls around rows and tables are opened before, so that their rows stand where all others do; the text
 * in them stays.
 */
export const flowOf = (body: Element): FlowRow[] => {
  openControls(body);
  const rows: FlowRow[] = [];
  for (const block of children(body)) {
    if (block.localName === 'sectPr' && block.nextSibling === null) continue;
    if (block.localName !== 'tbl') rows.push(lineOf(block));
    else for (const row of children(block, 'tr')) rows.push({ element: row, table: block, cells: cellsOf(row) });
  }
  return rows;
};

/** The last properties of the body are no row of it. */
export const isLastSection = (block: Element): boolean => block.localName === 'sectPr';

/** 目录 and the like stay whole; a control around a table or its rows gives way to what is in it. */
const openControls = (body: Element): void => {
  for (const control of descendants(body, 'sdt')) {
    const content = child(control, 'sdtContent');
    const parent = control.parentNode;
    if (content === null || parent === null) continue;
    const holds = children(content).some(({ localName }) => localName === 'tbl' || localName === 'tr');
    if (!holds || child(child(control, 'sdtPr') ?? control, 'docPartObj') !== null) continue;
    for (const one of children(content)) parent.insertBefore(one, control);
    remove(control);
  }
};

const lineOf = (element: Element): FlowRow => {
  const text = element.localName === 'p' ? textOfCell([element]) : '';
  const fixed = element.localName !== 'p' || (text.trim() === '' && hasPicture(element));
  return { element, table: null, cells: [{ element, column: 0, columns: 0, covered: false, text, fixed }] };
};

const cellsOf = (row: Element): FlowCell[] => {
  const properties = child(row, 'trPr');
  let column = properties === null ? 0 : numberIn(child(properties, 'gridBefore'));
  return tableCells(row).map((element): FlowCell => {
    const own = child(element, 'tcPr');
    const columns = Math.max(1, own === null ? 1 : numberIn(child(own, 'gridSpan'), 1));
    const merge = own === null ? null : child(own, 'vMerge');
    const cell = {
      element,
      column,
      columns,
      covered: merge !== null && attribute(merge, 'val') !== 'restart',
      text: textOfCell(paragraphsOf(element)),
      fixed: child(element, 'tbl') !== null || hasPicture(element),
    };
    column += columns;
    return cell;
  });
};

/** The cells of a row, those in controls too. */
export const tableCells = (row: Element): Element[] =>
  children(row).flatMap((one) => {
    if (one.localName === 'tc') return [one];
    const content = one.localName === 'sdt' ? child(one, 'sdtContent') : null;
    return content === null ? [] : children(content, 'tc');
  });

/** The paragraphs of a cell, those in controls too. */
export const paragraphsOf = (cell: Element): Element[] =>
  children(cell).flatMap((one) => {
    if (one.localName === 'p') return [one];
    const content = one.localName === 'sdt' ? child(one, 'sdtContent') : null;
    return content === null ? [] : children(content, 'p');
  });

/** Most columns of a table of Word. */
const MOST = 63;

const numberIn = (element: Element | null, otherwise = 0): number =>
  Math.min(
    MOST,
    Math.max(0, Number(element === null ? otherwise : (attribute(element, 'val') ?? otherwise)) || otherwise),
  );

const hasPicture = (element: Element): boolean =>
  descendants(element).some(
    ({ localName }) => localName === 'drawing' || localName === 'pict' || localName === 'object',
  );

/** Not seen: deleted with changes tracked, codes of fields, the elder twin of a shape, text boxes. */
const HIDDEN = new Set(['del', 'moveFrom', 'instrText', 'delText', 'rPr', 'pPr', 'Fallback', 'txbxContent', 'rt']);

/** One piece of text: a w:t, or a mark that stands for one letter. */
export interface Piece {
  readonly element: Element | null;
  readonly text: string;
}

/** The pieces of a paragraph in order. */
export const piecesOf = (paragraph: Element): Piece[] => {
  const pieces: Piece[] = [];
  const walk = (element: Element): void => {
    for (const one of children(element)) {
      const name = one.localName ?? '';
      if (HIDDEN.has(name)) continue;
      if (name === 't') pieces.push({ element: one, text: textIn(one) });
      else if (name === 'tab') pieces.push({ element: one, text: ' ' });
      else if ((name === 'br' && attribute(one, 'type') !== 'page') || name === 'cr')
        pieces.push({ element: one, text: '\n' });
      else walk(one);
    }
  };
  walk(paragraph);
  return pieces;
};

export const textOfCell = (paragraphs: readonly Element[]): string =>
  paragraphs
    .map((one) =>
      piecesOf(one)
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n');

/** A table without its rows. */
export const emptyTable = (table: Element): Element => {
  const copy = copyOf(table);
  for (const row of children(copy, 'tr')) remove(row);
  return copy;
};
