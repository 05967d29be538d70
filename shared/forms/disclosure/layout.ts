import { printable, type Grid } from '../../grid/grid.ts';
import { CELL_PADDING, textWidth } from '../../grid/measure.ts';
import type { Fen } from '../../model/money.ts';
import { PAGE_FOOTER } from '../check-code.ts';
import type { Book, BookProject, BookUnit } from '../form.ts';
import { SIGN_OFF_HEIGHT, signOffCell } from '../sign-off.ts';
import { amountOf, printAmount, totalOf } from '../totals.ts';
import { HEADER, levelsOf, rowsOf, TABLE_NAME, TITLE } from './definition.ts';
import { departmentsOf, type BookDepartment } from './departments.ts';
import { Filling } from './filling.ts';
import type { EmptyHeadings } from './paragraphs.ts';
import { numberCell, projectCells } from './project.ts';
import { makeStyles, SIZES, type Styles } from './styles.ts';

/** Nine digits of a code, names, amounts, goals and indicators; together the width between the margins. */
const COLUMNS = [70, 122, 70, 208, 256] as const;

const MARGINS = { top: 25, right: 20, bottom: 20, left: 20 } as const;

/** Lowest heights of the title, the header of two lines, and the rows below. */
const TITLE_ROW = 44;
const HEADER_ROW = 38;
const ROW = 24;

/** Kept free at the end of a page: programs round heights. */
const SPARE = 18;

/** Draws a book as 公开表: one table for all units, page after page, the header of its columns on each. Pure. */
export function* layoutDisclosure(book: Book): Generator<Grid> {
  const departments = departmentsOf(book);
  const drawing = new Drawing(book, titleOf(departments, book.year));
  const last = departments
    .at(-1)
    ?.units.findLast(({ projects }) => projects.length > 0)
    ?.projects.at(-1);
  for (const department of departments) {
    drawing.putDepartment(department);
    for (const unit of department.units) {
      drawing.putUnit(unit);
      drawing.putProjects(unit, last, book.settings.printEmptyOptionalRows ? 'all' : 'none');
    }
  }
  yield drawing.grid();
}

/** Only the row of each project, below the header: what is required and missing has its heading. */
export function* liveDisclosure(book: Book): Generator<Grid> {
  for (const unit of book.units) {
    for (const project of unit.projects) {
      const alone = { ...unit, projects: [project] };
      const drawing = new Drawing({ ...book, units: [alone] }, null);
      drawing.putProjects(alone, project, book.settings.printEmptyOptionalRows ? 'all' : 'required');
      yield drawing.grid();
    }
  }
}

/** {部门}{年}年部门预算项目支出绩效目标公开表; without a name where the book has several departments. */
const titleOf = (departments: readonly BookDepartment[], year: number): string =>
  `${departments.length === 1 ? (departments[0]?.name ?? '') : ''}${year}年${TITLE}`;

class Drawing {
  private readonly book: Book;
  private readonly styles: Styles;
  private readonly filling: Filling;
  private readonly header: number;

  constructor(book: Book, title: string | null) {
    this.book = book;
    const width = COLUMNS.reduce((sum, column) => sum + column, 0) - CELL_PADDING;
    const fits = textWidth(title ?? '', SIZES.title) <= width;
    this.styles = makeStyles(book.settings, fits ? SIZES.title : SIZES.smallTitle);
    this.filling = new Filling(COLUMNS, printable({ orientation: 'landscape', margins: MARGINS }).height - SPARE);
    this.header = title === null ? 0 : 1;
    if (title !== null) {
      const { title: style } = this.styles;
      this.filling.putAbove([{ column: 0, columnSpan: COLUMNS.length, text: title, style }], TITLE_ROW);
    }
    const { header: style } = this.styles;
    this.filling.putHeader(
      HEADER.map((text, column) => ({ column, text, style })),
      HEADER_ROW,
    );
  }

  /** Its sum stands only where it is not that of its only unit. */
  putDepartment({ code, name, units }: BookDepartment): void {
    this.putHead(code, name, units.length > 1 ? sumOf(units.flatMap(({ projects }) => projects)) : null);
  }

  putUnit({ unit, projects }: BookUnit): void {
    this.putHead(unit.code.trim(), unit.name.trim(), sumOf(projects));
  }

  putProjects({ unit, projects }: BookUnit, last: BookProject | undefined, empty: EmptyHeadings): void {
    const form = { indicatorRows: rowsOf(unit), levels: levelsOf(unit) };
    const kept = this.book.settings.printSignOff ? SIGN_OFF_HEIGHT : 0;
    for (const project of projects) {
      const cells = projectCells(project.content, form, empty, COLUMNS, this.styles);
      this.filling.put(cells, ROW, project === last ? kept : 0);
    }
  }

  grid(): Grid {
    const signOff = signOffCell(0, COLUMNS.length, this.book.settings);
    if (signOff.length > 0) this.filling.putLast(signOff, SIGN_OFF_HEIGHT);
    this.filling.putHeads();
    const { cells, rows, breaks } = this.filling.placed();
    const draft = this.book.units.some(({ projects }) => projects.some(({ state }) => state === 'draft'));
    return {
      name: `${draft ? '草稿-' : ''}${TABLE_NAME}`,
      columns: COLUMNS,
      rows,
      cells,
      page: {
        orientation: 'landscape',
        margins: MARGINS,
        fit: 'width',
        scale: 1,
        headerRows: [this.header, this.header],
        breaks,
        centred: true,
        header: draft ? '草稿' : '',
        footer: PAGE_FOOTER,
      },
    };
  }

  private putHead(code: string, name: string, sum: Fen | null): void {
    const { code: codeStyle, unit, amount, long } = this.styles;
    this.filling.putHead(
      [
        { column: 0, text: code, style: codeStyle },
        { column: 1, text: name, style: unit },
        { column: 2, style: amount, ...numberCell(sum === null ? '' : printAmount(sum), COLUMNS[2], amount.size) },
        { column: 3, text: '', style: long },
        { column: 4, text: '', style: long },
      ],
      ROW,
    );
  }
}

/** The exact sum of all amounts that are numbers; null where there is none. */
const sumOf = (projects: readonly BookProject[]): Fen | null => {
  const contents = projects.map(({ content }) => content);
  return contents.every((content) => amountOf(content) === null) ? null : totalOf(contents).fen;
};
