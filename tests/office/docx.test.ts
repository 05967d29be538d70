import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDocument } from '../../electron/office/docx-write.ts';
import type { CellStyle, Grid, GridCell, GridPage } from '../../shared/grid/grid.ts';
import { drawn } from '../shared/book.ts';
import { many, sample, samples } from './odd-projects.ts';
import { all, cellsOf, first, numberOf, openDocument, textOf, type Element, type OpenedDocument } from './opened.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docx-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const write = async (grids: readonly Grid[]): Promise<OpenedDocument> => {
  const path = join(folder, 'a.docx');
  await writeDocument(grids, path, { title: '示例 <&> 标题' });
  return openDocument(path);
};

const STYLE: CellStyle = {
  font: '仿宋_GB2312',
  size: 12,
  bold: false,
  horizontal: 'left',
  vertical: 'middle',
  wrap: true,
  border: true,
  indent: 0,
};

const PAGE: GridPage = {
  orientation: 'portrait',
  margins: { top: 25, right: 20, bottom: 20, left: 25 },
  fit: 'width',
  scale: 1,
  headerRows: null,
  breaks: [],
  centred: true,
  header: '',
  footer: '',
};

type Draft = Partial<Omit<GridCell, 'style'>> & { readonly text: string; readonly style?: Partial<CellStyle> };

const grid = (
  cells: readonly (readonly Draft[])[],
  changes: Partial<Omit<Grid, 'page'>> & { page?: Partial<GridPage> } = {},
): Grid => ({
  name: '表',
  columns: [100, 200],
  rows: cells.map(() => 30),
  ...changes,
  cells: cells.flatMap((row, index) =>
    row.map((cell, column) => ({
      rowSpan: 1,
      columnSpan: 1,
      column,
      ...cell,
      row: index,
      style: { ...STYLE, ...cell.style },
    })),
  ),
  page: { ...PAGE, ...changes.page },
});

const line = (text: string, cell: Partial<Draft> = {}): Draft[] => [
  { text, columnSpan: 2, ...cell, style: { border: false, ...cell.style } },
];

const blocksOf = ({ sections }: OpenedDocument): Element[] => sections.flatMap(({ blocks }) => blocks);
const tablesOf = (document: OpenedDocument): Element[] => blocksOf(document).filter(({ name }) => name === 'w:tbl');
const rowsOf = (table: Element | undefined): Element[] => (table?.children ?? []).filter(({ name }) => name === 'w:tr');

describe('a written document of Word', () => {
  it('has title lines as paragraphs, the rest as a table with its lines, widths and heights', async () => {
    const document = await write([
      grid([line('标题', { style: { size: 22, horizontal: 'center' } }), [{ text: '名称' }, { text: '值' }]]),
    ]);
    expect(blocksOf(document).map(({ name }) => name)).toEqual(['w:p', 'w:tbl', 'w:p']);
    const [title, table] = blocksOf(document);
    expect([
      textOf(title ?? never()),
      numberOf(title, 'w:sz'),
      first(title ?? never(), 'w:jc')?.attributes['w:val'],
    ]).toEqual(['标题', 44, 'center']);
    expect(all(table ?? never(), 'w:gridCol').map(({ attributes }) => attributes['w:w'])).toEqual(['2000', '4000']);
    expect(first(table ?? never(), 'w:trHeight')?.attributes).toMatchObject({ 'w:hRule': 'atLeast', 'w:val': '580' });
    const borders = first(cellsOf(table ?? never())[0]?.element ?? never(), 'w:tcBorders')?.children ?? [];
    expect(borders.map(({ name, attributes }) => [name, attributes['w:val'], attributes['w:sz']])).toEqual(
      ['w:top', 'w:left', 'w:bottom', 'w:right'].map((side) => [side, 'single', '6']),
    );
  });

  it('names the official fonts for Chinese and Latin letters alike', async () => {
    const fonts = all(tablesOf(await write(drawn('annex2', samples().slice(0, 1))))[0] ?? never(), 'w:rFonts');
    expect(new Set(fonts.map(({ attributes }) => JSON.stringify(attributes)))).toEqual(
      new Set(
        ['仿宋_GB2312', '黑体'].map((font) =>
          JSON.stringify({ 'w:ascii': font, 'w:cs': font, 'w:eastAsia': font, 'w:hAnsi': font, 'w:hint': 'eastAsia' }),
        ),
      ),
    );
  });

  it('is scaled as its page is', async () => {
    const table = tablesOf(await write([grid([[{ text: '名称' }, { text: '值' }]], { page: { scale: 0.75 } })]))[0];
    expect(numberOf(table, 'w:sz')).toBe(18);
    expect(numberOf(table, 'w:gridCol', 'w:w')).toBe(1_500);
  });

  it('repeats its header rows, which begin a table of their own, and breaks no row that a page holds', async () => {
    const grids = drawn('annex2', [sample({ indicators: many(60) })]);
    const tables = tablesOf(await write(grids));
    expect(tables).toHaveLength(2);
    const repeated = tables.map((table) => rowsOf(table).map((row) => first(row, 'w:tblHeader') !== undefined));
    expect(repeated.map((rows) => rows.indexOf(true))).toEqual([-1, 0]);
    expect(textOf(rowsOf(tables[1])[0] ?? never())).toContain('三级指标');
    expect(tables.flatMap(rowsOf).every((row) => first(row, 'w:cantSplit') !== undefined)).toBe(true);
  });

  it('begins a page with the row that was measured to begin one, and with no other', async () => {
    const rows = ['甲', '乙', '丙', '丁'].map((text) => [{ text }, { text: '1' }]);
    const [table] = tablesOf(await write([grid(rows, { page: { breaks: [1] } })]));
    const begins = rowsOf(table).map((row) => all(row, 'w:pageBreakBefore').length);
    expect(begins).toEqual([0, 0, 1, 0]);
  });

  it('lets a row of a long text flow over the end of a page', async () => {
    const rows = [
      [
        { text: '长'.repeat(3_000), rowSpan: 3 },
        { text: '值', rowSpan: 3 },
      ],
      [],
      [],
    ];
    const table = tablesOf(await write([grid(rows, { rows: [300, 300, 300] })]))[0];
    expect(rowsOf(table)).toHaveLength(1);
    expect(first(table ?? never(), 'w:cantSplit')).toBeUndefined();
    expect(numberOf(table, 'w:trHeight')).toBe(17_980);
  });

  it('has real headings that 目录, a field filled in already, finds with their pages', async () => {
    const contents = grid(
      [line('目    录'), [{ text: '一、总体目标' }, { text: '1' }], [{ text: '1.甲项目表' }, { text: '12' }]],
      { role: 'contents' },
    );
    const text = grid([line('一、总体目标', { heading: 1, style: { size: 16 } }), line('　　目标。')], {
      role: 'text',
      page: { firstPage: 1 },
    });
    const table = grid([line('1.甲项目表', { heading: 2 }), [{ text: '名称' }, { text: '甲' }]], {
      page: { firstPage: 12 },
    });
    const document = await write([contents, text, table]);
    const field = first(document.part('word/document.xml'), 'w:sdt') ?? never();
    expect(first(field, 'w:docPartGallery')?.attributes['w:val']).toBe('Table of Contents');
    expect(first(field, 'w:instrText')?.text).toContain('TOC');
    expect(all(field, 'w:p').map(textOf)).toEqual(['一、总体目标\t1', '1.甲项目表\t12']);
    expect(all(field, 'w:fldChar').map(({ attributes }) => attributes['w:fldCharType'])).toEqual([
      'begin',
      'separate',
      'end',
    ]);
    const headings = blocksOf(document).filter((block) =>
      /^Heading/u.test(first(block, 'w:pStyle')?.attributes['w:val'] ?? ''),
    );
    expect(headings.map((heading) => first(heading, 'w:bookmarkStart')?.attributes['w:name'])).toEqual(
      all(field, 'w:hyperlink').map(({ attributes }) => attributes['w:anchor']),
    );
    const levels = all(document.part('word/styles.xml'), 'w:style')
      .filter(({ attributes }) => /^Heading[12]$/u.test(attributes['w:styleId'] ?? ''))
      .map((style) => numberOf(style, 'w:outlineLvl'));
    expect(levels).toEqual([0, 1]);
    expect(document.sections.map(({ properties }) => numberOf(properties, 'w:pgNumType', 'w:start'))).toEqual([
      1, 1, 12,
    ]);
  });

  it('prints header and footer of each section with counting fields, and none where there is none', async () => {
    const pages = [{ header: '草稿', footer: '第 {页} 页，共 {页数} 页　　校验码：ABCD-2345' }, {}, { footer: '{页}' }];
    const document = await write(pages.map((page) => grid([[{ text: '甲' }, { text: '乙' }]], { page })));
    const relations = all(document.part('word/_rels/document.xml.rels'), 'Relationship');
    const parts = (kind: string): string[] =>
      document.sections.map(({ properties }) => {
        const id = first(properties, kind)?.attributes['r:id'];
        const target = relations.find(({ attributes }) => attributes['Id'] === id)?.attributes['Target'] ?? '';
        return target === '' ? 'as before' : textOf(document.part(`word/${target}`));
      });
    expect(parts('w:footerReference')).toEqual(['第  页，共 1 页　　校验码：ABCD-2345', '', '']);
    expect(parts('w:headerReference')).toEqual(['草稿', '', 'as before']);
    const fields = document.names
      .filter((name) => /word\/footer/u.test(name))
      .flatMap((name) => [
        ...all(document.part(name), 'w:instrText').map(({ text }) => text),
        ...all(document.part(name), 'w:fldSimple').map(({ attributes }) => attributes['w:instr']),
      ]);
    expect(fields.sort()).toEqual(['PAGE', 'PAGE', 'SECTIONPAGES']);
  });

  it('ends each section with a paragraph too low to make a page', async () => {
    const { sections } = await write(drawn('annex2', samples().slice(0, 3)));
    for (const { blocks } of sections) {
      const last = blocks.at(-1);
      expect([last?.name, textOf(last ?? never()), numberOf(last, 'w:spacing', 'w:line')]).toEqual(['w:p', '', 20]);
    }
  });

  it('says nothing of who wrote it', async () => {
    const core = (await write(drawn('annex2', samples().slice(0, 1)))).part('docProps/core.xml');
    expect(first(core, 'dc:title')?.text).toBe('示例 <&> 标题');
    expect([first(core, 'dc:creator')?.text, first(core, 'cp:lastModifiedBy')?.text]).toEqual(['绩效填报', '绩效填报']);
  });

  it('leaves nothing behind when it is cancelled or can not write', async () => {
    const before = await readdir(folder);
    const grids = drawn('annex2', samples());
    const stopped = writeDocument(grids, join(folder, 'x.docx'), { title: '', signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    await expect(writeDocument(grids, join(folder, 'none', 'x.docx'), { title: '' })).rejects.toMatchObject({
      code: 'not-writable',
    });
    expect(await readdir(folder)).toEqual(before);
  });
});

const never = (): never => {
  throw new Error('not there');
};
