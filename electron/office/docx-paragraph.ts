import {
  AlignmentType,
  Bookmark,
  HeadingLevel,
  LineRuleType,
  Paragraph,
  TextRun,
  type IFontAttributesProperties,
  type IParagraphOptions,
  type IRunOptions,
  type ISpacingProperties,
} from 'docx';
import type { CellStyle, GridCell } from '../../shared/grid/grid.ts';
import { LINE_HEIGHT } from '../../shared/grid/measure.ts';
import { runText, TEXT, type Templates } from './docx-templates.ts';
import { halfPoints, twips } from './docx-units.ts';

const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** Style names of headings in every language of Word. */
export const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** A font for Chinese and Latin letters alike; the hint makes “” and ≥ Chinese too. */
export const fontOf = (name: string): IFontAttributesProperties => ({
  ascii: name,
  hAnsi: name,
  eastAsia: name,
  cs: name,
  hint: 'eastAsia',
});

type Run = Pick<IRunOptions, 'font' | 'size' | 'sizeComplexScript' | 'bold'>;

/** How letters of a cell look; scaled as its table is. */
export const runOf = ({ font, size, bold }: CellStyle, scale: number): Run => ({
  font: fontOf(font),
  size: halfPoints(size * scale),
  ...(bold ? { bold } : {}),
});

/** Lines exactly as high as they were measured: no font of another machine makes a page longer. */
export const linesOf = (size: number, scale: number): ISpacingProperties => ({
  line: twips(size * LINE_HEIGHT * scale),
  lineRule: LineRuleType.EXACT,
});

/** What a paragraph is beside its cell. */
export interface ParagraphExtras {
  /** Name of the bookmark that 目录 finds it by, where it is a heading. */
  readonly bookmark?: string;
  /** Points above and below. */
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
  readonly startsPage?: boolean;
  /** The style of its heading says how its letters look. */
  readonly styled?: boolean;
}

/** The text of a cell as one paragraph; line breaks and tabs stay. */
export const paragraphXml = (
  cell: GridCell,
  scale: number,
  templates: Templates,
  extras: ParagraphExtras = {},
): string => {
  const { text, style, heading } = cell;
  const filled = text !== '';
  const key = `${templates.keyOf(style)} ${scale} ${heading ?? ''} ${filled} ${JSON.stringify(extras)}`;
  const make = (): Paragraph => paragraphOf({ ...cell, text: filled ? TEXT : '' }, scale, extras);
  return templates.aroundText(key, make).join(runText(text));
};

/** A paragraph of the library as a cell says; its text stays as it is. */
export const paragraphOf = (
  { text, style, heading }: Pick<GridCell, 'text' | 'style' | 'heading'>,
  scale: number,
  extras: ParagraphExtras = {},
): Paragraph => {
  const run = runOf(style, scale);
  const { bookmark } = extras;
  const runs = text === '' ? [] : [new TextRun({ ...(extras.styled === true ? {} : run), text })];
  return new Paragraph({
    ...(heading === undefined ? {} : { heading: HEADINGS[heading] }),
    ...placeOf(style, scale, extras),
    run,
    children: bookmark === undefined ? runs : [new Bookmark({ id: bookmark, children: runs })],
  });
};

const placeOf = (
  { horizontal, indent, size }: CellStyle,
  scale: number,
  { before = 0, after = 0, keepNext = false, startsPage = false }: ParagraphExtras,
): Partial<IParagraphOptions> => ({
  alignment: ALIGNMENTS[horizontal],
  spacing: { ...linesOf(size, scale), before: twips(before), after: twips(after) },
  ...(indent > 0 ? { indent: { left: twips(indent * size * scale) } } : {}),
  ...(keepNext ? { keepNext } : {}),
  ...(startsPage ? { pageBreakBefore: true } : {}),
});
