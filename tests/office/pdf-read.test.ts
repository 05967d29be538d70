import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument, readTables } from '../../electron/office/read.ts';
import { recogniseInWorker } from '../../electron/office/recognise-in-worker.ts';
import type { SourceMerge } from '../../shared/grid/table.ts';
import { bar, lattice, pdfOf, say, sayTurned, stroke, type MadePage } from './pdf-made.ts';

const rowsOf = async (...pages: readonly (MadePage | string)[]): Promise<(readonly string[])[]> =>
  (await readTables(pdfOf(pages), '表.pdf')).flatMap(({ rows }) => rows.map(({ cells }) => cells));

const mergesOf = async (page: string): Promise<readonly SourceMerge[]> =>
  (await readTables(pdfOf([page]), '表.pdf'))[0]?.merges ?? [];

/** Cells of a whole grid, each text at the left of its cell. */
const grid = (xs: readonly number[], ys: readonly number[], rows: readonly (readonly string[])[]): string =>
  lattice(xs, ys) +
  rows
    .flatMap((row, index) =>
      row.map((text, column) => (text === '' ? '' : say(text, (xs[column] ?? 0) + 4, (ys[index] ?? 0) - 14))),
    )
    .join('');

describe('tables with borders', () => {
  it('give every cell, by lines and by thin filled rectangles alike, from a font that is not in the file', async () => {
    const texts = [
      ['项目名称', '甲项目', '31'],
      ['数量指标', '发放人数≥31人', ''],
    ];
    const words = texts.flatMap((row, index) =>
      row.map((text, column) => say(text, 54 + column * 100, 686 - index * 20)),
    );
    const bars = [700, 680, 660].flatMap((y) => [bar(50, y, 100, 0.5), bar(150, y, 200.5, 0.5)]);
    const posts = [50, 150, 250, 350].flatMap((x) => [bar(x, 680, 0.5, 20), bar(x, 660, 0.5, 20)]);
    const wanted = [
      ['项目名称', '甲项目', '31'],
      ['数量指标', '发放人数≥31人'],
    ];
    expect(await rowsOf(lattice([50, 150, 250, 350], [700, 680, 660]) + words.join(''))).toEqual(wanted);
    expect(await rowsOf([...bars, ...posts, ...words].join(''))).toEqual(wanted);
  });

  it('give merged cells, and the title above', async () => {
    const lines = [
      stroke(50, 700, 350, 700),
      stroke(50, 680, 350, 680),
      stroke(150, 660, 350, 660),
      stroke(50, 640, 350, 640),
      ...[50, 350].map((x) => stroke(x, 700, x, 640)),
      stroke(150, 680, 150, 640),
      stroke(250, 680, 250, 660),
    ];
    const words = [
      say('目标表', 180, 740, 16),
      say('合在一起', 170, 686),
      say('产出', 60, 656),
      say('数量', 160, 666),
      say('人数', 260, 666),
      say('质量', 160, 646),
    ];
    const page = [...lines, ...words].join('');
    expect(await rowsOf(page)).toEqual([['目标表'], ['合在一起'], ['产出', '数量', '人数'], ['', '质量']]);
    expect(await mergesOf(page)).toEqual([
      { at: 2, column: 0, rows: 1, columns: 3 },
      { at: 3, column: 0, rows: 2, columns: 1 },
      { at: 4, column: 1, rows: 1, columns: 2 },
    ]);
  });

  it('join what was wrapped and keep what its author broke', async () => {
    const cell = (...lines: string[]): string =>
      lattice([50, 154], [700, 600]) +
      stroke(50, 640, 154, 640) +
      lines.map((line, index) => say(line, 52, 688 - index * 12)).join('');
    expect(await rowsOf(cell('保障村干部报酬按时足', '额发放'))).toEqual([['保障村干部报酬按时足额发放']]);
    expect(await rowsOf(cell('目标一：保障报酬', '目标二：维护'))).toEqual([['目标一：保障报酬\n目标二：维护']]);
    expect(await rowsOf(cell('满意度达到九十分以上', '1. 数量指标'))).toEqual([['满意度达到九十分以上\n1. 数量指标']]);
    expect(await rowsOf(cell('按照文件要求实现全', '98%。以上'))).toEqual([['按照文件要求实现全98%。以上']]);
    expect(await rowsOf(cell('绩 效', '指 标'))).toEqual([['绩 效\n指 标']]);
  });

  it('read labels that are turned, and characters below one another', async () => {
    const page = lattice([50, 70, 150], [700, 600]) + sayTurned('绩效指标', 64, 630) + say('指标值三十一', 80, 650);
    expect(await rowsOf(page)).toEqual([['绩效指标', '指标值三十一']]);
    const upright =
      lattice([50, 66, 150], [700, 640]) +
      Array.from('产出指标', (each, index) => say(each, 53, 688 - index * 12)).join('') +
      say('值', 80, 650);
    expect(await rowsOf(upright)).toEqual([['产出指标', '值']]);
  });

  it('stand upright where the page, or what is on it, is turned', async () => {
    const turned = sayTurned('名称', 66, 120) + sayTurned('甲项目', 66, 220) + lattice([50, 72], [400, 200, 100]);
    expect(await rowsOf(turned)).toEqual([['名称', '甲项目']]);
    expect(await rowsOf({ content: turned, more: '/Rotate 90' })).toEqual([['名称', '甲项目']]);
    const page = grid([50, 150, 250], [700, 680], [['名称', '甲项目']]);
    expect(await rowsOf({ content: page, more: '/Rotate 270' })).toEqual([['名称', '甲项目']]);
  });

  it('show a text where its cell begins, though it runs over its edge, and no text that is outside the page', async () => {
    const clipped = `q 50 660 100 20 re W n ${say('看得见', 54, 664)}${say('低处的字', 54, 640)}Q `;
    const page = lattice([50, 150, 250], [700, 680, 660, 630]) + say('名称', 54, 684) + clipped + say('不在', 54, -40);
    expect(await rowsOf(page)).toEqual([['名称'], ['看得见\n低处的字']]);
  });
});

describe('what goes on over pages', () => {
  const xs = [50, 150, 250, 350];

  it('is one table: its head once, a broken row and a long text joined, columns as on the page before', async () => {
    const head = ['项目名称', '绩效目标', '指标值'];
    const one =
      grid(xs, [700, 680, 660, 80], [head, ['甲', '乙', '1']]) +
      say('保障村干部工资按时', 154, 646) +
      say('2', 254, 646);
    const two = grid(xs, [780, 760, 740, 720], [head, ['', '发放到位', ''], ['丁', '戊', '3']]) + say('- 2 -', 280, 30);
    expect(await rowsOf(one, two)).toEqual([
      head,
      ['甲', '乙', '1'],
      ['', '保障村干部工资按时发放到位', '2'],
      ['丁', '戊', '3'],
    ]);
    const narrow = lattice([50, 150, 350], [780, 760]) + say('总计', 54, 766) + say('9', 154, 766);
    expect(await rowsOf(grid(xs, [700, 680], [['甲', '乙', '丙']]), narrow)).toEqual([
      ['甲', '乙', '丙'],
      ['总计', '9'],
    ]);
    const part = lattice([50, 250, 350], [780, 760]) + say('总计', 54, 766) + say('9', 254, 766);
    expect(await rowsOf(grid(xs, [700, 680], [['甲', '乙', '丙']]), part)).toEqual([
      ['甲', '乙', '丙'],
      ['总计', '', '9'],
    ]);
  });

  it('goes on where a cell merged over the pages has no borders on the next', async () => {
    const edges = [50, 100, 150, 250, 350];
    const one = grid(
      edges,
      [700, 680, 660],
      [
        ['单位', '名称', '指标', '值'],
        ['某镇', '甲', '人数', '31'],
      ],
    );
    expect(await rowsOf(one, grid(edges.slice(1), [780, 760], [['乙', '户数', '7']]))).toEqual([
      ['单位', '名称', '指标', '值'],
      ['某镇', '甲', '人数', '31'],
      ['', '乙', '户数', '7'],
    ]);
  });

  it('keeps a row as high as the page, of which only the lines down the page are drawn', async () => {
    const edges = [50, 150, 250];
    const top = lattice(edges, [700, 680]) + edges.map((x) => stroke(x, 680, x, 60)).join('');
    const one =
      top +
      say('名称', 54, 686) +
      say('目标', 154, 686) +
      say('甲', 54, 660) +
      say('目标一：保障报酬', 154, 660) +
      say('目标二：按时发放到', 154, 646);
    const two = edges.map((x) => stroke(x, 780, x, 60)).join('') + say('位', 154, 766) + say('目标三：满意', 154, 752);
    expect(await rowsOf(one, two)).toEqual([
      ['名称', '目标'],
      ['甲', '目标一：保障报酬\n目标二：按时发放到位\n目标三：满意'],
    ]);
  });

  it('does not join a row that only lacks a label merged over the pages', async () => {
    const edges = [50, 94, 140, 200];
    const one = grid(
      edges,
      [700, 680, 660],
      [
        ['效益', '指标', '值'],
        ['效益指标', '社会效益', '≥'],
      ],
    );
    const two = grid(
      edges,
      [780, 760, 740],
      [
        ['', '可持续性', '≥'],
        ['', '满意', '='],
      ],
    );
    expect(await rowsOf(one, two)).toEqual([
      ['效益', '指标', '值'],
      ['效益指标', '社会效益', '≥'],
      ['', '可持续性', '≥'],
      ['', '满意', '='],
    ]);
  });

  it('joins a row whose name says that it goes on', async () => {
    const edges = [50, 150, 350, 450];
    const goals = say('目标一：完成', 154, 686) + say('目标二：按时', 154, 672);
    const one = lattice(edges, [700, 660]) + say('甲项目', 54, 686) + goals + say('31', 354, 686);
    const rest = ['（续）甲项目', '目标三：满意', ''];
    expect(await rowsOf(one, grid(edges, [780, 760, 740], [rest, ['乙', '丙', '2']]))).toEqual([
      ['甲项目', '目标一：完成\n目标二：按时\n目标三：满意', '31'],
      ['乙', '丙', '2'],
    ]);
  });

  it('does not join the next project, however full the cells before', async () => {
    const last = grid(
      [50, 94, 350],
      [700, 680, 660],
      [
        ['名称', '目标'],
        ['产出指标', '按时完成'],
      ],
    );
    const next = grid(
      [50, 94, 350],
      [780, 760, 740],
      [
        ['效益指标', '满意'],
        ['数量指标', '三十一人'],
      ],
    );
    expect(await rowsOf(last, next)).toEqual([
      ['名称', '目标'],
      ['产出指标', '按时完成'],
      ['效益指标', '满意'],
      ['数量指标', '三十一人'],
    ]);
  });

  it('leaves out page numbers, running heads and feet, but no title that every page has', async () => {
    const page = (number: number, name: string): MadePage => ({
      content:
        say('某县部门预算', 50, 805, 8) +
        say('项目支出绩效目标表', 150, 770, 16) +
        say('（2024年度）', 200, 740) +
        grid([50, 150, 350], [700, 680], [['项目名称', name]]) +
        say(`校验码 A${number}B 第 ${number} 页 共 4 页`, 200, 40, 8),
    });
    const rows = await rowsOf(page(1, '甲'), page(2, '乙'), page(3, '丙'), page(4, '丁'));
    const forms = ['甲', '乙', '丙', '丁'].map((name) => [
      ['项目支出绩效目标表'],
      ['（2024年度）'],
      ['项目名称', name],
    ]);
    // On the first page it may name the document.
    expect(rows).toEqual([['某县部门预算'], ...forms.flat()]);
    for (const number of ['3', '- 3 -', '第3页', '第 3 页，共 9 页', '3 / 9', 'Page 3 of 9', '—3—']) {
      expect(await rowsOf(say('正文', 50, 700) + say(number, 280, 30))).toEqual([['正文']]);
    }
  });

  it('joins the lines of a paragraph, and begins another where its author did', async () => {
    const wide = '一'.repeat(48);
    const lines = [`　　${wide}`, `二${wide}二`, '三。', '　　新的一段。', '又一段。'];
    const page = lines.map((line, index) => say(line, 50, 700 - index * 16)).join('');
    expect(await rowsOf(page)).toEqual([[`${wide}二${wide}二三。`], ['新的一段。'], ['又一段。']]);
    expect(
      await rowsOf(
        lines
          .slice(0, 2)
          .map((line, index) => say(line, 50, 700 - index * 16))
          .join(''),
        say('三。', 50, 780),
      ),
    ).toEqual([[`${wide}二${wide}二三。`]]);
  });
});

describe('tables without borders', () => {
  const words = (rows: readonly (readonly string[])[], steps: readonly number[]): string => {
    let y = 700;
    return rows
      .map((row, index) => {
        y -= steps[index] ?? 20;
        return row.map((text, column) => (text === '' ? '' : say(text, 50 + column * 150, y))).join('');
      })
      .join('');
  };

  it('have their columns where the gaps are', async () => {
    const rows = [
      ['项目名称', '绩效目标', '指标值'],
      ['甲项目', '完成', '31人'],
      ['乙项目', '按时', '≥95%'],
    ];
    expect(await rowsOf(say('目标表', 200, 740, 16) + words(rows, []))).toEqual([['目标表'], ...rows]);
    const wrapped = [...rows, ['丙项目', '保障报酬按时', '7'], ['', '足额', '']];
    expect(await rowsOf(words(wrapped, [20, 20, 20, 20, 12]))).toEqual([...rows, ['丙项目', '保障报酬按时足额', '7']]);
  });

  it('have their rows between lines drawn across', async () => {
    const rows = [
      ['名称', '目标'],
      ['甲项目', '保障报酬按时'],
      ['', '足额'],
      ['乙', '完成'],
    ];
    const lines = [690, 674, 642, 626].map((y) => stroke(40, y, 400, y)).join('');
    expect(await rowsOf(words(rows, [22, 16, 16, 16]) + lines)).toEqual([
      ['名称', '目标'],
      ['甲项目', '保障报酬按时足额'],
      ['乙', '完成'],
    ]);
  });
});

describe('tables without borders whose texts are centred in their cells', () => {
  const head = ['一级', '二级指标', '三级指标内容', '值']
    .map((text, column) => say(text, 50 + column * 80, 700))
    .join('');
  const row = (y: number, level2: string, level3: readonly string[], value: string): string =>
    say(level2, 130, y) +
    level3.map((line, index) => say(line, 210, y + (level3.length - 1) * 6 - index * 12)).join('') +
    say(value, 290, y);

  const page =
    head +
    row(675, '数量指标', ['人数'], '31人') +
    row(645, '质量指标', ['保障村干部报酬', '足额发放'], '100%') +
    row(615, '时效指标', ['及时'], '2024年') +
    say('产出', 50, 645) +
    row(585, '社会效益', ['治理有序'], '提升') +
    row(560, '可持续', ['持续推进'], '有效') +
    say('效益', 50, 572.5);

  it('tell labels merged over rows by the rows in whose middle they stand, and say that they were so read', async () => {
    expect(await rowsOf(page)).toEqual([
      ['一级', '二级指标', '三级指标内容', '值'],
      ['产出', '数量指标', '人数', '31人'],
      ['', '质量指标', '保障村干部报酬足额发放', '100%'],
      ['', '时效指标', '及时', '2024年'],
      ['效益', '社会效益', '治理有序', '提升'],
      ['', '可持续', '持续推进', '有效'],
    ]);
    expect(await mergesOf(page)).toEqual([
      { at: 2, column: 0, rows: 3, columns: 1 },
      { at: 5, column: 0, rows: 2, columns: 1 },
    ]);
    const { notes, guessed } = await readDocument(pdfOf([page]), '表.pdf');
    expect(notes).toEqual(['这个 PDF 没有表格线，列是按位置分的，请多核对。']);
    // Every project of it is then in doubt as a whole.
    expect(guessed).toBe(notes[0]);
    const drawn = await readDocument(pdfOf([grid([50, 150], [700, 680], [['甲']])]), '表.pdf');
    expect([drawn.notes, drawn.guessed]).toEqual([[], undefined]);
  });

  it('go on over pages with the same columns', async () => {
    const rest =
      row(740, '满意度', ['村干部满意'], '95%') +
      row(715, '满意度', ['群众满意'], '90%') +
      row(690, '成本', ['补贴'], '9元');
    const rows = await rowsOf(page, rest);
    expect(rows.slice(6).map((cells) => cells.slice(1))).toEqual([
      ['满意度', '村干部满意', '95%'],
      ['满意度', '群众满意', '90%'],
      ['成本', '补贴', '9元'],
    ]);
  });
});

describe('a PDF that can not be read gets a sentence', () => {
  const refusal = (bytes: Uint8Array): Promise<unknown> =>
    readTables(bytes, '批复.pdf').then(
      () => 'was read',
      (error: unknown) => error,
    );

  it('scanned, with a picture and no text; a page of it is told', async () => {
    const picture = 'q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q';
    expect(await refusal(pdfOf([picture]))).toMatchObject({
      code: 'file-foreign',
      message: '“批复.pdf”里没有文字，只有图片，可能是扫描件，无法读取。',
    });
    const { notes } = await readDocument(pdfOf([say('正文', 50, 700), picture, '']), '批复.pdf');
    expect(notes).toEqual(['第 2、3 页没有文字（空白，或是扫描的图片），没有读取。']);
  });

  it('behind a password', async () => {
    const secret = '<000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f>';
    const locked = pdfOf(
      [say('甲', 50, 700)],
      `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${secret} /U ${secret} >>`,
    );
    expect(await refusal(locked)).toMatchObject({
      code: 'file-unreadable',
      message: '“批复.pdf”设了打开密码，无法读取。',
    });
  });

  it('broken, empty, or with letters that mean nothing', async () => {
    const whole = pdfOf([say('甲', 50, 700)]);
    expect(await refusal(whole.slice(0, 60))).toMatchObject({
      code: 'file-unreadable',
      message: '“批复.pdf”已损坏或不完整，无法读取。',
    });
    const odd = Buffer.from(pdfOf([say('保障村干部报酬', 50, 700)]))
      .toString('latin1')
      .replace('/GBK-EUC-H', '/Identity-H');
    expect(await refusal(Buffer.from(odd.replaceAll('(GB1)', '(Identity)'), 'latin1'))).toMatchObject({
      code: 'file-unreadable',
      message: '“批复.pdf”没有写明它的文字是什么，读出来是乱码。',
    });
    expect(await refusal(pdfOf([]))).toMatchObject({ name: 'ExpectedError' });
    const cyclic = Buffer.from(whole).toString('latin1').replace('/Kids [5 0 R]', '/Kids [2 0 R]');
    expect(await refusal(Buffer.from(cyclic, 'latin1'))).toMatchObject({ name: 'ExpectedError' });
  });

  it('read in a worker, telling page after page, and stopped when the clerk wants', async () => {
    const pages = Array.from({ length: 30 }, (_, index) => say(`第${index}段`, 50, 700));
    const told: (readonly [number, number])[] = [];
    const onProgress = (done: number, all: number): void => void told.push([done, all]);
    await readDocument(pdfOf(pages), '批复.pdf', { onProgress });
    expect(told).toEqual(pages.map((_, index) => [index + 1, 30]));
    const stop = new AbortController();
    const reading = recogniseInWorker(pdfOf(pages), '批复.pdf', {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('attacks: a million lines, forms that draw themselves', async () => {
    const begin = performance.now();
    await refusal(
      pdfOf([
        Array.from({ length: 100_000 }, (_, index) => `${index % 500} ${index % 700} m ${index % 499} 9 l S`).join(
          '\n',
        ) + say('甲', 50, 700),
      ]),
    );
    await refusal(
      pdfOf([
        lattice(
          Array.from({ length: 600 }, (_, index) => index),
          Array.from({ length: 600 }, (_, index) => 600 - index),
        ) + say('甲', 50, 700),
      ]),
    );
    expect(performance.now() - begin).toBeLessThan(20_000);
  });

  it('never fails but with a sentence, whatever bytes are wrong', async () => {
    const whole = pdfOf([
      grid(
        [50, 150, 250],
        [700, 680, 660],
        [
          ['甲', '乙'],
          ['丙', '丁'],
        ],
      ),
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        async (changes) => {
          const bytes = whole.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          const outcome = await refusal(bytes);
          expect(outcome === 'was read' || (outcome instanceof Error && outcome.name === 'ExpectedError')).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
