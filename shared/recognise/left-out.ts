import type { SourceTable } from '../grid/table.ts';
import { ExpectedError } from '../model/errors.ts';
import { parseFen } from '../model/money.ts';
import { namesOf } from './several.ts';
import type { RecognisedDocument, RecognisedIndicator, RecognisedProject } from './recognised.ts';

/* What of a file is no project: blank forms, sheets that show how to fill one in, sheets without any form. All of it is told. */

/** A sheet by these words shows how a form is to be filled in. */
const EXAMPLE = /模板|模版|样表|样例|示例表|范例|填报说明|填表说明|填写说明|参考表/u;

/** Fewer filled rows are a caption. */
const FEWEST_ROWS = 4;

/**
 * Takes blank forms and examples out of a document, and notes what was not read.
 * @throws ExpectedError 'file-foreign' where nothing but blank forms is left
 */
export const withoutBlanks = (
  document: RecognisedDocument,
  tables: readonly SourceTable[],
  file: string,
): RecognisedDocument => {
  const written = document.projects.filter((project) => !isBlankForm(project));
  const blank = document.projects.filter(isBlankForm);
  if (written.length === 0 && blank.length > 0) throw blankForm(file);
  const real = written.filter((project) => !isExample(project));
  const projects = real.length === 0 ? written : real;
  const examples = written.filter((project) => !projects.includes(project));
  const notes = [
    ...(document.notes ?? []),
    ...(blank.length > 0 ? [`${sheetsOf(blank)}是没有填写的空白表，没有读入。`] : []),
    ...(examples.length > 0 ? [`${sheetsOf(examples)}是模板或样表，没有读入。`] : []),
    ...unreadNotes(document, tables, new Set(blank.map(({ source }) => source.table))),
  ];
  return { ...document, projects, ...(notes.length === 0 ? {} : { notes }) };
};

const blankForm = (file: string): ExpectedError =>
  new ExpectedError(
    'file-foreign',
    `“${file}”是一张空白表，里面还没有填写项目。`,
    '请填好以后再导入；要把项目填进这张表，请用“填县里的表”。',
  );

const isExample = ({ source }: RecognisedProject): boolean => EXAMPLE.test(source.table);

const sheetsOf = (projects: readonly RecognisedProject[]): string =>
  namesOf([...new Set(projects.map(({ source }) => source.table))]);

/** `××`, `……`, `XX项目`, `目标1：`: what a form prints where something is to be written. */
const PLACEHOLDER =
  /^(?:[×xX*＊○〇_＿…·.。\s/／—-]*|[×xX*＊○〇]{2,}(?:项目|经费)?|目标\s*[\d一二三]?\s*[:：]?|指标\s*[\d一二三]?\s*[:：]?)$/u;

const isFilled = (text: string | null | undefined): boolean => !PLACEHOLDER.test(text?.trim() ?? '');

/** A form in which nothing is written. */
const isBlankForm = (project: RecognisedProject): boolean =>
  !isFilled(project.name) &&
  !project.goals.some(isFilled) &&
  ![project.total, project.fiscal, project.other].some(isMoney) &&
  !project.indicators.some(isWritten) &&
  !(project.midterm?.indicators.some(isWritten) ?? false);

const isMoney = (text: string | null): boolean => (parseFen(text ?? '', '元') ?? 0) !== 0;

const isWritten = ({ level3, printedValue }: RecognisedIndicator): boolean =>
  isFilled(level3) && isFilled(printedValue);

/** Sheets of which nothing was read. Parts of one flow of text are no sheets, and 绩效文本 has chapters without projects. */
const unreadNotes = (
  { document, projects }: RecognisedDocument,
  tables: readonly SourceTable[],
  told: ReadonlySet<string>,
): string[] => {
  if (document.layout === 'dossier' || tables.length < 2) return [];
  const read = new Set(projects.flatMap(({ places }) => Object.values(places ?? {}).map(({ table }) => table)));
  const unread = tables.filter(
    (table, index) => !read.has(index) && !told.has(table.name) && filledRows(table) >= FEWEST_ROWS,
  );
  return unread.length === 0 ? [] : [`${namesOf(unread.map(({ name }) => name))}里没有找到项目，没有读入。`];
};

const filledRows = ({ rows }: SourceTable): number =>
  rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).length;
