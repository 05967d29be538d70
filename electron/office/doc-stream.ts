import { lockedFile, SAVE_AS_DOCX, unknownKind } from './file-kind.ts';
import { viewOf, type OleContainer } from './ole-container.ts';
import { damaged } from './zip-read.ts';

/** The streams of a Word document of 1997–2003, as far as its text and tables need them ([MS-DOC]). */
export interface DocStream {
  /** Text and character runs. */
  readonly main: DataView;
  /** The tables that say where everything lies. */
  readonly table: DataView;
  /** Long properties; empty where there are none. */
  readonly data: DataView;
  /** Letters of the document proper, before footnotes and headers. */
  readonly letters: number;
  readonly pieces: readonly Piece[];
}

/** A run of letters that lie together in the file. */
export interface Piece {
  /** First letter, counted in the document. */
  readonly from: number;
  readonly to: number;
  /** Where it lies in the main stream. */
  readonly offset: number;
  /** Bytes of a letter: 2 in UTF-16, 1 in Windows-1252. */
  readonly width: 1 | 2;
}

const WORD_MARK = 0xa5ec;
/** Version from which on the file is built like this: Word 97. */
const WORD_97 = 0xc1;
const ENCRYPTED = 0x0100;
const TABLE_1 = 0x0200;

/**
 * Opens a .doc or .wps.
 * @throws ExpectedError naming the file where it is older than Word 97, behind a password, or damaged
 */
export const openDoc = (container: OleContainer, fileName: string): DocStream => {
  const main = viewOf(container.stream('worddocument') ?? new Uint8Array());
  if (main.byteLength < 0x200) throw damaged(fileName, new Error('short document stream'));
  if (main.getUint16(0, true) !== WORD_MARK || main.getUint16(2, true) < WORD_97) {
    throw unknownKind(fileName, '很旧的 Word 文件（Word 95 以前）', SAVE_AS_DOCX);
  }
  const flags = main.getUint16(0x0a, true);
  if ((flags & ENCRYPTED) !== 0) throw lockedFile(fileName);
  const table = container.stream((flags & TABLE_1) === 0 ? '0table' : '1table');
  if (table === null) throw damaged(fileName, new Error('no table stream'));
  const view = viewOf(table);
  return {
    main,
    table: view,
    data: viewOf(container.stream('data') ?? new Uint8Array()),
    letters: main.getUint32(0x4c, true),
    pieces: readPieces(view, main.getUint32(0x01a2, true)),
  };
};

const PROPERTIES = 1;
const PIECES = 2;
const COMPRESSED = 0x40000000;

const readPieces = (table: DataView, start: number): Piece[] => {
  let at = start;
  while (table.getUint8(at) === PROPERTIES) at += 3 + table.getUint16(at + 1, true);
  if (table.getUint8(at) !== PIECES) throw new RangeError('no piece table');
  const count = Math.floor((table.getUint32(at + 1, true) - 4) / 12);
  const places = at + 5;
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index += 1) {
    const from = table.getUint32(places + index * 4, true);
    const to = table.getUint32(places + index * 4 + 4, true);
    const place = table.getUint32(places + (count + 1) * 4 + index * 8 + 2, true);
    const isSmall = (place & COMPRESSED) !== 0;
    const offset = isSmall ? (place & ~COMPRESSED) >>> 1 : place;
    if (to > from) pieces.push({ from, to, offset, width: isSmall ? 1 : 2 });
  }
  return pieces;
};
