import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App } from '../../electron/app/create-app.ts';
import { dataFolderAt } from '../../electron/app/data-folder.ts';
import { storeForScript } from '../../electron/app/services/script-import.ts';
import { createCliHost } from '../../electron/cli/host.ts';
import { matchProjects } from '../../shared/match/index.ts';
import { emptyContent, emptyIndicator, type ProjectContent } from '../../shared/model/project.ts';
import { toRecognised } from '../../shared/recognise/content.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import type { BenchRow } from './row.ts';

const COUNT = 1_000;
const OPTIONS = { year: 2024, update: true, approve: false };

/** Measures importing: matching a paper with what is stored, and storing it with its backup. */
export const benchImport = async (): Promise<BenchRow[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-bench-'));
  try {
    return [matching('by name', named), matching('by similarity', misread), ...(await storing(folder))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const WORKS = '道路硬化,人居环境整治,安全饮水提升,河道清理,农田建设,文化广场,垃圾清运,养老服务,物资采购,护林补助'.split(
  ',',
);
const PLACES = '青山,绿水,白石,南坡,北塬,河东,杨家,李家,王家,赵家'.split(',');
const TAILS = '项目,经费,工程,补助资金,专项经费,运转经费,维护费用,奖补资金,配套资金,管护经费'.split(',');

const of = (words: readonly string[], index: number): string => words[index % 10] ?? '';

/** A thousand names that all differ and share much. */
const named = (index: number): string =>
  `${of(PLACES, index)}村${of(WORKS, Math.floor(index / 10))}${of(TAILS, Math.floor(index / 100))}`;

/** The same with a wrong character in the middle. */
const misread = (index: number): string => `${named(index).slice(0, 3)}口${named(index).slice(4)}`;

const contents = (nameOf: (index: number) => string, value: string): ProjectContent[] =>
  Array.from({ length: COUNT }, (_, index) => ({
    ...emptyContent(),
    name: nameOf(index),
    implementingUnit: '示例县示例镇人民政府本级',
    funds: { total: `${index}.5`, fiscal: `${index}`, other: '0.5' },
    goals: [`完成第${index}号项目的全部工作内容，${'确保群众满意。'.repeat(20)}`],
    indicators: Array.from({ length: 12 }, (__, number) => ({
      ...emptyIndicator(`i${number}`, 'quantity'),
      level3: `第${number}项工作完成的数量`,
      printed: `${value}${number}公里`,
    })),
  }));

const matching = (how: string, nameOf: (index: number) => string): BenchRow => {
  const stored = contents(named, '≥').map((content, index) => ({ id: `p${index}`, content, state: 'draft' as const }));
  const read = contents(nameOf, '≤');
  const start = performance.now();
  matchProjects(read, stored);
  const value = performance.now() - start;
  return { name: `match 1,000 projects against 1,000 stored, ${how}`, value, unit: 'ms', goal: 2_000 };
};

const storing = async (folder: string): Promise<BenchRow[]> => {
  const app = await createApp({
    folder: dataFolderAt(folder),
    host: createCliHost(''),
    renderer: '',
    version: '0',
  });
  try {
    const added = await timed(app, contents(named, '≥'));
    const updated = await timed(app, contents(named, '≤'));
    return [
      { name: 'import 1,000 new projects with its backup', value: added, unit: 'ms', goal: null },
      { name: 'import 1,000 projects that all changed, with its backup', value: updated, unit: 'ms', goal: null },
      { name: 'import of 1,000 changed / of 1,000 new projects', value: updated / added, unit: 'ratio', goal: null },
    ];
  } finally {
    await app.close();
  }
};

const timed = async (app: App, projects: readonly ProjectContent[]): Promise<number> => {
  const document: RecognisedDocument = {
    document: {
      ...{ file: '表.xlsx', title: null, layout: 'annex2', year: '2024' },
      ...{ department: '示例县示例镇人民政府', unitCode: null },
    },
    projects: projects.map(toRecognised),
  };
  const start = performance.now();
  await storeForScript(app.program(), document, OPTIONS);
  return performance.now() - start;
};
