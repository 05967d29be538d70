import { FORMS, PAPERS } from '../../../shared/forms/index.ts';
import type { FileFormat, FormDefinition, Paper, PaperId } from '../../../shared/forms/form.ts';
import type { Unit } from '../../../shared/model/unit.ts';

type WithForms = Pick<Unit, 'forms'>;

/** The official forms a unit hands in, its main one first. */
export const formsOf = (unit: WithForms): readonly FormDefinition[] =>
  unit.forms.flatMap((id) => FORMS.filter((form) => form.id === id));

/** The form shown first; the first of all where the unit is not known. */
export const mainForm = (unit: WithForms | null): PaperId => {
  const [form] = [...(unit ? formsOf(unit) : []), ...FORMS];
  if (form === undefined) throw new Error('a program without forms');
  return form.id;
};

/** One group of a list to choose a paper from. */
export interface PaperGroup {
  readonly group: string;
  readonly papers: readonly Paper[];
}

/** Every paper, those of the unit first. */
export const paperGroups = (unit: WithForms | null): readonly PaperGroup[] => {
  const own = unit ? formsOf(unit) : [];
  const others = PAPERS.filter(({ id }) => !own.some((form) => form.id === id));
  return [
    { group: '本单位的表', papers: own },
    { group: '其他表', papers: others },
  ].filter(({ papers }) => papers.length > 0);
};

const FORMAT_NAMES: Readonly<Record<FileFormat, string>> = { xlsx: 'Excel', docx: 'Word' };

export const formatName = (format: FileFormat): string => FORMAT_NAMES[format];

/** What a paper is, in a line: how it is laid out and what it can be saved as. */
export const aboutPaper = ({ span, formats }: Pick<Paper, 'span' | 'formats'>): string =>
  `${span === 'project' ? '每个项目一张' : '全部项目在一份里'}，可存为 ${formats.map(formatName).join('、')}`;

/** A form with where it is used, e.g. 宁夏：目标表（附件2）. */
export const formWithRegion = ({ region, title }: Pick<FormDefinition, 'region' | 'title'>): string =>
  `${region}：${title.replace(`（${region}）`, '')}`;

/** The wanted format where the paper has it, else its first one. */
export const formatFor = ({ formats }: Pick<Paper, 'formats'>, wanted: FileFormat): FileFormat =>
  formats.includes(wanted) ? wanted : (formats[0] ?? 'xlsx');

/** Whether a form of the unit prints 部门整体绩效目标 too, which is asked once a year and not in any project. */
export const printsDepartment = (unit: WithForms): boolean =>
  formsOf(unit).some(({ wholeDepartment }) => wholeDepartment === true);
