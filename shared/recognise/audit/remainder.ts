import type { SheetCell } from '../locate/sheet.ts';
import { isLabel } from './furniture.ts';

/** Words of labels, brackets and numbers between fields that stand in one cell. */
const LABEL_WORDS =
  /(?:产出|效益|满意度|成本|数量|质量|时效|经济效益|社会效益|生态效益|生态环境效益|环境效益|经济成本|社会成本|生态环境成本|可持续影响|可持续发展影响|服务对象满意度|社会公众或服务对象满意度)指标|绩效指标|年度目标|\((?:必填|硬性|必填硬性指标|万?元|续|本级|\d{1,3}分)\)/gu;
const NUMBERS = /(?:^|(?<=\P{N}))(?:\(?[一二三四五六七八九十]{1,3}[),.:]|\(?\d{1,3}[),.:]|[①-⑳])/gu;
const MARKS = /[\p{P}\p{S}\s]+/gu;

/** Fewer letters than this between two fields are marks and remains of numbers. */
const SHORTEST = 2;

/** The letters of a cell that no field claims, without labels, numbers of paragraphs and marks; empty where all were read. */
export const remainder = (cell: SheetCell): string => {
  const { key } = cell;
  const claims = [...cell.claims].sort((one, other) => one.from - other.from);
  const gaps: string[] = [];
  let done = 0;
  for (const { from, to } of claims) {
    if (from > done) gaps.push(key.slice(done, from));
    done = Math.max(done, to);
  }
  if (done < key.length) gaps.push(key.slice(done));
  return gaps.filter(isContent).join('…');
};

const isContent = (gap: string): boolean => {
  const label = gap.replace(/[:,.]+$/u, '');
  if (label === '' || isLabel(label)) return false;
  const words = gap.replace(LABEL_WORDS, '').replace(NUMBERS, '').replace(MARKS, '');
  return words.length >= SHORTEST && /\p{L}|\d{3}/u.test(words) && !isLabel(words);
};
