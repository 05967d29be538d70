import { ExpectedError } from '../../shared/model/errors.ts';
import type { PackageParts } from './package-parts.ts';
import { attribute, child, children, rootOf, type Element } from './xml-dom.ts';

/** A sheet of a workbook that is to be filled in. */
export interface BookSheet {
  readonly name: string;
  readonly part: string;
  readonly element: Element;
  readonly hidden: boolean;
}

/** How cells of one style show what is in them. */
export interface CellLook {
  /** Font size in points. */
  readonly size: number;
  readonly wrap: boolean;
  readonly numeric: boolean;
  readonly format: string;
}

const WORKBOOK = /^xl\/workbook\d*\.xml$/iu;

/** The part of the workbook. */
export const workbookOf = (parts: PackageParts): string => {
  const name = parts.names().find((one) => WORKBOOK.test(one));
  if (name !== undefined) return name;
  throw new ExpectedError('file-foreign', `“${parts.fileName}”不是 Excel 工作簿，无法填写。`);
};

/** The sheets with cells, in their order. */
export const sheetsOf = (parts: PackageParts): BookSheet[] => {
  const workbook = workbookOf(parts);
  const targets = new Map(parts.relations(workbook).map((one) => [one.id, one]));
  const list = child(rootOf(parts.document(workbook)), 'sheets');
  return (list === null ? [] : children(list, 'sheet')).flatMap((element): BookSheet[] => {
    const id = element.getAttributeNS('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'id');
    const target = targets.get(id ?? attribute(element, 'id') ?? '');
    if (target?.kind !== 'worksheet' || !parts.has(target.target)) return [];
    const hidden = (attribute(element, 'state') ?? 'visible') !== 'visible';
    return [{ name: attribute(element, 'name') ?? '', part: target.target, element, hidden }];
  });
};

/** The strings sheets share: each as its element, for its runs, and as text. */
export const sharedStrings = (parts: PackageParts): { readonly element: Element; readonly text: string }[] => {
  const name = parts.relations(workbookOf(parts)).find(({ kind }) => kind === 'sharedStrings')?.target;
  if (name === undefined || !parts.has(name)) return [];
  return children(rootOf(parts.document(name)), 'si').map((element) => ({ element, text: richText(element) }));
};

/** The text of a string with its runs, without readings (拼音). */
export const richText = (element: Element): string =>
  children(element)
    .map((one) =>
      one.localName === 't' ? one.textContent : one.localName === 'r' ? (child(one, 't')?.textContent ?? '') : '',
    )
    .join('');

/** The looks of a workbook by the number a cell names. */
export const looksOf = (parts: PackageParts): CellLook[] => {
  const name = parts.relations(workbookOf(parts)).find(({ kind }) => kind === 'styles')?.target;
  if (name === undefined || !parts.has(name)) return [];
  const root = rootOf(parts.document(name));
  const list = (group: string, one: string): Element[] => {
    const parent = child(root, group);
    return parent === null ? [] : children(parent, one);
  };
  const sizes = list('fonts', 'font').map((font) => Number(attribute(child(font, 'sz') ?? font, 'val') ?? 11) || 11);
  const formats = new Map(
    list('numFmts', 'numFmt').map((one) => [attribute(one, 'numFmtId') ?? '', attribute(one, 'formatCode') ?? '']),
  );
  return list('cellXfs', 'xf').map((xf): CellLook => {
    const id = attribute(xf, 'numFmtId') ?? '0';
    const format = formats.get(id) ?? BUILT_IN[id] ?? '';
    const alignment = child(xf, 'alignment');
    return {
      size: sizes[Number(attribute(xf, 'fontId') ?? 0)] ?? 11,
      wrap: alignment !== null && /^(?:1|true)$/u.test(attribute(alignment, 'wrapText') ?? ''),
      numeric: isNumeric(id, format),
      format,
    };
  });
};

const BUILT_IN: Readonly<Record<string, string>> = {
  '1': '0',
  '2': '0.00',
  '3': '#,##0',
  '4': '#,##0.00',
  '9': '0%',
  '10': '0.00%',
  '49': '@',
};

const isNumeric = (id: string, format: string): boolean => {
  const number = Number(id);
  if ((number >= 14 && number <= 22) || (number >= 27 && number <= 36) || (number >= 45 && number <= 58)) return false;
  return !/[%@ymdhs年月日Ee]/u.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, '').replace(/General/giu, ''));
};
