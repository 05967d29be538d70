import { describe, expect, it } from 'vitest';
import type { SourcePlace, SourceTable } from '../../shared/grid/table.ts';
import { FORM_IDS } from '../../shared/model/form-id.ts';
import { recognise } from '../../shared/recognise/index.ts';
import { indicatorFields, projectFields, type Field } from '../../shared/recognise/locate/fields.ts';
import { keyOf } from '../../shared/recognise/locate/sheet.ts';
import type { RecognisedProject } from '../../shared/recognise/recognised.ts';
import { drawn } from './book.ts';
import { asRead } from './grid-cells.ts';
import { FIXTURES, fixtureTables } from './recognise-fixtures.ts';
import { samples } from './samples.ts';

const fieldsOf = (project: RecognisedProject): Field[] => [
  ...projectFields(project),
  ...project.indicators.flatMap((indicator, index) => indicatorFields(indicator, `indicators.${index}`)),
];

const cellAt = (tables: readonly SourceTable[], { table, at, column }: SourcePlace): string =>
  tables[table]?.rows.find((row) => row.at === at)?.cells[column] ?? '';

/** Every field that is in no cell, or in one that has nothing of it. A range loses the unit between its ends. */
const lost = (tables: readonly SourceTable[], projects: readonly RecognisedProject[]): string[] =>
  projects.flatMap((project) =>
    fieldsOf(project).flatMap(({ path, text }) => {
      const place = project.places?.[path];
      if (place === undefined) return [`${path} nowhere`];
      const [cell, key] = [keyOf(cellAt(tables, place)), keyOf(text)];
      const lines = cellAt(tables, place)
        .split(/\n|<br>/u)
        .map(keyOf);
      const shares = cell.includes(key) || key.includes(cell.slice(-2)) || lines.some((line) => key.includes(line));
      return shares || /\.value$/u.test(path) ? [] : [`${path} ${text} in ${cell}`];
    }),
  );

describe('the places of what was read', () => {
  it.each(FORM_IDS)('are the cells it was printed in: %s', (form) => {
    const tables = drawn(form, samples()).map(asRead);
    const { projects } = recognise(tables, 'x');
    expect(projects.length).toBe(samples().length);
    expect(lost(tables, projects)).toEqual([]);
    expect(
      projects.flatMap(({ indicators, places }) => indicators.filter((_, n) => !places?.[`indicators.${n}.kind`])),
    ).toEqual([]);
  });

  it.each(FIXTURES)('are found in damaged tables too: %s', (fixture) => {
    const tables = fixtureTables(fixture);
    expect(lost(tables, recognise(tables, 'x').projects)).toEqual([]);
  });

  it('tell two tables of the same name apart, and two beside each other', () => {
    const tables = drawn('annex2', samples().slice(0, 2))
      .map(asRead)
      .map((table) => ({ ...table, name: 'Sheet1' }));
    const found = recognise(tables, 'x').projects.map(({ places }) => places?.['name']?.table);
    expect(found).toEqual([0, 1]);
    const [left, right] = tables;
    const beside = {
      name: 'Sheet1',
      rows: (left?.rows ?? []).map(({ cells, at }, row) => ({
        at,
        cells: [...Array.from({ length: 6 }, (_, n) => cells[n] ?? ''), ...(right?.rows[row]?.cells ?? [])],
      })),
    };
    const columns = recognise([beside], 'x').projects.map(
      ({ places }) => places?.['indicators.0.level3']?.column ?? -1,
    );
    expect(columns.map((column) => column >= 6)).toEqual([false, true]);
  });
});
