import { DOCUMENT_NAME } from '../../forms/dossier/definition.ts';
import { fold } from '../../model/text.ts';
import { joinLines } from '../clean.ts';
import type { RecognisedDocument } from '../recognised.ts';
import { yearIn } from '../annex2/captions.ts';
import type { Row } from './rows.ts';
import type { Parts } from './split.ts';

type DocumentReading = Omit<RecognisedDocument['document'], 'file' | 'layout'>;

/** Title, year and unit from the cover, what is declared of the department, and the code from the line above a table. */
export const readDocument = ({ cover, sections }: Parts, unitLine: string | null): DocumentReading => {
  const lines = cover.flatMap(({ cells }) => cells.map(({ text }) => joinLines(text)));
  const at = lines.findIndex((line) => fold(line).includes('绩效文本'));
  const title = at === -1 ? null : titleOf(lines, at);
  const unit = unitParts(unitLine);
  const reviewer = nameBefore(lines, /审核$/u);
  return {
    title,
    year: (title === null ? null : yearIn(title)) ?? lines.map(yearIn).find((year) => year !== null) ?? null,
    department: departmentOf(lines, at) ?? unit.name,
    unitCode: unit.code,
    ...(reviewer === undefined ? {} : { reviewer }),
    overallGoals: paragraphsOf(sections.get('overallGoals') ?? []),
    subGoals: paragraphsOf(sections.get('subGoals') ?? []),
    safeguards: paragraphsOf(sections.get('safeguards') ?? []),
  };
};

/** `816001示例县示例镇人民政府`: code and name. */
const unitParts = (line: string | null): { code: string | null; name: string | null } => {
  const found = /^\s*[\[【(（]?(\d{3,})[\]】)）]?[-—\s]*(.*)$/u.exec(line ?? '');
  if (found === null) return { code: null, name: line };
  return { code: found[1] ?? null, name: found[2] === undefined || found[2] === '' ? null : found[2] };
};

/** Unit above and （草案） below the name of the document belong to its title. */
const titleOf = (lines: readonly string[], at: number): string => {
  const line = lines[at] ?? '';
  const above = new RegExp(`^(?:\\d{4}\\s*年度?)?${DOCUMENT_NAME}`, 'u').test(line) ? (lines[at - 1] ?? '') : '';
  const below = /^[（(].{1,8}[）)]$/u.test(lines[at + 1] ?? '') ? (lines[at + 1] ?? '') : '';
  return `${above}${line}${below}`.replace(/\s+/gu, '');
};

/** `示例县财政局审核`: the name before what it did, on a line of its own. */
const nameBefore = (lines: readonly string[], deed: RegExp): string | undefined =>
  lines
    .map((line) => line.trim())
    .filter((line) => deed.test(line))
    .map((line) => line.replace(deed, '').trim())
    .find((name) => name.length >= 3 && name.length <= 60);

const departmentOf = (lines: readonly string[], at: number): string | null => {
  const maker = nameBefore(lines, /编制$/u);
  const inTitle = /^(.{3,60}?)(?:\d{4}\s*年度?)?部门预算绩效文本/u.exec(lines[at] ?? '')?.[1];
  const named = inTitle !== undefined && !/^\d{4}\s*年/u.test(inTitle) ? inTitle : undefined;
  const above = lines[at - 1];
  return named ?? (above !== undefined && above.length < 60 ? above : undefined) ?? maker ?? null;
};

/**
 * Rows as paragraphs. Where some begin with two blanks, one that does not goes on with the one above; else one goes on where the
 * one above ends no sentence and it begins with no number.
 */
const paragraphsOf = (rows: readonly Row[]): string[] => {
  const indented = rows[0]?.indented === true;
  const paragraphs: string[] = [];
  for (const row of rows) {
    for (const line of linesOf(row)) {
      const last = paragraphs.at(-1);
      const goesOn =
        last !== undefined && (indented ? !row.indented : !/[。；！？：;!?:]$/u.test(last) && !NUMBERED.test(line));
      if (goesOn) paragraphs[paragraphs.length - 1] = joinLines(`${last}\n${line}`);
      else paragraphs.push(line);
    }
  }
  return paragraphs;
};

const linesOf = ({ cells }: Row): string[] =>
  cells
    .map(({ text }) => text)
    .join('\n')
    .split('\n')
    .filter((line) => line !== '');

const NUMBERED = /^(?:[（(]?\d{1,2}[)）、.．]|[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[①-⑳])/u;
