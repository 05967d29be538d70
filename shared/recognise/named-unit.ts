import { fold, isBlank } from '../model/text.ts';
import { UNIT_DEFAULTS, type IndicatorTree, type Unit } from '../model/unit.ts';
import { formOf } from './layout.ts';
import type { RecognisedDocument, RecognisedProject } from './recognised.ts';

/** The unit a document names; empty where it names none. */
export interface NamedUnit {
  readonly name: string;
  /** 单位编码; empty where none is printed. */
  readonly code: string;
  readonly department: string;
  readonly departmentCode: string;
  /** The unit itself is printed, not only its department. */
  readonly own: boolean;
}

/** The projects of one unit, by their places in the document. */
export interface UnitPart {
  readonly named: NamedUnit;
  readonly indexes: readonly number[];
}

/**
 * The projects of a document by the units they stand under: one part, but for a 批复表 of several units. A project that names
 * none goes with the one above it. A document without projects is one part without any.
 */
export const partsByUnit = (document: RecognisedDocument): UnitPart[] => {
  const parts: { named: NamedUnit; indexes: number[] }[] = [];
  const several = document.document.layout === 'approval';
  for (const [index, project] of document.projects.entries()) {
    const named = several ? inColumns(document, project) : null;
    const last = parts.at(-1);
    const part =
      named === null ? last : parts.find((one) => one.named.name === named.name && one.named.code === named.code);
    if (part) part.indexes.push(index);
    else parts.push({ named: named ?? namedBy(document), indexes: [index] });
  }
  return parts.length === 0 ? [{ named: namedBy(document), indexes: [] }] : parts;
};

/** Whether a stored unit is the one a document names: by code, by name (本级 makes no difference), else by its department. */
export const isNamed = (unit: Unit, named: NamedUnit): boolean => {
  if (!isBlank(unit.code) && fold(unit.code) === fold(named.code)) return true;
  if (named.name !== '' && bare(unit.name) === bare(named.name)) return true;
  return !named.own && named.department !== '' && bare(unit.department) === bare(named.department);
};

/** A unit for a document whose unit is not stored yet: it hands in what the document is, by the tree its indicators show. */
export const unitAsNamed = (id: string, named: NamedUnit, document: RecognisedDocument): Unit => ({
  ...UNIT_DEFAULTS,
  id,
  name: named.name || '未命名单位',
  department: named.department || named.name,
  departmentCode: named.departmentCode,
  code: named.code,
  forms: formsOf([document]),
  tree: treeOf(document),
  reviewer: document.document.reviewer ?? '',
});

/** The forms that documents are, for a unit that hands them in; the usual ones where none is known. */
export const formsOf = (documents: readonly RecognisedDocument[]): Unit['forms'] => {
  const forms = documents.flatMap(({ document }) => formOf(document.layout) ?? []);
  return forms.length === 0 ? UNIT_DEFAULTS.forms : [...new Set(forms)];
};

/** Which tree of indicators a document shows. */
export const treeOf = ({ projects }: RecognisedDocument): IndicatorTree =>
  // One project that does it otherwise does not rename the rows of all the others.
  projects.filter(hasCostLevel).length * 2 > projects.length ? '101' : '88';

const COSTS: readonly string[] = ['economicCost', 'socialCost', 'ecologicalCost'];

/** 成本 at the first level: 财预〔2021〕101号. */
const hasCostLevel = ({ indicators }: RecognisedProject): boolean =>
  indicators.some(({ kind, level1 }) => COSTS.includes(kind) || fold(level1 ?? '') === '成本指标');

/** 744001-示例县示例镇人民政府（本级）, 816001示例县示例镇人民政府. */
const CODE_FIRST = /^\s*(\d{3,20})\s*[-—－–]?\s*(\D.*)$/u;
const CODE_LAST = /^(.*\D)\s*[-—－–(（]?\s*(\d{3,20})\s*[)）]?\s*$/u;

const inColumns = ({ document }: RecognisedDocument, { departmentAndCode }: RecognisedProject): NamedUnit | null => {
  const [, code, name] = CODE_FIRST.exec(departmentAndCode ?? '') ?? [];
  if (code === undefined || name === undefined) return null;
  return { name: name.trim(), code, department: document.department ?? '', departmentCode: '', own: true };
};

const namedBy = (recognised: RecognisedDocument): NamedUnit => {
  const { document, projects } = recognised;
  const department = document.department ?? '';
  const unit = projects.find(({ implementingUnit }) => !isBlank(implementingUnit))?.implementingUnit?.trim();
  const printed = projects.find(({ departmentAndCode }) => !isBlank(departmentAndCode)) ?? null;
  const columns = printed === null ? null : inColumns(recognised, printed);
  if (unit === undefined && columns !== null) return columns;
  return {
    name: unit ?? department,
    code: document.unitCode ?? '',
    department: department || (unit ?? ''),
    departmentCode: unit === undefined ? '' : codeIn(printed?.departmentAndCode ?? ''),
    own: unit !== undefined,
  };
};

const codeIn = (text: string): string => CODE_FIRST.exec(text)?.[1] ?? CODE_LAST.exec(text)?.[2] ?? '';

const bare = (name: string): string => fold(name).replace(/\(?本级\)?$/u, '');
