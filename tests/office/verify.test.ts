import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDocument } from '../../electron/office/docx-write.ts';
import { verifyFile } from '../../electron/office/verify.ts';
import { writeWorkbook } from '../../electron/office/xlsx-write.ts';
import { drawPaper } from '../../shared/forms/draw.ts';
import type { FileFormat, Paper } from '../../shared/forms/form.ts';
import { paperById, PAPERS } from '../../shared/forms/index.ts';
import { checkCodeOf, gridTexts, readPrintedCode } from '../../shared/grid/check-code.ts';
import type { Grid } from '../../shared/grid/grid.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { bookOf } from '../shared/book.ts';
import { ODD_PROJECTS, samples } from './odd-projects.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const draw = (paper: Paper, projects: readonly ProjectContent[], printCheckCode = true): Grid[] => [
  ...drawPaper(paper, bookOf(projects, { settings: { printCheckCode } })),
];

const write = async (grids: readonly Grid[], format: FileFormat): Promise<Uint8Array> => {
  const path = join(folder, `a.${format}`);
  await (format === 'docx' ? writeDocument : writeWorkbook)(grids, path, { title: '示例' });
  return readFile(path);
};

const FILES = PAPERS.flatMap((paper) => paper.formats.map((format) => [paper.id, format, paper] as const));

/** The texts of a saved file with one of them changed, as a pen or another program would. */
const changed = (bytes: Uint8Array, from: string, to: string): Uint8Array => {
  const parts = unzipSync(bytes);
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) =>
        /sharedStrings|document\.xml$|sheet1\.xml/u.test(name)
          ? [name, strToU8(strFromU8(part).replaceAll(from, to))]
          : [name, part],
      ),
    ),
  );
};

describe('校验码 of a saved file', () => {
  it.each(FILES)('%s as %s is the one that was printed', async (_, format, paper) => {
    const grids = draw(paper, [...samples(), ...ODD_PROJECTS.map(([, project]) => project())]);
    const lines = await verifyFile(await write(grids, format), `a.${format}`);
    const printed = grids.flatMap(({ page }) => readPrintedCode(page.footer) ?? []);
    const codes = printed[0]?.of === 'document' ? printed.slice(0, 1) : printed;
    expect(lines.map(({ code }) => code)).toEqual(codes.map(({ code }) => code));
    expect(lines.filter(({ outcome }) => outcome !== 'same')).toEqual([]);
  });

  it.each(FILES)('%s as %s is another where one letter was changed', async (_, format, paper) => {
    const bytes = await write(draw(paper, samples().slice(0, 2)), format);
    const [before] = await verifyFile(bytes, `a.${format}`);
    const [after] = await verifyFile(changed(bytes, '村干部任职补贴', '村干部任职补助'), `a.${format}`);
    expect(after).toMatchObject({ outcome: 'different', printed: before?.printed });
    expect(after?.code).not.toBe(before?.code);
  });

  it('sees an amount that was changed in the table it stands in', async () => {
    const bytes = await write(draw(paperById('annex2'), samples().slice(0, 3)), 'xlsx');
    const lines = await verifyFile(changed(bytes, '<v>90</v>', '<v>900</v>'), 'a.xlsx');
    expect(lines.map(({ outcome }) => outcome)).toEqual(['different', 'same', 'same']);
  });

  it('is computed where none is printed', async () => {
    const grids = draw(paperById('annex2'), samples().slice(0, 2), false);
    for (const format of ['xlsx', 'docx'] as const) {
      const lines = await verifyFile(await write(grids, format), `a.${format}`);
      expect(lines.map(({ code, printed, outcome }) => [code, printed, outcome])).toEqual(
        grids.map((grid) => [checkCodeOf(gridTexts(grid)), '', 'unmarked']),
      );
    }
  });

  it('is refused for what is neither a workbook nor a document', async () => {
    await expect(verifyFile(strToU8('项目名称\t甲'), 'a.txt')).rejects.toMatchObject({ code: 'file-foreign' });
    await expect(verifyFile(new Uint8Array(), 'a.xlsx')).rejects.toMatchObject({ code: 'file-empty' });
  });
});
