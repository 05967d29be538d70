import { backUp } from '../../app/services/back-up.ts';
import { parse } from '../../app/usage.ts';
import { withStored } from '../open.ts';
import { say } from '../say.ts';
import type { Command } from './command.ts';

export const backup: Command = {
  usage: 'backup --data 文件夹',
  about: '做一份备份，并核对它能打开、内容完整。',
  run: async (args) => {
    const { values } = parse(args, { data: { type: 'string' } });
    return withStored(values.data, async (app) => {
      const made = await backUp(app.program(), 'manual');
      say(`已备份 ${made.projects} 个项目：${app.program().folder.backups}，文件 ${made.name}`);
      return 0;
    });
  },
};
