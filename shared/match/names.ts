import { fold } from '../model/text.ts';

/* Names of projects and indicators as they are compared: how a paper numbers, brackets and spaces them makes no difference. */

/** `1.`, `(3)`, `十二、` before a name; `3.8妇女节` is a name of its own. */
const NUMBERING =
  /^(?:\((?:\d{1,3}|[一二三四五六七八九十]{1,3})\)|(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.,)])(?!\d)/u;
const MARKS = /[()[\]{}<>【】《》〈〉「」『』〔〕"'`·•,.;:!?_/\\~\-]/gu;
const YEAR = /(?:19|20)\d{2}年?度?/gu;

/** A name without numbering, brackets, punctuation and spaces; its years stay. Empty where nothing is left. */
export const strictKey = (name: string): string => {
  const folded = fold(name);
  const bare = folded.replace(NUMBERING, '');
  return (bare === '' ? folded : bare).replace(MARKS, '').replace(/年度/gu, '年');
};

/** The same without its years, 本级, and 项目 at the end: what is left of a name when the year of a list is known. */
export const looseKey = (name: string): string => {
  const strict = strictKey(name);
  const loose = strict
    .replace(YEAR, '')
    .replace(/本级|^(?:本|当|全)?年度?/gu, '')
    .replace(/项目$/u, '');
  return loose === '' ? strict : loose;
};

/** Numbers and ordinals of a name, in order: 一期 and 二期, 第1批 and 第2批 are never the same project. */
const ordinalsOf = (name: string): string =>
  (looseKey(name).match(/\d+|第?[一二三四五六七八九十]+(?=[批期标段轮次季号组])/gu) ?? [])
    .map((found) => found.replace('第', ''))
    .join(' ');

const PLACE = /^(?!农村|乡村|全村|各村|本村|村镇|城镇|乡镇)\p{Script=Han}{1,5}?(?:村|社区|街道|乡|镇)/u;

/** The village, community or township a name begins with; empty where it names none. */
const placeOf = (name: string): string => PLACE.exec(looseKey(name))?.[0] ?? '';

/** What a name is told apart by, whatever else is alike in it. */
export interface Distinction {
  readonly ordinals: string;
  readonly place: string;
}

/** Of a name as printed. */
export const distinctionOf = (name: string): Distinction => ({ ordinals: ordinalsOf(name), place: placeOf(name) });

/** False for 一期 and 二期, and for the same work in two villages: a person may take one for the other, the program never. */
export const mayBeSame = (one: Distinction, other: Distinction): boolean =>
  one.ordinals === other.ordinals && (one.place === other.place || one.place === '' || other.place === '');
