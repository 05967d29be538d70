import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rowsOf, workingUnit, writeOut } from '../../app/services/script-export.ts';
import type { App } from '../../app/create-app.ts';
import { parse, UsageError } from '../../app/usage.ts';
import { createCliHost } from '../host.ts';
import { withFolder } from '../open.ts';
import { say } from '../say.ts';
import type { Command } from './command.ts';

export const demo: Command = {
  usage: 'demo --out 文件夹',
  about: '不开窗口，写出示例县示例镇的正式表格：一个工作簿，另加一个项目一个文件。',
  run: async (args) => {
    const { values } = parse(args, { out: { type: 'string' } });
    if (!values.out) throw new UsageError('没有写 --out。');
    const out = resolve(values.out);
    const workbook = join(out, '示例县示例镇项目支出绩效目标表.xlsx');
    const files = join(out, '一个项目一个文件');
    const data = mkdtempSync(join(tmpdir(), 'jixiao-demo-'));
    try {
      await withFolder(data, fill, createCliHost(''));
      const one = { form: 'annex2', format: 'xlsx', unit: null, year: null, name: null } as const;
      const inOne = (app: App): Promise<number> => writeOut(app.program(), { ...one, mode: 'workbook' });
      const inEach = (app: App): Promise<number> => writeOut(app.program(), { ...one, mode: 'files' });
      say(`一个工作簿，${await withFolder(data, inOne, createCliHost(workbook))} 张表：${workbook}`);
      say(`${await withFolder(data, inEach, createCliHost(files))} 个文件：${files}`);
      return 0;
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  },
};

/** The sample unit with every project finished, so that nothing is marked as a draft. */
const fill = async (app: App): Promise<void> => {
  const { start, projects } = app.services();
  const { settings } = await start.loadSample();
  for (const { id } of rowsOf(app.program(), workingUnit(app.program()).id, settings.year)) projects.finish(id);
};
