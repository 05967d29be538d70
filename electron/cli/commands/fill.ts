import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { fillOut } from '../../app/services/script-fill.ts';
import { parse, UsageError } from '../../app/usage.ts';
import { bytesOf } from '../files.ts';
import { createCliHost } from '../host.ts';
import { withStored } from '../open.ts';
import { showProgress } from '../progress.ts';
import { say } from '../say.ts';
import { yearOption } from '../year-option.ts';
import type { Command } from './command.ts';

export const fill: Command = {
  usage: 'fill 表样 --data 文件夹 [--unit 单位] [--year 年度] [--project 项目名称] --out 文件|文件夹',
  about:
    '把项目填进县里下发的空表（或去年填过的表），样式不变。表样是 xlsx 或 docx。给出文件名时是一个文件；' +
    '给出文件夹时一个项目一个文件，整份的表仍是一个文件。',
  run: async (args) => {
    const { values, positionals } = parse(
      args,
      {
        data: { type: 'string' },
        unit: { type: 'string' },
        year: { type: 'string' },
        project: { type: 'string' },
        out: { type: 'string' },
      },
      'files',
    );
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError('请写一个表样文件。');
    if (!values.out) throw new UsageError('没有写 --out。');
    const path = resolve(values.out);
    const folder = isFolder(path, file);
    const bytes = await bytesOf(file);
    const host = createCliHost(path, folder ? 'folder' : 'file');
    const script = {
      file,
      bytes,
      unit: values.unit ?? null,
      year: yearOption(values.year),
      name: values.project ?? null,
      folder,
    };
    return withStored(
      values.data,
      async (app) => {
        const { count, unitName, notes } = await fillOut(app.program(), script, showProgress);
        say(`已填写${unitName}的 ${count} 个项目：${path}`);
        for (const note of notes) say(`  ${note}`);
        return 0;
      },
      host,
    );
  },
};

/** What has no extension of a document is a folder; another kind of document than the template can't be made of it. */
const isFolder = (path: string, template: string): boolean => {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return true;
  const extension = extname(path).toLowerCase();
  if (extension !== '.xlsx' && extension !== '.docx') return true;
  const own = extname(template).toLowerCase();
  if ((own === '.xlsx' || own === '.docx') && own !== extension)
    throw new UsageError(`表样是 ${own} 文件，填好的也是，--out 请写成 ${own}。`);
  return false;
};
