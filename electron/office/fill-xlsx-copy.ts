import type { BookSheet } from './fill-xlsx-book.ts';
import { workbookOf } from './fill-xlsx-book.ts';
import { moveDrawing, movedRange } from './fill-xlsx-moves.ts';
import { relationsOf, relativeTarget, type PackageParts } from './package-parts.ts';
import type { RowMoves } from './row-moves.ts';
import {
  attribute,
  child,
  children,
  copyOf,
  descendants,
  parseXml,
  remove,
  rootOf,
  type Document,
  type Element,
} from './xml-dom.ts';

/** Parts a sheet has for itself alone: a copy of the sheet gets copies of them. Pictures are shared. */
const OWN = new Set(['drawing', 'vmlDrawing', 'comments', 'printerSettings', 'customProperty']);

/** What a copy can't have: a table of a workbook has one name and one place. */
const NEVER = new Set([
  'table',
  'pivotTable',
  'queryTable',
  'threadedComment',
  'slicer',
  'ctrlProp',
  'control',
  'oleObject',
  'package',
]);

/** A further sheet that is as the template's was. @param originals its bytes before anything was filled in */
export const copySheet = (
  parts: PackageParts,
  sheet: BookSheet,
  originals: ReadonlyMap<string, Uint8Array>,
): { part: string; element: Element } => {
  const part = parts.freeName(sheet.part);
  const document = parseXml(originals.get(sheet.part) ?? parts.bytes(sheet.part), parts.fileName);
  parts.put(part, document);
  parts.typeLike(part, sheet.part);
  copyRelations(parts, sheet.part, part, document);
  const root = rootOf(document);
  root.removeAttribute('xr:uid');
  child(root, 'sheetPr')?.removeAttribute('codeName');
  return { part, element: sheetElement(parts, sheet, part) };
};

const sheetElement = (parts: PackageParts, sheet: BookSheet, part: string): Element => {
  const workbook = workbookOf(parts);
  const relations = rootOf(parts.document(relationsOf(workbook)));
  const own = parts.relations(workbook).find(({ target }) => target === sheet.part);
  const id = freeId(relations);
  if (own !== undefined) {
    const added = copyOf(own.element);
    added.setAttribute('Id', id);
    added.setAttribute('Target', relativeTarget(workbook, part));
    relations.appendChild(added);
  }
  const element = copyOf(sheet.element);
  for (let index = 0; index < element.attributes.length; index += 1) {
    const one = element.attributes.item(index);
    if (one?.localName === 'id' && one.prefix) one.value = id;
  }
  return element;
};

const freeId = (relations: Element): string => {
  const taken = new Set(children(relations, 'Relationship').map((one) => attribute(one, 'Id')));
  let number = 1;
  while (taken.has(`rId${number}`)) number += 1;
  return `rId${number}`;
};

/** The relationships of a part for its copy: its own parts copied, shared ones shared. */
const copyRelations = (parts: PackageParts, from: string, to: string, document: Document): void => {
  if (!parts.has(relationsOf(from))) return;
  const relations = parts.fresh(relationsOf(from));
  parts.put(relationsOf(to), relations);
  for (const { kind, target, element, id } of parts.relations(to)) {
    // Relative targets are meant from the copy's folder, which is the same.
    if (NEVER.has(kind)) {
      remove(element);
      dropUse(rootOf(document), id);
    } else if (OWN.has(kind) && parts.has(target))
      element.setAttribute('Target', relativeTarget(to, copyPart(parts, target)));
  }
};

const copyPart = (parts: PackageParts, from: string): string => {
  const to = parts.freeName(from);
  if (/\.xml$/iu.test(from)) {
    const document = parts.fresh(from);
    parts.put(to, document);
    copyRelations(parts, from, to, document);
  } else {
    parts.putBytes(to, parts.bytes(from));
    if (parts.has(relationsOf(from))) parts.putBytes(relationsOf(to), parts.bytes(relationsOf(from)));
  }
  parts.typeLike(to, from);
  return to;
};

/** Takes out what a sheet says of a part it no longer has. */
const dropUse = (root: Element, id: string): void => {
  for (const one of descendants(root)) {
    let uses = false;
    for (let index = 0; index < one.attributes.length; index += 1) {
      const own = one.attributes.item(index);
      if (own?.localName === 'id' && own.prefix && own.value === id) uses = true;
    }
    if (uses) remove(one);
  }
  for (const name of ['tableParts', 'controls', 'oleObjects']) {
    const list = child(root, name);
    if (list === null) continue;
    const left = children(list).length;
    if (left === 0) remove(list);
    else if (list.hasAttribute('count')) list.setAttribute('count', String(left));
  }
};

/** Takes a sheet out of the workbook, with the parts nobody else has. */
export const dropSheet = (parts: PackageParts, sheet: BookSheet): void => {
  for (const relation of parts.relations(workbookOf(parts)))
    if (relation.target === sheet.part) remove(relation.element);
  remove(sheet.element);
  for (const { kind, target } of parts.relations(sheet.part)) {
    if (!OWN.has(kind) && kind !== 'table') continue;
    parts.drop(relationsOf(target));
    parts.drop(target);
  }
  parts.drop(relationsOf(sheet.part));
  parts.drop(sheet.part);
};

/** Drawings, remarks and tables of a sheet follow its rows. */
export const moveParts = (parts: PackageParts, part: string, moves: RowMoves): void => {
  for (const { kind, target } of parts.relations(part)) {
    if (!parts.has(target)) continue;
    if (kind === 'drawing') moveDrawing(rootOf(parts.document(target)), { moves });
    else if (kind === 'comments') moveRefs(rootOf(parts.document(target)), 'comment', moves);
    else if (kind === 'table') moveRefs(rootOf(parts.document(target)), null, moves);
    else if (kind === 'vmlDrawing') parts.putBytes(target, movedVml(parts.bytes(target), moves));
  }
};

const moveRefs = (root: Element, name: string | null, moves: RowMoves): void => {
  for (const one of [root, ...descendants(root)]) {
    if ((name !== null && one.localName !== name) || !one.hasAttribute('ref')) continue;
    const moved = movedRange(attribute(one, 'ref') ?? '', { moves });
    if (moved === null) remove(one);
    else one.setAttribute('ref', name === null ? moved : (moved.split(':')[0] ?? moved));
  }
};

/** Remarks are drawn in an elder language that is not always XML. */
const movedVml = (bytes: Uint8Array, moves: RowMoves): Uint8Array => {
  const move = (row: number): number => moves.from(0)(row, 'first') ?? row;
  const text = new TextDecoder()
    .decode(bytes)
    .replace(
      /(<x:Row>\s*)(\d+)(\s*<\/x:Row>)/gu,
      (_, before: string, row: string, after: string) => `${before}${move(Number(row))}${after}`,
    )
    .replace(/(<x:Anchor>)([^<]*)(<\/x:Anchor>)/gu, (_, before: string, anchor: string, after: string) => {
      const numbers = anchor.split(',').map(Number);
      const [top = 0, bottom = 0] = [numbers[2], numbers[6]];
      numbers[2] = move(top);
      numbers[6] = move(top) + bottom - top;
      return `${before}${numbers.join(', ')}${after}`;
    });
  return new TextEncoder().encode(text);
};
