import type { CellStyle } from '../../shared/grid/grid.ts';
import { escapeXml } from './xml.ts';

/**
 * The workbook's default font: its digits are exactly 8 pixels wide, and the unit of column widths is the width of
 * its digits. A Latin default would make the columns half as wide again on a machine without that font.
 */
const DEFAULT_FONT = '宋体';

/** One unit of column width in points: 8 pixels of 0.75 points. */
export const COLUMN_UNIT = 6;

/** Numbers below 164 belong to the built-in formats; `@` (text) is one of them. */
const FIRST_FORMAT = 164;
const TEXT_FORMAT = 49;

/** Collects the styles of a workbook: each distinct one is written once and named by its index. */
export class StyleTable {
  private readonly formats = new Map<string, number>();
  private readonly fonts = [fontXml(DEFAULT_FONT, 12, false)];
  private readonly xfs = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];
  private readonly known = new Map<string, number>();
  // Layouts share their style objects: most cells are found by identity, without building a key.
  private readonly seen = new WeakMap<CellStyle, Map<string, number>>();

  /** Index of a style with a number format; '' for general, `@` for text. */
  indexOf(style: CellStyle, format: string): number {
    let formats = this.seen.get(style);
    if (formats === undefined) this.seen.set(style, (formats = new Map<string, number>()));
    let index = formats.get(format);
    if (index === undefined) formats.set(format, (index = this.find(style, format)));
    return index;
  }

  private find(style: CellStyle, format: string): number {
    const key = JSON.stringify([style, format]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const index = this.xfs.push(this.xf(style, format)) - 1;
    this.known.set(key, index);
    return index;
  }

  private xf(style: CellStyle, format: string): string {
    const font = this.fontIndex(fontXml(style.font, style.size, style.bold));
    const indent = style.indent > 0 ? ` indent="${style.indent}"` : '';
    const vertical = style.vertical === 'middle' ? 'center' : 'top';
    return (
      `<xf numFmtId="${this.formatIndex(format)}" fontId="${font}" fillId="0" borderId="${style.border ? 1 : 0}" xfId="0"` +
      ' applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">' +
      `<alignment horizontal="${style.horizontal}" vertical="${vertical}"${style.wrap ? ' wrapText="1"' : ''}${indent}/></xf>`
    );
  }

  private fontIndex(xml: string): number {
    const index = this.fonts.indexOf(xml);
    return index === -1 ? this.fonts.push(xml) - 1 : index;
  }

  private formatIndex(format: string): number {
    if (format === '') return 0;
    if (format === '@') return TEXT_FORMAT;
    const known = this.formats.get(format);
    if (known !== undefined) return known;
    const index = FIRST_FORMAT + this.formats.size;
    this.formats.set(format, index);
    return index;
  }

  /** The part xl/styles.xml. */
  xml(): string {
    const formats = [...this.formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    const list = (tag: string, items: readonly string[]): string =>
      items.length === 0 ? '' : `<${tag} count="${items.length}">${items.join('')}</${tag}>`;
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      list('numFmts', formats) +
      list('fonts', this.fonts) +
      list(
        'fills',
        ['none', 'gray125'].map((type) => `<fill><patternFill patternType="${type}"/></fill>`),
      ) +
      list('borders', [borderXml(''), borderXml(' style="thin"')]) +
      list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
      list('cellXfs', this.xfs) +
      list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
      '</styleSheet>'
    );
  }
}

/** Charset 134 (GB2312): a program without the font takes another Chinese one. */
const fontXml = (name: string, size: number, bold: boolean): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="FF000000"/><name val="${escapeXml(name)}"/><charset val="134"/></font>`;

const borderXml = (style: string): string =>
  `<border>${['left', 'right', 'top', 'bottom']
    .map((side) => (style === '' ? `<${side}/>` : `<${side}${style}><color rgb="FF000000"/></${side}>`))
    .join('')}<diagonal/></border>`;
