import { fold } from '../model/text.ts';
import type { FieldRole } from './roles.ts';

/* What of a title or a year line changes from year to year and from unit to unit. */

/** A part of a text that gives way to what a role says: from, and up to before to. */
export interface Part {
  readonly role: FieldRole;
  readonly from: number;
  readonly to: number;
}

/** What stands for a year that is not written yet. */
const OPEN_YEAR = String.raw`(?:20(?:[_×xX*○〇]{1,2}|[ \u3000]{1,4})|[_×xX*○〇]{2,6}|[ \u3000]{2,12})`;
const YEAR = new RegExp(String.raw`((?:19|20)\d{2}|${OPEN_YEAR})(?=\s*年)`, 'u');
const BARE_YEAR_LINE = new RegExp(
  String.raw`^(\s*[(（【[]?)(\s*(?:(?:19|20)\d{2}|20[_×xX*○〇]{1,2}|[_×xX*○〇]{2,6})?\s*)年度?\s*[)）】\]]?\s*$`,
  'u',
);
const MIDTERM = new RegExp(
  String.raw`((?:19|20)\d{2}|${OPEN_YEAR})\s*年?\s*[-—–~～至到]+\s*((?:19|20)\d{2}|20[×xX_*]{2}\+?n?|${OPEN_YEAR})(?=\s*年)`,
  'u',
);

/** 绩效目标申报表, 绩效目标批复表, 预算绩效文本. */
const TITLE = /(?:绩效目标|绩效指标|绩效|预算)[^。；;]{0,20}(?:表|文本|公开|情况)(?:[(（].{0,20}[)）])?$/u;

/** Longest line above a table that may be its title. */
const LONGEST = 120;

const AUTHORITY =
  /(?:政府|委员会|办事处|街道|组织部|宣传部|统战部|政法委|法院|检察院|中心|局|厅|站|所|学校|中学|小学|医院|卫生院|联合会|总工会|本级|镇|乡|县|市|区)(?:[(（]本级[)）])?$/u;

const OPEN_NAME = /^(?:[_×xX*○〇\s]+(?:省|市|县|区|镇|乡|局|单位|部门|办)*)+$/u;

/** A whole line that says only the year: (2024 年度), （    年度）. */
export const isYearLine = (text: string): boolean => BARE_YEAR_LINE.test(text);

/** True for a title, with or without year and unit. */
export const isTitle = (text: string): boolean =>
  text.trim().length > 3 &&
  text.length <= LONGEST &&
  !/[：:]\s*$/u.test(text) &&
  TITLE.test(fold(text).replace(/[:]$/u, ''));

/** The parts of a caption that are filled anew; none where it is no caption. */
export const captionParts = (text: string): readonly Part[] => {
  if (isYearLine(text)) return yearOfLine(text);
  if (!isTitle(text)) return [];
  const years = yearOf(text);
  return [...nameOfTitle(text).filter(({ to }) => years.every(({ from }) => from >= to)), ...years];
};

const yearOfLine = (text: string): Part[] => {
  const [, before = '', year = ''] = BARE_YEAR_LINE.exec(text) ?? [];
  return [{ role: 'year', from: before.length, to: before.length + year.length }];
};

const yearOf = (text: string): Part[] => {
  const found = YEAR.exec(text);
  return found === null ? [] : [{ role: 'year', from: found.index, to: found.index + (found[1] ?? '').length }];
};

/** 附件 2：{单位全称}项目支出绩效目标表, {部门}2024年部门预算…公开表, 1.{项目名称}绩效目标表. */
const nameOfTitle = (text: string): Part[] => {
  const heading = /^()(\s*\d{1,3}\s*[.．、]\s*.+?)(?=绩效目标表\s*$)/u.exec(text);
  if (heading !== null) return [part('heading', heading)];
  const found = new RegExp(
    String.raw`^(\s*(?:附件|附表|附)\s*[\d一二三四五六七八九十]*(?:-\d+)?\s*[：:、.．]?\s?|)(.+?)(?=\s*${YEAR.source}\s*年|(?:本级)?(?:部门|单位)?(?:预算)?(?:财政)?(?:支出)?(?:专项)?(?:资金)?(?:项目)?(?:支出)?(?:预算)?绩效)`,
    'u',
  ).exec(text);
  if (found === null) return [];
  const place = part('title', found);
  const name = found[2] ?? '';
  if (!OPEN_NAME.test(name) && !/^\s{2,}$/u.test(name))
    return name.trim().length >= 4 && AUTHORITY.test(name.trim()) ? [place] : [];
  // ××单位: the word belongs to what is open.
  return [{ ...place, to: place.to + (/^(?:单位|部门)(?!预算)/u.exec(text.slice(place.to))?.[0].length ?? 0) }];
};

const part = (role: FieldRole, found: RegExpExecArray): Part => {
  const from = found.index + (found[1] ?? '').length;
  return { role, from, to: from + (found[2] ?? '').length };
};

/** Both years of 中期目标（20××年—20××+n年）, as one part. */
export const midtermYearsPart = (text: string): readonly Part[] => {
  const found = MIDTERM.exec(text);
  return found === null ? [] : [{ role: 'midtermYears', from: found.index, to: found.index + found[0].length }];
};
