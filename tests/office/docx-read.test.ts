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
