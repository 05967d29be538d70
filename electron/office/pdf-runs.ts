import type { Box, Point } from './pdf-geometry.ts';
import type { PdfMarks, PdfStroke } from './pdf-marks.ts';
import type { PdfRun } from './pdf-text.ts';

export type Turns = PdfRun['turns'];

/** Where a run stands, from its base line to the height of its letters. */
export const boxOfRun = ({ glyphs, size, turns }: PdfRun): Box => {
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  if (first === undefined || last === undefined) return { left: 0, top: 0, right: 0, bottom: 0 };
  const height = size * 0.8;
  switch (turns) {
    case 0:
      return { left: first.x, right: last.x + last.width, top: first.y - height, bottom: first.y };
    case 1:
      return { left: first.x, right: first.x + height, top: first.y, bottom: last.y + last.width };
    case 2:
      return { left: last.x - last.width, right: first.x, top: first.y, bottom: first.y + height };
    case 3:
      return { left: first.x - height, right: first.x, top: last.y - last.width, bottom: first.y };
  }
};

export const middleOf = ({ left, top, right, bottom }: Box): Point => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
});

export const textOfRun = ({ glyphs }: PdfRun): string => glyphs.map(({ text }) => text).join('');

/** How most characters are turned. */
export const turnsOf = (runs: readonly PdfRun[]): Turns => {
  const counts = [0, 0, 0, 0];
  for (const { turns, glyphs } of runs) counts[turns] = (counts[turns] ?? 0) + glyphs.length;
  return ([0, 1, 2, 3] as const).reduce(
    (best, turns) => ((counts[turns] ?? 0) > (counts[best] ?? 0) ? turns : best),
    0,
  );
};

/** The page as its reader holds it: a wide table printed sideways on an upright page stands upright. */
export const uprightMarks = (marks: PdfMarks): PdfMarks => {
  const turns = turnsOf(marks.runs);
  if (turns === 0) return marks;
  const swaps = turns !== 2;
  return {
    width: swaps ? marks.height : marks.width,
    height: swaps ? marks.width : marks.height,
    runs: uprightRuns(marks.runs, turns, marks),
    strokes: marks.strokes.map((stroke) => turnStroke(stroke, turns, marks)),
  };
};

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Runs turned back so that those of these turns read from left to right. */
export const uprightRuns = (runs: readonly PdfRun[], turns: Turns, size: Size): PdfRun[] =>
  runs.map((run) => ({
    ...run,
    turns: ([0, 1, 2, 3] as const)[(run.turns - turns + 4) % 4] ?? 0,
    glyphs: run.glyphs.map((glyph) => ({ ...glyph, ...turn(glyph, turns, size) })),
    clip: turnBox(run.clip, turns, size),
  }));

const turn = ({ x, y }: Point, turns: Turns, { width, height }: Size): Point => {
  switch (turns) {
    case 0:
      return { x, y };
    case 1:
      return { x: y, y: width - x };
    case 2:
      return { x: width - x, y: height - y };
    case 3:
      return { x: height - y, y: x };
  }
};

const turnBox = (box: Box, turns: Turns, size: Size): Box => {
  const one = turn({ x: box.left, y: box.top }, turns, size);
  const other = turn({ x: box.right, y: box.bottom }, turns, size);
  return {
    left: Math.min(one.x, other.x),
    right: Math.max(one.x, other.x),
    top: Math.min(one.y, other.y),
    bottom: Math.max(one.y, other.y),
  };
};

const turnStroke = ({ isAcross, position, from, to }: PdfStroke, turns: Turns, size: Size): PdfStroke => {
  const box = isAcross
    ? { left: from, right: to, top: position, bottom: position }
    : { left: position, right: position, top: from, bottom: to };
  const { left, top, right, bottom } = turnBox(box, turns, size);
  const runsAcross = turns === 2 ? isAcross : !isAcross;
  return runsAcross
    ? { isAcross: true, position: top, from: left, to: right }
    : { isAcross: false, position: left, from: top, to: bottom };
};
