import { strToU8, zipSync } from 'fflate';

const CELLS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a sheet of {@link workbookOf} is made of: XML, so that nothing a library would mend is mended. */
export interface SheetXml {
  readonly name?: string;
  readonly state?: string;
  /** What stands in `<sheetData>`. */
  readonly rows: string;
  /** What stands before and behind it. */
  readonly before?: string;
  readonly behind?: string;
}

/** A workbook written by hand, as small as Excel takes it. @param formats number formats of the styles 1, 2, … */
export const workbookOf = (
  sheets: readonly SheetXml[],
  formats: readonly string[] = [],
  parts: Readonly<Record<string, string>> = {},
): Uint8Array => {
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const xml: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${CELLS}" xmlns:r="${RELATIONS}"><sheets>${sheets
      .map(({ name, state = 'visible' }, index) => {
        const title = name ?? `表${index + 1}`;
        return `<sheet name="${title}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`;
      })
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/s${index + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${CELLS}"><numFmts>${formats
      .map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escape(code)}"/>`)
      .join(
        '',
      )}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs></styleSheet>`,
  };
  sheets.forEach(({ rows, before = '', behind = '' }, index) => {
    xml[`xl/worksheets/s${index + 1}.xml`] =
      `<worksheet xmlns="${CELLS}">${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`;
  });
  const all = Object.entries({ ...xml, ...parts }).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(all));
};

/** A cell with a text in it. */
export const textCell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
