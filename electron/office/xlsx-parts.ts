import type { Grid } from '../../shared/grid/grid.ts';
import { columnName } from './xlsx-sheet.ts';
import { escapeXml } from './xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What the workbook part needs to know of each sheet. */
export type SheetInfo = Pick<Grid, 'page'> & { readonly name: string; readonly rows: number; readonly columns: number };

/** Every small part of the package by its name; sheets, styles and strings are written beside them. */
export const packageParts = (sheets: readonly SheetInfo[], title: string, at: Date): [name: string, xml: string][] => [
  ['[Content_Types].xml', contentTypes(sheets.length)],
  ['_rels/.rels', relations(ROOT_RELATIONS)],
  ['docProps/core.xml', core(title, at)],
  ['docProps/app.xml', APP],
  ['xl/workbook.xml', workbook(sheets)],
  ['xl/_rels/workbook.xml.rels', relations(workbookRelations(sheets.length))],
];

type Relation = readonly [id: string, type: string, target: string];

const ROOT_RELATIONS: readonly Relation[] = [
  ['rId1', `${RELATIONS}/officeDocument`, 'xl/workbook.xml'],
  ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ['rId3', `${RELATIONS}/extended-properties`, 'docProps/app.xml'],
];

const workbookRelations = (sheets: number): Relation[] => [
  ...Array.from({ length: sheets }, (_, index): Relation => [
    `rId${index + 1}`,
    `${RELATIONS}/worksheet`,
    `worksheets/sheet${index + 1}.xml`,
  ]),
  [`rId${sheets + 1}`, `${RELATIONS}/styles`, 'styles.xml'],
  [`rId${sheets + 2}`, `${RELATIONS}/sharedStrings`, 'sharedStrings.xml'],
];

const relations = (all: readonly Relation[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const contentTypes = (sheets: number): string => {
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('xl/workbook.xml', `${TYPE}.sheet.main+xml`) +
    Array.from({ length: sheets }, (_, index) =>
      override(`xl/worksheets/sheet${index + 1}.xml`, `${TYPE}.worksheet+xml`),
    ).join('') +
    override('xl/styles.xml', `${TYPE}.styles+xml`) +
    override('xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`) +
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    override('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml') +
    '</Types>'
  );
};

const PROGRAM = '绩效填报';

const core = (title: string, at: Date): string => {
  const time = (tag: string): string =>
    `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${at.toISOString().slice(0, 19)}Z</dcterms:${tag}>`;
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${PROGRAM}</dc:creator>` +
    `<cp:lastModifiedBy>${PROGRAM}</cp:lastModifiedBy>${time('created')}${time('modified')}</cp:coreProperties>`
  );
};

const APP =
  `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
  `<Application>${PROGRAM}</Application></Properties>`;

const workbook = (sheets: readonly SheetInfo[]): string => {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${list.join('')}</sheets><definedNames>${sheets.map(definedNames).join('')}</definedNames></workbook>`
  );
};

/** Print area and repeated rows, absolute: a half relative area is not honoured. */
const definedNames = ({ name, rows, columns, page }: SheetInfo, index: number): string => {
  const sheet = escapeXml(`'${name.replaceAll("'", "''")}'`);
  const define = (what: string, area: string): string =>
    `<definedName name="_xlnm.${what}" localSheetId="${index}">${sheet}!${area}</definedName>`;
  const area = define('Print_Area', `$A$1:$${columnName(columns - 1)}$${rows}`);
  if (page.headerRows === null) return area;
  const [first, last] = page.headerRows;
  return area + define('Print_Titles', `$${first + 1}:$${last + 1}`);
};
