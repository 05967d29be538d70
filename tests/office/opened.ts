import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { z } from 'zod';

/* Written files as another program sees them: workbooks by exceljs, documents by their XML alone. */

/** A workbook as exceljs reads it. */
export const openWorkbook = async (path: string): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
};

/** An element of XML. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const parse = (xml: string): Element => {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('text', (text) => {
    const element = stack.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => stack.pop());
  parser.write(xml).close();
  return root;
};

/** All elements of a name inside an element, in order, itself left out. */
export const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

/** The first of them. */
export const first = (element: Element, name: string): Element | undefined => all(element, name)[0];

/** An attribute of a property inside an element, as a number. */
export const numberOf = (element: Element | undefined, property: string, attribute = 'w:val'): number =>
  z.coerce.number().parse((element === undefined ? undefined : first(element, property))?.attributes[attribute]);

/** What a paragraph or cell says, line breaks and tabs as such. */
export const textOf = (element: Element): string =>
  element.children
    .map((child) => {
      if (child.name === 'w:t') return child.text;
      if (child.name === 'w:br') return '\n';
      if (child.name === 'w:tab') return child.attributes['w:val'] === undefined ? '\t' : '';
      return child.name === 'w:p' && element.children.indexOf(child) > 0 ? `\n${textOf(child)}` : textOf(child);
    })
    .join('');

/** A cell of a table of Word; those that a merge from above covers are left out. */
export interface OpenedCell {
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly element: Element;
}

/** The cells of a table that begin somewhere, in reading order. */
export const cellsOf = (table: Element): OpenedCell[] => {
  const open = new Map<number, { text: string; columnSpan: number; rowSpan: number; element: Element }>();
  const cells: OpenedCell[] = [];
  for (const row of table.children.filter(({ name }) => name === 'w:tr')) {
    let column = 0;
    for (const element of row.children.filter(({ name }) => name === 'w:tc')) {
      const columnSpan = first(element, 'w:gridSpan') === undefined ? 1 : numberOf(element, 'w:gridSpan');
      const merge = first(element, 'w:vMerge');
      const above = open.get(column);
      if (merge !== undefined && merge.attributes['w:val'] !== 'restart' && above !== undefined) above.rowSpan += 1;
      else {
        const cell = { text: textOf(element), columnSpan, rowSpan: 1, element };
        cells.push(cell);
        open.set(column, cell);
      }
      column += columnSpan;
    }
  }
  return cells;
};

/** A section of a document of Word. */
export interface OpenedSection {
  /** Paragraphs, tables, and content controls. */
  readonly blocks: Element[];
  readonly properties: Element;
}

export interface OpenedDocument {
  readonly sections: OpenedSection[];
  /** Any other part, e.g. `word/styles.xml`. */
  readonly part: (name: string) => Element;
  readonly names: readonly string[];
}

/** A document of Word by its XML. */
export const openDocument = async (path: string): Promise<OpenedDocument> => {
  const parts = unzipSync(await readFile(path));
  const part = (name: string): Element => parse(strFromU8(parts[name] ?? new Uint8Array()));
  const body = first(part('word/document.xml'), 'w:body');
  const sections: OpenedSection[] = [];
  let blocks: Element[] = [];
  for (const block of body?.children ?? []) {
    const properties = block.name === 'w:sectPr' ? block : first(block, 'w:sectPr');
    if (block.name !== 'w:sectPr') blocks.push(block);
    if (properties === undefined) continue;
    sections.push({ blocks, properties });
    blocks = [];
  }
  return { sections, part, names: Object.keys(parts) };
};
