import type { FileFormat } from '../../../shared/forms/form.ts';
import { fillTemplate, legalFileName, legalFileNames } from '../../../shared/grid/names.ts';
import { fileDate, projectTokens, templateTokens, type Tokens } from '../../../shared/model/tokens.ts';
import { settingsOf, type Program } from '../program.ts';
import { isDraft, type Selection } from './selection.ts';

const DRAFT = '（草稿）';

/** What every template can say of a selection; a project's own tokens come on top. @param date today, as it is to be printed */
export const tokensOf = (program: Program, { paper, unit, year, projects }: Selection, date: string): Tokens =>
  templateTokens({
    ...{ unit, year, date, paper: paper.name },
    ...{ operator: settingsOf(program).operator, count: projects.length },
  });

/** The name of one file with all chosen projects, without extension; with 草稿 where one of them is not finished. */
export const bookName = (program: Program, selection: Selection): string => {
  const { paper, projects } = selection;
  const [own] = projects.length === 1 && paper.span === 'project' ? stems(program, selection) : [];
  const tokens = tokensOf(program, selection, fileDate(program.now()));
  const stem = fillTemplate(settingsOf(program).workbookName, tokens);
  return own ?? `${stem}${projects.some(isDraft) ? DRAFT : ''}`;
};

/** The same as a legal file name. @param extension without the dot */
export const bookFileName = (program: Program, selection: Selection, extension: string): string =>
  legalFileName(`${bookName(program, selection)}.${extension}`);

/** One legal, different file name a project. */
export const fileNames = (program: Program, selection: Selection, format: FileFormat): string[] =>
  legalFileNames(stems(program, selection).map((stem) => `${stem}.${format}`));

const stems = (program: Program, selection: Selection): string[] => {
  const common = tokensOf(program, selection, fileDate(program.now()));
  const template = settingsOf(program).fileName;
  const count = selection.projects.length;
  return selection.projects.map((project, index) => {
    const own = projectTokens({ index, count, name: project.content.name });
    return `${fillTemplate(template, { ...common, ...own })}${isDraft(project) ? DRAFT : ''}`;
  });
};
