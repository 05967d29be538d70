import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSections } from '../../electron/office/docx-read.ts';
import { readDocument, readTables } from '../../electron/office/read.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const docx = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'word/document.xml': `<?xml version="1.0"?><w:document ${W} xmlns:r="r" xmlns:mc="mc" xmlns:m="m"><w:body>${body}</w:body></w:document>`,
        ...parts,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );

const p = (text: string, inside = ''): string =>
  `<w:p>${inside}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const tc = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

const rowsOf = async (body: string): Promise<(readonly string[])[]> =>
  (await readTables(docx(body), '文件.docx')).flatMap(({ rows }) => rows.map(({ cells }) => cells));

describe('reading a document of Word', () => {
  it('gives captions and tables in order, in one table a section, rows numbered', async () => {
    const section = (content: string): string => `${content}<w:p><w:pPr><w:sectPr/></w:pPr></w:p>`;
    const bytes = docx(`${section(p('附件2') + tbl(tr(tc(p('甲')), tc(p('乙')))))}${p('第二节')}<w:sectPr/>`);
    expect((await readDocument(bytes, 'a.docx')).tables).toEqual([
      {
        name: '第 1 部分',
        rows: [
          { cells: ['附件2'], at: 1 },
          { cells: ['甲', '乙'], at: 2 },
        ],
      },
      { name: '第 2 部分', rows: [{ cells: ['第二节'], at: 1 }] },
    ]);
    expect((await readTables(docx(p('只有一节')), '一.docx'))[0]?.name).toBe('一.docx');
  });

  it('widens merges to their columns and leaves covered cells empty', async () => {
    const span = (count: number): string => `<w:gridSpan w:val="${count}"/>`;
    expect(
      await rowsOf(
        tbl(
          tr(tc(p('甲'), span(2)), tc(p('乙'), '<w:vMerge w:val="restart"/>')),
          tr(tc(p('丙')), tc(p('丁')), tc(p('看不见'), '<w:vMerge/>')),
          `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc(p('戊'))}${tc(p('己'))}</w:tr>`,
        ),
      ),
    ).toEqual([
      ['甲', '', '乙'],
      ['丙', '丁'],
      ['', '戊', '己'],
    ]);
  });

  it('joins runs, keeps lines of a cell, and makes a blank of a tab', async () => {
    const runs =
      '<w:p><w:r><w:t>绩效</w:t></w:r><w:r><w:t>目标</w:t><w:tab/><w:t>3</w:t><w:br/><w:t>下一行</w:t></w:r></w:p>';
    const tabs = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="10"/></w:tabs></w:pPr>';
    expect(await rowsOf(`${runs}${p('无', tabs)}${tbl(tr(tc(p('一') + p('二'))))}`)).toEqual([
      ['绩效目标 3\n下一行'],
      ['无'],
      ['一\n二'],
    ]);
  });

  it('leaves out what was deleted and the codes of fields, and takes what was inserted', async () => {
    expect(
      await rowsOf(
        '<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>' +
          '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="end"/></w:r>' +
          '<w:fldSimple w:instr="DATE"><w:r><w:t>2026</w:t></w:r></w:fldSimple>' +
          '<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>',
      ),
    ).toEqual([['新2026链接']]);
  });

  it('reads a text box once, after its paragraph, and a table in a cell after the table around it', async () => {
    const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const twice = `<mc:AlternateContent><mc:Choice>${box('盒')}</mc:Choice><mc:Fallback>${box('盒')}</mc:Fallback></mc:AlternateContent>`;
    expect(await rowsOf(`<w:p><w:r><w:t>前</w:t>${twice}<w:t>后</w:t></w:r></w:p>`)).toEqual([['前后'], ['盒']]);
    expect(await rowsOf(tbl(tr(tc(p('外') + tbl(tr(tc(p('内甲')), tc(p('内乙')))) + p('')), tc(p('旁')))))).toEqual([
      ['外', '旁'],
      ['内甲', '内乙'],
    ]);
  });

  it('knows the foot of every section', () => {
    const reference = (id: string): string => `<w:footerReference w:type="default" r:id="${id}"/>`;
    const section = (content: string, references: string): string =>
      `${content}<w:p><w:pPr><w:sectPr>${references}</w:sectPr></w:pPr></w:p>`;
    const sections = readSections(
      docx(
        `${section(p('一'), reference('r1'))}${section(p('二'), '')}${p('三')}<w:sectPr>${reference('r2')}</w:sectPr>`,
        {
          'word/_rels/document.xml.rels':
            '<Relationships><Relationship Id="r1" Target="footer1.xml"/><Relationship Id="r2" Target="/word/footer2.xml"/></Relationships>',
          'word/footer1.xml': `<w:ftr ${W}>${p('脚一')}</w:ftr>`,
          'word/footer2.xml': `<w:ftr ${W}>${p('脚二')}</w:ftr>`,
        },
      ),
      'a.docx',
    );
    expect(sections.map(({ footer }) => footer)).toEqual(['脚一', '脚一', '脚二']);
  });

  it('tells merges across and down, of old programs too, and of tables one after another', async () => {
    const span = (count: number): string => `<w:gridSpan w:val="${count}"/>`;
    const down = (value = ''): string => `<w:vMerge${value === '' ? '' : ` w:val="${value}"`}/>`;
    const first = tbl(
      tr(tc(p('题'), span(3))),
      tr(tc(p('甲'), span(2) + down('restart')), tc(p('乙'))),
      tr(tc(p(''), span(2) + down()), tc(p('丙'))),
      tr(tc(p('丁'), down('restart')), tc(p('戊'), '<w:hMerge w:val="restart"/>'), tc(p(''), '<w:hMerge/>')),
    );
    const { tables } = await readDocument(docx(p('前') + first + tbl(tr(tc(p('己'), span(2)), tc(p('庚'))))), 'a.docx');
    expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['前'],
      ['题'],
      ['甲', '', '乙'],
      ['', '', '丙'],
      ['丁', '戊'],
      ['己', '', '庚'],
    ]);
    expect(tables[0]?.merges).toEqual([
      { at: 2, column: 0, rows: 1, columns: 3 },
      { at: 3, column: 0, rows: 2, columns: 2 },
      { at: 5, column: 1, rows: 1, columns: 2 },
      { at: 6, column: 0, rows: 1, columns: 2 },
    ]);
    // A cell that says it goes on with nothing is a cell.
    expect(await rowsOf(tbl(tr(tc(p('独'), down()), tc(p('二')))))).toEqual([['独', '二']]);
  });

  it('leaves out hidden text, rows deleted with changes tracked, and what a content control only asks for', async () => {
    const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
    const hidden = `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('看得见')}${run('藏', '<w:vanish/>')}${run('也见', '<w:vanish w:val="0"/>')}</w:p>`;
    expect(await rowsOf(hidden)).toEqual([['看得见也见']]);
    const gone = (properties: string): string => `<w:tr><w:trPr>${properties}</w:trPr>${tc(p('没了'))}</w:tr>`;
    const rows = [
      tr(tc(p('一'), '<w:vMerge w:val="restart"/>')),
      gone('<w:del w:id="1"/>'),
      gone('<w:hidden/>'),
      tr(tc(p('二'))),
    ];
    expect(await rowsOf(tbl(...rows))).toEqual([['一'], ['二']]);
    const control = (content: string, properties = ''): string =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const asked = tbl(tr(control(tc(p('单击此处输入文字')), '<w:showingPlcHdr/>'), control(tc(p('填了')))));
    expect(await rowsOf(asked + control(p('段落')))).toEqual([['', '填了'], ['段落']]);
  });

  it('reads symbols, and leaves out pictures of letters that mean nothing', async () => {
    const sym = (font: string, character: string): string =>
      `<w:r><w:sym w:font="${font}" w:char="${character}"/></w:r>`;
    const all =
      sym('Symbol', 'F0B3') +
      sym('Wingdings', 'F0FE') +
      sym('Wingdings 2', '0052') +
      sym('宋体', '221A') +
      sym('Webdings', 'F021');
    expect(await rowsOf(`<w:p>${all}<w:r><w:t>95%</w:t></w:r></w:p>`)).toEqual([['≥☑☑√95%']]);
  });

  it('writes the numbers Word prints before the items of a list', async () => {
    const level = (depth: number, way: string, text: string, more = ''): string =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${way}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '')}${level(1, 'decimalEnclosedCircle', '%2')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num></w:numbering>`;
    const styles = `<w:styles ${W}><w:style w:styleId="a"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`;
    const item = (text: string, list: number, depth = 0): string =>
      p(text, `<w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`);
    const styled = (text: string, style: string, more = ''): string =>
      p(text, `<w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>`);
    const body = [
      item('产出', 1) + styled('数量', 'b') + item('人数', 1, 2) + item('次数', 1, 2) + styled('质量', 'a'),
      styled('不算', 'a', '<w:numPr><w:numId w:val="0"/></w:numPr>') + item('', 1) + item('满意', 1) + item('另起', 3),
      item('点', 2) + item('圈', 2, 1) + item('没有', 9),
    ];
    const bytes = docx(body.join(''), { 'word/numbering.xml': numbering, 'word/styles.xml': styles });
    expect((await readTables(bytes, 'a.docx'))[0]?.rows.map(({ cells }) => cells[0])).toEqual([
      '一、产出',
      '（1）数量',
      '1. 人数',
      '2. 次数',
      '（2）质量',
      '不算',
      '三、满意',
      '十一、另起',
      '点',
      '①圈',
      '没有',
    ]);
  });

  it('goes through tables in tables without end in no time, and says so', async () => {
    const begin = performance.now();
    const deep = '<w:tbl><w:tr><w:tc><w:p>'.repeat(100_000);
    await expect(readTables(docx(deep), '深.docx')).rejects.toMatchObject({ code: 'file-unreadable' });
    const wide = tbl(tr(...Array.from({ length: 2_000 }, () => tc(p('甲'), '<w:gridSpan w:val="999999999"/>'))));
    await readTables(docx(wide), '宽.docx').catch(() => null);
    expect(performance.now() - begin).toBeLessThan(5_000);
  });

  it('says what is wrong with a file', async () => {
    const read = (bytes: Uint8Array): Promise<unknown> => readTables(bytes, '坏.docx');
    await expect(read(docx(''))).rejects.toMatchObject({ code: 'file-empty', message: '“坏.docx”里没有内容。' });
    await expect(read(docx('<w:p>'))).rejects.toMatchObject({ code: 'file-unreadable' });
    await expect(read(docx(p('甲')).slice(0, 150))).rejects.toMatchObject({ code: 'file-unreadable' });
    const entities =
      '<!DOCTYPE a [<!ENTITY b "bomb">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>';
    await expect(read(zipSync({ 'word/document.xml': strToU8(entities) }))).rejects.toMatchObject({
      code: 'file-unreadable',
    });
  });
});
