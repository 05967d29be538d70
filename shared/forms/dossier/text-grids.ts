import { printableText } from '../../grid/clean.ts';
import { mm, printable, type CellStyle, type Grid, type GridPage } from '../../grid/grid.ts';
import { textHeight } from '../../grid/measure.ts';
import { isBlank } from '../../model/text.ts';
import type { Unit, Year } from '../../model/unit.ts';
import type { UnitYearContent } from '../../model/unit-year.ts';
import { DOCUMENT_NAME, PARTS, SECTIONS } from './definition.ts';
import { flowBlocks, type Block, type Flow } from './flow.ts';
import type { Styles } from './styles.ts';

/* The pages of running text: cover, 目录, and the two parts' beginnings. */

/** 版心 of official letters, GB/T 9704-2012. */
const MARGINS = { top: 37, right: 26, bottom: 35, left: 28 } as const;

const WIDTH = Math.floor(printable({ orientation: 'portrait', margins: MARGINS }).width);

/** Two halves that every row joins: a spreadsheet that takes a column for wider than it is can't shrink a single one to the page. */
const HALVES = [WIDTH / 2, WIDTH / 2];

/** Kept free at the end of a page: programs round heights of rows. */
const SPARE = 12;

/** Height of a page in points. */
const ROOM = Math.floor(printable({ orientation: 'portrait', margins: MARGINS }).height) - SPARE;

/** 目录 is wider, so that names stand on one line. */
const CONTENTS_MARGINS = { top: 25, right: 22, bottom: 20, left: 25 } as const;

/** Room for a page number of three digits. */
const PAGE_COLUMN = 40;

/** Begins a paragraph: two characters. One that goes on from the page before has none. */
export const PARAGRAPH_INDENT = '　　';

const PAGE: GridPage = {
  orientation: 'portrait',
  margins: MARGINS,
  fit: 'width',
  scale: 1,
  headerRows: null,
  breaks: [],
  centred: false,
  header: '',
  footer: '',
};

const NUMBERED: GridPage = { ...PAGE, footer: '— {页} —' };

const gridOf = (
  name: string,
  role: 'text' | 'contents',
  columns: readonly number[],
  { cells, rows, breaks }: Flow,
  page: GridPage,
): Grid => ({ name, role, columns, rows, cells, page: { ...page, breaks } });

/** Names as the document carries them: 本级 tells a unit from its department in other lists only. */
const bodyName = ({ name }: Pick<Unit, 'name'>): string => name.replace(/[（(]?本级[）)]?$/u, '') || name;

/** The cover. `approved`: the budget is no draft any more, so that （草案） is left out. */
export const coverGrid = (unit: Unit, year: Year, approved: boolean, styles: Styles): Grid => {
  const title: Block[] = [
    { text: bodyName(unit), style: styles.coverTitle, least: 48 },
    { text: `${year}年${DOCUMENT_NAME}`, style: styles.coverTitle, least: 48 },
    ...(approved ? [] : [{ text: '（草案）', style: styles.coverNote, least: 40 }]),
  ];
  const makers: Block[] = [
    { text: `${bodyName(unit)}编制`, style: styles.coverUnit, least: 32 },
    ...(isBlank(unit.reviewer) ? [] : [{ text: `${unit.reviewer}审核`, style: styles.coverUnit, least: 32 }]),
  ];
  const left = ROOM - heightOf([...title, ...makers]);
  const blocks = [
    ...space(Math.min(mm(50), left / 3), styles.coverUnit),
    ...title,
    ...space((left * 2) / 3 - mm(10), styles.coverUnit),
    ...makers,
  ];
  return gridOf('封面', 'text', HALVES, flowBlocks(blocks, HALVES, ROOM), PAGE);
};

const heightOf = (blocks: readonly Block[]): number =>
  blocks.reduce(
    (sum, { text, style, least = 0 }) => sum + Math.max(least, textHeight(text, WIDTH, style.size, style.indent)),
    0,
  );

/** An empty row, where there is room for it. */
const space = (height: number, style: CellStyle): Block[] => (height < 30 ? [] : [{ text: '', style, least: height }]);

/** One line of 目录. */
export interface ContentsEntry {
  readonly text: string;
  /** As printed at the bottom of that page; null for a part, which prints none. */
  readonly page: number | null;
}

/** 目录: what stands on which page. Its own pages carry no number and are not counted. */
export const contentsGrid = (entries: readonly ContentsEntry[], styles: Styles): Grid => {
  const room = printable({ orientation: 'portrait', margins: CONTENTS_MARGINS });
  const columns = [Math.floor(room.width) - PAGE_COLUMN, PAGE_COLUMN];
  const blocks: Block[] = [
    { text: '目    录', style: styles.contentsTitle, least: 44 },
    ...entries.map(({ text, page }) => ({
      text: printableText(text),
      style: page === null ? styles.contentsPart : styles.entry,
      aside: { text: page === null ? '' : String(page), style: styles.entryPage },
      staysWithNext: page === null,
    })),
  ];
  return gridOf('目录', 'contents', columns, flowBlocks(blocks, columns, Math.floor(room.height) - SPARE), {
    ...PAGE,
    margins: CONTENTS_MARGINS,
  });
};

/** A grid of headings and text, and the page, from 0, of each of its sections. */
export interface PartGrid {
  readonly grid: Grid;
  readonly pages: readonly number[];
}

/** 第一部分: what is declared of the whole department. A part left blank keeps its heading and an empty line. */
export const departmentGrid = (declared: UnitYearContent, styles: Styles): PartGrid => {
  const blocks = [
    ...partTitle(PARTS[0], styles),
    ...SECTIONS.flatMap(({ path, heading }): Block[] => [
      { text: heading, style: styles.section, heading: 2, least: 36, staysWithNext: true },
      ...paragraphs(declared[path], styles),
    ]),
  ];
  const flow = flowBlocks(blocks, HALVES, ROOM);
  const pages = flow.pages.filter((_, index) => blocks[index]?.heading === 2);
  return { grid: gridOf(PARTS[0].number, 'text', HALVES, flow, NUMBERED), pages };
};

/** The page before the projects. */
export const projectsTitleGrid = (styles: Styles): Grid => {
  const blocks = [...space(mm(60), styles.coverUnit), ...partTitle(PARTS[1], styles)];
  return gridOf(PARTS[1].number, 'text', HALVES, flowBlocks(blocks, HALVES, ROOM), NUMBERED);
};

/** One heading of two lines: Word's 目录 takes the whole of it when it is made anew. */
const partTitle = ({ number, title }: (typeof PARTS)[number], styles: Styles): Block[] => [
  { text: `${number}\n${title}`, style: styles.part, least: 100, heading: 1, staysWithNext: true },
];

const paragraphs = (text: string, styles: Styles): Block[] => {
  const lines = printableText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length === 0
    ? [{ text: '', style: styles.paragraph }]
    : lines.map((line) => ({ text: `${PARAGRAPH_INDENT}${line}`, style: styles.paragraph }));
};
