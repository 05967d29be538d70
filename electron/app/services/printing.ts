import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { ExpectedError } from '../../../shared/model/errors.ts';
import { countPages } from '../../office/print-html.ts';
import type { PrintTicket } from '../contract.ts';
import type { Delivery } from '../host.ts';
import type { Program } from '../program.ts';
import type { Services } from '../services.ts';
import { bookFileName, bookName } from './names.ts';
import { drawSelection, selectProjects, type Selection } from './selection.ts';

/** More than a printer's tray; whoever wants more exports. */
const MOST_AT_ONCE = 500;

type Wanted = Parameters<Services['print']['prepare']>[0];

export const printService = (program: Program): Services['print'] => ({
  prepare: (wanted) => shelve(program, selectForPrint(program, wanted)),
  pdf: (wanted) => savePdf(program, wanted),
});

const shelve = (program: Program, selection: Selection): PrintTicket => {
  const grids = drawSelection(selection);
  const ticket = program.papers.put({ title: bookName(program, selection), grids });
  return { href: `/print/${ticket}`, pages: countPages(grids), notes: selection.paper.notes(selection.book) };
};

const savePdf = async (program: Program, wanted: Wanted): Promise<Delivery> => {
  const { printToPdf } = program.host;
  if (!printToPdf) {
    throw new ExpectedError('bad-input', '在浏览器里不能直接生成 PDF。', '请点“打印”，在打印窗口里选“另存为 PDF”。');
  }
  const selection = selectForPrint(program, wanted);
  const name = bookFileName(program, selection, 'pdf');
  const bytes = await printToPdf(shelve(program, selection).href);
  const path = join(program.temporary.make(), name);
  await writeFile(path, bytes);
  return program.host.deliverFile({ path, name, type: 'application/pdf' });
};

const selectForPrint = (program: Program, { form, ids }: Wanted): Selection => {
  if (ids.length > MOST_AT_ONCE) {
    throw new ExpectedError('bad-input', `一次最多打印 ${MOST_AT_ONCE} 个项目。`, '请分几次打印，或者改用导出。');
  }
  return selectProjects(program, form, ids);
};
