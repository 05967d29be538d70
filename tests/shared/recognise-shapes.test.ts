import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../shared/recognise/index.ts';
import { tablesFromText } from '../../shared/recognise/text.ts';
import { changed, contents, doubtsOf, fixtureTables, fixtureText } from './recognise-fixtures.ts';

/** The rows of the plain fixture: title lines, then cells. */
const rows = fixtureText('plain')
  .split('\n')
  .map((line) => line.split('\t'));
const read = (text: string): unknown => contents(tablesFromText(text, 'x'));
const plain = contents(fixtureTables('plain'));
const filled = (cells: readonly string[]): string[] => cells.filter((cell) => cell !== '');

const SHAPES: readonly [string, string][] = [
  [
    'one cell a line, rows parted by a blank line, covered cells of a merge blank',
    rows.map((cells) => (cells.length === 1 ? cells[0] : cells.map((cell) => `\t${cell}`).join('\n'))).join('\n\n'),
  ],
  [
    'one cell a line, merged cells lost',
    rows
      .map((cells) =>
        cells.length === 1
          ? cells[0]
          : filled(cells)
              .map((cell) => `\t${cell}`)
              .join('\n'),
      )
      .join('\n\n'),
  ],
  ['a bare stream of cells', rows.flatMap(filled).join('\n')],
  ['a bare stream where a blank cell is a blank line', rows.flat().join('\n')],
  [
    'a Markdown table',
    rows
      .map(
        (cells, row) =>
          (row < 2 ? (cells[0] ?? '') : `| ${cells.join(' | ')} |`) + (row === 2 ? '\n|---|---|---|' : ''),
      )
      .join('\n'),
  ],
  [
    'paragraphs in cells',
    rows.map((cells) => cells.map((cell) => (cell === '' ? '' : `<p>${cell}</p>`)).join('\t')).join('\n'),
  ],
  ['columns aligned by blanks', rows.map((cells) => filled(cells).join('     ')).join('\n')],
  [
    'a page foot within the indicators, the header repeated below it',
    rows
      .flatMap((cells, row) => (row === 16 ? [['- 3 -'], rows[12] ?? [], cells] : [cells]))
      .map((cells) => cells.join('\t'))
      .join('\n'),
  ],
  [
    'rows of no field in between and below',
    rows
      .flatMap((cells, row) =>
        row === 6
          ? [['项目负责人', '张三', '联系电话', '000'], ['立项依据', '会议纪要'], cells]
          : row === rows.length - 2
            ? [cells, ['备注', '无'], ['填报人：李四', '联系电话：000']]
            : [cells],
      )
      .map((cells) => cells.join('\t'))
      .join('\n'),
  ],
];

describe('however the table was extracted, it reads the same', () => {
  it.each(SHAPES)('%s', (_, text) => {
    expect(read(text)).toEqual(plain);
    expect(doubtsOf(tablesFromText(text, 'x'))).toEqual([]);
  });

  it.each(SHAPES)('two projects of it, the name of the authority above each: %s', (_, text) => {
    const second = text.replaceAll('村道路灯维护', '渠道清淤');
    const both = `${text}\n示例县示例镇人民政府\n${second}`;
    expect(read(both)).toEqual([...plain, ...plain.map((project) => ({ ...project, name: '渠道清淤' }))]);
  });
});

describe('the sources of the money', () => {
  const fiscal = (...lines: string[][]): string | null | undefined =>
    contents(changed('plain', (cells, row) => (row === 7 ? lines.map((line) => ['', ...line]) : [cells])))[0]?.fiscal;

  it('a single fiscal source is the fiscal money', () => {
    expect(fiscal(['一般公共预算拨款', '12'])).toBe('12');
    expect(fiscal(['其中：上级资金', '12'])).toBe('12');
  });
  it('beside 财政拨款 the sources are its parts', () =>
    expect(fiscal(['其中：财政拨款', '12'], ['一般公共预算', '7'], ['上级资金', '5'])).toBe('12'));
  it('of several sources none is taken for the whole', () =>
    expect(fiscal(['上级资金', '7'], ['本级资金', '5'])).toBeNull());
});

describe('long and strange texts', () => {
  const hostile = fc
    .tuple(
      fc.constantFrom(
        '<p>',
        '[bookmark:',
        '$\\geq ',
        '数量指标',
        '（',
        '指标：',
        ' ',
        '\t',
        '|',
        '1,',
        '≥',
        '甲 ',
        '\\text{',
      ),
      fc.constantFrom('', '\n', '<', '（', '1', '指标'),
    )
    .map(([piece, end]) => piece.repeat(20_000 / piece.length) + end);

  it('are read in no time', () => {
    const [table] = fixtureTables('plain');
    fc.assert(
      fc.property(hostile, fc.integer({ min: 2, max: 17 }), (line, row) => {
        const text = (table?.rows ?? []).map((one, index) => (index === row ? line : one.cells.join('\t'))).join('\n');
        const start = performance.now();
        try {
          recognise(tablesFromText(text, 'x'), 'x');
        } catch (error) {
          expect(error).toMatchObject({ code: 'file-foreign' });
        }
        expect(performance.now() - start).toBeLessThan(1_000);
      }),
      { numRuns: 60 },
    );
  });

  it('four times the projects, one cell a line, take no more than some eight times the time', () => {
    const [, one = ''] = SHAPES[2] ?? [];
    const seconds = (count: number): number => {
      const many = Array.from({ length: count }, (_, index) => one.replaceAll('村道路灯维护', `路灯${index}`)).join(
        '\n',
      );
      const start = performance.now();
      expect(recognise(tablesFromText(many, 'x'), 'x').projects).toHaveLength(count);
      return performance.now() - start;
    };
    seconds(100);
    const few = Math.min(seconds(200), seconds(200));
    // What grows with the square takes sixteen times.
    expect(seconds(800) / few).toBeLessThan(9);
  });
});
