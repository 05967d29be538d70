import { fold } from '../../model/text.ts';
import { remember } from '../remember.ts';

/** 附件 2：…目标表, 部门项目支出预算绩效目标表, 自治区本级部门2019年项目支出绩效目标表. */
export const isTitle = (text: string): boolean =>
  text.length < 120 &&
  /绩效(?:目标)?(?:申报|审批|审核|批复|公开|单位自评|自评|运行监控|执行监控|监控|评价)?表(?:\([^()]{0,40}\))*$/u.test(
    fold(text),
  );

/** What kind of paper a title names: 批复, 自评, …; null for what is no title. */
export const titleKind = (text: string): string | null =>
  isTitle(text) ? (/(申报|审批|批复|公开|自评|监控|评价)/u.exec(fold(text))?.[1] ?? '目标') : null;

/** (2024 年度), or the year in a title. */
export const yearIn = (text: string): string | null => /((?:19|20)\d{2})年/u.exec(fold(text))?.[1] ?? null;

/** 单位：万元, printed above a table or in it. */
export const unitIn = (text: string): '万元' | '元' | null => {
  const unit = /^(?:金额)?单位:(?:人民币)?(万?元)$/u.exec(fold(text).replace(/^[(]|[)]$/gu, ''))?.[1];
  if (unit === undefined) return null;
  return unit === '元' ? '元' : '万元';
};

/** A line that holds only the year. */
export const isYear = (text: string): boolean => /^\(?(?:19|20)\d{2}年度?\)?$/u.test(fold(text));

/** Lines around tables that belong to no field: 填报人, page numbers, 续表, 单位：万元. */
export const isMargin = remember((text): boolean =>
  /^(?:填报人|填表人|经办人|财务负责人|主要负责人|分管领导|填报部门|编制单位|填报单位|填报日期|制表|单位负责人|负责人|项目负责人|联系电话|联系人|审核人?|注|备注|说明|金额单位|单位)[:(]|^第\d+页|^-?\d{1,3}-?$|^续表|^共\d+页|^\d{1,3}\/\d{1,3}$|^附件\d*:?$/u.test(
    fold(text),
  ),
);

/** A text that stands above a table: title, year, unit of the amounts. */
export const isCaption = (text: string): boolean => text.length < LONGEST_CAPTION && isShortCaption(text);

const LONGEST_CAPTION = 120;

const isShortCaption = remember((text) => isTitle(text) || isYear(text) || unitIn(text) !== null);

/** The name of an authority, printed alone above its table. */
export const isAuthority = (text: string): boolean =>
  text.length <= 40 &&
  /^[\p{Script=Han}（）()·\s]{4,}(?:政府|委员会|办事处|街道|组织部|宣传部|人民法院|检察院|中心|局|厅|站|所|学校|中学|小学|医院|卫生院|联合会|总工会|本级)$/u.test(
    text,
  );
