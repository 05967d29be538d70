import { builtinFormat } from './cell-builtin.ts';
import { localName, parseXml } from './xml-parse.ts';
import { damaged, plainName, unpackParts } from './zip-read.ts';

/** What a workbook says of all its sheets. */
export interface XlsxPackage {
  readonly sheets: readonly XlsxSheetInfo[];
  readonly strings: readonly string[];
  /** Number format of each cell style. */
  readonly formats: readonly string[];
  readonly from1904: boolean;
}

export interface XlsxSheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: Uint8Array;
}

/**
 * Opens an xlsx as far as every sheet needs it: the list of sheets, the shared texts, the number formats.
 * @throws ExpectedError naming the file and why it can't be read
 */
export const openXlsx = (bytes: Uint8Array, fileName: string): XlsxPackage => {
  const parts = unpackParts(bytes, fileName);
  const workbook = Object.keys(parts).find((name) => /^xl\/workbook\d*\.xml$/u.test(name)) ?? '';
  const { entries, from1904 } = readWorkbook(parts[workbook], fileName);
  const targets = readTargets(parts[workbook.replace(/([^/]+)$/u, '_rels/$1.rels')], fileName);
  const partOf = (type: string, usual: string): Uint8Array | undefined =>
    parts[[...targets.values()].find((target) => target.type === type)?.part ?? usual];
  const sheets = entries.flatMap(({ name, hidden, id }, index): XlsxSheetInfo[] => {
    const target = targets.get(id);
    // A sheet of a chart or of old macros has no cells.
    if (target !== undefined && target.type !== 'worksheet') return [];
    const part = parts[target?.part ?? `xl/worksheets/sheet${index + 1}.xml`];
    if (part === undefined) throw damaged(fileName, new Error(`sheet ${index + 1} is missing`));
    return [{ name, hidden, part }];
  });
  return {
    sheets,
    strings: readStrings(partOf('sharedStrings', 'xl/sharedstrings.xml'), fileName),
    formats: readFormats(partOf('styles', 'xl/styles.xml'), fileName),
    from1904,
  };
};

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Of its relation. */
  readonly id: string;
}

const readWorkbook = (part: Uint8Array | undefined, fileName: string): { entries: SheetEntry[]; from1904: boolean } => {
  if (part === undefined) throw damaged(fileName, new Error('no workbook part'));
  const entries: SheetEntry[] = [];
  let from1904 = false;
  parseXml(part, fileName, {
    open: ({ name, attributes }) => {
      const local = localName(name);
      if (local === 'workbookPr') from1904 = isTrue(attributes['date1904']);
      if (local !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => localName(key) === 'id' && key !== 'id')?.[1] ?? '';
      entries.push({ name: attributes['name'] ?? '', hidden: /hidden/iu.test(attributes['state'] ?? ''), id });
    },
  });
  return { entries, from1904 };
};

interface Target {
  readonly part: string;
  /** Last word of the relation's type: `worksheet`. */
  readonly type: string;
}

const readTargets = (part: Uint8Array | undefined, fileName: string): Map<string, Target> => {
  const targets = new Map<string, Target>();
  if (part === undefined) return targets;
  parseXml(part, fileName, {
    open: ({ attributes: { Id = '', Target: target = '', Type = '' } }) => {
      const whole = /^[\\/]/u.test(target) ? target : `xl/${target}`;
      targets.set(Id, { part: plainName(whole.replace('xl/../', '')), type: Type.replace(/^.*\//u, '') });
    },
  });
  return targets;
};

/** Shared texts; what is read aloud (`rPh`) is no part of them. */
const readStrings = (part: Uint8Array | undefined, fileName: string): string[] => {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let text = '';
  let inText = false;
  let aloud = 0;
  parseXml(part, fileName, {
    open: ({ name }) => {
      const local = localName(name);
      if (local === 't') inText = true;
      else if (local === 'si') text = '';
      else if (local === 'rPh') aloud += 1;
    },
    text: (piece) => {
      if (inText && aloud === 0) text += piece;
    },
    close: ({ name }) => {
      const local = localName(name);
      if (local === 't') inText = false;
      else if (local === 'si') strings.push(unescapeText(text));
      else if (local === 'rPh') aloud -= 1;
    },
  });
  return strings;
};

/** Characters that XML can't hold are written `_x000D_`. */
export const unescapeText = (text: string): string =>
  (text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
  ).replace(/\r\n?/gu, '\n');

const readFormats = (part: Uint8Array | undefined, fileName: string): string[] => {
  const own = new Map<string, string>();
  const formats: string[] = [];
  if (part === undefined) return formats;
  let inCells = false;
  parseXml(part, fileName, {
    open: ({ name, attributes }) => {
      const local = localName(name);
      if (local === 'numFmt') own.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '');
      else if (local === 'cellXfs') inCells = true;
      else if (local === 'xf' && inCells) {
        const id = attributes['numFmtId'] ?? '0';
        formats.push(own.get(id) ?? builtinFormat(Number(id)));
      }
    },
    close: ({ name }) => {
      if (localName(name) === 'cellXfs') inCells = false;
    },
  });
  return formats;
};

/** A truth value of XML. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';
