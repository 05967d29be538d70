import { isEmptyIndicator } from '../../../shared/forms/rows.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { isBlank } from '../../../shared/model/text.ts';

/** The 中期 half of a project: amounts, goals and indicators over all its years. */
export type MidtermHalf = Pick<ProjectContent, 'midtermFunds' | 'midtermGoals' | 'midtermIndicators'>;

export const midtermOf = ({ midtermFunds, midtermGoals, midtermIndicators }: ProjectContent): MidtermHalf =>
  structuredClone({ midtermFunds, midtermGoals, midtermIndicators });

/** The 中期 half of a project whose every year is in this one. */
export const sameAsYear = (content: ProjectContent, newId: () => string): MidtermHalf =>
  structuredClone({
    midtermFunds: content.funds,
    midtermGoals: content.goals,
    midtermIndicators: content.indicators
      .filter((indicator) => !isEmptyIndicator(indicator))
      .map((indicator) => ({ ...indicator, id: newId() })),
  });

/** True where nothing was filled in yet. */
export const isBlankHalf = ({ midtermFunds, midtermGoals, midtermIndicators }: MidtermHalf): boolean =>
  Object.values(midtermFunds).every(isBlank) &&
  midtermGoals.every(isBlank) &&
  midtermIndicators.every(isEmptyIndicator);
