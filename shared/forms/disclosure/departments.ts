import { fold } from '../../model/text.ts';
import type { Book, BookUnit } from '../form.ts';

/** The units of one department, in the order of the book. */
export interface BookDepartment {
  readonly code: string;
  readonly name: string;
  readonly units: readonly BookUnit[];
}

/** The departments of a book, each once, in order of their first units. A unit without one is its own. */
export const departmentsOf = ({ units }: Pick<Book, 'units'>): BookDepartment[] => {
  const found = new Map<string, { code: string; name: string; units: BookUnit[] }>();
  for (const book of units) {
    const { department, name } = book.unit;
    const own = department.trim() === '' ? name : department;
    const known = found.get(fold(own));
    if (known === undefined) found.set(fold(own), { code: codeOf(book.unit), name: own.trim(), units: [book] });
    else known.units.push(book);
  }
  return [...found.values()];
};

/** 407001 is unit 001 of department 407: where the department's own code is not known, it is the first half of the unit's. */
const codeOf = ({ departmentCode, code }: BookUnit['unit']): string =>
  departmentCode.trim() || (/^(\d{3})\d{3}$/u.exec(code.trim())?.[1] ?? '');
