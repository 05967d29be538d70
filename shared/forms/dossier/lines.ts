import type { FieldPath, ProjectContent } from '../../model/project.ts';
import { fold, isBlank } from '../../model/text.ts';
import type { IndicatorRow, LevelDefinition } from '../form.ts';
import { isEmptyIndicator, printedLevel3, rowOf, typedValue, type PlacedIndicator } from '../rows.ts';

/** One printed line of the indicators. */
export interface IndicatorLine {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly description: string;
  readonly value: string;
  readonly basis: string;
  /** `indicators.3`, or `kind:quality` for a row without any indicator. */
  readonly field: FieldPath;
}

export interface FormRows {
  readonly indicatorRows: readonly IndicatorRow[];
  readonly levels: readonly LevelDefinition[];
}

/**
 * The lines of a project's table: as stored, levels 1 and 2 gathered where they first appear. `=` stays, 百分比 is %.
 * Indicators that no row of the form takes keep the labels they were printed with. `showMissing` adds an empty line for
 * every required row without content, at the end of its level 1.
 */
export const indicatorLines = (content: ProjectContent, form: FormRows, showMissing: boolean): IndicatorLine[] => {
  const lines: IndicatorLine[] = [];
  content.indicators.forEach((indicator, index) => {
    if (!isEmptyIndicator(indicator)) lines.push(lineOf({ indicator, index }, form, lines.at(-1)?.level1 ?? ''));
  });
  const all = showMissing ? [...lines, ...missingLines(content, form, lines)] : lines;
  return gathered(
    gathered(all, ({ level1 }) => level1),
    ({ level1, level2 }) => `${level1}\n${level2}`,
  );
};

/** The lines with equal keys behind each other, in order of the first of each. */
const gathered = (lines: readonly IndicatorLine[], keyOf: (line: IndicatorLine) => string): IndicatorLine[] => {
  const groups = new Map<string, IndicatorLine[]>();
  for (const line of lines) {
    const group = groups.get(keyOf(line));
    if (group === undefined) groups.set(keyOf(line), [line]);
    else group.push(line);
  }
  return [...groups.values()].flat();
};

const lineOf = ({ indicator, index }: PlacedIndicator, form: FormRows, above: string): IndicatorLine => {
  const row = rowOf(form, indicator.kind);
  return {
    level1: row?.level1 ?? foreignLevel1(indicator.level1, form.levels, above),
    level2: row?.printed ?? indicator.level2,
    level3: printedLevel3(indicator),
    description: indicator.description,
    value: typedValue(indicator).trim(),
    basis: indicator.basis,
    field: `indicators.${index}`,
  };
};

/** Level 1 of what no row of the form takes: as printed, else that of the line above. */
const foreignLevel1 = (printed: string, levels: readonly LevelDefinition[], above: string): string => {
  if (isBlank(printed)) return above === '' ? (levels.at(-1)?.label ?? '') : above;
  return levels.find(({ label }) => fold(label) === fold(printed))?.label ?? printed;
};

const missingLines = (content: ProjectContent, form: FormRows, lines: readonly IndicatorLine[]): IndicatorLine[] =>
  form.indicatorRows
    .filter(
      ({ requirement, level1, printed }) =>
        requirement !== null && !lines.some((line) => line.level1 === level1 && line.level2 === printed),
    )
    .map((row) => {
      const index = content.indicators.findIndex(({ kind }) => rowOf(form, kind) === row);
      return {
        level1: row.level1,
        level2: row.printed,
        level3: '',
        description: '',
        value: '',
        basis: '',
        field: index === -1 ? `kind:${row.kind}` : `indicators.${index}`,
      };
    });
