import { fold, isBlank } from '../../model/text.ts';
import type { BookUnit } from '../form.ts';

/** `744001-示例镇人民政府（本级）`, as a paper of this form prints its unit: the code comes first. */
const CODE_FIRST = /^\s*([0-9A-Za-z]{3,})\s*[-—–－:：]?\s*(\P{L}*\p{Script=Han}.*)$/su;

/**
 * Column A. As an imported paper printed it, where that is this unit: what a clerk types is the department above it, name first.
 * Otherwise from the unit's settings; the name alone where there is no code.
 */
export const unitText = ({ unit, projects }: BookUnit): string => {
  const { code, name } = unit;
  const printed = projects
    .map(({ content }) => content.departmentAndCode)
    .find((text) => {
      const [, itsCode = '', itsName = ''] = CODE_FIRST.exec(text) ?? [];
      return fold(itsName).includes(fold(name)) && (isBlank(code) || fold(code) === fold(itsCode));
    });
  return printed?.trim() ?? [code, name].filter((text) => !isBlank(text)).join('-');
};
