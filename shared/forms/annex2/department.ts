import { isBlank } from '../../model/text.ts';

/* 主管部门及代码 prints name and code in one cell, as every system does it differently. Above the table only the name stands. */

const DIGITS = '[0-9０-９]';
const SEPARATOR = '[\\s\\-－—–_:：、./／|]';
const WORD = '(?:(?:部门|单位|预算)?(?:代码|编码)[:：]?\\s*)?';

/** `[812]`, `【812033】`, `（代码：407001）`. */
const BRACKETED = `[[【(（〔]\\s*${WORD}${DIGITS}{2,}(?:-${DIGITS}+)*\\s*[\\]】)）〕]`;

/** A code has three digits at least: `2 号基地` and `第 3 中学` are names. */
const CODE = `${DIGITS}{3,}(?:-${DIGITS}+)*`;

const LEADING = new RegExp(`^(?:${BRACKETED}|${CODE}(?=${SEPARATOR}))${SEPARATOR}*(.+)$`, 'u');
const TRAILING = new RegExp(`^(.*?)${SEPARATOR}*(?:${BRACKETED}|${WORD}(?<!${DIGITS})${CODE})$`, 'u');

/** A code without anything between it and the name. */
const GLUED = new RegExp(`^${CODE}(.+)$`, 'u');

/** What a number before it belongs to: 120急救中心, 12345热线, 306医院 have no code. */
const NUMBERED = /^(?:号|急救|指挥|报警|热线|联动|便民)|^.{0,3}(?<![局厅委部办处会府])$/u;
const NUMBER_OF_NAME = /(?:热线|电话|平台)[0-9０-９]+$/u;

/** The name of a department without its code; '' where only a code is printed. Digits of the name itself stay. */
export const withoutCode = (printed: string): string => withoutLeading(withoutTrailing(printed.trim())).trim();

const withoutLeading = (text: string): string => {
  const rest = (LEADING.exec(text) ?? GLUED.exec(text))?.[1];
  return rest === undefined || NUMBERED.test(rest) ? text : rest;
};

const withoutTrailing = (text: string): string =>
  NUMBER_OF_NAME.test(text) ? text : (TRAILING.exec(text)?.[1] ?? text);

/**
 * 单位全称 of the line above the table: the project's own 主管部门, which in one workbook may be several; where the
 * project has none the unit's, and where that is blank too the unit itself.
 */
export const departmentName = (
  departmentAndCode: string,
  unit: { readonly name: string; readonly department: string },
): string => [departmentAndCode, unit.department].map(withoutCode).find((name) => !isBlank(name)) ?? unit.name;
