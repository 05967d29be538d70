import { treeRows, withIndicatorWord } from '../forms/trees.ts';
import { level2KindSchema, type Level2Kind } from '../model/level2.ts';
import { emptyIndicator, type Indicator, type ProjectContent } from '../model/project.ts';
import { readValue, type Operator } from '../model/value.ts';
import { setPath } from './set-path.ts';
import type { Alternative } from './recognised.ts';

/** What an alternative counts indicators by: the places they had when they were read. */
export interface ReadIds {
  /** Ids of the indicators in the order in which they were read; the clerk may have taken some out since. */
  readonly indicators: readonly string[];
  /** Id of an indicator that an alternative adds, unlike any other of the project. */
  readonly added?: string;
}

/**
 * A project with another reading in place of the doubtful one. What is no longer there is left alone; a path that names
 * nothing changes nothing. Never throws.
 * @param ids where indicators may have been taken out or added since the reading; left out: they stand as they were read
 */
export const applyAlternative = (
  content: ProjectContent,
  { changes }: Pick<Alternative, 'changes'>,
  ids?: ReadIds,
): ProjectContent => {
  const read = ids?.indicators ?? content.indicators.map(({ id }) => id);
  const removed = new Set(changes.flatMap((change) => (isRemoval(change) ? [indexIn(change.path)] : [])));
  const result = changes
    .filter((change) => !isRemoval(change))
    .reduce((one, change) => apply(one, change, read, ids?.added ?? ADDED), content);
  const gone = new Set([...removed].map((index) => read[index]));
  return removed.size === 0 ? result : { ...result, indicators: result.indicators.filter(({ id }) => !gone.has(id)) };
};

type Change = Alternative['changes'][number];

const INDICATOR = /^indicators\.(\d{1,4})(?:\.(\w+))?$/u;

const isRemoval = ({ path, value }: Change): boolean => {
  const [, index, field] = INDICATOR.exec(path) ?? [];
  return value === null && index !== undefined && field === undefined;
};

const indexIn = (path: string): number => Number(INDICATOR.exec(path)?.[1]);

const apply = (
  content: ProjectContent,
  { path, value }: Change,
  read: readonly string[],
  newId: string,
): ProjectContent => {
  const [, index, field] = INDICATOR.exec(path) ?? [];
  if (index === undefined) return setPath(content, path, value ?? '');
  if (field === undefined) return content;
  const id = read[Number(index)];
  if (id === undefined) return added(content, field, value ?? '', newId);
  return changed(content, id, field, value ?? '');
};

const ADDED = 'added';

/** An indicator that was not read: its fields come one after another, the first of them makes it. */
const added = (content: ProjectContent, field: string, value: string, id: string): ProjectContent =>
  content.indicators.some((one) => one.id === id)
    ? changed(content, id, field, value)
    : changed({ ...content, indicators: [...content.indicators, emptyIndicator(id, 'other')] }, id, field, value);

const changed = (content: ProjectContent, id: string, field: string, value: string): ProjectContent => ({
  ...content,
  indicators: content.indicators.map((one) =>
    one.id === id ? changeIndicator(one, field, value, content.indicators) : one,
  ),
});

const changeIndicator = (indicator: Indicator, field: string, value: string, all: readonly Indicator[]): Indicator => {
  switch (field) {
    case 'kind':
      return withKind(indicator, value, all);
    case 'printedValue':
      return withValue(indicator, value);
    case 'operator':
      return { ...indicator, operator: OPERATORS.find((one) => one === value) ?? '' };
    case 'level1':
    case 'level2':
    case 'level3':
    case 'description':
    case 'value':
    case 'unit':
    case 'weight':
    case 'basis':
      return { ...indicator, [field]: value };
    default:
      return indicator;
  }
};

const OPERATORS: readonly Operator[] = ['≥', '≤', '=', '>', '<'];

/** The value with all that is understood of it. */
const withValue = (indicator: Indicator, printed: string): Indicator => {
  const { operator, value, unit } = readValue(printed);
  return { ...indicator, printed, operator, value, unit };
};

const ROWS = [...treeRows('88', withIndicatorWord, {}), ...treeRows('101', withIndicatorWord, {})];

/** Its labels are those of the other kind: as the paper prints them beside another indicator, else as the tree names them. */
const withKind = (indicator: Indicator, text: string, all: readonly Indicator[]): Indicator => {
  const kind = level2KindSchema.safeParse(text).data;
  if (kind === undefined || kind === indicator.kind) return indicator;
  const like = all.find((one) => one.kind === kind) ?? rowOf(kind);
  const requirement = like !== undefined && 'id' in like ? like.requirement : null;
  return { ...indicator, kind, level1: like?.level1 ?? '', level2: like?.level2 ?? '', requirement };
};

const rowOf = (kind: Level2Kind): (typeof ROWS)[number] | undefined => ROWS.find((row) => row.kind === kind);
