import { fold } from '../../model/text.ts';
import type { ListRow } from './list.ts';
import { EMPTY_HEAD, type Head, joinHeads } from './halves.ts';
import { cutProjects } from './cut.ts';
import { splitCode, withoutBlanks } from './wraps.ts';

/** One project of the list: its own columns, and the rows of its indicators. */
export interface Group {
  readonly head: Head;
  /** The lower half of the amount where a page end cut the row; blank otherwise. */
  readonly lowerAmount: string;
  /** Two halves of one row were joined. */
  readonly halved: boolean;
  /** 单位名称 as printed; blank where the list prints none so far. */
  readonly unit: string;
  readonly rows: readonly ListRow[];
  /** How many of the first rows, and of the last, are printed beside another project. */
  readonly early: number;
  readonly late: number;
  readonly table: string;
  readonly at: number;
}

interface Anchor {
  head: Head;
  lowerAmount: string;
  halved: boolean;
  unit: string;
  readonly table: string;
  readonly at: number;
  /** Place of its first row among the indicators. */
  readonly position: number;
}

/** Rows of the list → projects. */
export const groupRows = (rows: readonly ListRow[]): Group[] => {
  const anchors: Anchor[] = [];
  const indicators: ListRow[] = [];
  const coded = mostlyCoded(rows);
  let unit = '';
  for (const row of rows) {
    if (row.texts.unit !== undefined) unit = row.texts.unit;
    const head = headOf(row);
    const last = anchors.at(-1);
    if (head !== null && last !== undefined && goesOn(last, head, row, coded)) joinInto(last, head);
    else if (head !== null && (head.project !== '' || head.code !== ''))
      anchors.push({
        head,
        lowerAmount: '',
        halved: false,
        unit,
        table: row.table,
        at: row.at,
        position: indicators.length,
      });
    if (hasIndicator(row)) indicators.push(row);
  }
  const [first] = anchors;
  const ends = cutProjects(
    indicators,
    anchors.map(({ position }) => position),
  );
  const units = anchors.map((anchor) => anchor.unit);
  const firstUnit = units.find((text) => text !== '') ?? unit;
  return first === undefined
    ? []
    : anchors.map((anchor, index) => {
        const start = index === 0 ? 0 : (ends[index - 1] ?? 0);
        const end = ends[index] ?? indicators.length;
        const next = anchors[index + 1]?.position ?? indicators.length;
        return {
          ...anchor,
          unit: anchor.unit === '' ? firstUnit : anchor.unit,
          rows: indicators.slice(start, end),
          early: Math.max(0, Math.min(end, anchor.position) - start),
          late: Math.max(0, end - Math.max(start, next)),
        };
      });
};

const hasIndicator = ({ texts }: ListRow): boolean =>
  [texts.level3, texts.value, texts.operator].some((text) => text !== undefined);

const headOf = ({ texts }: ListRow): Head | null => {
  const { project, code, category, amount, goal } = texts;
  if ([project, code, category, amount, goal].every((text) => text === undefined)) return null;
  return {
    project: project ?? '',
    code: code ?? '',
    category: category ?? '',
    amount: amount ?? '',
    goal: goal ?? '',
  };
};

const codeOf = (head: Head): string => (head.code === '' ? splitCode(head.project).code : withoutBlanks(head.code));

/** Do projects of this list carry a code? One without is then the rest of another. */
const mostlyCoded = (rows: readonly ListRow[]): boolean => {
  const heads = rows.flatMap((row) => headOf(row) ?? []).filter(({ project }) => project !== '');
  return heads.length > 1 && heads.filter((head) => codeOf(head) !== '').length > heads.length / 2;
};

/** Does a row only go on with the project above: named again on a new page, cut in two by it, or a rest of its goal? */
const goesOn = (last: Anchor, head: Head, row: ListRow, coded: boolean): boolean => {
  if (head.project === '' && head.code === '') return true;
  const code = codeOf(head);
  if (code !== '') return code === codeOf(last.head);
  if (fold(head.project) === fold(last.head.project))
    return row.newPage || head.amount === '' || head.amount === last.head.amount;
  return coded && head.code === '' && !beginsCode(head.project, codeOf(last.head));
};

/** The beginning of another project's code, cut off by a page end. */
const beginsCode = (text: string, code: string): boolean => {
  const begun = withoutBlanks(text);
  return /^[0-9a-z]{8,}$/iu.test(begun) && code !== '' && begun.slice(0, 6) === code.slice(0, 6);
};

const joinInto = (anchor: Anchor, head: Head): void => {
  const again = codeOf(head) !== '' || fold(head.project) === fold(anchor.head.project);
  if (head.amount !== '' && head.amount !== anchor.head.amount) anchor.lowerAmount = head.amount;
  const cut = !again && head.project !== '';
  if (cut) anchor.halved = true;
  anchor.head = joinHeads(anchor.head, again ? { ...EMPTY_HEAD, amount: head.amount, goal: head.goal } : head, cut);
};
