import type { PdfRun } from './pdf-text.ts';
import { boxOfRun, textOfRun } from './pdf-runs.ts';

/** Text that was printed at once. */
export interface PdfPiece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Its own base line: centred beside others it may be a little off that of the line. */
  readonly y: number;
}

/** A part of a line of text: pieces with gaps no wider than between words. */
export interface PdfSegment extends PdfPiece {
  readonly pieces: readonly PdfPiece[];
}

/** Text on one base line. */
export interface PdfLine {
  /** From left to right; more than one where wide gaps part them. */
  readonly segments: readonly PdfSegment[];
  readonly left: number;
  readonly right: number;
  /** Its base line. */
  readonly y: number;
  /** Height of its letters. */
  readonly size: number;
}

/** Heights of letters: base lines this near are one line, so that 10³ is. */
const SAME_LINE = 0.45;
/** Gaps wider than this part a line. */
const WIDE_GAP = 1.3;

/** The lines of runs that read from left to right, from the top. */
export const linesOfRuns = (runs: readonly PdfRun[]): PdfLine[] => {
  const groups: { y: number; size: number; runs: PdfRun[] }[] = [];
  for (const run of [...runs].sort((one, other) => baseOf(one) - baseOf(other))) {
    const [y, last] = [baseOf(run), groups.at(-1)];
    if (last !== undefined && y - last.y <= SAME_LINE * Math.max(run.size, last.size)) {
      last.runs.push(run);
      // The largest letters say where the line stands.
      if (run.size > last.size) Object.assign(last, { y, size: run.size });
    } else groups.push({ y, size: run.size, runs: [run] });
  }
  return groups.flatMap(({ y, size, runs: line }) => lineOf(y, size, line) ?? []);
};

const baseOf = ({ glyphs }: PdfRun): number => glyphs[0]?.y ?? 0;

const lineOf = (y: number, size: number, runs: readonly PdfRun[]): PdfLine | undefined => {
  const segments: { text: string; left: number; right: number; y: number; pieces: PdfPiece[] }[] = [];
  for (const { text, left, right, y: base } of runs.flatMap(piecesOf).sort((one, other) => one.left - other.left)) {
    const last = segments.at(-1);
    const gap = last === undefined ? 0 : left - last.right;
    // Bold letters that are none are printed twice.
    if (last !== undefined && gap < -0.5 * size && last.text.endsWith(text) && right - last.right < size * 0.2)
      continue;
    if (last === undefined || gap > WIDE_GAP * size)
      segments.push({ text, left, right, y: base, pieces: [{ text, left, right, y: base }] });
    else {
      last.text += (isGap(last.text, text, gap / size) ? ' ' : '') + text;
      last.right = Math.max(last.right, right);
      last.pieces.push({ text, left, right, y: base });
    }
  }
  const filled = segments.map((each) => ({ ...each, text: each.text.trim() })).filter(({ text }) => text !== '');
  const first = filled[0];
  return first && { segments: filled, left: first.left, right: Math.max(...filled.map(({ right }) => right)), y, size };
};

/** A run without its blanks at both ends, in pieces where blanks in it are as wide as between columns. */
const piecesOf = (run: PdfRun): PdfPiece[] => {
  const pieces: { text: string; left: number; right: number; y: number }[] = [];
  const y = baseOf(run);
  let blanks = '';
  let end = -Infinity;
  for (const { text, x, width } of run.glyphs) {
    const last = pieces.at(-1);
    if (text.trim() === '') blanks += text;
    else if (last === undefined || x - end > WIDE_GAP * run.size)
      pieces.push({ text: blanks + text, left: x, right: x + width, y });
    else Object.assign(last, { text: last.text + blanks + text, right: x + width });
    if (text.trim() !== '') [blanks, end] = ['', x + width];
  }
  const [last, whole] = [pieces.at(-1), boxOfRun(run)];
  if (last !== undefined) last.text += blanks;
  return pieces.length > 0 || whole.right - whole.left > WIDE_GAP * run.size
    ? pieces
    : [{ text: textOfRun(run), left: whole.left, right: whole.right, y }];
};

/** Between letters of words a small gap is a blank, between Han characters only one as wide as half of one. */
const isGap = (before: string, after: string, gap: number): boolean =>
  !/\s$/u.test(before) &&
  !/^\s/u.test(after) &&
  gap > (/[\w.,;:)%]$/u.test(before) && /^[\w(]/u.test(after) ? 0.18 : 0.5);
