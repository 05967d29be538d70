import {
  AlignmentType,
  Footer,
  Header,
  LineRuleType,
  NumberFormat,
  PageNumber,
  PageOrientation,
  Paragraph,
  SimpleField,
  TextRun,
  type ISectionOptions,
  type ParagraphChild,
} from 'docx';
import { A4, type GridPage } from '../../shared/grid/grid.ts';
import { fontOf } from './docx-paragraph.ts';
import { halfPoints, twips, twipsOfMm } from './docx-units.ts';

/** Stands in the last paragraph of a section for its body, which is written elsewhere. */
export const markOf = (section: number): string => `§${section}§`;

/** The sections of a document, one a grid, each with its paper, margins, header, footer and page numbers, but without its body. */
export const sectionsOf = (pages: readonly GridPage[]): ISectionOptions[] => {
  let header = '';
  let footer = '';
  return pages.map((page, index) => {
    // A section without a footer of its own prints the one before.
    const headers = page.header === header ? {} : { headers: { default: headerOf(page.header) } };
    const count = page.allPages ?? page.breaks.length + 1;
    const wanted = page.footer.includes('{页数}') ? `${page.footer}\n${count}` : page.footer;
    const footers = wanted === footer ? {} : { footers: { default: footerOf(page, count) } };
    header = page.header;
    footer = wanted;
    return { ...headers, ...footers, properties: propertiesOf(page), children: [endOf(index)] };
  });
};

/** The paragraph that Word wants after a table and at the end of a section, too low to make a page. */
const endOf = (section: number): Paragraph =>
  new Paragraph({
    spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    run: { size: 2 },
    children: [new TextRun({ text: markOf(section) })],
  });

const propertiesOf = ({ orientation, margins, firstPage }: GridPage): NonNullable<ISectionOptions['properties']> => ({
  page: {
    // The library turns the paper itself.
    size: {
      width: twips(A4.width),
      height: twips(A4.height),
      orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
      code: 9,
    },
    margin: {
      top: twipsOfMm(margins.top),
      right: twipsOfMm(margins.right),
      bottom: twipsOfMm(margins.bottom),
      left: twipsOfMm(margins.left),
      header: twipsOfMm(margins.top / 2),
      footer: twipsOfMm(margins.bottom / 2),
      gutter: 0,
    },
    pageNumbers: { start: firstPage ?? 1, formatType: NumberFormat.DECIMAL },
  },
});

/** Header and footer: 五号 宋体. */
const RUN = { font: fontOf('宋体'), size: halfPoints(10.5) };

const headerOf = (text: string): Header =>
  new Header({
    children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ ...RUN, text })] })],
  });

const footerOf = (page: GridPage, count: number): Footer =>
  new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: fieldsOf(page, count) })] });

/** Page numbers are fields: Word counts where its pages end otherwise. The number of pages of a whole document is what was counted here. */
const fieldsOf = ({ footer, allPages }: GridPage, count: number): ParagraphChild[] =>
  footer
    .split(/(\{页\}|\{页数\})/u)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '{页}') return new TextRun({ ...RUN, children: [PageNumber.CURRENT] });
      if (part !== '{页数}') return new TextRun({ ...RUN, text: part });
      return allPages === undefined
        ? new SimpleField('SECTIONPAGES', String(count))
        : new TextRun({ ...RUN, text: String(count) });
    });
