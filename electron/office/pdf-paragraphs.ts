import type { PdfLine } from './pdf-lines.ts';
import { joinPieces, textOfLine, wouldNotFit } from './pdf-wrap.ts';

/** Lines that are one paragraph. */
export interface PdfParagraph {
  readonly text: string;
  readonly first: PdfLine;
  readonly last: PdfLine;
}

/** The text column of a page: where its lines begin and end. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Adds a line to the paragraphs before it: to the last one where that goes on, else as one of its own. */
export const addLine = (paragraphs: PdfParagraph[], line: PdfLine, margins: Margins): void => {
  const last = paragraphs.at(-1);
  if (last !== undefined && goesOn(last.last, line, margins)) {
    paragraphs[paragraphs.length - 1] = { ...last, text: joinPieces(last.text, textOfLine(line)), last: line };
  } else {
    paragraphs.push({ text: textOfLine(line), first: line, last: line });
  }
};

/** How far a line may begin from where the paragraph does, in heights of its letters. */
const INDENT = 0.7;

/**
 * Is a line more of the one before? That one is full, this one is not set in, or both are centred.
 */
export const goesOn = (line: PdfLine, next: PdfLine, { left, right }: Margins): boolean => {
  if (line.segments.length > 1 || next.segments.length > 1) return false;
  if (Math.abs(line.size - next.size) > 0.15 * line.size) return false;
  const isCentred =
    Math.abs(line.left - left - (right - line.right)) < 6 && Math.abs(next.left - left - (right - next.right)) < 6;
  const isSetIn = next.left > Math.min(line.left, left + INDENT * line.size) + INDENT * line.size;
  return (isCentred || !isSetIn) && wouldNotFit(textOfLine(next), right - line.right, next);
};
