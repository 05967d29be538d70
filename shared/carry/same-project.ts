import type { ProjectContent } from '../model/project.ts';
import { fold } from '../model/text.ts';

/** Names alike but for the year in them are the same project in two years: 2024年防火经费, 2025年防火经费. */
export const yearlessName = (name: string): string =>
  fold(name).replace(/[(（]?(?:(?:19|20)\d{2}|(?<!\d)\d{2}(?=年))[-~至到]?(?:(?:19|20)\d{2})?(?:年度?)?[)）]?/gu, '');

/** What a project is found by. */
export type Named = Pick<ProjectContent, 'name' | 'code'>;

/** How two projects of different years were found to be the same. */
export type FoundBy = 'code' | 'name';

/**
 * The same project in another year: by code, by name, and by name without its year where just one fits.
 * @returns null where there is none
 */
export const sameProject = <Candidate extends Named>(
  project: Named,
  candidates: readonly Candidate[],
): { readonly found: Candidate; readonly by: FoundBy } | null => {
  const code = fold(project.code);
  const byCode = code === '' ? undefined : candidates.find((one) => fold(one.code) === code);
  if (byCode) return { found: byCode, by: 'code' };
  const name = fold(project.name);
  if (name === '') return null;
  const byName = candidates.find((one) => fold(one.name) === name);
  if (byName) return { found: byName, by: 'name' };
  const bare = yearlessName(project.name);
  const alike = bare === '' ? [] : candidates.filter((one) => yearlessName(one.name) === bare);
  return alike.length === 1 && alike[0] ? { found: alike[0], by: 'name' } : null;
};
