import { storeForScript, type ImportedProject, type ScriptImport } from '../../app/services/script-import.ts';
import { parse, UsageError } from '../../app/usage.ts';
import { eachDocument } from '../files.ts';
import { withData } from '../open.ts';
import { projectLines, under } from '../project-lines.ts';
import { say } from '../say.ts';
import { yearOption } from '../year-option.ts';
import type { Command } from './command.ts';

export const importCommand: Command = {
  usage: 'import 文件… --data 文件夹 [--year 年度]',
  about:
    '识别文件里的项目并存入；已有的同名项目不动。存入前先做一份核对过的备份。也读 recognise --json 写出的 .json 文件。',
  run: async (args) => {
    const { values, positionals } = parse(args, { data: { type: 'string' }, year: { type: 'string' } }, 'files');
    if (positionals.length === 0) throw new UsageError('没有写文件。');
    const year = yearOption(values.year);
    return withData(values.data, (app) =>
      eachDocument(positionals, async (document, file) => {
        for (const stored of await storeForScript(app.program(), document, year)) tell(file, stored);
      }),
    );
  },
};

const tell = (file: string, { unit, year, taken, same, different, notes }: ScriptImport): void => {
  say(`${file}：存入 ${taken.length} 个项目（${unit.name}，${year} 年度）`);
  for (const line of taken.flatMap(doubtful)) say(line);
  for (const note of notes) say(`  ${note}`);
  if (same.length > 0) say(`  ${same.length} 个项目已经有了，内容相同，没有再存：${same.join('、')}`);
  if (different.length > 0)
    say(`  ${different.length} 个项目已经有了，内容不同，原来的没有改：${different.join('、')}`);
};

/** What to look at again in the window, where there is anything. */
const doubtful = ({ index, read, content }: ImportedProject): string[] => {
  if (read.doubts.length === 0) return [];
  const changed = read.amountUnit !== null && read.amountUnit !== content.amountUnit;
  const { name, amountUnit } = content;
  return [
    ...projectLines(read, index),
    ...(changed ? [under(`“${name}”的金额单位印成“${read.amountUnit}”，已按${amountUnit}存入，请在窗口里核对`)] : []),
  ];
};
