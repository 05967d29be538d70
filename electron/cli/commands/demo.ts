import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeOut } from '../../app/services/script-export.ts';
import { rowsOf, workingUnit } from '../../app/services/script-units.ts';
import type { App } from '../../app/create-app.ts';
import { parse, UsageError } from '../../app/usage.ts';
import { PAPERS } from '../../../shared/forms/index.ts';
import { createCliHost } from '../host.ts';
import { withFolder } from '../open.ts';
import { say } from '../say.ts';
import type { Command } from './command.ts';

export const demo: Command = {
  usage: 'demo --out 文件夹',
  about: '不开窗口，写出示例县示例镇的每一种正式表格，另加目标表一个项目一个文件。',
  run: async (args) => {
    const { values } = parse(args, { out: { type: 'string' } });
    if (!values.out) throw new UsageError('没有写 --out。');
    const out = resolve(values.out);
    const each = join(out, '一个项目一个文件');
    const data = mkdtempSync(join(tmpdir(), 'jixiao-demo-'));
    try {
      await withFolder(data, fill, createCliHost(''));
      await withFolder(data, everyPaper, createCliHost(out, 'folder'));
      const count = await withFolder(data, everyProject, createCliHost(each));
      say(`一个项目一个文件，${count} 个文件：${each}`);
      return 0;
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  },
};

const SAMPLE = { unit: null, year: null, name: null, apart: false } as const;

/** The sample unit with every project finished, so that nothing is marked as a draft. */
const fill = async (app: App): Promise<void> => {
  const { start, projects } = app.services();
  const { settings } = await start.loadSample();
  for (const { id } of rowsOf(app.program(), workingUnit(app.program()).id, settings.year)) projects.finish(id);
};

const everyPaper = async (app: App): Promise<void> => {
  for (const { id: form, title, formats } of PAPERS) {
    for (const format of formats) {
      const written = await writeOut(app.program(), { ...SAMPLE, form, format, mode: 'workbook' });
      say(`${title}，${written.reduce((sum, { count }) => sum + count, 0)} 个项目：${format}`);
      for (const note of written.flatMap(({ notes }) => notes)) say(`  ${note}`);
    }
  }
};

const everyProject = async (app: App): Promise<number> => {
  const [written] = await writeOut(app.program(), { ...SAMPLE, form: 'annex2', format: 'xlsx', mode: 'files' });
  return written?.count ?? 0;
};
