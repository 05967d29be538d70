import { describe, expect, it } from 'vitest';
import { samples } from '../shared/samples.ts';
import { fillWith, fixture, partText, readBack, sameParts, withPart } from './filling.ts';

const projects = samples().slice(8, 11);
const DOCUMENT = 'word/document.xml';

const tablesIn = (text: string): string[] => text.match(/<w:tbl>.*?<\/w:tbl>/gsu) ?? [];
const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join('');

describe('a Word form made by python-docx', () => {
  it('is repeated for every project, each on its own page, with its title, year and foot', async () => {
    const text = partText(await fillWith(fixture('targets.docx'), 'x.docx', projects), DOCUMENT);
    const tables = tablesIn(text);
    expect(tables).toHaveLength(3);
    expect(text.match(/<w:pageBreakBefore\/>/gu)).toHaveLength(2);
    tables.forEach((table, index) => expect(textOf(table)).toContain(projects[index]?.name ?? '?'));
    expect(textOf(text).match(/（2026年度）/gu)).toHaveLength(3);
    expect(textOf(text).match(/填报人：/gu)).toHaveLength(3);
  });

  it('keeps headers, footers, styles and pictures byte for byte, and the section', async () => {
    const before = fixture('targets.docx');
    const after = await fillWith(before, 'x.docx', projects);
    expect(sameParts(before, after)).toEqual(
      expect.arrayContaining([
        'word/styles.xml',
        'word/header1.xml',
        'word/footer1.xml',
        'word/media/image1.png',
        'word/_rels/document.xml.rels',
      ]),
    );
    const section = (bytes: Uint8Array): string =>
      /<w:sectPr.*<\/w:sectPr>/su.exec(partText(bytes, DOCUMENT))?.[0] ?? '';
    expect(section(after).replaceAll(/\s+/gu, ' ')).toBe(section(before).replaceAll(/\s+/gu, ' '));
  });

  it('adds rows below a level 2, its labels merged over them, widths and borders as they were', async () => {
    const [first] = projects;
    const text = partText(await fillWith(fixture('targets.docx'), 'x.docx', projects.slice(0, 1)), DOCUMENT);
    const before = tablesIn(partText(fixture('targets.docx'), DOCUMENT))[0] ?? '';
    const table = tablesIn(text)[0] ?? '';
    const quantities = first?.indicators.filter(({ kind }) => kind === 'quantity').length ?? 0;
    const costs = first?.indicators.filter(({ kind }) => kind === 'cost').length ?? 0;
    const rows = (xml: string): number => xml.match(/<w:tr[ >]/gu)?.length ?? 0;
    expect(rows(table) - rows(before)).toBe(quantities + costs - 2);
    expect(table.match(/<w:vMerge(?: w:val="continue")?\/>/gu)?.length).toBeGreaterThan(
      before.match(/<w:vMerge(?: w:val="continue")?\/>/gu)?.length ?? 0,
    );
    expect(/<w:tblGrid>.*?<\/w:tblGrid>/su.exec(table)?.[0]).toBe(/<w:tblGrid>.*?<\/w:tblGrid>/su.exec(before)?.[0]);
    // A row of exact height would cut a longer text.
    expect(table).not.toContain('w:hRule="exact"');
  });

  it('is read back as the projects it was filled with', async () => {
    const read = await readBack(await fillWith(fixture('targets.docx'), 'x.docx', projects), 'x.docx');
    expect(read.map(({ name, indicators }) => [name, indicators.length])).toEqual(
      projects.map(({ name, indicators }) => [name, indicators.length]),
    );
  });

  it('writes on the lines of a paragraph, in the letters of the line', async () => {
    const text = partText(await fillWith(fixture('targets.docx'), 'x.docx', projects.slice(0, 1)), DOCUMENT);
    expect(text).toMatch(/<w:u w:val="single"\/><\/w:rPr><w:t xml:space="preserve">示例县示例镇人民政府<\/w:t>/u);
    const county = partText(await fillWith(fixture('county.docx'), 'x.docx', projects.slice(0, 1)), DOCUMENT);
    expect(textOf(county)).toContain(`项目名称：${projects[0]?.name ?? ''}    项目编码：${projects[0]?.code ?? ''}`);
    expect(textOf(county)).toContain('绩效目标表（2026年）');
  });
});

describe('what real documents hold', () => {
  const filled = async (change: (text: string) => string): Promise<string> =>
    partText(
      await fillWith(withPart(fixture('targets.docx'), DOCUMENT, change), 'x.docx', projects.slice(0, 2)),
      DOCUMENT,
    );

  it('a content control in a cell shows the value and no hint', async () => {
    const control =
      '<w:sdt><w:sdtPr><w:id w:val="7"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:color w:val="808080"/></w:rPr><w:t>单击此处输入文字</w:t></w:r></w:sdtContent></w:sdt>';
    const text = await filled((xml) =>
      xml.replace(/(项目名称<\/w:t><\/w:r><\/w:p><\/w:tc><w:tc>.*?<w:p[^>]*>)(.*?)(<\/w:p>)/su, `$1${control}$3`),
    );
    expect(text).not.toContain('单击此处');
    expect(text).toContain(projects[0]?.name);
  });

  it('a control around the table is opened, a deleted text stays deleted, and marks are not doubled', async () => {
    const text = await filled((xml) =>
      xml
        .replace('<w:tbl>', '<w:sdt><w:sdtPr/><w:sdtContent><w:tbl>')
        .replace('</w:tbl>', '</w:tbl></w:sdtContent></w:sdt>')
        .replace(
          '<w:t>附件2</w:t>',
          '<w:t>附件2</w:t></w:r><w:bookmarkStart w:id="5" w:name="页首"/><w:bookmarkEnd w:id="5"/><w:del w:id="9" w:author="a"><w:r><w:delText>附件3</w:delText></w:r></w:del><w:r>',
        ),
    );
    expect(tablesIn(text)).toHaveLength(2);
    expect(text.match(/w:name="页首"/gu)).toHaveLength(1);
    expect(textOf(text)).not.toContain('附件3');
  });

  it('a cell with a table of its own stays as it is', async () => {
    const inner =
      '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>内表</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
    const text = await filled((xml) =>
      xml.replace(/(项目名称<\/w:t><\/w:r><\/w:p><\/w:tc><w:tc>.*?<\/w:tcPr>)(<w:p)/su, `$1${inner}$2`),
    );
    expect(textOf(text)).toContain('内表');
  });
});
