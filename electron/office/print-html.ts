import { fontStack } from '../../shared/grid/fonts.ts';
import type { CellStyle, Grid } from '../../shared/grid/grid.ts';
import { CELL_PADDING, LINE_HEIGHT } from '../../shared/grid/measure.ts';
import { paperOf, type Paper, type PaperBox, type PaperPage } from '../../shared/grid/paper.ts';
import { escapeXml } from './xml.ts';

/**
 * A whole page that prints grids on A4, one `section` a sheet of paper. Classes only, all in one style element with the
 * nonce: the page needs no script and no style attribute, and nothing typed is markup.
 */
export const printHtml = (
  grids: Iterable<Grid>,
  { title, nonce }: { readonly title: string; readonly nonce: string },
): string => {
  const classes = new ClassNames();
  const body = Array.from(grids, (grid) => drawSheets(paperOf(grid), grid, classes)).join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeXml(title)}</title>
<style nonce="${escapeXml(nonce)}">
${BASE}${classes.css()}</style>
</head>
<body>
${body}
</body>
</html>
`;
};

/** How many sheets of paper grids take. */
export const countPages = (grids: Iterable<Grid>): number => {
  let count = 0;
  for (const grid of grids) count += paperOf(grid).pages.length;
  return count;
};

/* The sheet is a hair lower than A4: rounding must not push a blank page behind it. */
const BASE = `@page { margin: 0; }
@page upright { size: A4 portrait; }
@page across { size: A4 landscape; }
html, body { margin: 0; padding: 0; background: #fff; color: #000; }
section { position: relative; overflow: hidden; break-after: page; break-inside: avoid; background: #fff; }
section:last-child { break-after: auto; }
section.upright { page: upright; width: 210mm; height: 296.9mm; }
section.across { page: across; width: 297mm; height: 209.9mm; }
section > div { position: absolute; box-sizing: border-box; overflow: hidden; display: flex; flex-direction: column; }
section > p { position: absolute; margin: 0; font: 10.5pt ${fontStack('宋体')}; }
p.header { top: 12mm; right: 20mm; }
p.footer { bottom: 10mm; left: 0; right: 0; text-align: center; }
.border { border: 0.75pt solid #000; }
.left { text-align: left; } .center { text-align: center; } .right { text-align: right; }
.middle { justify-content: center; } .top { justify-content: flex-start; }
.wrap { white-space: pre-wrap; overflow-wrap: anywhere; line-break: strict; }
.nowrap { white-space: pre; }
.bold { font-weight: bold; }
@media screen {
  html { background: #dee2e6; }
  body { background: none; display: flow-root; }
  section { margin: 8mm auto; box-shadow: 0 1px 6px rgb(0 0 0 / 30%); }
}
`;

const drawSheets = (paper: Paper, { page }: Grid, classes: ClassNames): string =>
  paper.pages
    .map((sheet) => drawPage(sheet, page.orientation === 'portrait' ? 'upright' : 'across', classes))
    .join('\n');

const drawPage = ({ header, footer, boxes }: PaperPage, orientation: string, classes: ClassNames): string =>
  `<section class="${orientation}">${boxes.map((box) => drawBox(box, classes)).join('')}${
    header === '' ? '' : `<p class="header">${escapeXml(header)}</p>`
  }${footer === '' ? '' : `<p class="footer">${escapeXml(footer)}</p>`}</section>`;

const drawBox = (box: PaperBox, classes: ClassNames): string => {
  const { style, text } = box.cell;
  const names = [
    classes.name('g', geometry(box)),
    classes.name('t', typography(style, box.size)),
    style.border ? 'border' : '',
    style.horizontal,
    style.vertical,
    style.wrap ? 'wrap' : 'nowrap',
    style.bold ? 'bold' : '',
  ];
  const content = text === '' ? '' : `<span>${escapeXml(text)}</span>`;
  return `<div class="${names.filter((name) => name !== '').join(' ')}">${content}</div>`;
};

const points = (value: number): string => `${Math.round(value * 100) / 100}pt`;

/** Boxes overlap by one border: neighbours share the line between them. */
const geometry = ({ x, y, width, height }: PaperBox): string =>
  `left: ${points(x)}; top: ${points(y)}; width: ${points(width + 0.75)}; height: ${points(height + 0.75)};`;

const typography = ({ font, size, indent }: CellStyle, scaled: number): string => {
  const scale = scaled / size;
  const side = (CELL_PADDING / 2) * scale;
  return (
    `font: ${points(scaled)}/${LINE_HEIGHT} ${fontStack(font)};` +
    ` padding: 0 ${points(side)} 0 ${points(side + indent * scaled)};`
  );
};

/** Names each distinct rule once. */
class ClassNames {
  private readonly names = new Map<string, string>();

  name(prefix: string, rule: string): string {
    let name = this.names.get(rule);
    if (name === undefined) this.names.set(rule, (name = `${prefix}${this.names.size}`));
    return name;
  }

  css(): string {
    return Array.from(this.names, ([rule, name]) => `.${name} { ${rule} }\n`).join('');
  }
}
