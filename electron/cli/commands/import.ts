import { byKeptMapping } from '../../app/services/kept-mappings.ts';
import { storeForScript, type ScriptImport, type ScriptUnit } from '../../app/services/script-import.ts';
import { parse, UsageError } from '../../app/usage.ts';
import type { ImportResult } from '../../app/contract.ts';
import type { App } from '../../app/create-app.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import { eachDocument } from '../files.ts';
import { withData, withStored } from '../open.ts';
import { projectLines, under } from '../project-lines.ts';
import { say } from '../say.ts';
import { yearOption } from '../year-option.ts';
import type { Command } from './command.ts';

const OPTIONS = {
  data: { type: 'string' },
  year: { type: 'string' },
  update: { type: 'boolean', default: false },
  approve: { type: 'boolean', default: false },
  hidden: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  undo: { type: 'boolean', default: false },
} as const;

export const importCommand: Command = {
  usage:
    'import 文件或文件夹… --data 文件夹 [--year 年度] [--update] [--approve] [--hidden] [--json] | import --undo --data 文件夹',
  about:
    '识别文件里的项目并存入，存入前先做一份核对过的备份。已有的项目不动，加 --update 才更新；加 --approve 按批复存入；加 --hidden 也读隐藏的工作表；--undo 撤销最近一次导入。也读 recognise --json 写出的 .json 文件。',
  run: async (args) => {
    const { values, positionals } = parse(args, OPTIONS, 'files');
    if (values.undo) {
      if (positionals.length > 0) throw new UsageError('--undo 撤销最近一次导入，不用写文件。');
      return withStored(values.data, (app) => Promise.resolve(undoLast(app, values.json)));
    }
    if (positionals.length === 0) throw new UsageError('没有写文件。');
    const { update, approve, hidden, json } = values;
    const year = yearOption(values.year);
    const results: (ImportResult & { readonly file: string })[] = [];
    const code = await withData(values.data, (app) =>
      eachDocument(
        positionals,
        async (document, file) => {
          const stored = await storeForScript(app.program(), document, { year, update, approve });
          results.push({ file, ...stored.result });
          if (!json) tell(file, stored);
        },
        {
          hidden: hidden ? 'read' : 'leave',
          again: (name, reading) => byKeptMapping(app.program().db, name, reading),
        },
      ),
    );
    if (json) say(JSON.stringify(results, null, 2));
    return code;
  },
};

const tell = (file: string, { units, year, result }: ScriptImport): void => {
  for (const unit of units) tellUnit(file, unit, year);
  for (const note of result.notes) say(`  ${note}`);
};

const tellUnit = (file: string, { name, projects }: ScriptUnit, year: number): void => {
  const added = projects.filter(({ line }) => line.deed === 'added');
  const updated = projects.filter(({ line }) => line.deed === 'updated');
  const approved = projects.filter(({ line }) => line.approved);
  const also = [
    ...(updated.length > 0 ? [`更新 ${updated.length} 个`] : []),
    ...(approved.length > 0 ? [`${approved.length} 个标为已批复`] : []),
  ];
  say(`${file}：${[`存入 ${added.length} 个项目`, ...also].join('，')}（${name}，${year} 年度）`);
  for (const line of [...added, ...updated].flatMap(doubtful)) say(line);
  for (const { line } of updated) if (line.why !== '') say(`  ${line.name}：${line.why}`);
  tellSkipped(projects);
};

/** What was there already, by what became of it. */
const tellSkipped = (projects: ScriptUnit['projects']): void => {
  const named = (which: (project: ScriptUnit['projects'][number]) => boolean): string[] =>
    projects.filter((project) => which(project)).map(({ line }) => line.name);
  const skipped = ({ line }: ScriptUnit['projects'][number]): boolean => line.deed === 'skipped';
  const same = named(({ match, line }) => match.kind === 'same' && !line.approved);
  const similar = named((one) => skipped(one) && one.match.by === 'similar' && one.match.kind === 'changed');
  const different = named((one) => skipped(one) && one.match.by !== 'similar' && one.match.kind === 'changed');
  if (same.length > 0) say(`  ${same.length} 个项目已经有了，内容相同，没有再存：${same.join('、')}`);
  if (different.length > 0)
    say(`  ${different.length} 个项目已经有了，内容不同，原来的没有改：${different.join('、')}`);
  if (similar.length > 0)
    say(`  ${similar.length} 个项目和已有的名称相近，没有存入，请在窗口里核对是不是同一个：${similar.join('、')}`);
};

/** What to look at again in the window, where there is anything. */
const doubtful = ({ index, read, content }: ScriptUnit['projects'][number]): string[] => {
  if (read.doubts.length === 0) return [];
  const changed = read.amountUnit !== null && read.amountUnit !== content.amountUnit;
  const { name, amountUnit } = content;
  return [
    ...projectLines(read, index),
    ...(changed ? [under(`“${name}”的金额单位印成“${read.amountUnit}”，已按${amountUnit}存入，请在窗口里核对`)] : []),
  ];
};

/** Takes the last import back that was not taken back yet. */
const undoLast = (app: App, json: boolean): number => {
  const { imports } = app.services();
  const last = imports.recent().find(({ undoneAt }) => undoneAt === null);
  if (!last) throw new ExpectedError('not-found', '没有可以撤销的导入。');
  const undone = imports.undo(last.importId);
  if (json) {
    say(JSON.stringify({ importId: last.importId, ...undone }, null, 2));
    return 0;
  }
  say(`已撤销导入${last.files.map((file) => `“${file}”`).join('、')}：${undone.count} 个项目恢复成导入以前的样子`);
  for (const note of undone.notes) say(`  ${note}`);
  return 0;
};
