import { chooseDataFolder } from '../../app/data-folder.ts';
import { examine } from '../../app/services/doctor.ts';
import { parse } from '../../app/usage.ts';
import { version } from '../open.ts';
import { say, warn } from '../say.ts';
import type { Command } from './command.ts';

export const doctor: Command = {
  usage: 'doctor --data 文件夹',
  about: '检查数据文件夹、数据文件、备份和磁盘空间，不改动数据。',
  run: async (args) => {
    const { values } = parse(args, { data: { type: 'string' } });
    const checks = await examine(chooseDataFolder(values.data), version());
    checks.forEach(({ what, sound, found }, index) =>
      say(`${index + 1}. ${what}：${sound ? '正常' : '有问题'}。${found}`),
    );
    const bad = checks.filter(({ sound }) => !sound).map(({ what }) => what);
    if (bad.length === 0) return 0;
    warn(`发现 ${bad.length} 处问题：${bad.join('、')}。`);
    return 1;
  },
};
