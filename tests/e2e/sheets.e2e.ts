import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPages } from '../../electron/office/print-html.ts';
import { writeWorkbook } from '../../electron/office/xlsx-write.ts';
import { PAPERS } from '../../shared/forms/index.ts';
import type { ProjectContent } from '../../shared/model/project.ts';
import { drawPapers, fullProject, longProject, normalProjects } from './papers.ts';
import { removeFolder, temporaryFolder } from './support.ts';

/*
 * What an office suite makes of our workbook. LibreOffice counts its pages where it is installed, as on the machine that
 * checks every change; elsewhere the same tests hold the workbook to the page set-up that makes those pages.
 */

const run = promisify(execFile);

let folder = '';
let office = '';
beforeAll(async () => {
  folder = temporaryFolder();
  office = await run('soffice', ['--version']).then(
    () => 'soffice',
    () => '',
  );
});
afterAll(() => removeFolder(folder));

/**
 * The fonts of a clerk's PC by free ones of the same widths: Chinese is as wide as it is high everywhere, and digits of 宋体,
 * which column widths count in, are half as wide.
 */
const TWINS = [
  ['方正小标宋简体', 'Noto Serif CJK SC'],
  ['仿宋_GB2312', 'Noto Serif CJK SC'],
  ['楷体_GB2312', 'Noto Serif CJK SC'],
  ['黑体', 'Noto Sans CJK SC'],
  ['宋体', 'Noto Sans Mono CJK SC'],
] as const;

const writeFontconfig = async (): Promise<string> => {
  const aliases = TWINS.map(
    ([font, twin]) =>
      `<match target="pattern"><test name="family"><string>${font}</string></test>` +
      `<edit name="family" mode="assign" binding="strong"><string>${twin}</string></edit></match>`,
  );
  const file = path.join(folder, 'fonts.conf');
  await writeFile(
    file,
    '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n' +
      `<include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n${aliases.join('\n')}\n</fontconfig>\n`,
  );
  return file;
};

/** Pages of a workbook as LibreOffice prints it. */
const officePages = async (workbook: string): Promise<number> => {
  const profile = pathToFileURL(path.join(folder, 'profile')).href;
  await run(
    office,
    ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', 'pdf', '--outdir', folder, workbook],
    {
      env: { ...process.env, FONTCONFIG_FILE: await writeFontconfig() },
    },
  );
  const pdf = await readFile(workbook.replace(/\.xlsx$/u, '.pdf'), 'latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
};

const setUps = async (workbook: string): Promise<Partial<ExcelJS.PageSetup>[]> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(workbook);
  return book.worksheets.map(({ pageSetup }) => pageSetup);
};

const write = async (name: string, projects: readonly ProjectContent[]): Promise<string> => {
  const workbook = path.join(folder, name);
  await writeWorkbook(drawPapers(projects), workbook, { title: '示例' });
  return workbook;
};

describe('the workbook in an office suite (page set-up only where LibreOffice is not installed)', () => {
  it('prints one page for each normal project', async () => {
    const projects = normalProjects();
    const workbook = await write('normal.xlsx', projects);
    for (const setUp of await setUps(workbook)) {
      expect(setUp).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 1, paperSize: 9 });
      expect(setUp.printArea).toMatch(/^A1:E\d+$/u);
    }
    if (office !== '') expect(await officePages(workbook)).toBe(projects.length);
  });

  it('prints the extreme ones over several pages, about as many as the print page', async () => {
    const projects = [longProject(), fullProject()];
    const workbook = await write('extreme.xlsx', projects);
    for (const setUp of await setUps(workbook)) {
      expect(setUp).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
      expect(setUp.printTitlesRow).toMatch(/^(\d+):\1$/u);
    }
    if (office !== '') {
      const ours = countPages(drawPapers(projects));
      const pages = await officePages(workbook);
      expect(pages).toBeGreaterThan(2);
      expect(Math.abs(pages - ours)).toBeLessThanOrEqual(2);
    }
  });

  it.each(PAPERS.map(({ id }) => id))('prints %s over as many pages as the print page', async (id) => {
    const grids = drawPapers([...normalProjects(), longProject()], id);
    const workbook = path.join(folder, `${id}.xlsx`);
    await writeWorkbook(grids, workbook, { title: '示例' });
    const shown = await setUps(workbook);
    expect(shown.map(({ orientation }) => orientation)).toEqual(grids.map(({ page }) => page.orientation));
    for (const setUp of shown) expect(setUp).toMatchObject({ fitToPage: true, fitToWidth: 1, paperSize: 9 });
    if (office !== '') expect(Math.abs((await officePages(workbook)) - countPages(grids))).toBeLessThanOrEqual(1);
  });
});
