import { DEFINE_TABLE, eachInstruction, readStretches, stretchAt, type Stretch } from './doc-properties.ts';
import type { DocStream, Piece } from './doc-stream.ts';

/** A paragraph of a Word document, a cell's last one, or the end of a row. */
export interface DocParagraph {
  readonly text: string;
  readonly inTable: boolean;
  /** It ends a cell. */
  readonly endsCell: boolean;
  /** Set where it is the mark behind the last cell of a row. */
  readonly row: RowShape | null;
}

/** How a row of a table is cut into cells. */
export interface RowShape {
  /** Edges of the cells from left to right in twentieths of a point, one more than cells. */
  readonly edges: readonly number[];
  /** For each cell whether it goes on with the cell left of it, or with the cell above. */
  readonly joinedLeft: readonly boolean[];
  readonly joinedUp: readonly boolean[];
}

const CELL_MARK = 0x07;
/** Ends of paragraphs: paragraph, page or section, column. */
const ENDS = new Set([0x0d, 0x0c, 0x0e]);

/** The paragraphs of a document in order, without what was deleted with changes tracked or is hidden. */
export const readParagraphs = (doc: DocStream): DocParagraph[] => {
  const properties = readStretches(doc, 'paragraphs');
  const gone = goneStretches(doc);
  const paragraphs: DocParagraph[] = [];
  const field = new FieldFilter();
  let text = '';
  for (const { code, place } of lettersOf(doc)) {
    if (code === CELL_MARK || ENDS.has(code)) {
      const shape = shapeAt(doc, stretchAt(properties, place));
      paragraphs.push({ ...shape, text, endsCell: code === CELL_MARK && shape.row === null });
      text = '';
    } else if (field.takes(code) && !isGone(gone, place)) text += LETTERS[code] ?? String.fromCharCode(code);
  }
  if (text !== '') paragraphs.push({ text, inTable: false, endsCell: false, row: null });
  return paragraphs;
};

/** Codes that mean something else than their letter; empty for pictures, notes and other marks. */
const LETTERS: Readonly<Record<number, string>> = {
  0x01: '',
  0x02: '',
  0x03: '',
  0x04: '',
  0x05: '',
  0x06: '',
  0x08: '',
  0x0a: '\n',
  0x0b: '\n',
  0x1e: '-',
  0x1f: '',
};

/** A field is its instruction, then what it shows: only that is text. Fields may lie in one another. */
class FieldFilter {
  private readonly inInstruction: boolean[] = [];

  takes(code: number): boolean {
    if (code === 0x13) this.inInstruction.push(true);
    else if (code === 0x14 && this.inInstruction.length > 0) this.inInstruction[this.inInstruction.length - 1] = false;
    else if (code === 0x15) this.inInstruction.pop();
    else return !this.inInstruction.includes(true);
    return false;
  }
}

const WINDOWS = new TextDecoder('windows-1252');

/** The letters of the document proper, with where each lies in the main stream. */
function* lettersOf({ main, pieces, letters }: DocStream): Generator<{ code: number; place: number }> {
  for (const piece of pieces) {
    const count = Math.min(piece.to, letters) - piece.from;
    for (let index = 0; index < count; index += 1) {
      const place = piece.offset + index * piece.width;
      if (place + piece.width > main.byteLength) throw new RangeError('text beyond the file');
      yield { code: letterAt(main, piece, place), place };
    }
  }
}

const letterAt = (main: DataView, { width }: Piece, place: number): number => {
  if (width === 2) return main.getUint16(place, true);
  const byte = main.getUint8(place);
  return byte < 0x80 || byte > 0x9f ? byte : WINDOWS.decode(Uint8Array.of(byte)).charCodeAt(0);
};

const DELETED = 0x0800;
const HIDDEN = 0x083c;

const goneStretches = (doc: DocStream): Stretch[] =>
  readStretches(doc, 'characters').filter(({ properties }) => {
    const marks: number[] = [];
    eachInstruction(properties, (code, at) => {
      if (code === DELETED || code === HIDDEN) marks.push(properties.getUint8(at));
    });
    return marks.includes(1);
  });

const isGone = (gone: readonly Stretch[], place: number): boolean => gone.length > 0 && stretchAt(gone, place) !== null;

const IN_TABLE = 0x2416;
const ROW_END = 0x2417;
const DEPTH = 0x6649;
const LONG = new Set([0x6645, 0x6646]);
const JOIN_UP = 0xd62b;
const JOIN_LEFT = 0x5624;

interface OpenShape {
  inTable: boolean;
  endsRow: boolean;
  edges: number[];
  joinedLeft: boolean[];
  joinedUp: boolean[];
}

const shapeAt = (doc: DocStream, stretch: Stretch | null): Pick<DocParagraph, 'inTable' | 'row'> => {
  const shape: OpenShape = { inTable: false, endsRow: false, edges: [], joinedLeft: [], joinedUp: [] };
  if (stretch !== null) apply(doc, stretch.properties, shape, true);
  const { inTable, endsRow, edges, joinedLeft, joinedUp } = shape;
  return { inTable: inTable || endsRow, row: endsRow ? { edges, joinedLeft, joinedUp } : null };
};

const apply = (doc: DocStream, properties: DataView, shape: OpenShape, follow: boolean): void => {
  eachInstruction(properties, (code, at, size) => {
    if (code === IN_TABLE) shape.inTable = properties.getUint8(at) === 1;
    else if (code === ROW_END) shape.endsRow = properties.getUint8(at) === 1;
    else if (code === DEPTH) shape.inTable ||= properties.getInt32(at, true) > 0;
    else if (code === DEFINE_TABLE) defineTable(properties, at, size, shape);
    else if (code === JOIN_UP && size === 3) {
      shape.joinedUp[properties.getUint8(at + 1)] = (properties.getUint8(at + 2) & 3) === 1;
    } else if (code === JOIN_LEFT) {
      for (let cell = properties.getUint8(at) + 1; cell < properties.getUint8(at + 1); cell += 1) {
        shape.joinedLeft[cell] = true;
      }
    } else if (LONG.has(code) && follow) applyLong(doc, properties.getUint32(at, true), shape);
  });
};

/** Too long for a page of properties, they lie in a stream of their own. */
const applyLong = (doc: DocStream, place: number, shape: OpenShape): void => {
  if (place + 2 > doc.data.byteLength) return;
  const size = Math.min(doc.data.getUint16(place, true), doc.data.byteLength - place - 2);
  apply(doc, new DataView(doc.data.buffer, doc.data.byteOffset + place + 2, size), shape, false);
};

const CELL = 20;

const defineTable = (properties: DataView, at: number, size: number, shape: OpenShape): void => {
  const count = properties.getUint8(at + 2);
  const cells = at + 3 + (count + 1) * 2;
  if (cells > at + size) return;
  shape.edges = Array.from({ length: count + 1 }, (_, index) => properties.getInt16(at + 3 + index * 2, true));
  const flags = Array.from({ length: count }, (_, index) => {
    const cell = cells + index * CELL;
    return cell + 2 <= at + size ? properties.getUint16(cell, true) : 0;
  });
  shape.joinedLeft = flags.map((flag) => (flag & 0x02) !== 0);
  shape.joinedUp = flags.map((flag) => (flag & 0x60) === 0x20);
};
