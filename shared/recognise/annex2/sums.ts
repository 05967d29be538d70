import type { Line } from '../lines.ts';
import { plain } from './header-labels.ts';

/** Is a text the label of such a row? */
export const isSumLabel = (text: string): boolean =>
  /^(?:总分|总分值|合计|总计|小计|总得分|自评总分|自评得分)$/u.test(plain(text));

/** 总分, 合计: a row that adds up those above it and is no indicator. */
export const isSum = ({ cells }: Line): boolean => isSumLabel(cells[0]?.text ?? '');
