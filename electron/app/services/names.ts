import { fillTemplate, legalFileName, legalFileNames } from '../../../shared/grid/names.ts';
import { fileDate, projectTokens, templateTokens, type Tokens } from '../../../shared/model/tokens.ts';
import { settingsOf, type Program } from '../program.ts';
import { isDraft, type Selection } from './selection.ts';

const DRAFT = '（草稿）';

/** What every template can say of a selection; a project's own tokens come on top. @param date today, as it is to be printed */
export const tokensOf = (program: Program, { unit, year, projects }: Selection, date: string): Tokens =>
  templateTokens({ unit, year, date, operator: settingsOf(program).operator, count: projects.length });

/** The name of a workbook with all chosen projects, with 草稿 where one of them is not finished. */
export const workbookName = (program: Program, selection: Selection): string => {
  const [only] = selection.projects;
  if (only && selection.projects.length === 1) return fileNames(program, selection)[0] ?? '';
  const tokens = tokensOf(program, selection, fileDate(program.now()));
  const stem = fillTemplate(settingsOf(program).workbookName, tokens);
  return legalFileName(`${stem}${selection.projects.some(isDraft) ? DRAFT : ''}.xlsx`);
};

/** One legal, different file name a project. */
export const fileNames = (program: Program, selection: Selection): string[] => {
  const common = tokensOf(program, selection, fileDate(program.now()));
  const template = settingsOf(program).fileName;
  const count = selection.projects.length;
  return legalFileNames(
    selection.projects.map((project, index) => {
      const own = projectTokens({ index, count, name: project.content.name });
      return `${fillTemplate(template, { ...common, ...own })}${isDraft(project) ? DRAFT : ''}.xlsx`;
    }),
  );
};
