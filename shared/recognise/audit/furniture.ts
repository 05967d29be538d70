import { isMargin, isCaption, isAuthority, unitIn } from '../annex2/captions.ts';
import { columnOf, isHeaderCell } from '../annex2/column-labels.ts';
import { headerLabel, inlineField } from '../annex2/header-labels.ts';
import { indicatorLabel } from '../annex2/labels.ts';
import { columnLabel as listColumn } from '../approval/columns.ts';
import { isNone } from '../clean.ts';
import { columnLabel as textColumn } from '../disclosure/columns.ts';
import {
  amountsIn,
  columnLabel as dossierColumn,
  headingStart,
  partHeading,
  sectionHeading,
  tableHeading,
  upperLabel,
} from '../dossier/labels.ts';
import type { SheetCell } from '../locate/sheet.ts';
import { remember } from '../remember.ts';

/*
 * What stands in every paper and belongs to no field: labels, titles, page numbers, repeats. The words of all forms together, for it
 * is asked after a form has been read, of what it left.
 */

/** A label of any form. */
export const isLabel = remember(
  (text): boolean =>
    headerLabel(text) !== null ||
    indicatorLabel(text) !== null ||
    upperLabel(text) !== null ||
    columnOf(text) !== null ||
    isHeaderCell(text) ||
    dossierColumn(text) !== null ||
    listColumn(text) !== null ||
    textColumn(text) !== null,
);

/** Fields of other editions that no form here keeps: what stands behind them is not missed. */
const UNASKED =
  /^(?:中(?:长)?期(?:资金)?(?:总额|目标)|填报|填表|制表|联系|负责人|项目负责人|单位负责人|审核|报表编号|附件|表\d|第.{1,3}页|共.{1,3}页|续表|注|说明)/u;

/** Titles, units of the amounts, page numbers, signatures. */
export const isCaptionLike = remember((text): boolean => {
  const line = text.trim();
  return (
    isNone(line) ||
    isMargin(line) ||
    isCaption(line) ||
    unitIn(line) !== null ||
    amountsIn(line) !== null ||
    UNASKED.test(line) ||
    /^[-—–－·.\s]+\d{1,4}[-—–－·.\s]+$/u.test(line) ||
    /^(?:定性|定量|正向|反向)(?:指标)?$/u.test(line) ||
    /^[\p{P}\p{S}\s]+$/u.test(line)
  );
});

/** A line that stands alone between tables: headings of 绩效文本, the name of an authority. */
export const isHeadingLike = remember(
  (text): boolean =>
    tableHeading(text) !== null ||
    headingStart(text) !== null ||
    sectionHeading(text) !== null ||
    partHeading(text) !== null ||
    isAuthority(text) ||
    /绩效(?:目标|文本)|^目\s*录$|编制$|审核$|^[（(].{1,6}[）)]$/u.test(text),
);

/** Where a label says that nothing of this form stands behind it. */
export const isIgnoredLabel = (text: string): boolean =>
  headerLabel(text) === 'ignored' ||
  upperLabel(text) === 'ignored' ||
  columnOf(text) === 'ignored' ||
  dossierColumn(text) === 'ignored' ||
  listColumn(text) === 'ignored' ||
  textColumn(text) === 'ignored';

/** 联系人：张三 in one cell. */
export const isIgnoredField = (text: string): boolean => inlineField(text)?.key === 'ignored';

const CODE = /^[0-9a-z]{3,30}$/iu;
const AMOUNT = /^[¥￥]?-?[\d,，]+(?:[.．]\d+)?$/u;

/** A row of a department or a unit in a list, or of a sum: codes, names of authorities and amounts, nothing else. */
export const isUnitRow = (row: readonly SheetCell[]): boolean => {
  if (/^(?:合计|总计|小计|部门合计|单位合计)/u.test(row[0]?.key ?? '')) return true;
  return (
    row.some(({ text }) => isNamed(text)) &&
    row.every(({ text, key }) => isNamed(text) || CODE.test(key) || AMOUNT.test(key) || isNone(text))
  );
};

const isNamed = (text: string): boolean => {
  const name = text
    .replace(/\s+/gu, '')
    .replace(/^\d{3,9}[-－—]?/u, '')
    .replace(/[（(]?本级[)）]?$/u, '');
  return isAuthority(name) || /(?:政府|委员会|办事处|街道|部门?|局|厅|办公室)$/u.test(name);
};
