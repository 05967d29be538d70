import type { Book } from '../form.ts';
import { roundingNotes, totalNotes, totalOf } from '../totals.ts';
import { departmentsOf } from './departments.ts';

/** What a clerk should know of the printed book: amounts that do not count, 尾差, and an imported total that differs. */
export const disclosureNotes = (book: Book): string[] => [
  ...book.units.flatMap(totalNotes),
  ...departmentsOf(book)
    .filter(({ units }) => units.length > 1)
    .flatMap(({ name, units }) =>
      roundingNotes(
        `“${name}”各单位的合计`,
        units.map(({ projects }) => totalOf(projects.map(({ content }) => content)).fen),
      ),
    ),
];
