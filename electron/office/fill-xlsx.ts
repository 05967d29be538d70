import type { FillPlan } from '../../shared/fill/plan.ts';
import { moveFormula } from './cell-refs.ts';
import { looksOf, sharedStrings, sheetsOf, workbookOf, type BookSheet } from './fill-xlsx-book.ts';
import { copySheet, dropSheet, moveParts } from './fill-xlsx-copy.ts';
import { moveNames, type PlacedSheet } from './fill-xlsx-names.ts';
import { readXlsxTemplate } from './fill-xlsx-read.ts';
import { fillSheet } from './fill-xlsx-sheet.ts';
import type { PackageParts } from './package-parts.ts';
import { RowMoves } from './row-moves.ts';
import {
  attribute,
  child,
  children,
  create,
  descendants,
  remove,
  rootOf,
  setText,
  textIn,
  type Element,
} from './xml-dom.ts';

/**
 * Carries a plan out in a workbook: sheets filled, copied, left out. What no plan touches stays byte for byte.
 * @param parts the template; it becomes the result
 */
export const fillXlsx = (
  parts: PackageParts,
  plan: FillPlan,
  onTable: (done: number) => void = () => undefined,
): Uint8Array => {
  const { template, sheets } = readXlsxTemplate(parts);
  const context = { strings: sharedStrings(parts), looks: looksOf(parts) };
  const originals = new Map(sheets.map((sheet) => [sheet.part, parts.bytes(sheet.part)]));
  const placed: PlacedSheet[] = [];
  const used = new Set<number>();
  plan.tables.forEach((table, index) => {
    const sheet = sheets[table.table];
    const source = template.tables[table.table];
    if (sheet === undefined || source === undefined) return;
    const again = used.has(table.table);
    used.add(table.table);
    const target = again ? copySheet(parts, sheet, originals) : { part: sheet.part, element: sheet.element };
    const moves = new RowMoves(table, source.rows);
    fillSheet(rootOf(parts.document(target.part)), table, {
      ...context,
      name: sheet.name,
      moves,
      templateRows: source.rows,
    });
    moveParts(parts, target.part, moves);
    const root = rootOf(parts.document(target.part));
    choose(root, index === 0);
    placed.push({ ...target, sheet, moves, name: table.name ?? sheet.name, copied: again });
    // Many copies at once would fill the memory; what names other sheets is looked at once more.
    if (again && !namesSheets(root)) for (const part of ownParts(parts, target.part)) parts.settle(part);
    onTable(index + 1);
  });
  arrange(parts, sheets, plan, placed);
  return parts.save();
};

const arrange = (
  parts: PackageParts,
  sheets: readonly BookSheet[],
  plan: FillPlan,
  placed: readonly PlacedSheet[],
): void => {
  const root = rootOf(parts.document(workbookOf(parts)));
  const list = child(root, 'sheets');
  if (list === null) return;
  const before = children(list, 'sheet');
  const gone = sheets.filter(
    (_, table) => !plan.kept.includes(table) && !plan.tables.some((one) => one.table === table),
  );
  order(list, placed);
  for (const sheet of gone) dropSheet(parts, sheet);
  moveNames(root, before, list, placed);
  moveOtherFormulas(parts, placed);
  select(parts, root, list, placed);
  dropCalculations(parts, root);
};

/** Every copy behind the one it was made of, in the order of the projects. */
const order = (list: Element, placed: readonly PlacedSheet[]): void => {
  let id = Math.max(0, ...children(list, 'sheet').map((one) => Number(attribute(one, 'sheetId') ?? 0)));
  const last = new Map<Element, Element>();
  for (const { element, sheet, name, copied } of placed) {
    element.setAttribute('name', name);
    if (copied) {
      element.setAttribute('sheetId', String((id += 1)));
      list.insertBefore(element, (last.get(sheet.element) ?? sheet.element).nextSibling);
    }
    last.set(sheet.element, element);
  }
};

const namesSheets = (root: Element): boolean => descendants(root, 'f').some((formula) => textIn(formula).includes('!'));

const ownParts = (parts: PackageParts, part: string): string[] => [
  part,
  ...parts.relations(part).flatMap(({ kind, target }) => (kind === 'drawing' ? [target] : [])),
];

/** Formulas of sheets that stay follow the rows of those that were filled; of copies they mean the first. */
const moveOtherFormulas = (parts: PackageParts, placed: readonly PlacedSheet[]): void => {
  const firsts = placed.filter(({ copied }) => !copied);
  for (const { part } of sheetsOf(parts)) {
    if (!parts.isOpen(part) && !new TextDecoder().decode(parts.bytes(part)).includes('!')) continue;
    for (const formula of descendants(rootOf(parts.document(part)), 'f')) {
      let text = textIn(formula);
      if (!text.includes('!')) continue;
      for (const one of firsts)
        if (one.part !== part) text = moveFormula(text, one.moves.from(0), { own: false, sheet: one.sheet.name });
      for (const one of firsts) if (one.sheet.name !== one.name) text = renamed(text, one.sheet.name, one.name);
      if (text !== textIn(formula)) setText(formula, text);
    }
  }
};

const renamed = (formula: string, from: string, to: string): string => {
  const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'!`;
  return formula
    .replaceAll(quoted(from), quoted(to))
    .replaceAll(new RegExp(`(?<![\\p{L}\\p{N}_.'])${escaped(from)}!`, 'gu'), quoted(to));
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** Only the first sheet that was filled in is chosen. */
const choose = (root: Element, first: boolean): void => {
  for (const view of descendants(root, 'sheetView')) {
    if (first) view.setAttribute('tabSelected', '1');
    else if (view.hasAttribute('tabSelected')) view.removeAttribute('tabSelected');
  }
};

/** The file opens at the first sheet that was filled in. */
const select = (parts: PackageParts, root: Element, list: Element, placed: readonly PlacedSheet[]): void => {
  const [first] = placed;
  const active = children(list, 'sheet').findIndex((one) => one === first?.element);
  for (const view of descendants(root, 'workbookView')) {
    view.setAttribute('activeTab', String(Math.max(0, active)));
    view.setAttribute('firstSheet', '0');
  }
  const filled = new Set(placed.map(({ part }) => part));
  for (const { part } of sheetsOf(parts)) if (!filled.has(part)) choose(rootOf(parts.document(part)), false);
};

/** The order of last year's calculations is no more; whoever opens the file counts anew. */
const dropCalculations = (parts: PackageParts, root: Element): void => {
  for (const relation of parts.relations(workbookOf(parts)))
    if (relation.kind === 'calcChain') {
      remove(relation.element);
      parts.drop(relation.target);
    }
  const known = child(root, 'calcPr');
  const calculate = known ?? create(root, 'calcPr');
  calculate.setAttribute('fullCalcOnLoad', '1');
  if (known !== null) return;
  const behind = [
    'oleSize',
    'customWorkbookViews',
    'pivotCaches',
    'smartTagPr',
    'smartTagTypes',
    'webPublishing',
    'fileRecoveryPr',
    'webPublishObjects',
    'extLst',
  ];
  root.insertBefore(calculate, children(root).find(({ localName }) => behind.includes(localName ?? '')) ?? null);
};
