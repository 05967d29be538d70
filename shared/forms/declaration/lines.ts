import type { FieldPath, ProjectContent } from '../../model/project.ts';
import { fold } from '../../model/text.ts';
import type { AskedForm } from '../form.ts';
import {
  indicatorsBeside,
  indicatorsUnder,
  isEmptyIndicator,
  printedLevel3,
  printedValue,
  type PlacedIndicator,
} from '../rows.ts';

/** One half of a printed line: an indicator, or nothing. */
export interface HalfLine {
  readonly level3: string;
  readonly value: string;
  readonly level3Field: FieldPath;
  readonly valueField: FieldPath;
}

/** One printed line of the indicators: 中期 on the left, the year on the right, below the same labels. */
export interface IndicatorLine {
  readonly level1: string;
  readonly level2: string;
  /** The labels of a row are one cell over its lines; rows differ by this. */
  readonly row: string;
  readonly midterm: HalfLine | null;
  readonly year: HalfLine;
  /** Required: what is blank of the year is missing. */
  readonly missing: boolean;
}

type Rows = Pick<AskedForm, 'indicatorRows' | 'levels'>;

/**
 * The lines below the header in printed order: each level 2 takes as many as the longer of its halves. A required row without
 * content is one empty line; an optional one is left out unless wanted. What no row takes follows at the end of its level 1.
 */
export const indicatorLines = (
  form: Rows,
  content: ProjectContent,
  printEmptyOptionalRows: boolean,
): IndicatorLine[] => {
  const midterm = { ...content, indicators: content.midtermIndicators };
  return form.levels.flatMap(({ label }) => [
    ...form.indicatorRows
      .filter(({ level1 }) => level1 === label)
      .flatMap((row) =>
        linesOf({
          level1: label,
          level2: row.printed,
          midterm: filled(indicatorsUnder(form, midterm, row)),
          year: filled(indicatorsUnder(form, content, row)),
          blank: `kind:${row.kind}`,
          required: row.requirement !== null,
          least: row.requirement !== null || printEmptyOptionalRows ? 1 : 0,
        }),
      ),
    ...besideLines(label, indicatorsBeside(form, midterm, label), indicatorsBeside(form, content, label)),
  ]);
};

const filled = (placed: readonly PlacedIndicator[]): PlacedIndicator[] =>
  placed.filter(({ indicator }) => !isEmptyIndicator(indicator));

interface RowLines {
  readonly level1: string;
  readonly level2: string;
  readonly midterm: readonly PlacedIndicator[];
  readonly year: readonly PlacedIndicator[];
  /** Where a click on an empty line leads. */
  readonly blank: FieldPath;
  readonly required: boolean;
  readonly least: number;
}

const linesOf = ({ level1, level2, midterm, year, blank, required, least }: RowLines): IndicatorLine[] =>
  Array.from({ length: Math.max(midterm.length, year.length, least) }, (_, index) => ({
    level1,
    level2,
    row: `${fold(level1)}\n${level2}`,
    midterm: half(midterm[index], 'midtermIndicators'),
    year: half(year[index], 'indicators') ?? { level3: '', value: '', level3Field: blank, valueField: blank },
    missing: required && index < Math.max(1, year.length),
  }));

const half = (placed: PlacedIndicator | undefined, list: 'indicators' | 'midtermIndicators'): HalfLine | null =>
  placed === undefined
    ? null
    : {
        level3: printedLevel3(placed.indicator),
        value: printedValue(placed.indicator),
        level3Field: `${list}.${placed.index}.level3`,
        valueField: `${list}.${placed.index}.printed`,
      };

/** Indicators of an imported paper that no row takes, below the level 2 of that paper. */
const besideLines = (
  level1: string,
  midterm: readonly PlacedIndicator[],
  year: readonly PlacedIndicator[],
): IndicatorLine[] => {
  const under = (placed: readonly PlacedIndicator[], level2: string): PlacedIndicator[] =>
    placed.filter(({ indicator }) => indicator.level2 === level2);
  return [...new Set([...midterm, ...year].map(({ indicator }) => indicator.level2))].flatMap((level2) =>
    linesOf({
      level1,
      level2,
      midterm: under(midterm, level2),
      year: under(year, level2),
      blank: 'kind:other',
      required: false,
      least: 0,
    }),
  );
};
