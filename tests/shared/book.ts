import type { Book, BookUnit } from '../../shared/forms/form.ts';
import { formById } from '../../shared/forms/index.ts';
import type { Grid } from '../../shared/grid/grid.ts';
import type { FormId } from '../../shared/model/form-id.ts';
import type { ProjectContent, ProjectState } from '../../shared/model/project.ts';
import { emptyUnitYear, type UnitYearContent } from '../../shared/model/unit-year.ts';
import { defaultSettings, type Settings, type Unit } from '../../shared/model/unit.ts';
import { SAMPLE_UNIT } from '../../shared/sample/index.ts';

/** What a test may want to be otherwise: by default the sample unit, 2026, everything finished. */
export interface BookOptions {
  readonly unit?: Partial<Unit>;
  readonly year?: number;
  readonly settings?: Partial<Settings>;
  readonly state?: ProjectState;
  readonly declared?: Partial<UnitYearContent>;
}

export const bookUnit = (contents: readonly ProjectContent[], options: BookOptions = {}): BookUnit => ({
  unit: { ...SAMPLE_UNIT, id: 'u', ...options.unit },
  declared: { ...emptyUnitYear(), ...options.declared },
  projects: contents.map((content) => ({ content, state: options.state ?? 'finished' })),
});

export const bookOf = (contents: readonly ProjectContent[], options: BookOptions = {}): Book => ({
  year: options.year ?? 2026,
  settings: { ...defaultSettings(options.year ?? 2026), ...options.settings },
  units: [bookUnit(contents, options)],
});

/** The same book with every second project a draft. */
export const halfDrafts = (book: Book): Book => ({
  ...book,
  units: book.units.map((unit) => ({
    ...unit,
    projects: unit.projects.map((project, index) => ({ ...project, state: index % 2 === 1 ? 'draft' : 'finished' })),
  })),
});

/** The grids of a form for some projects of the sample unit. */
export const drawn = (form: FormId, contents: readonly ProjectContent[], options: BookOptions = {}): Grid[] => [
  ...formById(form).layout(bookOf(contents, options)),
];
