import type { ImportResult } from './contract.ts';

/** How many projects came to what. */
export interface Counts extends Pick<ImportResult, 'added' | 'updated' | 'approved' | 'unchanged'> {
  readonly skipped: number;
}

/** `新增 12 个项目，更新 3 个项目，标为已批复 3 个，2 个没有变化，1 个没有存。`; what is nought is left out. */
export const resultText = ({ added, updated, approved, unchanged, skipped }: Counts): string => {
  const parts = [
    added > 0 ? `新增 ${added} 个项目` : '',
    updated > 0 ? `更新 ${updated} 个项目` : '',
    approved > 0 ? `标为已批复 ${approved} 个` : '',
    unchanged > 0 ? `${unchanged} 个没有变化` : '',
    skipped > 0 ? `${skipped} 个没有存` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '没有存入项目。' : `${parts.join('，')}。`;
};

const MOST_NAMED = 3;

/** `去年.xlsx、批复.docx 等 5 个文件`. */
export const filesText = (files: readonly string[]): string =>
  files.length <= MOST_NAMED ? files.join('、') : `${files.slice(0, MOST_NAMED).join('、')} 等 ${files.length} 个文件`;
