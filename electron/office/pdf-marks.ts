import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  boxAround,
  IDENTITY,
  matrixOf,
  move,
  overlapOf,
  times,
  type Box,
  type Matrix,
  type Point,
} from './pdf-geometry.ts';
import { PdfText, type PdfFont, type PdfRun } from './pdf-text.ts';

/** A straight stroke that runs along the page or down it. */
export interface PdfStroke {
  readonly isAcross: boolean;
  /** Its y where it runs across, its x where it runs down. */
  readonly position: number;
  readonly from: number;
  readonly to: number;
}

/** What is drawn on a page, in points, y downwards, turned as the page is shown. */
export interface PdfMarks {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly PdfRun[];
  readonly strokes: readonly PdfStroke[];
}

/** More than any page of tables draws. */
const MOST_STROKES = 100_000;
/** A filled shape no thicker than this is a line. */
const THICKEST_LINE = 3;

type Operators = Readonly<Record<string, number>>;

interface State {
  matrix: Matrix;
  clip: Box;
  hasWhiteFill: boolean;
  hasWhiteStroke: boolean;
}

/** Reads what a page draws by following its operators, as the library hands them to whoever paints. */
export const readMarks = async (page: PDFPageProxy, operators: Operators): Promise<PdfMarks> => {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const reader = new MarkReader(
    matrixOf(transform) ?? IDENTITY,
    { left: 0, top: 0, right: width, bottom: height },
    (name) => fontOf(page, name),
  );
  const names = new Map(Object.entries(operators).map(([name, code]) => [code, name]));
  for (const [index, code] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    reader.operator(names.get(code) ?? '', Array.isArray(args) ? args : []);
  }
  return { width, height, runs: reader.text.runs, strokes: reader.strokes };
};

/** Null where the library has not got it, so that a broken font costs its widths and not the page. */
const fontOf = (page: PDFPageProxy, name: string): PdfFont | null => {
  try {
    const font: unknown = page.commonObjs.get(name);
    return typeof font === 'object' ? font : null;
  } catch {
    return null;
  }
};

class MarkReader {
  readonly strokes: PdfStroke[] = [];
  readonly text: PdfText;
  private state: State;
  private readonly saved: State[] = [];
  /** The next path narrows what is shown. */
  private clips = false;

  constructor(matrix: Matrix, page: Box, fontOfName: (name: string) => PdfFont | null) {
    this.state = { matrix, clip: page, hasWhiteFill: false, hasWhiteStroke: false };
    this.text = new PdfText(fontOfName);
  }

  operator(name: string, args: readonly unknown[]): void {
    switch (name) {
      case 'save':
      case 'beginGroup':
        this.save();
        break;
      case 'restore':
      case 'endGroup':
      case 'endAnnotation':
      case 'paintFormXObjectEnd':
        this.restore();
        break;
      case 'transform':
        this.transform(args);
        break;
      case 'paintFormXObjectBegin':
        this.save();
        this.transform(args[0]);
        break;
      case 'beginAnnotation':
        this.save();
        this.transform(args[2]);
        this.transform(args[3]);
        break;
      case 'clip':
      case 'eoClip':
        this.clips = true;
        break;
      case 'setFillRGBColor':
        this.state.hasWhiteFill = isWhite(args[0]);
        break;
      case 'setStrokeRGBColor':
        this.state.hasWhiteStroke = isWhite(args[0]);
        break;
      case 'constructPath':
        this.path(args);
        break;
      default:
        this.text.operator(name, args, this.state);
    }
  }

  private save(): void {
    this.saved.push({ ...this.state });
    this.text.save();
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
    this.text.restore();
  }

  private transform(value: unknown): void {
    const matrix = matrixOf(value);
    if (matrix !== null) this.state.matrix = times(this.state.matrix, matrix);
  }

  private path(args: readonly unknown[]): void {
    const [paint, data] = args;
    const coordinates: unknown = Array.isArray(data) ? data[0] : null;
    if (!(coordinates instanceof Float32Array) || typeof paint !== 'number') return;
    const lines = polylines(coordinates, this.state.matrix);
    if (this.clips) {
      this.clips = false;
      this.state.clip = overlapOf(this.state.clip, boxAround(lines.flat()));
    }
    if (STROKING.has(paint) && !this.state.hasWhiteStroke) for (const line of lines) this.stroke(line);
    if (FILLING.has(paint) && !this.state.hasWhiteFill) for (const line of lines) this.fill(boxAround(line));
  }

  private stroke(line: readonly Point[]): void {
    for (const [index, to] of line.entries()) {
      const from = line[index - 1];
      if (from !== undefined) this.fill(boxAround([from, to]), 0.7);
    }
  }

  /** A thin box is a line along its middle. */
  private fill(box: Box, thickest = THICKEST_LINE): void {
    if (this.strokes.length >= MOST_STROKES) return;
    const { left, top, right, bottom } = overlapOf(box, this.state.clip);
    const [width, height] = [right - left, bottom - top];
    if (!(width >= -thickest && height >= -thickest)) return;
    if (height <= thickest && width > height) {
      this.strokes.push({ isAcross: true, position: (top + bottom) / 2, from: left, to: right });
    } else if (width <= thickest && height > width) {
      this.strokes.push({ isAcross: false, position: (left + right) / 2, from: top, to: bottom });
    }
  }
}

/** stroke, closeStroke, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke. */
const STROKING = new Set([20, 21, 24, 25, 26, 27]);
/** fill, eoFill and those that stroke too. */
const FILLING = new Set([22, 23, 24, 25, 26, 27]);

/** The library's codes inside a path and how many numbers follow each: to, line, curve, quadratic curve, close. */
const PATH_NUMBERS = [2, 2, 6, 4, 0];
const CURVE = 2;
const CLOSE = 4;

/** Straight pieces of a path; a curve breaks it. */
const polylines = (data: Float32Array, matrix: Matrix): Point[][] => {
  const lines: Point[][] = [];
  let line: Point[] = [];
  for (let at = 0; at < data.length;) {
    const code = data[at] ?? 0;
    const count = PATH_NUMBERS[code];
    if (count === undefined) break;
    const end = at + 1 + count;
    const point = count === 0 ? line[0] : move(matrix, data[end - 2] ?? 0, data[end - 1] ?? 0);
    if (code === 0 || code === CURVE || code === 3) lines.push((line = []));
    if (point !== undefined) line.push(point);
    if (code === CLOSE && point !== undefined) lines.push((line = [point]));
    at = end;
  }
  return lines.filter((points) => points.length > 1);
};

const isWhite = (colour: unknown): boolean => typeof colour === 'string' && /^#f[c-f]f[c-f]f[c-f]$/iu.test(colour);
