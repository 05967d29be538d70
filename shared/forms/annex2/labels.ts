import { CELL_PADDING, lineCount } from '../../grid/measure.ts';
import { SIZES } from './styles.ts';

/** Where a label of the form may be parted, best first. */
const PARTINGS = [/^.+(?=（)/u, /^.+(?=及)/u, /^.+(?=指标)/u, /^.+(?=目标)/u];

/**
 * A label that does not fit on one line, parted where a reader would part it: 主管部门／及代码, never a lone bracket.
 * A line break in the text, since programs break lines of a cell as they like.
 * @param width of the cell in points
 */
export const partLabel = (label: string, width: number): string => {
  const fits = (text: string): boolean => lineCount(text, width - CELL_PADDING, SIZES.body) === 1;
  if (fits(label)) return label;
  for (const parting of PARTINGS) {
    const first = parting.exec(label)?.[0];
    if (first === undefined) continue;
    const rest = label.slice(first.length);
    if (fits(first) && fits(rest)) return `${first}\n${rest}`;
  }
  return label;
};
