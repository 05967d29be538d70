import type { SourceTable } from '../../grid/table.ts';
import { unitIn, yearIn } from '../annex2/captions.ts';
import type { RecognisedDocument } from '../recognised.ts';
import { projectOf } from './draft.ts';
import { readList, type ListReading } from './list.ts';
import type { Mapping } from './mapping.ts';
import { readSingle } from './single.ts';
import { rowsOf } from './tables.ts';

/**
 * Reads the projects of a form as a clerk has mapped it. Never throws: what is not found is left out and told.
 * @param tables what a reader found in the file
 * @param file what the clerk knows it by
 */
export const readMapped = (tables: readonly SourceTable[], mapping: Mapping, file: string): RecognisedDocument => {
  const { drafts, captions, strange, total } = readShape(tables, mapping);
  const unit = unitOf(captions, tables) ?? mapping.amountUnit;
  const projects = drafts.map((draft) => projectOf(draft, unit));
  return {
    document: {
      file,
      title: captions.find((text) => text.length >= 6 && /表|清单|汇总|台账/u.test(text)) ?? captions[0] ?? null,
      layout: null,
      year: firstOf(captions, yearIn) ?? firstOf([file], yearIn),
      department: null,
      unitCode: null,
      ...(total === null ? {} : { total }),
    },
    projects,
    notes: strange.length === 0 ? [] : [`${listOf(strange)}和这张表不一样，没有读取。`],
  };
};

const readShape = (tables: readonly SourceTable[], mapping: Mapping): ListReading => {
  switch (mapping.shape) {
    case 'list':
      return readList(tables, mapping);
    case 'single':
      return { ...readSingle(tables, mapping), total: null };
  }
};

/** 单位：元, 金额（万元） in a title or a head. */
const unitOf = (captions: readonly string[], tables: readonly SourceTable[]): '万元' | '元' | null =>
  firstOf(captions, amountUnitIn) ??
  firstOf(
    tables.slice(0, 1).flatMap((table) =>
      rowsOf(table)
        .slice(0, 12)
        .flatMap(({ cells }) => cells.filter((text) => /金额|预算|资金|经费|单位/u.test(text))),
    ),
    amountUnitIn,
  );

const amountUnitIn = (text: string): '万元' | '元' | null => {
  const found = /[(（:：]\s*(?:人民币)?(万?元)\s*[)）]?\s*$/u.exec(text)?.[1];
  if (found !== undefined) return found === '元' ? '元' : '万元';
  return unitIn(text);
};

const firstOf = <Answer>(texts: readonly string[], find: (text: string) => Answer | null): Answer | null => {
  for (const text of texts) {
    const found = find(text);
    if (found !== null) return found;
  }
  return null;
};

const MOST_NAMED = 3;

const listOf = (names: readonly string[]): string =>
  `${names
    .slice(0, MOST_NAMED)
    .map((name) => `“${name}”`)
    .join('、')}${names.length > MOST_NAMED ? `等 ${names.length} 个表格` : ''}`;
