/* Makes small PDFs as programs write them: text in a Chinese font that is not embedded, and lines. */

/** Characters to their two bytes in GBK; those of ASCII are one. */
const gbk = ((): ReadonlyMap<string, string> => {
  const decoder = new TextDecoder('gbk');
  const map = new Map<string, string>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (character.length === 1 && !map.has(character)) map.set(character, String.fromCharCode(high, low));
    }
  }
  return map;
})();

const hex = (text: string): string =>
  Array.from(text)
    .map((character) => gbk.get(character) ?? character)
    .map((bytes) => Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join(''))
    .join('');

/** Text whose base line begins at a point; from the lower left corner, as PDF has it. */
export const say = (text: string, x: number, y: number, size = 10): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET\n`;

/** Text turned by quarter turns to the left. */
export const sayTurned = (text: string, x: number, y: number, size = 10): string =>
  `BT /F1 ${size} Tf 0 1 -1 0 ${x} ${y} Tm <${hex(text)}> Tj ET\n`;

/** A line as LibreOffice and WPS draw it. */
export const stroke = (x1: number, y1: number, x2: number, y2: number): string =>
  `0.5 w ${x1} ${y1} m ${x2} ${y2} l S\n`;

/** A line as Word and Excel draw it: a rectangle that is filled. */
export const bar = (x: number, y: number, width: number, height: number): string =>
  `${x} ${y} ${width} ${height} re f\n`;

/** A whole grid of lines; `xs` from the left, `ys` from the top. */
export const lattice = (xs: readonly number[], ys: readonly number[]): string => {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return [...xs.map((x) => stroke(x, bottom, x, top)), ...ys.map((y) => stroke(left, y, right, y))].join('');
};

export interface MadePage {
  readonly content: string;
  /** More of its dictionary: `/Rotate 90`. */
  readonly more?: string;
  readonly width?: number;
  readonly height?: number;
}

/** A PDF of pages. @param trailer more of its trailer, e.g. an encryption */
export const pdfOf = (pages: readonly (MadePage | string)[], trailer = ''): Uint8Array => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${5 + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> /DW 1000 /W [1 95 500 814 939 500] >>',
    ...pages.flatMap((page, index) => {
      const { content, more = '', width = 595, height = 842 } = typeof page === 'string' ? { content: page } : page;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ${more} /Contents ${6 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
};
