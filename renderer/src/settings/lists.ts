import type { Settings } from '../../../shared/model/unit.ts';

/* Lists of the settings as text, one entry a line: what a clerk can paste from anywhere. */

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** One attribute a line; blank lines and doubles are dropped. */
export const attributesOf = (text: string): string[] => [...new Set(linesOf(text))].slice(0, 100);

export type Departments = Settings['departments'];

/** One department a line, its code behind it: `示例县民政局 407`; a line without a code has none. */
export const departmentsOf = (text: string): Departments =>
  linesOf(text)
    .slice(0, 200)
    .map((line) => {
      const [, name = line, code = ''] = /^(.*\S)\s+([0-9A-Za-z-]+)$/u.exec(line) ?? [];
      return { name, code };
    });

/** The inverse of {@link departmentsOf}. */
export const departmentsText = (departments: Departments): string =>
  departments.map(({ name, code }) => (code === '' ? name : `${name} ${code}`)).join('\n');
