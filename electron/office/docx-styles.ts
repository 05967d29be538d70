import { LineRuleType, type IBaseParagraphStyleOptions, type IPropertiesOptions } from 'docx';
import type { CellStyle } from '../../shared/grid/grid.ts';
import type { EntryStyles } from './docx-contents.ts';
import type { Headings } from './docx-headings.ts';
import { fontOf, linesOf, runOf } from './docx-paragraph.ts';
import { halfPoints, twips } from './docx-units.ts';

type Styles = NonNullable<IPropertiesOptions['styles']>;

/** Size in points of what says nothing of its own: the empty cells below a merge. They must not make their rows higher. */
const DEFAULT_SIZE = 10.5;

/** Styles of a document: headings as its headings look, entries of 目录 as its entries. */
export const stylesOf = (headings: Headings['styles'], entries: EntryStyles): Styles => ({
  default: {
    document: {
      run: { font: fontOf('宋体'), size: halfPoints(DEFAULT_SIZE) },
      paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    ...Object.fromEntries(Array.from(headings, ([level, style]) => [`heading${level}`, headingStyle(style, level)])),
  },
  paragraphStyles: Array.from(entries, ([level, style]) => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    run: runOf(style, 1),
    paragraph: {
      spacing: linesOf(style.size, 1),
      ...(style.indent > 0 ? { indent: { left: twips(style.indent * style.size) } } : {}),
    },
  })),
});

const headingStyle = (style: CellStyle, level: number): IBaseParagraphStyleOptions => ({
  run: { ...runOf(style, 1), color: '000000' },
  paragraph: { outlineLevel: level - 1, keepNext: true, spacing: { before: 0, after: 0 } },
});
