import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { App } from '../../app/create-app.ts';
import { otherUnits, workingUnit, writeOut, type Wanted } from '../../app/services/script-export.ts';
import { parse, UsageError } from '../../app/usage.ts';
import { FORMS } from '../../../shared/forms/index.ts';
import { createCliHost } from '../host.ts';
import { withStored } from '../open.ts';
import { say } from '../say.ts';
import { yearOption } from '../year-option.ts';
import type { Command } from './command.ts';

export const exportCommand: Command = {
  usage: 'export --form annex2 --data 文件夹 [--unit 单位] [--year 年度] [--project 项目名称] --out 文件.xlsx|文件夹',
  about: '导出正式表格：给出 .xlsx 文件名时是一个工作簿，给出文件夹时一个项目一个文件。',
  run: async (args) => {
    const { values } = parse(args, {
      form: { type: 'string' },
      data: { type: 'string' },
      unit: { type: 'string' },
      year: { type: 'string' },
      project: { type: 'string' },
      out: { type: 'string' },
    });
    const form = FORMS.find(({ id }) => id === values.form)?.id;
    if (!form) throw new UsageError(`--form 请写 ${FORMS.map(({ id }) => id).join('、')}。`);
    if (!values.out) throw new UsageError('没有写 --out。');
    const out = resolve(values.out);
    const mode = isFolder(out) ? 'files' : 'workbook';
    const wanted = {
      form,
      format: extname(out).toLowerCase() === '.docx' ? 'docx' : 'xlsx',
      unit: values.unit ?? null,
      year: yearOption(values.year),
      name: values.project ?? null,
      mode,
    } as const;
    return withStored(values.data, (app) => exportFrom(app, wanted, out), createCliHost(out));
  },
};

const exportFrom = async (app: App, wanted: Wanted, out: string): Promise<number> => {
  const count = await writeOut(app.program(), wanted);
  const unit = workingUnit(app.program(), wanted.unit);
  say(`已导出${unit.name}的 ${count} 个项目：${out}`);
  const others = otherUnits(app.program(), unit);
  if (wanted.unit === null && others.length > 0) say(`没有导出的其他单位（用 --unit 指定）：${others.join('、')}`);
  return 0;
};

const isFolder = (out: string): boolean => {
  const found = statSync(out, { throwIfNoEntry: false });
  return found ? found.isDirectory() : extname(out).toLowerCase() !== '.xlsx';
};
