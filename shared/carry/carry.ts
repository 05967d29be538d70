import { emptyContent, type FieldPath, type Indicator, type ProjectContent } from '../model/project.ts';
import type { Mention, Years } from './mark.ts';
import { mentionsOf, type TextPlace } from './mentions.ts';
import { textsOf, withTexts } from './places.ts';

/** A mention in a project: what the clerk ticks. */
export interface CarryMark extends Mention {
  /** Unique within its project. */
  readonly id: string;
  readonly path: FieldPath;
}

/** A project as it is taken over: nothing of it is changed before the clerk ticked it. */
export interface Carried {
  readonly content: ProjectContent;
  /** Every mention of the old year and what else to look at, in printed order. */
  readonly marks: readonly CarryMark[];
}

/** What is to be done with a project that is taken over. */
export interface CarryWishes {
  /** Ids of the marks that take their proposed text. */
  readonly ticked: ReadonlySet<string>;
  /** Leave the amounts of the year blank. */
  readonly clearAmounts: boolean;
  /** Leave every 指标值 blank. */
  readonly clearValues: boolean;
  /** Leave 项目编码 blank: most counties give a new one every year. */
  readonly clearCode: boolean;
}

/**
 * Takes a project to another year: the content as it is, without what the old year came to (实际完成值 and the like), and every
 * place in it that speaks of a year. {@link applyWishes} then changes what is ticked.
 */
export const carryOver = (content: ProjectContent, years: Years): Carried => ({
  content: withoutResults(content),
  marks: marksOf(content, years),
});

/** Every place of a project that speaks of a year, in printed order. */
export const marksOf = (content: ProjectContent, years: Years): CarryMark[] =>
  textsOf(content).flatMap(({ path, text }) =>
    mentionsOf(text, years, placeOf(path)).map((mention) => ({ ...mention, path, id: `${path}@${mention.start}` })),
  );

/** What a path says about its text. */
export const placeOf = (path: FieldPath): TextPlace => ({
  period: path === 'period',
  value: path.endsWith('.printed') || path.endsWith('.by'),
});

/** The marks that are ticked unless the clerk says otherwise. */
export const sureMarks = (marks: readonly CarryMark[]): ReadonlySet<string> =>
  new Set(marks.filter(({ sure }) => sure).map(({ id }) => id));

/** What is stored in the new year: the ticked places changed, the rest word for word. */
export const applyWishes = ({ content, marks }: Carried, wishes: CarryWishes): ProjectContent => {
  const changed = withTexts(content, changedTexts(content, marks, wishes.ticked));
  const amounts = wishes.clearAmounts ? { funds: { total: '', fiscal: '', other: '' } } : {};
  const code = wishes.clearCode ? { code: '' } : {};
  return { ...changed, ...amounts, ...code, ...(wishes.clearValues ? withoutValues(changed) : {}) };
};

const changedTexts = (
  content: ProjectContent,
  marks: readonly CarryMark[],
  ticked: ReadonlySet<string>,
): Map<FieldPath, string> => {
  const texts = new Map<FieldPath, string>();
  const before = new Map(textsOf(content).map(({ path, text }) => [path, text]));
  // From the end: what is changed behind a place does not move it.
  for (const { id, path, start, end, proposed } of marks.toReversed()) {
    if (proposed === null || !ticked.has(id)) continue;
    const text = texts.get(path) ?? before.get(path) ?? '';
    texts.set(path, text.slice(0, start) + proposed + text.slice(end));
  }
  return texts;
};

const withoutValues = ({ indicators }: ProjectContent): Pick<ProjectContent, 'indicators'> => ({
  indicators: indicators.map((indicator) => ({ ...indicator, printed: '', operator: '', value: '', unit: '' })),
});

/** 自评 tells what became of the old year: nothing of it is true of the new one. */
const withoutResults = (content: ProjectContent): ProjectContent => {
  const { execution, goalsActual, evaluationScore } = emptyContent();
  const indicators = (list: readonly Indicator[]): Indicator[] =>
    list.map((indicator) => ({ ...indicator, actual: '', score: '', deviation: '' }));
  return {
    ...content,
    execution,
    goalsActual,
    evaluationScore,
    indicators: indicators(content.indicators),
    midtermIndicators: indicators(content.midtermIndicators),
  };
};
