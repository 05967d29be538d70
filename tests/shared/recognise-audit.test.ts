import { describe, expect, it } from 'vitest';
import type { SourceTable } from '../../shared/grid/table.ts';
import { FORM_IDS } from '../../shared/model/form-id.ts';
import { recognise } from '../../shared/recognise/index.ts';
import type { Doubt, RecognisedDocument } from '../../shared/recognise/recognised.ts';
import { drawn } from './book.ts';
import { asMerged } from './damage/merged.ts';
import { DAMAGES } from './damage/damages.ts';
import { scoreOf, sumOf, type Score } from './damage/score.ts';
import { samples } from './samples.ts';

const FORMS = FORM_IDS.map((form) => ({ form, tables: drawn(form, samples()).map(asMerged) }));

const annex2 = (): SourceTable[] => drawn('annex2', samples().slice(0, 1)).map(asMerged);

const read = (tables: readonly SourceTable[]): RecognisedDocument => recognise(tables, 'x');

const doubtsOf = (tables: readonly SourceTable[], kind: Doubt['kind']): Doubt[] =>
  read(tables).projects.flatMap(({ doubts }) => doubts.filter((doubt) => doubt.kind === kind));

/** The first table with one row put in behind the one that holds a text. */
const withRowBehind = (text: string, cells: readonly string[]): SourceTable[] =>
  annex2().map(({ name, rows }) => ({
    name,
    rows: rows
      .flatMap((row) => (row.cells.includes(text) ? [row.cells, cells] : [row.cells]))
      .map((one, index) => ({ cells: one, at: index + 1 })),
  }));

describe('a filled cell that became nothing', () => {
  it('is told with its text, its place and what it may be', () => {
    const tables = drawn('approval', samples().slice(0, 2)).map(asMerged);
    const name = read(tables).projects[0]?.indicators[1]?.level3 ?? '';
    const noted = tables.map(({ rows, ...table }) => ({
      ...table,
      rows: rows.map((row) => (row.cells.includes(name) ? { ...row, cells: [...row.cells, '另有说明一段'] } : row)),
    }));
    expect(doubtsOf(tables, 'left-out')).toEqual([]);
    const [doubt] = doubtsOf(noted, 'left-out');
    expect(doubt?.message).toContain('另有说明一段');
    expect(doubt?.path).toMatch(/^indicators\.1\./u);
    expect(doubt?.place?.column).toBe(tables[0]?.rows.at(-1)?.cells.length);
    expect(doubt?.alternatives?.length).toBeGreaterThan(0);
  });

  it('is none where it is a page number, a signature, a note or the header again', () => {
    const header = annex2()[0]?.rows.find(({ cells }) => cells.includes('三级指标'))?.cells ?? [];
    const name = read(annex2()).projects[0]?.indicators[1]?.level3 ?? '';
    for (const row of [['- 3 -'], ['填报人：张三'], ['注：本表一式两份'], header])
      expect(doubtsOf(withRowBehind(name, row), 'left-out')).toEqual([]);
  });
});

describe('every doubt', () => {
  it('says how sure it is, and where to look', () => {
    for (const { tables } of FORMS) {
      for (const { doubts } of read(DAMAGES['cells-lost']?.(tables) ?? []).projects) {
        for (const { confidence } of doubts) {
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThan(1);
        }
      }
    }
  });
});

const scores = (damage: string): Score =>
  sumOf(FORMS.flatMap(({ tables }) => [scoreOf(read(tables), read(DAMAGES[damage]?.(tables) ?? []))]));

describe('clean papers', () => {
  it('are hardly doubted at all', () => {
    const { cells, wrong, doubted } = scores('clean');
    expect(wrong).toBe(0);
    expect(doubted / cells).toBeLessThan(0.005);
  });

  it.each(['filled-down', 'filled-all', 'packed-left', 'one-line', 'latex', 'tab-text', 'one-sheet'])(
    'read the same and are hardly doubted as %s',
    (damage) => {
      const { cells, wrong, doubted } = scores(damage);
      expect(wrong).toBe(0);
      expect(doubted / cells).toBeLessThan(0.03);
    },
  );
});
