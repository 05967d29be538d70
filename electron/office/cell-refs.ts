/* References of spreadsheets: A1, $B$2:C9, 3:5, 'Sheet'!A1. Rows and columns count from 0 here. */

/** Where a row goes: for the first and for the last row of a range. null: gone. */
export type RowMove = (row: number, edge: 'first' | 'last') => number | null;

export const columnName = (column: number): string => {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
};

export const columnIndex = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export interface Place {
  readonly row: number;
  readonly column: number;
}

export const placeOf = (reference: string): Place | null => {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/iu.exec(reference);
  return found === null ? null : { column: columnIndex(found[1] ?? 'A'), row: Number(found[2]) - 1 };
};

export const referenceOf = ({ row, column }: Place): string => `${columnName(column)}${row + 1}`;

export interface Range {
  readonly from: Place;
  readonly to: Place;
}

export const rangeOf = (reference: string): Range | null => {
  const [first = '', second = first] = reference.split(':');
  const from = placeOf(first);
  const to = placeOf(second);
  return from === null || to === null ? null : { from, to };
};

export const rangeReference = ({ from, to }: Range): string =>
  from.row === to.row && from.column === to.column ? referenceOf(from) : `${referenceOf(from)}:${referenceOf(to)}`;

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const TOKEN = new RegExp(
  String.raw`"(?:[^"]|"")*"|(${SHEET})?(?:(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?|(\$?\d{1,7}):(\$?\d{1,7}))(?![\p{L}\p{N}_(!])`,
  'gu',
);
/** Letters before a reference make it a name: LOG10, Q1总额. */
const NAME_BEFORE = /[\p{L}\p{N}_.$]$/u;

/**
 * A formula with its references to moved rows put right.
 * @param own true where references without a sheet are meant
 * @param sheet whose rows move
 */
export const moveFormula = (
  formula: string,
  move: RowMove,
  { own, sheet }: { readonly own: boolean; readonly sheet: string },
): string =>
  formula.replace(TOKEN, (whole: string, qualifier: string | undefined, ...rest: unknown[]) => {
    const [first, second, row1, row2, offset] = rest as [string?, string?, string?, string?, number?];
    if (first === undefined && row1 === undefined) return whole;
    if (qualifier === undefined ? !own : unquoted(qualifier) !== sheet) return whole;
    if (qualifier === undefined && NAME_BEFORE.test(formula.slice(0, offset))) return whole;
    const moved = first !== undefined ? movedCells(first, second, move) : movedRows(row1 ?? '', row2 ?? '', move);
    return moved === null ? '#REF!' : `${qualifier ?? ''}${moved}`;
  });

const unquoted = (qualifier: string): string => {
  const name = qualifier.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
};

const movedCells = (first: string, second: string | undefined, move: RowMove): string | null => {
  const one = movedCell(first, move, 'first');
  if (second === undefined || one === null) return one;
  const other = movedCell(second, move, 'last');
  return other === null ? null : `${one}:${other}`;
};

const movedCell = (reference: string, move: RowMove, edge: 'first' | 'last'): string | null => {
  const [, column = '', dollar = '', row = ''] = /^(\$?[A-Z]+)(\$?)(\d+)$/u.exec(reference) ?? [];
  const moved = move(Number(row) - 1, edge);
  return moved === null ? null : `${column}${dollar}${moved + 1}`;
};

const movedRows = (first: string, second: string, move: RowMove): string | null => {
  const one = move(Number(first.replace('$', '')) - 1, 'first');
  const other = move(Number(second.replace('$', '')) - 1, 'last');
  if (one === null || other === null) return null;
  return `${first.startsWith('$') ? '$' : ''}${one + 1}:${second.startsWith('$') ? '$' : ''}${other + 1}`;
};

/** A formula as it reads so many rows and columns further: what shared formulas leave out. $ holds a part still. */
export const offsetFormula = (formula: string, rows: number, columns: number): string =>
  formula.replace(TOKEN, (whole: string, qualifier: string | undefined, ...rest: unknown[]) => {
    const [first, second, , , offset] = rest as [string?, string?, string?, string?, number?];
    if (first === undefined) return whole;
    if (qualifier === undefined && NAME_BEFORE.test(formula.slice(0, offset))) return whole;
    const shift = (reference: string): string =>
      reference.replace(
        /^(\$?)([A-Z]+)(\$?)(\d+)$/u,
        (_, fixed: string, letters: string, held: string, row: string) => {
          const column = fixed === '$' ? letters : columnName(Math.max(0, columnIndex(letters) + columns));
          return `${fixed}${column}${held}${held === '$' ? row : Math.max(1, Number(row) + rows)}`;
        },
      );
    return `${qualifier ?? ''}${shift(first)}${second === undefined ? '' : `:${shift(second)}`}`;
  });
