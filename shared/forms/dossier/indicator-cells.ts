import type { DraftCell } from '../../grid/build.ts';
import type { CellStyle } from '../../grid/grid.ts';
import type { FieldPath } from '../../model/project.ts';
import { isBlank } from '../../model/text.ts';
import { INDICATOR_HEADER } from './definition.ts';
import type { IndicatorLine } from './lines.ts';
import type { Styles } from './styles.ts';

/** Where the six columns of the indicators stand. */
const PLACES = [
  [0, 1],
  [1, 1],
  [2, 2],
  [4, 2],
  [6, 1],
  [7, 1],
] as const;

export const headerCells = (row: number, styles: Styles): DraftCell[] =>
  INDICATOR_HEADER.map((text, index) => {
    const [column, columnSpan] = PLACES[index] ?? [0, 1];
    return { row, column, columnSpan, text, style: styles.columnHead };
  });

export const indicatorCells = (lines: readonly IndicatorLine[], top: number, styles: Styles): DraftCell[] => [
  ...labelCells(lines, top, 0, ({ level1 }) => level1, styles.label),
  ...labelCells(lines, top, 1, ({ level1, level2 }) => `${level1}\n${level2}`, styles.label),
  ...lines.flatMap((line, index): DraftCell[] => {
    const part = (place: number, text: string, name: string, style: CellStyle): DraftCell => {
      const [column, columnSpan] = PLACES[place] ?? [0, 1];
      const field = fieldOf(line, name);
      return { row: top + index, column, columnSpan, text, style, field, ...(isBlank(text) ? { missing: true } : {}) };
    };
    return [
      part(2, line.level3, 'level3', styles.value),
      part(3, line.description, 'description', styles.value),
      part(4, line.value, 'printed', styles.centred),
      part(5, line.basis, 'basis', styles.centred),
    ];
  }),
];

const fieldOf = ({ field }: IndicatorLine, part: string): FieldPath =>
  field.startsWith('kind:') ? field : `${field}.${part}`;

/** One cell for every run of lines with the same label, merged down. */
const labelCells = (
  lines: readonly IndicatorLine[],
  top: number,
  column: 0 | 1,
  keyOf: (line: IndicatorLine) => string,
  style: CellStyle,
): DraftCell[] => {
  const cells: DraftCell[] = [];
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    const last = cells.at(-1);
    if (previous !== undefined && last !== undefined && keyOf(previous) === keyOf(line)) {
      cells[cells.length - 1] = { ...last, rowSpan: (last.rowSpan ?? 1) + 1 };
    } else {
      const text = column === 0 ? line.level1 : line.level2;
      cells.push({ row: top + index, column, text, style, field: fieldOf(line, 'level3') });
    }
  });
  return cells;
};
