import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPasted } from '../../electron/office/clipboard-read.ts';
import { readHtml, tablesOfHtml } from '../../electron/office/html-read.ts';
import { readTables } from '../../electron/office/read.ts';

const rowsOf = (html: string): (readonly string[])[] =>
  tablesOfHtml(html, '页').flatMap(({ rows }) => rows.map(({ cells }) => cells));

/** A table of cells that are all written as `<td>`. */
const table = (...rows: readonly string[]): string => `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;

describe('tables of a page', () => {
  it('lays cells out as a browser does, merges told, covered cells empty', () => {
    const html = table(
      '<td colspan=2>甲</td><td rowspan=3>乙</td>',
      '<td rowspan="2">丙</td><td>丁</td>',
      '<td>戊</td><td>己</td>',
    );
    expect(readHtml(html, '页.htm')).toEqual({
      tables: [
        {
          name: '页.htm',
          rows: [
            { cells: ['甲', '', '乙'], at: 1 },
            { cells: ['丙', '丁'], at: 2 },
            { cells: ['', '戊', '', '己'], at: 3 },
          ],
          merges: [
            { at: 1, column: 0, rows: 1, columns: 2 },
            { at: 1, column: 2, rows: 3, columns: 1 },
            { at: 2, column: 0, rows: 2, columns: 1 },
          ],
        },
      ],
      hiddenSheets: [],
      notes: [],
    });
  });

  it('puts the head first and the foot last, and lets no cell reach out of its part', () => {
    expect(
      rowsOf(
        '<table><caption>附件2</caption><tfoot><tr><td>合计</table>'.replace(
          '</table>',
          '<tbody><tr><td rowspan=9>甲<td>乙<tr><td>丙<thead><tr><th>名称<th>值</table>',
        ),
      ),
    ).toEqual([['附件2'], ['名称', '值'], ['甲', '乙'], ['', '丙'], ['合计']]);
  });

  it('keeps paragraphs between tables as rows, lines of a cell as lines, and counts every row', () => {
    const html = `<h1>附件 2</h1><p>（2024<br>年度）</p>${table('<td><p>一</p><p>二<br>三</p></td><td>&nbsp;</td>', '<td> </td>', '<td>x</td>')}尾`;
    expect(tablesOfHtml(html, '页')[0]?.rows).toEqual([
      { cells: ['附件 2'], at: 1 },
      { cells: ['（2024\n年度）'], at: 2 },
      { cells: ['一\n二\n三'], at: 3 },
      { cells: ['x'], at: 5 },
      { cells: ['尾'], at: 6 },
    ]);
  });

  it('reads a table in a cell after the table around it, but a table that lays out a page in the order of the page', () => {
    const inner = table('<td>内甲</td><td>内乙</td>');
    expect(rowsOf(table(`<td>外</td><td>${inner}旁</td><td>边</td>`, '<td>下</td>'))).toEqual([
      ['外', '旁', '边'],
      ['下'],
      ['内甲', '内乙'],
    ]);
    expect(rowsOf(table(`<td>栏目</td><td>标题${inner}${inner}落款</td>`))).toEqual([
      ['栏目'],
      ['标题'],
      ['内甲', '内乙'],
      ['内甲', '内乙'],
      ['落款'],
    ]);
  });

  it('numbers the items of numbered lists, and what stands in the boxes of a form counts', () => {
    expect(rowsOf('<ol><li>甲<li value=5>乙<li>丙</ol><ul><li>丁</ul><ol type=a><li>戊</ol>')).toEqual([
      ['1. 甲'],
      ['5. 乙'],
      ['6. 丙'],
      ['丁'],
      ['戊'],
    ]);
    const boxes =
      '<td><input value="68"></td><td><input type=hidden value=x><textarea>一\n二</textarea></td><td><select><option>无<option selected>有</select></td>';
    expect(rowsOf(table(boxes, '<td>下</td>'))).toEqual([['68', '一\n二', '有'], ['下']]);
  });

  it('leaves out what the page hides', () => {
    const hidden = [
      '<style>.a{color:red} .secret, td.gone { display: none } comment { display:none }</style>',
      '<script>var x = "<td>";</script><p hidden>藏</p><p style="DISPLAY : none">藏</p><p style="mso-hide:all">藏</p>',
      '<p class="b secret">藏</p><comment>批注</comment><del cite="mailto:a">删</del><ins>新</ins>',
      table('<td class=gone>藏</td><td>甲</td>', '<td>乙</td>').replace(
        '<tr>',
        '<tr style="display:none"><td>藏</td></tr><tr>',
      ),
    ];
    expect(rowsOf(hidden.join(''))).toEqual([['新'], ['甲'], ['乙']]);
  });
});

describe('the clipboard', () => {
  it('of Word: conditional comments, list numbers, tabs, runs of blanks, footnotes, comments', () => {
    const word = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:"";margin:0cm} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<p class=MsoNormal align=center><b><span style='font-size:16.0pt'>项目支出绩效目标表<span lang=EN-US><o:p></o:p></span></span></b></p>
<p class=MsoNormal>（<span lang=EN-US>2024<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span></span>年度）</p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-border-alt:solid windowtext .5pt'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=277 valign=top style='width:207.4pt;border:solid windowtext 1.0pt'>
  <p class=MsoListParagraph style='margin-left:18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='mso-bidi-font-family:"Times New Roman"'><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>数量指标</p>
  </td>
  <td width=277 colspan=2><p class=MsoNormal><span lang=EN-US><span style='mso-spacerun:yes'>&nbsp;&nbsp;</span></span>其他资金<a style='mso-footnote-id:ftn1' href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a></p></td>
 </tr>
 <![if !supportMisalignedColumns]><tr height=0><td width=277 style='border:none'></td><td width=100 style='border:none'></td></tr><![endif]>
</table>
<!--EndFragment--><div style='mso-element:footnote-list'><p>注：略</p></div><div style='mso-element:comment-list'><p>批注</p></div></body></html>`;
    expect(rowsOf(word)).toEqual([['项目支出绩效目标表'], ['（2024 年度）'], ['1. 数量指标', '其他资金']]);
  });

  it('of Excel and WPS: the head Windows puts before it, digits that a format hides, text that runs on', () => {
    const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>.xl65{mso-number-format:"\\@"}</style></head><body link=blue>
<table border=0 cellpadding=0 cellspacing=0 width=216><!--StartFragment--><col width=72 span=3 style='width:54pt'>
 <tr height=18><td height=18 width=72 x:num="12.4273" style='mso-number-format:"0\\.00_ "'>12.43</td><td class=xl65 align=right x:num>31</td><td x:num="0.95">95%</td></tr>
 <tr height=18><td colspan=2 style='mso-ignore:colspan'>很长的文字</td><td x:num="68">68.00</td></tr>
 <tr height=18><td x:num="1234.5">###</td><td x:num="1234.5">1,234.50</td><td x:num="45291">2024/1/1</td></tr>
<!--EndFragment--></table></body></html>`;
    const head = 'Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000000205\r\nStartFragment:1\r\nEndFragment:2\r\n';
    expect(rowsOf(head + page)).toEqual([
      ['12.4273', '31', '95%'],
      ['很长的文字', '', '68.00'],
      ['1234.5', '1,234.50', '2024/1/1'],
    ]);
    expect(tablesOfHtml(page, '页')[0]?.merges).toBeUndefined();
  });

  it('of a browser: rows that were copied without their table', () => {
    expect(rowsOf('<meta charset="utf-8"><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr>')).toEqual([
      ['甲', '乙'],
      ['丙'],
    ]);
  });

  it('counts as HTML where it holds a table, else as text', () => {
    const cells = [
      ['项目名称', '甲项目'],
      ['一级指标', '二级指标', '三级指标', '指标值'],
      ['产出指标', '数量指标', '发放人数', '31人'],
      ['', '质量指标', '合格率', '100%'],
    ];
    const html = table(...cells.map((row) => row.map((cell) => `<td>${cell}</td>`).join('')));
    const text = cells.map((row) => row.join('\t')).join('\n');
    const wanted = [{ name: '贴', rows: cells.map((row, index) => ({ cells: row, at: index + 1 })) }];
    expect(readPasted({ html, text: '项目名称' }, '贴')).toEqual(wanted);
    expect(readPasted({ html: `<pre>${text}</pre>`, text }, '贴')).toEqual(wanted);
    expect(readPasted({ html, text: '' }, '贴')).toEqual(wanted);
    expect(readPasted({ html: '<div>'.repeat(1_000), text }, '贴')).toEqual(wanted);
  });
});

describe('a saved page', () => {
  const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
  // 项目名称 in GB2312.
  const GB = '\xcf\xee\xc4\xbf\xc3\xfb\xb3\xc6';

  it('is known by its content, whatever its name, and decoded as it says, or as it must be', async () => {
    const pages = [
      bytesOf(
        `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><table><tr><td>${GB}<td>1</table>`,
      ),
      bytesOf(`<TABLE border=1><tr><td>${GB}<td>1</TABLE>`),
      new TextEncoder().encode('\ufeff<!DOCTYPE html><table><tr><td>项目名称<td>1</table>'),
      Uint8Array.from(Buffer.from('\ufeff<html><table><tr><td>项目名称<td>1</table>', 'utf16le')),
      // It says one thing and is another.
      bytesOf(`<html><meta charset=utf-8><table><tr><td>${GB}<td>1</table>`),
    ];
    for (const page of pages) {
      expect((await readTables(page, '批复表.xls'))[0]?.rows).toEqual([{ cells: ['项目名称', '1'], at: 1 }]);
    }
    await expect(readTables(new TextEncoder().encode('<html><body> </body></html>'), '空.htm')).rejects.toMatchObject({
      code: 'file-empty',
      message: '“空.htm”里没有内容。',
    });
  });

  it('of frames says where the tables are', () => {
    const frames =
      '<html><frameset rows="*,39"><frame src="a.files/sheet001.htm"><noframes>看不了</noframes></frameset></html>';
    expect(() => readHtml(frames, '表.htm')).toThrow('“表.htm”只是一个外框，表格存在旁边同名的文件夹里。');
  });

  it('of LibreOffice gives a table a sheet, under its name', () => {
    const sheet = (index: number, name: string): string =>
      `<A NAME="table${index}"><h1>Sheet ${index + 1}: <em>${name}</em></h1></A>${table(`<td>${name}的字</td><td>1</td>`)}`;
    const html = `<p><center><h1>Overview</h1><A HREF="#table0">表一</A><br></center></p>${sheet(0, '表一')}${sheet(1, '表二')}`;
    expect(tablesOfHtml(html, '页').map(({ name, rows }) => [name, rows[0]?.cells])).toEqual([
      ['表一', ['表一的字', '1']],
      ['表二', ['表二的字', '1']],
    ]);
  });

  it('of Excel as one file (.mht) gives a table a sheet, quoted-printable and base64 taken apart', async () => {
    const mht = [
      'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related;\r\n\tboundary="----=_NextPart_01D"\r\n\r\n此文档为“单个文件网页”。\r\n',
      `Content-Location: file:///C:/1/a.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="us-ascii"\r\n\r\n<html><!--[if gte mso 9]><xml><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>=\r\nB</x:Name><x:WorksheetSource HRef=3D"a.files/sheet001.htm"/></x:ExcelWorksheet></xml><![endif]--></html>`,
      `Content-Location: file:///C:/1/a.files/sheet001.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n<table><tr><td colspan=3D2>=CF=EE=C4=BF=\r\n=C3=FB=B3=C6<td>1</table>`,
      `Content-Location: file:///C:/1/a.files/tabstrip.htm\r\nContent-Type: text/html\r\n\r\n<table><tr><td>B</table>`,
      `Content-Location: a.png\r\nContent-Transfer-Encoding: base64\r\nContent-Type: image/png\r\n\r\niVBORw0KGgo=`,
      `Content-Location: b.htm\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${Buffer.from('<p>第二页</p>').toString('base64')}`,
    ].join('\r\n------=_NextPart_01D\r\n');
    const tables = await readTables(bytesOf(`${mht}\r\n------=_NextPart_01D--\r\n<p>后面的不算</p>`), '表.xls');
    expect(tables).toEqual([
      {
        name: 'B',
        rows: [{ cells: ['项目名称', '', '1'], at: 1 }],
        merges: [{ at: 1, column: 0, rows: 1, columns: 2 }],
      },
      { name: '表.xls', rows: [{ cells: ['第二页'], at: 1 }] },
    ]);
  });
});

describe('pages that attack', () => {
  const within = (ms: number, work: () => unknown): void => {
    const begin = performance.now();
    try {
      work();
    } catch (error) {
      expect(error).toMatchObject({ name: 'ExpectedError' });
    }
    expect(performance.now() - begin).toBeLessThan(ms);
  };

  it.each([
    ['elements in one another', '<div>'.repeat(100_000)],
    ['tables in one another', '<table><tr><td>'.repeat(100_000)],
    ['marks of type in one another', '<b><i>'.repeat(50_000)],
  ])('%s without end get a sentence', (_, html) => {
    within(5_000, () => readHtml(html, '深.htm'));
    expect(() => readHtml(html, '深.htm')).toThrow('“深.htm”里的内容层层嵌套太深，无法读取。');
  });

  it.each([
    ['spans of a million', table('<td colspan=1000000 rowspan=1000000>甲</td><td>乙</td>'.repeat(50)).repeat(100)],
    ['wide cells in every row', table(...Array.from({ length: 20_000 }, () => '<td colspan=499></td><td>x</td>'))],
    ['blanks without end', `<p>${' '.repeat(2_000_000)}x</p>`],
    ['a style sheet of braces only', `<style>${'{'.repeat(500_000)}${'a,'.repeat(500_000)}</style>x`],
    ['a list of a hundred thousand', `<ol>${'<li>甲'.repeat(100_000)}</ol>`],
    ['entities', '&#65;&nbsp;&lt;'.repeat(200_000)],
  ])('%s take no more than seconds', (_, html) => within(8_000, () => readHtml(html, '大.htm')));

  it('never throws but a sentence, and covers nothing twice', () => {
    const tag = fc.constantFrom(
      'table',
      'tr',
      'td',
      'th',
      'tbody',
      'thead',
      'p',
      'br',
      'ol',
      'li',
      'div',
      'select',
      'svg',
    );
    const piece = fc.oneof(
      tag.map((name) => `</${name}>`),
      fc
        .record({ name: tag, span: fc.integer({ min: -1, max: 9 }), rows: fc.integer({ min: -1, max: 9 }) })
        .map(({ name, span, rows }) => `<${name} colspan=${span} rowspan='${rows}'>`),
      fc.constantFrom('甲', ' ', '\n', '&nbsp;', '<!--', '-->', '<![if !x]>', '<', '"'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const { rows, merges = [] } of tablesOfHtml(pieces.join(''), '页')) {
          const covered = new Set<string>();
          for (const merge of merges) {
            for (let at = merge.at; at < merge.at + merge.rows; at += 1) {
              for (let column = merge.column; column < merge.column + merge.columns; column += 1) {
                const key = `${at}:${column}`;
                expect(covered.has(key)).toBe(false);
                covered.add(key);
                const text = rows.find((row) => row.at === at)?.cells[column] ?? '';
                if (at !== merge.at || column !== merge.column) expect(text).toBe('');
              }
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
