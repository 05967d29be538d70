import { fillTemplate, legalFileName, legalFileNames } from '../../../shared/grid/names.ts';
import { settingsOf, today, type Program } from '../program.ts';
import { isDraft, type Selection } from './selection.ts';

const DRAFT = '（草稿）';

/** What every name template can say; a project's own tokens come on top. */
export const commonTokens = (program: Program, { unit, year, projects }: Selection): Record<string, string> => ({
  单位: unit.department || unit.name,
  年度: String(year),
  日期: today(program),
  填报人: settingsOf(program).operator,
  项目数: String(projects.length),
});

/** The name of a workbook with all chosen projects, with 草稿 where one of them is not finished. */
export const workbookName = (program: Program, selection: Selection): string => {
  const [only] = selection.projects;
  if (only && selection.projects.length === 1) return fileNames(program, selection)[0] ?? '';
  const stem = fillTemplate(settingsOf(program).workbookName, commonTokens(program, selection));
  return legalFileName(`${stem}${selection.projects.some(isDraft) ? DRAFT : ''}.xlsx`);
};

/** One legal, different file name a project. */
export const fileNames = (program: Program, selection: Selection): string[] => {
  const common = commonTokens(program, selection);
  const template = settingsOf(program).fileName;
  const width = String(selection.projects.length).length;
  return legalFileNames(
    selection.projects.map((project, index) => {
      const own = { 序号: String(index + 1).padStart(width, '0'), 项目名称: project.content.name || '未命名项目' };
      return `${fillTemplate(template, { ...common, ...own })}${isDraft(project) ? DRAFT : ''}.xlsx`;
    }),
  );
};
