import { moveFormula } from './cell-refs.ts';
import type { BookSheet } from './fill-xlsx-book.ts';
import type { RowMoves } from './row-moves.ts';
import { attribute, child, children, copyOf, remove, setText, textIn, type Element } from './xml-dom.ts';

/** A sheet of the result that was filled in. */
export interface PlacedSheet {
  readonly part: string;
  readonly element: Element;
  /** The template's sheet it is, or is a copy of. */
  readonly sheet: BookSheet;
  readonly moves: RowMoves;
  readonly name: string;
  readonly copied: boolean;
}

/**
 * Names of areas (打印区域, 打印标题) follow the rows of their sheets; each copy of a sheet gets those of its own.
 * @param before the sheets in the order to which numbers of sheets in the names belong
 */
export const moveNames = (
  root: Element,
  before: readonly Element[],
  list: Element,
  placed: readonly PlacedSheet[],
): void => {
  const names = child(root, 'definedNames');
  if (names === null) return;
  const after = children(list, 'sheet');
  for (const name of children(names, 'definedName')) {
    const local = attribute(name, 'localSheetId');
    const owner = local === null ? null : (before[Number(local)] ?? null);
    if (local !== null && (owner === null || !after.includes(owner))) {
      remove(name);
      continue;
    }
    const copies = owner === null ? [] : placed.filter(({ copied, sheet }) => copied && sheet.element === owner);
    for (const copy of copies) {
      const added = copyOf(name);
      added.setAttribute('localSheetId', String(after.indexOf(copy.element)));
      setText(added, movedName(textIn(name), copy));
      names.appendChild(added);
    }
    if (owner !== null) name.setAttribute('localSheetId', String(after.indexOf(owner)));
    let text = textIn(name);
    for (const one of placed.filter(({ copied }) => !copied)) text = movedName(text, one);
    setText(name, text);
  }
  sortNames(names);
  if (children(names).length === 0) remove(names);
};

const movedName = (text: string, { sheet, moves, name }: PlacedSheet): string => {
  const moved = moveFormula(text, moves.whole(), { own: false, sheet: sheet.name });
  if (name === sheet.name) return moved;
  const quoted = `'${name.replaceAll("'", "''")}'!`;
  const bare = sheet.name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return moved.replace(new RegExp(`'${bare.replaceAll("'", "''")}'!|(?<![\\p{L}\\p{N}_.'])${bare}!`, 'gu'), quoted);
};

/** Excel wants names in their order. */
const sortNames = (names: Element): void => {
  const sorted = children(names, 'definedName').sort((one, other) => {
    const [first, second] = [one, other].map((name) => attribute(name, 'name')?.toLowerCase() ?? '');
    if (first !== second) return (first ?? '') < (second ?? '') ? -1 : 1;
    return Number(attribute(one, 'localSheetId') ?? -1) - Number(attribute(other, 'localSheetId') ?? -1);
  });
  for (const name of sorted) names.appendChild(name);
};
