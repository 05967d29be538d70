import { plainText } from './pdf-characters.ts';
import { IDENTITY, matrixOf, move, times, type Box, type Matrix, type Point } from './pdf-geometry.ts';

/** A character as it stands on the page. */
export interface PdfGlyph {
  readonly text: string;
  /** Where it begins on its base line. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Characters that follow one another without a gap, in one size and direction. */
export interface PdfRun {
  readonly glyphs: PdfGlyph[];
  /** Height of its letters in points. */
  readonly size: number;
  /** Quarter turns to the right: 1 reads downwards, 3 upwards. */
  readonly turns: 0 | 1 | 2 | 3;
  /** What of the page it may be seen on. */
  readonly clip: Box;
}

/** What is asked of the library's fonts. */
export interface PdfFont {
  readonly fontMatrix?: unknown;
  readonly vertical?: unknown;
}

/** More than any page can print. */
const MOST_GLYPHS = 300_000;

interface TextState {
  font: PdfFont | null;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  stretch: number;
  rise: number;
  leading: number;
}

/** Follows the text operators of a page (PDF 32000-1, 9.4) and keeps where every character stands. */
export class PdfText {
  readonly runs: PdfRun[] = [];
  private state: TextState = {
    font: null,
    size: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    rise: 0,
    leading: 0,
  };
  private readonly saved: TextState[] = [];
  private matrix: Matrix = IDENTITY;
  private lineX = 0;
  private lineY = 0;
  private x = 0;
  private y = 0;
  private count = 0;
  private readonly fontOfName: (name: string) => PdfFont | null;

  constructor(fontOfName: (name: string) => PdfFont | null) {
    this.fontOfName = fontOfName;
  }

  save(): void {
    this.saved.push({ ...this.state });
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  operator(name: string, args: readonly unknown[], page: { readonly matrix: Matrix; readonly clip: Box }): void {
    const number = typeof args[0] === 'number' ? args[0] : 0;
    switch (name) {
      case 'beginText':
        this.place(IDENTITY);
        break;
      case 'setTextMatrix':
        this.place(matrixOf(args[0]) ?? IDENTITY);
        break;
      case 'moveText':
        this.moveLine(number, typeof args[1] === 'number' ? args[1] : 0);
        break;
      case 'setLeadingMoveText':
        this.state.leading = typeof args[1] === 'number' ? args[1] : 0;
        this.moveLine(number, this.state.leading);
        break;
      case 'setLeading':
        this.state.leading = -number;
        break;
      case 'nextLine':
        this.moveLine(0, this.state.leading);
        break;
      case 'setCharSpacing':
        this.state.characterSpacing = number;
        break;
      case 'setWordSpacing':
        this.state.wordSpacing = number;
        break;
      case 'setHScale':
        this.state.stretch = number / 100;
        break;
      case 'setTextRise':
        this.state.rise = number;
        break;
      case 'setFont':
        this.setFont(args);
        break;
      case 'setGState':
        this.setGState(args[0]);
        break;
      case 'showText':
      case 'showType3Text':
        if (Array.isArray(args[0])) this.show(args[0], page);
        break;
    }
  }

  private place(matrix: Matrix): void {
    this.matrix = matrix;
    this.x = this.lineX = 0;
    this.y = this.lineY = 0;
  }

  private moveLine(x: number, y: number): void {
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }

  private setFont([name, size]: readonly unknown[]): void {
    this.state.font = typeof name === 'string' ? this.fontOfName(name) : null;
    this.state.size = typeof size === 'number' ? size : 0;
  }

  private setGState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const entry of entries) {
      if (Array.isArray(entry) && entry[0] === 'Font' && Array.isArray(entry[1])) this.setFont(entry[1]);
    }
  }

  private show(glyphs: readonly unknown[], page: { readonly matrix: Matrix; readonly clip: Box }): void {
    const { font, size, characterSpacing, wordSpacing, stretch, rise } = this.state;
    const isVertical = font?.vertical === true;
    const scale = size * (matrixOf(font?.fontMatrix)?.[0] ?? 0.001);
    const whole = times(page.matrix, this.matrix);
    const shape = shapeOf(whole, size, stretch);
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        this.advance((glyph * size) / (isVertical ? 1_000 : -1_000), isVertical);
        continue;
      }
      const { text, width, isSpace } = glyphOf(glyph);
      const from = move(whole, this.x - (isVertical ? size / 2 : 0), this.y + rise - (isVertical ? size * 0.88 : 0));
      const gap = characterSpacing + (isSpace ? wordSpacing : 0);
      if (isVertical) {
        // Upright characters below one another.
        this.keep({ text, ...from, width: shape.size }, { ...shape, turns: 0 }, page.clip);
        this.advance(-size - gap, true);
      } else {
        const long = width * scale;
        this.keep({ text, ...from, width: Math.abs(long * shape.stretch) }, shape, page.clip);
        this.advance(long + gap, false);
      }
    }
  }

  private advance(by: number, isVertical: boolean): void {
    if (isVertical) this.y += by;
    else this.x += by * this.state.stretch;
  }

  private keep(glyph: PdfGlyph, shape: Shape, clip: Box): void {
    if (glyph.text === '' || !Number.isFinite(glyph.x + glyph.y + glyph.width) || this.count >= MOST_GLYPHS) return;
    this.count += 1;
    const run = this.runs.at(-1);
    if (run !== undefined && continues(run, glyph, shape, clip)) run.glyphs.push(glyph);
    else this.runs.push({ glyphs: [glyph], size: shape.size, turns: shape.turns, clip });
  }
}

interface Shape {
  readonly size: number;
  readonly turns: 0 | 1 | 2 | 3;
  /** Points of the page for one of the text's. */
  readonly stretch: number;
}

const shapeOf = (matrix: Matrix, size: number, stretch: number): Shape => {
  const [a, b, c, d] = matrix;
  const along = Math.hypot(a, b);
  const sign = size * stretch < 0 ? -1 : 1;
  const angle = Math.atan2(b * sign, a * sign);
  const turns = ([0, 1, 2, 3] as const)[(Math.round(angle / (Math.PI / 2)) + 4) % 4] ?? 0;
  return { size: Math.abs(size) * Math.hypot(c, d), turns, stretch: along * stretch };
};

/** How far a gap, in letters' heights, still belongs to a run. */
const TOUCHING = 0.12;

const continues = (run: PdfRun, glyph: PdfGlyph, { size, turns }: Shape, clip: Box): boolean => {
  const last = run.glyphs.at(-1);
  if (last === undefined || run.turns !== turns || run.clip !== clip || Math.abs(run.size - size) > 0.01) return false;
  const { along, across } = offset(last, glyph, turns);
  return Math.abs(across) < size * TOUCHING && Math.abs(along - last.width) < size * TOUCHING;
};

/** How far one character stands from another in its own direction, and beside it. */
const offset = (from: Point, to: Point, turns: 0 | 1 | 2 | 3): { along: number; across: number } => {
  const [x, y] = [to.x - from.x, to.y - from.y];
  switch (turns) {
    case 0:
      return { along: x, across: y };
    case 1:
      return { along: y, across: -x };
    case 2:
      return { along: -x, across: -y };
    case 3:
      return { along: -y, across: x };
  }
};

interface ShownGlyph {
  readonly text: string;
  readonly width: number;
  readonly isSpace: boolean;
}

const NOTHING: ShownGlyph = { text: '', width: 0, isSpace: false };

const glyphOf = (glyph: unknown): ShownGlyph => {
  if (typeof glyph !== 'object' || glyph === null) return NOTHING;
  const { unicode, width, isSpace } = glyph as { unicode?: unknown; width?: unknown; isSpace?: unknown };
  return {
    text: typeof unicode === 'string' ? plainText(unicode) : '',
    width: typeof width === 'number' ? width : 0,
    isSpace: isSpace === true,
  };
};
