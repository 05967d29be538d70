import { Document, Packer } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { printableText } from '../../shared/grid/clean.ts';
import type { Grid, GridPage } from '../../shared/grid/grid.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { writeAtomically } from './atomic.ts';
import { bodyXml } from './docx-body.ts';
import { contentsOf, entryStyles, type EntryStyles } from './docx-contents.ts';
import { Headings } from './docx-headings.ts';
import { markOf, sectionsOf } from './docx-sections.ts';
import { stylesOf } from './docx-styles.ts';
import { Templates } from './docx-templates.ts';
import { ZipWriter } from './zip-write.ts';

/*
 * The library makes every part; the bodies of a thousand sections it could not hold. Each grid becomes XML as soon as it is drawn,
 * and is put into the library's document, which knows only the sections, in their place.
 */

export interface DocumentOptions {
  /** Document property, e.g. 示例县示例镇人民政府-2026年项目支出绩效目标表. */
  readonly title: string;
  /** Told after each grid: how many are written. */
  readonly onSheet?: (written: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Writes grids as one docx document, each beginning a page in a section of its own, atomically. Grids are taken one by one and
 * forgotten.
 * @throws ExpectedError `cancelled` when the signal fires, or what {@link writeAtomically} throws
 */
export const writeDocument = async (grids: Iterable<Grid>, path: string, options: DocumentOptions): Promise<void> =>
  writeAtomically(path, (temporary) => writeDocumentTo(grids, temporary, options));

/** The same without the care for a file others may see: for temporary files of our own. */
export const writeDocumentTo = async (grids: Iterable<Grid>, path: string, options: DocumentOptions): Promise<void> => {
  const drawn = drawBodies(grids, options);
  const parts = await packageParts(drawn, options.title);
  const zip = await ZipWriter.create(path);
  try {
    for (const [name, bytes] of Object.entries(parts)) {
      if (name === DOCUMENT) await zip.addChunks(name, withBodies(strFromU8(bytes), drawn.bodies));
      else await zip.add(name, strFromU8(bytes));
    }
    await zip.finish();
  } catch (error) {
    await zip.close();
    throw error;
  }
};

const DOCUMENT = 'word/document.xml';

interface Drawn {
  readonly pages: GridPage[];
  /** The body of each section as XML. Bytes: they take a third of the memory of texts. */
  readonly bodies: Uint8Array[];
  readonly headings: Headings;
  readonly entries: EntryStyles;
}

const drawBodies = (grids: Iterable<Grid>, { onSheet, signal }: DocumentOptions): Drawn => {
  const templates = new Templates();
  const headings = new Headings();
  const pages: GridPage[] = [];
  const bodies: Uint8Array[] = [];
  /** 目录 names headings that come after it. */
  const contents = new Map<number, Grid>();
  for (const grid of grids) {
    if (signal?.aborted === true) throw new ExpectedError('cancelled', '导出已取消。');
    const count = pages.push(grid.page);
    if (grid.role === 'contents') contents.set(count - 1, grid);
    else grid.cells.forEach((cell) => headings.add(cell));
    bodies.push(Buffer.from(grid.role === 'contents' ? '' : bodyXml(grid, templates, headings)));
    headings.forgetCells();
    onSheet?.(count);
  }
  let entries: EntryStyles = new Map();
  for (const [index, grid] of contents) {
    bodies[index] = Buffer.from(templates.xml(contentsOf(grid, headings.all)));
    entries = new Map([...entryStyles(grid, headings.all), ...entries]);
  }
  return { pages, bodies, headings, entries };
};

const PROGRAM = '绩效填报';

/** Every part of the package as the library writes it, the bodies left out. */
const packageParts = async (
  { pages, headings, entries }: Drawn,
  title: string,
): Promise<Record<string, Uint8Array>> => {
  const document = new Document({
    title: printableText(title),
    creator: PROGRAM,
    lastModifiedBy: PROGRAM,
    styles: stylesOf(headings.styles, entries),
    compatibility: { version: 15 },
    sections: sectionsOf(pages),
  });
  return unzipSync(await Packer.toBuffer(document));
};

/** The library's document with each body in front of the paragraph that ends its section. */
function* withBodies(xml: string, bodies: readonly Uint8Array[]): Generator<Uint8Array> {
  let from = 0;
  for (const [index, body] of bodies.entries()) {
    const mark = xml.indexOf(markOf(index), from);
    const paragraph = xml.lastIndexOf('<w:p>', mark);
    const run = xml.lastIndexOf('<w:r>', mark);
    yield Buffer.from(xml.slice(from, paragraph));
    yield body;
    yield Buffer.from(xml.slice(paragraph, run));
    from = xml.indexOf('</w:r>', mark) + '</w:r>'.length;
  }
  yield Buffer.from(xml.slice(from));
}
