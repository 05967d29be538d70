import { checkCodeOf, gridTexts } from '../grid/check-code.ts';
import type { Grid } from '../grid/grid.ts';
import { withFooter } from './check-code.ts';
import type { Book, Paper } from './form.ts';

/**
 * Draws a book on a paper, one grid after another while they are asked for: what is saved, printed and sent. Where the settings
 * say so every sheet carries 校验码: its own on a paper of tables; one over the whole on a document with cover or 目录, whose
 * 目录 carries none, for page numbers change with the program that shows it. Pure.
 */
export const drawPaper = (paper: Pick<Paper, 'layout'>, book: Book): Iterable<Grid> =>
  book.settings.printCheckCode ? withCodes(paper, book) : paper.layout(book);

function* withCodes({ layout }: Pick<Paper, 'layout'>, book: Book): Generator<Grid> {
  let code: string | null = null;
  let first = true;
  for (const grid of layout(book)) {
    // Drawn twice rather than kept: the code of the whole must be known at its first page.
    if (first && isDocument(grid)) code = checkCodeOf(textsOf(layout(book)));
    first = false;
    if (code === null) yield withFooter(grid, book.settings);
    else yield grid.role === 'contents' ? grid : withFooter(grid, book.settings, code);
  }
}

const isDocument = ({ role }: Grid): boolean => role === 'text' || role === 'contents';

function* textsOf(grids: Iterable<Grid>): Generator<string> {
  for (const grid of grids) if (grid.role !== 'contents') yield* gridTexts(grid);
}
