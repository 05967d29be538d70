import { headerField, plain } from '../annex2/header-labels.ts';
import { paragraphs } from '../annex2/header.ts';
import { type Cell, type Line, withoutRepeats } from '../lines.ts';

/* 年度总体目标: 预期目标 on the left, 实际完成情况 on the right, the texts below or each beside its label. */

const EXPECTED =
  /^(?:年初|年度|项目|项目年度)?(?:预期|设定|绩效|总体|总体绩效)?(?:目标|设定目标)$|预期目标$|^年初设定目标$/u;
const ACTUAL = /(?:完成情况|实现情况|完成情况综述|完成情况说明)$/u;

const isLabel = (pattern: RegExp, { text }: Cell): boolean => text.length <= 24 && pattern.test(plain(text));

export interface Goals {
  /** 实际完成情况; null where none is written. */
  readonly actual: string | null;
  /** The other lines, and the goals beside the label every form knows. */
  readonly rest: readonly Line[];
}

/** Takes 实际完成情况 out of the part above the indicators. */
export const takeGoals = (lines: readonly Line[]): Goals => {
  const named = (line: Line, pattern: RegExp): boolean => line.cells.some((cell) => isLabel(pattern, cell));
  const both = lines.findIndex((line) => named(line, ACTUAL) && named(line, EXPECTED));
  const at = both < 0 ? lines.findIndex((line) => named(line, ACTUAL)) : both;
  const head = lines[at];
  if (head === undefined) return { actual: null, rest: lines };
  const last = head.cells.findLast((cell) => isLabel(ACTUAL, cell));
  const label = head.cells.find(({ text }) => text === last?.text);
  const column = label?.column ?? 0;
  const left =
    head.cells.find((cell) => cell !== label && isLabel(EXPECTED, cell) && cell.column < column)?.column ?? 0;
  const labels = new Set(
    head.cells.filter((cell) => cell.column < left || isOneOfLabels(cell)).map(({ text }) => text),
  );
  const own = withoutRepeats(head.cells).filter((cell) => !labels.has(cell.text) && cell.column > left);
  const end = own.length > 0 ? at + 1 : endOf(lines, at + 1);
  const below = lines.slice(at + 1, end).flatMap(({ cells }) =>
    halves(
      withoutRepeats(cells).filter(({ text }) => !labels.has(text)),
      column,
    ),
  );
  const texts = [
    ...(stacked(head.cells, own, column) ?? own.map((cell) => ({ cell, right: cell.column > column }))),
    ...below,
  ];
  const of = (right: boolean): Cell[] => texts.filter((one) => one.right === right).map(({ cell }) => cell);
  const goals = of(false);
  return {
    actual: orNull(paragraphs(of(true).map(({ text }) => text)).join('\n')),
    rest: [
      ...lines.slice(0, at),
      ...(goals.length > 0
        ? [
            {
              ...head,
              cells: [{ column: 0, text: GOALS }, ...goals.map(({ text }, index) => ({ column: index + 1, text }))],
            },
          ]
        : []),
      ...lines.slice(end),
    ],
  };
};

const GOALS = '年度总体目标';

const isOneOfLabels = (cell: Cell): boolean =>
  isLabel(EXPECTED, cell) || isLabel(ACTUAL, cell) || headerField(cell.text)?.key === 'goals.0';

/** Up to the next label of a field. */
const endOf = (lines: readonly Line[], from: number): number => {
  const end = lines.findIndex(
    ({ cells }, index) =>
      index >= from && cells.some((cell) => headerField(cell.text) !== null && !isOneOfLabels(cell)),
  );
  return end < 0 ? lines.length : end;
};

/** Texts below both labels; where merged cells are lost the second is the right one. */
const halves = (cells: readonly Cell[], column: number): { cell: Cell; right: boolean }[] => {
  const reached = cells.some((cell) => cell.column >= column);
  return cells.map((cell, index) => ({ cell, right: reached ? cell.column >= column : index > 0 }));
};

/**
 * Both labels and then both texts in one row, as a text with a cell a line has them: the second part is the right one. null
 * where a text stands between the labels.
 */
const stacked = (
  head: readonly Cell[],
  own: readonly Cell[],
  column: number,
): { cell: Cell; right: boolean }[] | null => {
  const before = head.some((cell) => cell.column < column && isLabel(EXPECTED, cell));
  if (!before || own.length < 2 || own.some((cell) => cell.column < column)) return null;
  const second = secondPart(own.map(({ text }) => text));
  return own.map((cell, index) => ({ cell, right: index >= second }));
};

const numberOf = (text: string): number => Number(/^(?:目标\s*)?[(（]?(\d{1,2})\s*[)）、.．:：]/u.exec(text)?.[1] ?? 0);

/** Where 实际完成情况 begins: where numbering ends or begins anew, else in the middle. */
const secondPart = (texts: readonly string[]): number => {
  const restart = texts.findIndex((text, index) => index > 0 && numberOf(text) <= numberOf(texts[index - 1] ?? ''));
  return numberOf(texts[0] ?? '') > 0 && restart > 0 ? restart : Math.ceil(texts.length / 2);
};

const orNull = (text: string): string | null => (text === '' ? null : text);
