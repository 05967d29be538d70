import type { BookUnit } from '../forms/form.ts';
import type { ProjectContent } from '../model/project.ts';
import type { Unit, Year } from '../model/unit.ts';

/** What is filled in: the projects of one or several units, of one year. */
export interface FillBook {
  readonly year: Year;
  readonly units: readonly FillUnit[];
  /** Number of the first project less one, where it is one of several files; 0 where left out. */
  readonly before?: number;
}

export interface FillUnit {
  readonly unit: Unit;
  readonly projects: readonly ProjectContent[];
}

/** One project with all that its form may ask. */
export interface Subject {
  readonly content: ProjectContent;
  readonly unit: Unit;
  readonly year: Year;
  /** Its place among all that are filled, from 0. */
  readonly index: number;
}

/** Every project of a book, in order. */
export const subjectsOf = ({ units, year, before = 0 }: FillBook): Subject[] =>
  units
    .flatMap(({ unit, projects }) => projects.map((content) => ({ content, unit, year })))
    .map((subject, index) => ({ ...subject, index: before + index }));

/** A book to be printed as one to be filled in. */
export const fillBookOf = (year: Year, units: readonly Pick<BookUnit, 'unit' | 'projects'>[]): FillBook => ({
  year,
  units: units.map(({ unit, projects }) => ({ unit, projects: projects.map(({ content }) => content) })),
});
