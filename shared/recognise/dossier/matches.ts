import { BUDGET_LABEL, INDICATOR_HEADER, PLAN_LABEL, DOCUMENT_NAME } from '../../forms/dossier/definition.ts';
import type { SourceTable } from '../../grid/table.ts';
import { fold } from '../../model/text.ts';
import { cleanCell } from '../clean.ts';
import { sectionHeading } from './labels.ts';

/** Labels that no other form prints, */
const OWN: ReadonlySet<string> = new Set([BUDGET_LABEL, PLAN_LABEL].map(fold));

/** and such as elder editions of other forms have too. */
const SHARED: ReadonlySet<string> = new Set([INDICATOR_HEADER[3], INDICATOR_HEADER[5]].map(fold));

/** Longest cell that may be a label, remains of HTML and bookmarks counted. */
const LONGEST = 120;

/** Letters of every such word: most cells have none of them. */
const WORTH_A_LOOK = /用\s*途|计\s*划|描\s*述|依\s*据|绩\s*效\s*文|绩\s*效\s*目|保\s*障\s*措/u;

/** 绩效文本: two labels of its tables, one of them its own, or its name and two of the parts about the whole department. */
export const matchesDossier = (tables: readonly SourceTable[]): boolean => {
  const own = new Set<string>();
  const shared = new Set<string>();
  const parts = new Set<string>();
  let named = false;
  for (const cell of cellsOf(tables)) {
    if (cell.length > LONGEST || !WORTH_A_LOOK.test(cell)) continue;
    const text = cleanCell(cell);
    const folded = fold(text);
    if (OWN.has(folded)) own.add(folded);
    if (SHARED.has(folded)) shared.add(folded);
    named ||= folded.includes(DOCUMENT_NAME);
    const section = sectionHeading(text);
    if (section !== null) parts.add(section);
    if ((own.size > 0 && own.size + shared.size >= 2) || (named && parts.size >= 2)) return true;
  }
  return false;
};

function* cellsOf(tables: readonly SourceTable[]): Generator<string> {
  for (const { rows } of tables) for (const { cells } of rows) yield* cells;
}
