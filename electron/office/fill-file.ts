import type { FillPlan } from '../../shared/fill/plan.ts';
import type { Template } from '../../shared/fill/template.ts';
import { ExpectedError } from '../../shared/model/errors.ts';
import { PackageParts } from './package-parts.ts';
import { kindOfFile } from './file-kind.ts';

/** What a template is, from its content alone. @throws ExpectedError where it can't be filled in, saying how to save it first */
export const templateKind = (bytes: Uint8Array, fileName: string): 'xlsx' | 'docx' => {
  const kind = kindOf(bytes, fileName);
  if (kind === 'xlsx' || kind === 'docx') return kind;
  throw new ExpectedError(
    'file-foreign',
    `“${fileName}”不是 xlsx 或 docx 文件，不能直接填写。`,
    '请用 Excel、Word 或 WPS 打开它，点“另存为”，类型选 xlsx（表格）或 docx（文档），再选新的文件。',
  );
};

const kindOf = (bytes: Uint8Array, fileName: string): string => {
  try {
    return kindOfFile(bytes, fileName);
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'file-foreign') return 'foreign';
    throw error;
  }
};

/** Reads a file as a template. @throws ExpectedError that names it and why it can't be filled in */
export const readTemplate = async (bytes: Uint8Array, fileName: string): Promise<Template> => {
  const kind = templateKind(bytes, fileName);
  const parts = new PackageParts(bytes, fileName);
  refuseOtherEnding(parts);
  const { template } =
    kind === 'xlsx'
      ? (await import('./fill-xlsx-read.ts')).readXlsxTemplate(parts)
      : (await import('./fill-docx-read.ts')).readDocxTemplate(parts);
  return template;
};

const CONTENT_TYPES = '[Content_Types].xml';

/** What is filled in is saved as .xlsx or .docx: Office refuses to open a file with macros, or a template, under that ending. */
const refuseOtherEnding = (parts: PackageParts): void => {
  const types = parts.has(CONTENT_TYPES) ? new TextDecoder().decode(parts.bytes(CONTENT_TYPES)) : '';
  const what = /macroEnabled/u.test(types) ? '带宏' : /\.template\.main\+xml/u.test(types) ? '是模板' : null;
  if (what === null) return;
  throw new ExpectedError(
    'file-foreign',
    `“${parts.fileName}”${what}，填好以后打不开，不能直接填写。`,
    '请用 Excel、Word 或 WPS 打开它，点“另存为”，类型选 xlsx（表格）或 docx（文档），再选新的文件。',
  );
};

/** The template with a plan carried out. @throws ExpectedError that names it and why it can't be filled in */
export const fillTemplateFile = async (
  bytes: Uint8Array,
  fileName: string,
  plan: FillPlan,
  onTable: (done: number) => void = () => undefined,
): Promise<Uint8Array> => {
  const kind = templateKind(bytes, fileName);
  const parts = new PackageParts(bytes, fileName);
  return kind === 'xlsx'
    ? (await import('./fill-xlsx.ts')).fillXlsx(parts, plan, onTable)
    : (await import('./fill-docx.ts')).fillDocx(parts, plan);
};
